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
from dataclasses import dataclass, field
from pathlib import Path

from .foreign import carry, regular_files
from .linking import is_same, link_file
from .output_paths import MANIFEST_NAME, ancestors, parent_of
from .private_state import State, load_state, state_name
from .survey import Listing, Survey, list_changed
from .writing import remove


@dataclass(frozen=True, slots=True)
class IdleTree:
    """The idle generation, ready to be written into."""

    root: str
    folders: dict[str, int]
    """Its folders to their modification times in ns."""
    touched: set[str] = field(default_factory=set)
    """Folders whose entries changed since that time was read."""


def idle_path(out: Path) -> Path:
    """Where the idle generation of an output folder lies: beside it, hence on the same file system."""
    return out.parent / f".{out.name}.idle"


def open_idle(live: str | None, found: Survey, remembered: frozenset[str], root: str, states: Path) -> IdleTree:
    """
    Make the tree ``root`` equal to the intact and plain foreign files of ``live`` (None: there is no live folder).

    Foreign files that somebody put into the idle tree while it was still live are first carried over and added to
    ``found``; not so those the live state remembers (``remembered``), which were carried over and then removed.
    """
    if not os.path.isdir(root) or os.path.islink(root):
        remove(root)
        os.mkdir(root)
    name = state_name(root)
    state = load_state(states, name)
    if name is not None:
        os.unlink(f"{root}/{MANIFEST_NAME}")
    listing = list_changed(root, state.folders if state else {})
    if live is None:
        return _emptied(root)
    if state is not None:
        _adopt(live, found, remembered, root, state, listing)
    wanted = found.intact.keys() | regular_files(live, found.foreign)
    idle = IdleTree(root, listing.folders)
    _equalise(live, found, idle, wanted, _suspects(live, found, state, listing, wanted))
    return idle


def _emptied(root: str) -> IdleTree:
    for name in os.listdir(root):
        remove(f"{root}/{name}")
    return IdleTree(root, {"": 0}, {""})


def _adopt(live: str, found: Survey, remembered: frozenset[str], root: str, state: State, listing: Listing) -> None:
    """Carry into the live folder what was put into its predecessor too late to be seen by the last build."""
    late = set()
    for path in _entries(listing):
        known = path in state.files or path in state.foreign or path in remembered or path == MANIFEST_NAME
        if not known and not os.path.lexists(f"{live}/{path}") and _has_real_parents(live, path):
            late.add(path)
    for folder in carry(root, live, late, set()):
        found.folders[folder] = os.lstat(f"{live}/{folder}").st_mtime_ns
    found.foreign.update(late)


def _has_real_parents(live: str, path: str) -> bool:
    parents = [f"{live}/{folder}" for folder in ancestors(path)]
    return all(os.path.isdir(at) and not os.path.islink(at) for at in parents if os.path.lexists(at))


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
        elif os.path.isdir(target) and not os.path.islink(target):
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
