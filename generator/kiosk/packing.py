"""Making a pack from a built site: the files that a display says it needs, and a start page before them."""

from __future__ import annotations

import difflib
import hashlib
import json
from datetime import date
from html import escape
from pathlib import Path
from typing import NamedTuple

from generator.build.environment import told_as_environment
from generator.build.manifest import Manifest, read_manifest
from generator.errors import EnvironmentRefused, UsageError

from .manifests import OLDEST_ENGINE, START, Pack, PackFile, PackRefused, is_display, page_of, refuse_names
from .packs import SUFFIX, write_pack
from .writing import replacing

_START_PAGE = """<!DOCTYPE html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="0; url={page}">
<title>{title}</title>
</head>
<body>
<p><a href="{page}">{title}</a></p>
</body>
</html>
"""
"""Where a pack is opened without knowing its display: signage players, and people with an unpacked folder."""


class Needed(NamedTuple):
    """What ``guide/<display>/files.json`` says."""

    display: str
    title: str
    day: date
    files: tuple[str, ...]


def make_pack(site: Path, display: str, base_url: str, target: Path | None = None) -> tuple[Pack, Path]:
    """Write the pack of *display*.

    Args:
        site: What ``shanhuo build`` published.
        display: Its ID.
        base_url: Address of the site.
        target: The file to write; by display and day in the current folder where it is left out.

    Returns:
        The pack, and the file that holds it.

    Raises:
        UsageError: *site* is no published site, or has no such display.
        PackRefused: What the display needs cannot be in a pack.
        EnvironmentRefused: A file of the site is not what was built, or the system refuses.
    """
    with told_as_environment("做导购包"):
        manifest = read_manifest(site)
        if manifest is None:
            raise UsageError(f"“{site}”里没有生成好的网站。", mend="先运行 shanhuo build，或用 --from 指出它在哪里。")
        needed = needed_files(site, display)
        start = _START_PAGE.format(page=page_of(display), title=escape(needed.title)).encode()
        files = {START: PackFile(hashlib.sha256(start).hexdigest(), len(start))}
        for path in needed.files:
            files[path] = PackFile(_published_digest(manifest, path), (site / path).stat().st_size)
        refuse_names(files)
        pack = Pack(display, needed.title, needed.day, base_url, manifest.sha256, OLDEST_ENGINE, files)

        def read(path: str) -> bytes:
            content = start if path == START else (site / path).read_bytes()
            if hashlib.sha256(content).hexdigest() != files[path].sha256:
                raise EnvironmentRefused(
                    f"生成好的网站里，{path} 被改动过，没有做导购包。", mend="用 shanhuo build 重新生成。"
                )
            return content

        target = target or Path(f"{display}-{needed.day.isoformat()}{SUFFIX}")
        target.absolute().parent.mkdir(parents=True, exist_ok=True)
        with replacing(target.absolute()) as stream:
            write_pack(stream, pack, read)
    return pack, target


def needed_files(site: Path, display: str) -> Needed:
    """Read which files of the site *display* needs.

    Raises:
        UsageError: There is no such display.
        PackRefused: The list is not whole, or claims a path that a pack keeps for itself.
    """
    known = sorted(found.parent.name for found in (site / "guide").glob("*/files.json"))
    if not is_display(display) or display not in known:
        near = difflib.get_close_matches(display, known, n=5, cutoff=0.3) or known[:10]
        mend = f"有：{'、'.join(near)}。" if near else "先在 data/displays.csv 里添上导购屏，再运行 shanhuo build。"
        raise UsageError(f"网站里没有编号为“{display}”的导购屏。", mend=mend)
    where = f"guide/{display}/files.json"
    try:
        value = json.loads((site / where).read_bytes())
        needed = Needed(
            value["display"], value["title"], date.fromisoformat(value["date"]), tuple(dict.fromkeys(value["files"]))
        )
    except (KeyError, TypeError, ValueError, RecursionError):
        raise PackRefused(f"{where} 读不出来，没有做导购包。", mend="用 shanhuo build 重新生成。") from None
    if needed.display != display or not all(isinstance(text, str) for text in (needed.title, *needed.files)):
        raise PackRefused(f"{where} 写的不是这块导购屏，没有做导购包。", mend="用 shanhuo build 重新生成。")
    if page_of(display) not in needed.files or START in needed.files:
        raise PackRefused(f"{where} 的文件列表不对，没有做导购包。", mend="用 shanhuo build 重新生成。")
    return needed


def _published_digest(manifest: Manifest, path: str) -> str:
    if path not in manifest.files:
        raise PackRefused(f"导购屏要用的 {path} 不在生成好的网站里，没有做导购包。", mend="用 shanhuo build 重新生成。")
    return manifest.files[path]
