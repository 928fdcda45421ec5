"""Which folder a site may be published into: never one that holds what an editor wrote, nor somebody else's files."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from generator.errors import EnvironmentRefused, UsageError

from .environment import told_as_environment
from .manifest import Manifest, read_manifest
from .output_paths import MANIFEST_NAME

EDITED_FOLDERS = ("data", "content", "themes")
"""The folders of a site that people write in."""


def checked_output(out: Path, site: Path, work: Path) -> Path:
    """
    The output folder as an absolute path without symbolic links, after refusing what must not be replaced.

    ``work`` is the site's work folder.  Raises UsageError for the site folder itself, a folder above it, or one inside
    data/, content/, themes/ or the work folder; EnvironmentRefused for a file, a mount point
    or a non-empty folder without a manifest.  Reads little and writes nothing.
    """
    with told_as_environment("检查输出文件夹"):
        real = out.resolve()
        edited = [(site / name).resolve() for name in EDITED_FOLDERS] + [work.resolve()]
        inside = _identities([real, *real.parents])
        for folder in edited:
            if _identities([folder]) & inside or folder in (real, *real.parents):
                raise UsageError(
                    f"输出文件夹「{out}」在「{folder.name}」文件夹里，那里放的是网站的原始资料。",
                    mend="请换一个输出文件夹(--out),例如 site。",
                )
        above = [site.resolve(), *edited]
        if real in _with_parents(above) or _identities([real]) & _identities(_with_parents(above)):
            raise UsageError(
                f"输出文件夹「{out}」是网站文件夹本身或它的上级，发布会替换整个文件夹。",
                mend="请换一个单独的输出文件夹(--out),例如 site。",
            )
        _refuse_unfit(real)
    return real


def published_manifest(out: Path) -> Manifest | None:
    """The manifest of what is published in ``out``; None when it is missing or empty; else EnvironmentRefused."""
    manifest = read_manifest(out)
    if manifest is None and out.exists() and any(out.iterdir()):
        raise _not_ours(out)
    return manifest


def _refuse_unfit(out: Path) -> None:
    if not out.exists():
        return
    if not out.is_dir():
        raise EnvironmentRefused(f"输出位置「{out}」是一个文件，不是文件夹。", mend="请移走它，或换一个文件夹(--out)。")
    if os.path.ismount(out):
        raise EnvironmentRefused(
            f"输出文件夹「{out}」是一个挂载点，不能整体替换。",
            mend=f"请用其中的一个子文件夹，例如 --out {out / 'site'}。",
        )
    if not (out / MANIFEST_NAME).is_file() and any(out.iterdir()):
        raise _not_ours(out)


def _not_ours(out: Path) -> EnvironmentRefused:
    return EnvironmentRefused(
        f"输出文件夹「{out}」里已有文件，而且不是 shanhuo 发布的，所以没有动它。",
        mend="请换一个空的或新的文件夹(--out),或先移走里面的文件。",
    )


def _with_parents(folders: Iterable[Path]) -> set[Path]:
    return {above for folder in folders for above in (folder, *folder.parents)}


def _identities(folders: Iterable[Path]) -> set[tuple[int, int]]:
    """Device and inode of those that exist: one folder may have two names (letter case, a bind mount)."""
    found = set()
    for folder in folders:
        try:
            status = folder.stat()
        except (FileNotFoundError, NotADirectoryError):
            continue
        found.add((status.st_dev, status.st_ino))
    return found
