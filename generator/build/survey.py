"""
Looking over a published folder: which of our files are untouched, and which files are not ours.

Files of ours are looked up by name.  A folder is listed only when its
modification time is not the one remembered, for nothing is added to a folder
without changing that; so a look costs two calls an entry and reads no content.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .output_paths import MANIFEST_NAME, ancestors, parent_of
from .private_state import Entry, State

EMPTY_STATE = State({}, {}, frozenset())


@dataclass(frozen=True, slots=True)
class Survey:
    """A folder as it was found."""

    folders: dict[str, int]
    """Every real folder in it (the root is the empty string) to its modification time in ns, read before listing."""
    intact: dict[str, Entry]
    """Our files that are as they were published, by size and modification time."""
    foreign: set[str]
    """Paths of files, links and other things that are not ours; an empty folder that is not ours ends in ``/``."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The folders of a tree, and the entries of those that had to be listed."""

    folders: dict[str, int]
    listed: dict[str, dict[str, int]]
    """Each listed folder to the names in it that are not folders, with their inodes."""
    empty: set[str]
    """The listed folders without any entry."""


def survey(root: str, state: State | None, owned: Mapping[str, object]) -> Survey:
    """
    Look over the published folder ``root``.

    ``state`` is what is remembered of it (None: everything is listed and nothing counts as
    intact); ``owned`` has the paths of its manifest as keys.
    """
    known = state or EMPTY_STATE
    listing = list_changed(root, known.folders)
    foreign = _foreign(listing, known, owned)
    return Survey(listing.folders, _intact(root, known, listing.folders), foreign)


def list_changed(root: str, remembered: Mapping[str, int]) -> Listing:
    """Check the remembered folders (parents first) and list those that changed, with everything new below them."""
    folders: dict[str, int] = {}
    changed = []
    lstat, is_folder, prefix = os.lstat, stat.S_ISDIR, root + "/"
    for folder, mtime in remembered.items():
        try:
            found = lstat(prefix + folder)
        except (FileNotFoundError, NotADirectoryError):
            continue
        if is_folder(found.st_mode):
            folders[folder] = found.st_mtime_ns
            if found.st_mtime_ns != mtime:
                changed.append(folder)
    if len(folders) < len(remembered):
        _drop_orphans(folders)
        changed = [folder for folder in changed if folder in folders]
    if "" not in folders:
        folders[""] = lstat(prefix).st_mtime_ns
        changed.append("")
    listed: dict[str, dict[str, int]] = {}
    empty: set[str] = set()
    while changed:
        _list_folder(prefix, changed.pop(), folders, changed, listed, empty)
    return Listing(folders, listed, empty)


def owned_folders(paths: Iterable[str]) -> set[str]:
    """Every folder above one of the paths, with the root."""
    found = {""}
    for parent in {parent_of(path) for path in paths} - found:
        found.add(parent)
        found.update(ancestors(parent))
    return found


def _list_folder(
    prefix: str,
    folder: str,
    folders: dict[str, int],
    waiting: list[str],
    listed: dict[str, dict[str, int]],
    empty: set[str],
) -> None:
    names = listed[folder] = {}
    inside = folder + "/" if folder else ""
    entries = 0
    with os.scandir(prefix + folder) as found:
        for entry in found:
            entries += 1
            if not entry.is_dir(follow_symlinks=False):
                names[entry.name] = entry.inode()
            elif inside + entry.name not in folders:
                folders[inside + entry.name] = os.lstat(prefix + inside + entry.name).st_mtime_ns
                waiting.append(inside + entry.name)
    if not entries:
        empty.add(folder)


def _drop_orphans(folders: dict[str, int]) -> None:
    """Forget folders that were reached through a link, their parent being no folder any more."""
    for folder in sorted(folders):
        if folder and parent_of(folder) not in folders:
            del folders[folder]


def _foreign(listing: Listing, known: State, owned: Mapping[str, object]) -> set[str]:
    foreign = set()
    for path in known.foreign:
        folder = path[:-1] if path.endswith("/") else parent_of(path)
        if folder in listing.folders and folder not in listing.listed:
            foreign.add(path)
    for folder, names in listing.listed.items():
        inside = folder + "/" if folder else ""
        for name in names:
            path = inside + name
            if path not in owned and path != MANIFEST_NAME:
                foreign.add(path)
    if listing.empty - {""}:
        ours = owned_folders(owned)
        foreign.update(folder + "/" for folder in listing.empty if folder and folder not in ours)
    return foreign


def _intact(root: str, known: State, folders: dict[str, int]) -> dict[str, Entry]:
    intact = {}
    lstat, is_file, prefix = os.lstat, stat.S_ISREG, root + "/"
    for path, entry in known.files.items():
        try:
            found = lstat(prefix + path)
        except (FileNotFoundError, NotADirectoryError):
            continue
        if found.st_mtime_ns == entry.mtime_ns and found.st_size == entry.size and is_file(found.st_mode):
            intact[path] = entry
    if any(folder not in folders for folder in known.folders):
        intact = {path: entry for path, entry in intact.items() if parent_of(path) in folders}
    return intact
