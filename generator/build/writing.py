"""
Writing one output into the idle generation; safe to call from several worker processes at once.

Files of two generations share their content by hard links, so nothing is ever
opened for writing in place: what lies at a path is unlinked and made anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import stat
from typing import NamedTuple

from .environment import refusal
from .output_paths import ancestors, parent_of, require_safe

_CREATE = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)  # O_BINARY: Windows would write CRLF


class FileRecord(NamedTuple):
    """A file as it was written."""

    sha256: str
    """Digest of the content, 64 hexadecimal digits."""
    size: int
    """Bytes."""
    mtime_ns: int
    """Time of the last change, nanoseconds since 1970."""


def write_file(root: str | os.PathLike[str], path: str, data: bytes, known: set[str] | None = None) -> FileRecord:
    """
    Write ``data`` to ``path`` below ``root`` as a new file, making its folders.

    ``known`` are folders below ``root`` that this process has already made sure of, and receives the file's; it saves
    a writer of many files the asking, and may be wrong.  What stood at ``path`` (a link to the live site's file, a
    folder of the generation before) is removed, never changed.  Raises EnvironmentRefused for an unsafe path and
    for any refusal of the system.
    """
    require_safe(path)
    try:
        handle = _create(os.fspath(root), path, set() if known is None else known)
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(handle, view) :]
            found = os.fstat(handle)
        finally:
            os.close(handle)
    except OSError as error:
        raise refusal(error, f"写入 {path} ") from error
    return FileRecord(hashlib.sha256(data).hexdigest(), found.st_size, found.st_mtime_ns)


def remove(target: str) -> None:
    """Remove a file, a link or a whole folder; what is not there is removed already."""
    try:
        if stat.S_ISDIR(os.lstat(target).st_mode):
            shutil.rmtree(target)
        else:
            os.unlink(target)
    except (FileNotFoundError, NotADirectoryError):
        return


def _create(root: str, path: str, known: set[str]) -> int:
    """A handle on a new file; another worker may be making the same folders meanwhile."""
    target = f"{root}/{path}"
    folder = parent_of(path)
    try:
        if folder and folder not in known:
            _make_folder(root, folder)
            known.add(folder)
        return os.open(target, _CREATE, 0o666)
    except FileExistsError:
        remove(target)
    except (FileNotFoundError, NotADirectoryError):
        _make_folders(root, path)
    return os.open(target, _CREATE, 0o666)


def _make_folder(root: str, folder: str) -> None:
    """Make a folder if that alone is missing, as it is as a rule; if more is amiss, opening the file will tell."""
    with contextlib.suppress(FileExistsError, FileNotFoundError, NotADirectoryError):
        os.mkdir(f"{root}/{folder}")


def _make_folders(root: str, path: str) -> None:
    """Make the folders above ``path``; a file of the generation before that stands in their place is removed."""
    for folder in ancestors(path):
        target = f"{root}/{folder}"
        try:
            os.mkdir(target)
        except FileExistsError:
            if not stat.S_ISDIR(os.lstat(target).st_mode):
                _replace_by_folder(target)


def _replace_by_folder(target: str) -> None:
    with contextlib.suppress(FileNotFoundError, IsADirectoryError, PermissionError):
        os.unlink(target)  # suppressed: another worker was quicker and has made the folder; if not, mkdir says so
    try:
        os.mkdir(target)
    except FileExistsError:
        if not stat.S_ISDIR(os.lstat(target).st_mode):
            raise
