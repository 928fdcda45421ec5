"""
``pack.json``: what a pack is, and every file of it with its size and SHA-256.

Its own digest, over its canonical form, is the name of the pack: two packs of
the same content have the same one.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Collection, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from generator.build.output_paths import ancestors, path_refusal
from generator.errors import EXIT_FINDINGS, SiteError

MANIFEST = "pack.json"
START = "index.html"
"""The start page at a pack's root; it leads to the display."""
FORMAT = 1
OLDEST_ENGINE = "Chromium 87"
"""The oldest browser engine that a display's page runs in."""

MAX_MANIFEST_BYTES = 32 * 2**20
MAX_FILES = 100_000
MAX_BYTES = 8 * 2**30
"""Of a pack when it is unpacked; a display that needs more has been given the wrong pictures."""

_DISPLAY = re.compile(r"[a-z0-9-]{1,60}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_VERSION_LENGTH = 16


class PackRefused(SiteError):
    """A pack is not what it says, or not for this screen; what runs goes on running."""

    exit_code = EXIT_FINDINGS


class PackFile(NamedTuple):
    """A file of a pack."""

    sha256: str
    size: int


class _Stated(NamedTuple):
    display: str
    title: str
    day: date
    """The day that the pack's pages show."""
    base_url: str
    """Address of the site that it was made from."""
    made_from: str
    """SHA-256 of that site's manifest."""
    oldest_engine: str
    files: Mapping[str, PackFile]
    """Path from the pack's root → file; ``pack.json`` itself is not among them."""


class Pack(_Stated):
    """What a pack's ``pack.json`` says."""

    @cached_property
    def sha256(self) -> str:
        """Digest of the canonical manifest."""
        return hashlib.sha256(_canonical(_value(self))).hexdigest()

    @property
    def version(self) -> str:
        """Short name: folder and address of this pack on a screen."""
        return self.sha256[:_VERSION_LENGTH]

    @property
    def page(self) -> str:
        """Path of the display's page."""
        return page_of(self.display)


def page_of(display: str) -> str:
    """Return the path of the page of *display*."""
    return f"guide/{display}/index.html"


def is_display(name: str) -> bool:
    """Tell whether *name* can be the ID of a display."""
    return _DISPLAY.fullmatch(name) is not None


def is_version(name: object) -> bool:
    """Tell whether *name* can be the short name of a pack."""
    return isinstance(name, str) and re.fullmatch(rf"[0-9a-f]{{{_VERSION_LENGTH}}}", name) is not None


def manifest_bytes(pack: Pack) -> bytes:
    """Return the content of ``pack.json``: same pack, same bytes."""
    value = {**_value(pack), "sha256": pack.sha256}
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def parse_manifest(content: bytes) -> Pack:
    """Read ``pack.json``.

    Raises:
        PackRefused: It is not whole, is of a later format, or names files that no pack may hold.
    """
    try:
        value = json.loads(content.decode())
    except (ValueError, RecursionError):
        raise _broken("读不出来") from None
    if not isinstance(value, dict) or type(value.get("format")) is not int:
        raise _broken("不是导购包的清单")
    if value["format"] > FORMAT:
        raise PackRefused("导购包是更新版本的 shanhuo 做的，这个版本读不懂。", mend="先把屏上的 shanhuo 升级。")
    texts = [value.get(name) for name in ("display", "title", "base_url", "made_from", "oldest_engine")]
    if value["format"] != FORMAT or not all(_is_text(text) for text in texts):
        raise _broken("缺少内容")
    display, title, base_url, made_from, oldest_engine = map(str, texts)
    if not is_display(display):
        raise _broken("导购屏的编号不对")
    pack = Pack(display, title, _day(value.get("date")), base_url, made_from, oldest_engine, _files(value.get("files")))
    if pack.page not in pack.files or START not in pack.files:
        raise _broken("缺少导购屏的页面")
    if value.get("sha256") != pack.sha256 or _canonical(_value(pack)) != _canonical(_without_digest(value)):
        raise _broken("被改动过")
    return pack


def refuse_names(paths: Collection[str]) -> None:
    """Refuse paths that lead out of a folder, that not every system can hold, or that take each other's place.

    Raises:
        PackRefused: There is such a path.
    """
    folded: set[str] = set()
    for path in paths:
        if (reason := path_refusal(path)) or _fold(path) == MANIFEST:
            raise PackRefused(f"导购包里的路径“{_shown(path)}”{reason or '留给清单'}，没有采用。")
        if _fold(path) in folded:
            raise PackRefused(f"导购包里有两个文件只差大小写：“{_shown(path)}”，没有采用。")
        folded.add(_fold(path))
    for path in paths:
        if any(_fold(folder) in folded for folder in ancestors(path)):
            raise PackRefused(f"导购包里的“{_shown(path)}”所在的文件夹同时是一个文件，没有采用。")


def _files(value: object) -> dict[str, PackFile]:
    if not isinstance(value, dict) or len(value) > MAX_FILES:
        raise _broken("文件列表不对")
    files: dict[str, PackFile] = {}
    for path, about in value.items():
        if not isinstance(about, dict) or set(about) != {"sha256", "size"}:
            raise _broken("文件列表不对")
        sha256, size = about["sha256"], about["size"]
        if not isinstance(sha256, str) or not _DIGEST.fullmatch(sha256) or type(size) is not int or size < 0:
            raise _broken("文件列表不对")
        files[path] = PackFile(sha256, size)
    if sum(file.size for file in files.values()) > MAX_BYTES:
        raise PackRefused(f"导购包解开后超过 {MAX_BYTES // 2**30} GB，没有采用。")
    refuse_names(files)
    return files


def _day(value: object) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise _broken("日期不对") from None


def _value(pack: Pack) -> dict[str, object]:
    return {
        "format": FORMAT,
        "display": pack.display,
        "title": pack.title,
        "date": pack.day.isoformat(),
        "base_url": pack.base_url,
        "made_from": pack.made_from,
        "oldest_engine": pack.oldest_engine,
        "files": {path: file._asdict() for path, file in pack.files.items()},
    }


def _without_digest(value: Mapping[str, object]) -> dict[str, object]:
    return {name: part for name, part in value.items() if name != "sha256"}


def _canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def _is_text(value: object) -> bool:
    """Tell whether *value* is text that can be written as UTF-8; JSON can also spell halves of characters."""
    return isinstance(value, str) and not re.search(r"[\ud800-\udfff]", value)


def _fold(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def _shown(path: str) -> str:
    return path[:200].encode("utf-8", "backslashreplace").decode("utf-8")


def _broken(reason: str) -> PackRefused:
    return PackRefused(f"导购包的清单 {MANIFEST} {reason}，没有采用。", mend="重新拷一份，或重新做：shanhuo guide pack")
