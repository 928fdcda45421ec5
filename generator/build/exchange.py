"""
Two folders change places, so that a reader finds the one or the other and never neither.

Linux does it in one step (``renameat2`` with ``RENAME_EXCHANGE``), macOS too
(``renamex_np`` with ``RENAME_SWAP``).  Where the file system has neither, and on
Windows, there are three renames with a journal written first; a kill between
them is completed by :func:`repair`, which every command runs before it looks.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import platform
import sys
from collections.abc import Callable
from pathlib import Path

from generator.errors import EnvironmentRefused

from .environment import refusal

_AT_FDCWD = -100
"""<fcntl.h>: paths are relative to the working directory."""
_RENAME_EXCHANGE = 2
"""<linux/fs.h>, Linux 3.15."""
_RENAME_SWAP = 2
"""<sys/stdio.h>, macOS 10.12."""
_RENAMEAT2_NUMBERS = {"x86_64": 316, "aarch64": 276, "riscv64": 276, "loongarch64": 276, "ppc64le": 357, "s390x": 347}
"""The system call where the C library has no function for it (glibc < 2.28, musl < 1.2.4): 64-bit ``unistd.h``."""

_NOT_HERE = frozenset(
    [errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EXDEV, errno.EBUSY, errno.EPERM]
)
"""The kernel, the file system, or a container's system call filter (EPERM) does not exchange these two folders."""


def exchange(live: Path, idle: Path, *, method: str | None = None) -> None:
    """
    Let the folders ``live`` and ``idle``, siblings, change places.

    ``method`` is "swap" (one step), "journal" (three renames) or None: the first that works.
    Raises EnvironmentRefused when the folders cannot be renamed, with both where they were.
    """
    if method != "journal":
        try:
            _swap(live, idle)
        except OSError as error:
            if method == "swap" or error.errno not in _NOT_HERE:
                raise refusal(error, "发布") from error
        else:
            return
    try:
        _swap_by_journal(live, idle)
    except OSError as error:
        raise refusal(error, "替换输出文件夹") from error


def journal_path(live: Path) -> Path:
    """Where the journal of an exchange of the output folder ``live`` lies."""
    return live.parent / f".{live.name}.journal"


def repair(live: Path) -> bool:
    """
    Complete an exchange that was interrupted between two renames; True when there was one.

    Call it under the output folder's lock.  Raises EnvironmentRefused when somebody has put
    other files in the output folder's place meanwhile.
    """
    journal = journal_path(live)
    try:
        content = journal.read_bytes()
    except FileNotFoundError:
        return False
    names = _names(content)
    if names is not None:
        _complete(live, *(live.parent / name for name in names))
    journal.unlink()
    return True


def _swap(live: Path, idle: Path) -> None:
    call = _native()
    ctypes.set_errno(0)
    if call(os.fsencode(idle), os.fsencode(live)) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(live))


def _native() -> Callable[[bytes, bytes], int]:
    """The system's own exchange of two paths; raises OSError with ENOSYS where there is none."""
    if sys.platform == "win32":
        raise OSError(errno.ENOSYS, "no exchange of folders on Windows")
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin":
        swap = library.renamex_np
        swap.argtypes = [ctypes.c_char_p, ctypes.c_char_p, ctypes.c_uint]
        return lambda one, other: int(swap(one, other, _RENAME_SWAP))
    if hasattr(library, "renameat2"):
        rename = library.renameat2
        rename.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint]
        return lambda one, other: int(rename(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE))
    number = _RENAMEAT2_NUMBERS.get(platform.machine())
    if not sys.platform.startswith("linux") or number is None or ctypes.sizeof(ctypes.c_void_p) != 8:
        raise OSError(errno.ENOSYS, "no exchange of folders on this system")
    syscall = library.syscall
    syscall.restype = ctypes.c_long
    syscall.argtypes = [
        ctypes.c_long,
        ctypes.c_int,
        ctypes.c_char_p,
        ctypes.c_int,
        ctypes.c_char_p,
        ctypes.c_uint,
    ]
    return lambda one, other: int(syscall(number, _AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE))


def _swap_by_journal(live: Path, idle: Path) -> None:
    """Three renames; the gap without an output folder lasts from the first to the second."""
    aside = live.parent / f".{live.name}.aside"
    if os.path.lexists(aside):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(aside))
    journal = journal_path(live)
    _write_durably(journal, json.dumps([idle.name, aside.name]).encode())
    try:
        os.rename(live, aside)
    except OSError:
        journal.unlink()
        raise
    try:
        os.rename(idle, live)
    except OSError:
        os.rename(aside, live)
        journal.unlink()
        raise
    os.rename(aside, idle)
    journal.unlink()


def _complete(live: Path, idle: Path, aside: Path) -> None:
    """Go on from whichever rename was the last."""
    if not os.path.lexists(aside):
        return
    if os.path.lexists(idle):
        if os.path.lexists(live):
            _make_room(live)
        os.rename(idle, live)
    os.rename(aside, idle)


def _make_room(live: Path) -> None:
    try:
        live.rmdir()
    except OSError as error:
        raise EnvironmentRefused(
            f"上次发布中断后，输出文件夹「{live}」的位置上出现了别的文件。",
            mend="请移走那里的文件，再运行一次，发布会自动完成。",
        ) from error


def _names(content: bytes) -> tuple[str, str] | None:
    """The names in a journal; None when it was cut off, hence written before any rename."""
    try:
        value = json.loads(content)
    except ValueError:
        return None
    if isinstance(value, list) and len(value) == 2 and all(_is_name(name) for name in value):
        return value[0], value[1]
    return None


def _is_name(value: object) -> bool:
    return isinstance(value, str) and value.startswith(".") and value == os.path.basename(value) and len(value) > 2


def _write_durably(path: Path, content: bytes) -> None:
    with open(path, "wb") as target:
        target.write(content)
        target.flush()
        os.fsync(target.fileno())
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Bring a folder's entries to the disk; Windows knows no such call and needs none."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
