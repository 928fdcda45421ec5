"""
What a file is recognised by without being opened: size, times and inode, as git's index does it.

It holds only where both times were so long past when the content was read that no later change can have left them.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TypeAlias

Stamp: TypeAlias = tuple[int, int, int, int]
"""Size, time of the last change of content and of any change (both in ns), inode."""

_SETTLED_NS = 2_000_000_000
"""So long before its reading a file must have been changed last: the coarsest clock of a file system is FAT's."""
_TELLS_CHANGES = sys.platform != "win32"
"""Whether a file has a time that every change sets and nobody can set back; on Windows it tells of the making alone."""


def stamp_of(path: Path) -> Stamp | None:
    """Return the stamp of the file at *path*; ``None`` where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def settled_stamp(path: Path) -> Stamp | None:
    """Return the stamp of a file about to be read, where every later change of it must change the stamp too."""
    now = time.time_ns()
    stamp = stamp_of(path) if _TELLS_CHANGES else None
    return stamp if stamp and max(stamp[1], stamp[2]) < now - _SETTLED_NS else None
