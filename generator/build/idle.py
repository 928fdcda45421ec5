"""
The idle generation: a second tree beside the output folder that is made equal to the live one by hard links.

Only what differs is touched: the idle tree's own state says how it differed
when it was live itself, and folders changed since then are compared entry by
entry.  Its manifest is removed first and comes back when it is complete, so an
interrupted update is recognised and then the whole tree is compared.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from .foreign import carry, regular_files
from .linking import is_same, link_file
from .output_paths import MANIFEST_NAME, ancestors, parent_of
from .private_state import State, load_state, state_name
from .survey import Listing, Survey, list_changed
from .writing import remove


class IdleLook(NamedTuple):
    """The idle generation as it was found; what lies there is listed only where something may differ."""

    folders: dict[str, int]
    """Its folders to their modification times in ns."""
    strange: list[str]
    """Files that neither its own state nor the live one knows: somebody put them there while it was still live."""
    suspects: set[str]
    """The paths at which it may differ from the live generation; among them all at which it does."""


class IdleTree(NamedTuple):
    """The idle generation, ready to be written into."""

    root: str
    folders: dict[str, int]
    """Its folders to their modification times in ns."""
    touched: set[str]
    """Folders whose entries changed since that time was read."""


def idle_path(out: Path) -> Path:
    """Where the idle generation of an output folder lies: beside it, hence on the same file system."""
    return out.parent / f".{out.name}.idle"


def look_at_idle(root: str, live: str, found: Survey, known: State | None, states: Path) -> IdleLook:
    """
    Compare the idle tree ``root`` with the live one, which was found as ``found`` says; nothing is written.

    ``known`` is what is remembered of the live one: foreign files of it that are gone were removed on purpose.
    """
    wanted = _wanted(live, found)
    if not _is_folder(root):
        return IdleLook({}, [], wanted)
    state = load_state(states, state_name(root))
    listing = list_changed(root, state.folders if state else {})
    strange = []
    if state is not None:
        removed = known.foreign if known else frozenset()
        ours = (state.files, state.foreign, removed, (MANIFEST_NAME,))
        strange = [path for path in _entries(listing) if not any(path in each for each in ours)]
    return IdleLook(listing.folders, strange, _suspects(live, found, state, listing, wanted))


def make_equal(root: str, live: str, found: Survey, looked: IdleLook) -> IdleTree:
    """
    Make the tree ``root`` equal to the intact and plain foreign files of ``live``.

    Foreign files that somebody put into the idle tree while it was still live are first carried over and added to
    ``found``.
    """
    if not _is_folder(root):
        looked = IdleLook({}, [], _wanted(live, found))
    _open(root)
    if looked.strange:
        _adopt(live, found, root, looked.strange)
    wanted = _wanted(live, found)
    idle = IdleTree(root, looked.folders or {"": 0}, {""})
    _equalise(live, found, idle, wanted, looked.suspects | (wanted - found.intact.keys()))
    return idle


def make_empty(root: str) -> IdleTree:
    """Make ``root`` an empty tree, for a site that is not published yet."""
    _open(root)
    for name in os.listdir(root):
        remove(f"{root}/{name}")
    return IdleTree(root, {"": 0}, {""})


def _open(root: str) -> None:
    """Make sure that there is a folder, and mark it as incomplete."""
    if not _is_folder(root):
        remove(root)
        os.mkdir(root)
    remove(f"{root}/{MANIFEST_NAME}")


def _wanted(live: str, found: Survey) -> set[str]:
    return found.intact.keys() | regular_files(live, found.foreign)


def _adopt(live: str, found: Survey, root: str, strange: Iterable[str]) -> None:
    """Carry into the live folder what was put into its predecessor too late to be seen by the last build."""
    late = {path for path in strange if not os.path.lexists(f"{live}/{path}") and _has_real_parents(live, path)}
    for folder in carry(root, live, late, set()):
        found.folders[folder] = os.lstat(f"{live}/{folder}").st_mtime_ns
    found.foreign.update(late)


def _has_real_parents(live: str, path: str) -> bool:
    parents = [f"{live}/{folder}" for folder in ancestors(path)]
    return all(_is_folder(at) for at in parents if os.path.lexists(at))


def _is_folder(path: str) -> bool:
    return os.path.isdir(path) and not os.path.islink(path)


def _entries(listing: Listing) -> Iterable[str]:
    for folder, names in listing.listed.items():
        inside = folder + "/" if folder else ""
        for name in names:
            yield inside + name


def _suspects(live: str, found: Survey, state: State | None, listing: Listing, wanted: set[str]) -> set[str]:
    """The paths at which the idle tree may differ from what is wanted."""
    if state is None:
        return wanted.union(_entries(listing))
    suspects = set()
    before = state.files
    for path, entry in found.intact.items():
        old = before.get(path)
        if old is None or old.mtime_ns != entry.mtime_ns or old.size != entry.size:
            suspects.add(path)
    suspects.update(before.keys() - found.intact.keys())
    suspects.update(wanted - found.intact.keys())
    suspects.update(path for path in state.foreign if not path.endswith("/"))
    for folder, names in listing.listed.items():
        inside = folder + "/" if folder else ""
        twins = _inodes(f"{live}/{folder}") if folder in found.folders else {}
        suspects.update(inside + name for name, _ in names.items() ^ twins.items())
        suspects.update(inside + name for name in names if inside + name not in wanted)
    return suspects


def _inodes(folder: str) -> dict[str, int]:
    with os.scandir(folder) as entries:
        return {entry.name: entry.inode() for entry in entries if not entry.is_dir(follow_symlinks=False)}


def _equalise(live: str, found: Survey, idle: IdleTree, wanted: set[str], suspects: Iterable[str]) -> None:
    missing = []
    for path in sorted(suspects):
        target = f"{idle.root}/{path}"
        if path in wanted:
            if is_same(f"{live}/{path}", target):
                continue
            missing.append(path)
        elif _is_folder(target):
            continue  # folders are compared below
        if os.path.lexists(target):
            remove(target)
            idle.touched.add(parent_of(path))
    for folder in sorted(idle.folders.keys() - found.folders.keys(), reverse=True):
        remove(f"{idle.root}/{folder}")
        del idle.folders[folder]
        idle.touched.add(parent_of(folder))
    for folder in sorted(found.folders.keys() - idle.folders.keys()):
        os.mkdir(f"{idle.root}/{folder}")
        idle.folders[folder] = 0
        idle.touched.update((folder, parent_of(folder)))
    for path in missing:
        link_file(f"{live}/{path}", f"{idle.root}/{path}")
        idle.touched.add(parent_of(path))
