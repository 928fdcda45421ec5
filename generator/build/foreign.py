"""
Files in the output folder that are not ours: a CNAME, ``.well-known/``, a repository's ``.git``.

They belong to whoever put them there: a build carries them from the old
generation into the new one, and stops rather than take their place.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from generator.errors import EnvironmentRefused

from .linking import is_same, link_or_copy
from .output_paths import ancestors, parent_of
from .writing import remove


def collisions(planned: Iterable[str], foreign: Iterable[str]) -> list[str]:
    """The foreign paths whose place a planned output (or its folder) takes, also by case folding, sorted."""
    strangers = sorted(foreign)
    if not strangers:
        return []
    files = {path.casefold() for path in planned}
    folders = {folder for path in files for folder in ancestors(path)}
    found = []
    for path in strangers:
        folded = path.rstrip("/").casefold()
        hit = folded in files or not files.isdisjoint(ancestors(folded))
        if hit or (folded in folders and not path.endswith("/")):
            found.append(path)
    return found


def refuse_collisions(out: Path, planned: Iterable[str], foreign: Iterable[str]) -> None:
    """Raise EnvironmentRefused naming the foreign files that stand where an output is to be written."""
    found = collisions(planned, foreign)
    if found:
        shown = "、".join(os.fsencode(path).decode("utf-8", "backslashreplace") for path in found[:5])
        more = f" 等 {len(found)} 个文件" if len(found) > 5 else ""
        raise EnvironmentRefused(
            f"输出文件夹「{out}」里有不属于本网站的文件占着要发布的位置：{shown}{more}。",
            mend="请移走或改名这些文件，再重新生成。",
        )


def carry(source: str, target: str, now: set[str], before: set[str]) -> set[str]:
    """
    Make the foreign things of ``target`` those of ``source``: ``now`` those to be there, ``before`` those that were.

    Returns the folders of ``target`` whose entries changed.
    """
    touched = set()
    for path in sorted(before - now):
        if not path.endswith("/") and os.path.lexists(f"{target}/{path}"):
            remove(f"{target}/{path}")
            touched.add(parent_of(path))
    for path in sorted(now):
        if path.endswith("/"):
            touched.update(_make_folders(target, path))
        elif os.path.lexists(f"{source}/{path}") and not is_same(f"{source}/{path}", f"{target}/{path}"):
            touched.update(_make_folders(target, path))
            remove(f"{target}/{path}")
            link_or_copy(f"{source}/{path}", f"{target}/{path}")
            touched.add(parent_of(path))
    return touched


def regular_files(root: str, foreign: Iterable[str]) -> set[str]:
    """Those of the foreign paths that are plain files: links could lead a writer out of the folder."""
    found = set()
    for path in foreign:
        with contextlib.suppress(FileNotFoundError):  # its owner may remove it at any time
            if not path.endswith("/") and stat.S_ISREG(os.lstat(f"{root}/{path}").st_mode):
                found.add(path)
    return found


def _make_folders(root: str, path: str) -> set[str]:
    """Make the folders above ``path`` (``a/b/`` names the folder b itself); returns those that gained an entry."""
    touched: set[str] = set()
    for folder in ancestors(path):
        try:
            os.mkdir(f"{root}/{folder}")
        except FileExistsError:
            continue
        touched.update((folder, parent_of(folder)))
    return touched
