"""Where newer packs come from: a folder, and sticks that are mounted somewhere below ``/media``."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from .home import Home
from .manifests import Pack, PackRefused
from .packs import SUFFIX, read_manifest

_DEPTH = 3
"""Folders below a root in which a pack is looked for: ``/media/<user>/<stick>/``."""
_MAX_ENTRIES = 5000
"""Looked at below one root; a stick full of photographs shall not keep the screen busy."""

_Stamp = tuple[str, int, int]
"""Path, size and time of a file."""


class Supply:
    """Looks for packs, and remembers what it has read, so that a bad one is read and told of once."""

    def __init__(self, home: Home, roots: Sequence[Path]) -> None:
        """Look below *roots*, some of which may not be there yet, and in the screen's own folder for packs."""
        self._home = home
        self._roots = (home.incoming, *roots)
        self._known: dict[_Stamp, Pack | None] = {}
        """Every pack that is there; None where it was refused."""

    def look(self, current: Pack) -> tuple[Pack | None, list[str]]:
        """Take the newest pack that fits.

        Args:
            current: The pack that runs.

        Returns:
            The pack that was taken, or None; and what was refused for the first time, in sentences.
        """
        told = self._read_all()
        while (stamp := self._newest(current)) is not None:
            file = Path(stamp[0])
            try:
                if pack := self._home.take(file):
                    return pack, told
            except PackRefused as refused:
                told.append(f"{file.name}：{refused.message}")
            self._known[stamp] = None
        return None, told

    def _read_all(self) -> list[str]:
        found: dict[_Stamp, Pack | None] = {}
        told = []
        for file, stamp in self._files():
            if stamp in self._known:
                found[stamp] = self._known[stamp]
                continue
            try:
                found[stamp] = read_manifest(file)
            except PackRefused as refused:
                found[stamp] = None
                told.append(f"{file.name}：{refused.message}")
        self._known = found
        return told

    def _newest(self, current: Pack) -> _Stamp | None:
        # One that was left is not taken again by itself: two of one day would take turns for ever.
        passed = (*self._home.pointer.left, current.version)
        fitting = [
            (pack.day, stamp[2], stamp)
            for stamp, pack in self._known.items()
            if pack and pack.display == current.display and pack.day >= current.day and pack.version not in passed
        ]
        return max(fitting)[2] if fitting else None

    def _files(self) -> Iterator[tuple[Path, _Stamp]]:
        for root in self._roots:
            for entry in _entries(root):
                try:
                    about = entry.stat(follow_symlinks=False)
                except OSError:
                    continue
                yield Path(entry.path), (entry.path, about.st_size, about.st_mtime_ns)


def _entries(root: Path) -> Iterator[os.DirEntry[str]]:
    """Yield the plain files below *root* that are named like packs; a stick may be pulled out at any moment."""
    waiting, seen = [(os.fspath(root), 0)], 0
    while waiting:
        folder, depth = waiting.pop(0)
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    seen += 1
                    if seen > _MAX_ENTRIES:
                        return
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False) and depth < _DEPTH:
                        waiting.append((entry.path, depth + 1))
                    elif entry.name.lower().endswith(SUFFIX) and entry.is_file(follow_symlinks=False):
                        yield entry
        except OSError:
            continue
