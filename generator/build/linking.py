"""Giving a file a second place: a hard link where the file system has it, else a copy with the same time."""

from __future__ import annotations

import errno
import os
import shutil
import stat

_NO_LINKS = frozenset(
    [errno.EXDEV, errno.EMLINK, errno.EPERM, errno.EACCES, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP]
)
"""Another file system, too many links, somebody else's file (Linux ``protected_hardlinks``), no hard links here."""


def link_or_copy(source: str, target: str) -> None:
    """Make ``target``, which must not exist, the same file as ``source``; a symbolic link is made anew."""
    if stat.S_ISLNK(os.lstat(source).st_mode):
        os.symlink(os.readlink(source), target)
        return
    link_file(source, target)


def link_file(source: str, target: str) -> None:
    """As :func:`link_or_copy` for what is known to be no symbolic link."""
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        shutil.copy2(source, target)


def is_same(one: str, other: str) -> bool:
    """Whether two paths are one file, or symbolic links to the same place; False where one is missing."""
    try:
        first, second = os.lstat(one), os.lstat(other)
    except (FileNotFoundError, NotADirectoryError):
        return False
    if stat.S_ISLNK(first.st_mode) and stat.S_ISLNK(second.st_mode):
        return os.readlink(one) == os.readlink(other)
    return os.path.samestat(first, second)
