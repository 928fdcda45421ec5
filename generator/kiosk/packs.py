"""
Packs as zips and as folders: reading them, none believed before every byte agrees with its manifest.

A pack may come from anybody's USB stick.  So its directory is looked at before
the standard library reads it, its names before anything is written, and sizes
are those that the manifest states, whatever the zip says.
"""

from __future__ import annotations

import hashlib
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from .manifests import (
    MANIFEST,
    MAX_BYTES,
    MAX_FILES,
    MAX_MANIFEST_BYTES,
    Pack,
    PackFile,
    PackRefused,
    manifest_bytes,
    parse_manifest,
    refuse_names,
)

SUFFIX = ".shanhuo.zip"
"""How the file of a pack is named, so that a screen knows it on a stick."""

_CHUNK = 2**18
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_MAX_DIRECTORY_BYTES = 64 * 2**20
_END = struct.Struct("<4s4H2LH")
"""End of central directory (APPNOTE.TXT 4.3.16)."""
_END_64 = struct.Struct("<4sQ2H2L4Q")
"""Zip64 end of central directory (4.3.14)."""
_LOCATOR_64 = struct.Struct("<4sLQL")
"""Zip64 end of central directory locator (4.3.15)."""
_UNREADABLE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    UnicodeError,
    ValueError,
)
"""What :mod:`zipfile` raises for what is no zip, or one that it cannot read."""


def write_pack(target: IO[bytes], pack: Pack, read: Callable[[str], bytes]) -> None:
    """Write the zip of *pack*; same content, same bytes.

    Everything is stored as it is: another release of zlib would compress to other bytes, pictures and sounds are small
    already, and what is stored cannot swell.
    """
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(_entry(MANIFEST), manifest_bytes(pack))
        for path in sorted(pack.files):
            archive.writestr(_entry(path), read(path))


def read_manifest(file: Path) -> Pack:
    """Return what the pack *file* says that it is, without reading the rest.

    Raises:
        PackRefused: It is no pack.
    """
    with _opened(file) as archive:
        return _manifest(archive)


def verify_pack(file: Path) -> Pack:
    """Read all of the pack *file*.

    Raises:
        PackRefused: A file of it is not what its manifest says, missing, or not listed.
    """
    with _opened(file) as archive:
        pack = _manifest(archive)
        for path, about in pack.files.items():
            for _ in _checked(archive, path, about):
                pass
        return pack


def unpack(file: Path, folder: Path) -> Pack:
    """Unpack the pack *file* into the new folder *folder*, verifying it on the way.

    Raises:
        PackRefused: As :func:`verify_pack`; what was written by then is left in *folder*.
    """
    with _opened(file) as archive:
        pack = _manifest(archive)
        _refuse_lack_of_room(pack, folder.parent)
        folder.mkdir()
        for path, about in pack.files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with open(target, "xb") as stream:
                stream.writelines(_checked(archive, path, about))
        (folder / MANIFEST).write_bytes(manifest_bytes(pack))
    return pack


def verify_folder(folder: Path) -> Pack:
    """Read all of an unpacked pack.

    Raises:
        PackRefused: A file of it is not what its manifest says, missing, or not listed.
    """
    pack = folder_manifest(folder)
    found = {path: plain for path, plain in _walk(folder) if path != MANIFEST}
    _refuse_difference(found, pack.files)
    for path, about in pack.files.items():
        with open(folder / path, "rb") as stream:
            if not found[path] or os.fstat(stream.fileno()).st_size != about.size:
                raise _altered(path)
            if hashlib.file_digest(stream, "sha256").hexdigest() != about.sha256:
                raise _altered(path)
    return pack


def folder_manifest(folder: Path) -> Pack:
    """Return what an unpacked pack says that it is, without reading the rest.

    Raises:
        PackRefused: There is none.
    """
    try:
        with open(folder / MANIFEST, "rb") as stream:
            return parse_manifest(stream.read(MAX_MANIFEST_BYTES))
    except OSError as error:
        raise PackRefused(f"“{folder}”里没有导购包。") from error


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    """Open a zip that is a plain file; whatever is wrong with it inside the block is told as a refusal."""
    try:
        with open(file, "rb", opener=_open_plain) as stream:
            about = os.fstat(stream.fileno())
            if not stat.S_ISREG(about.st_mode):
                raise PackRefused(f"“{file}”不是文件。")
            if about.st_size > MAX_BYTES + _MAX_DIRECTORY_BYTES:
                raise PackRefused(f"“{file}”太大，不会是导购包。")
            _refuse_swollen_directory(stream, about.st_size)
            with zipfile.ZipFile(stream) as archive:
                yield archive
    except _UNREADABLE as error:
        raise PackRefused(f"“{file}”不是完整的导购包，没有采用。", mend="重新拷一份。") from error
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            raise PackRefused(f"没有“{file}”这个文件。") from error
        raise PackRefused(f"“{file}”读写不了：{error.strerror or error}。") from error


def _open_plain(path: str, flags: int) -> int:
    """Open without following a link at the end of the path, and without waiting, should it be a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))


def _refuse_swollen_directory(stream: IO[bytes], size: int) -> None:
    """Refuse a zip whose directory would fill the memory: the library reads it as a whole.

    Packs have no comment, so the directory's end is the file's.
    """
    stream.seek(max(0, size - _END.size))
    end = stream.read(_END.size)
    if len(end) < _END.size:
        raise zipfile.BadZipFile
    mark, *_, count, length, _, comment = _END.unpack(end)
    if mark != b"PK\x05\x06" or comment:
        raise zipfile.BadZipFile
    stream.seek(max(0, size - _END.size - _LOCATOR_64.size))
    locator = stream.read(_LOCATOR_64.size)
    if locator.startswith(b"PK\x06\x07"):
        stream.seek(_LOCATOR_64.unpack(locator)[2])
        fields = _END_64.unpack(stream.read(_END_64.size))
        count, length = max(count % 0xFFFF, fields[7]), max(length % 0xFFFFFFFF, fields[8])
    if count > MAX_FILES + 1 or length > _MAX_DIRECTORY_BYTES:
        raise zipfile.BadZipFile
    stream.seek(0)


def _manifest(archive: zipfile.ZipFile) -> Pack:
    """Return the manifest, having compared the zip's directory with it."""
    entries = archive.infolist()
    refuse_names([entry.filename for entry in entries if entry.filename != MANIFEST])
    for entry in entries:
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if entry.is_dir() or kind not in (0, stat.S_IFREG) or entry.orig_filename != entry.filename:
            raise PackRefused(f"导购包里的“{entry.filename}”不是普通文件，没有采用。")
        if entry.compress_type not in _METHODS or entry.flag_bits & 0x1:
            raise PackRefused(f"导购包里的“{entry.filename}”加了密，或者压缩的方式不认识，没有采用。")
    listed = [entry for entry in entries if entry.filename == MANIFEST]
    if len(listed) != 1 or listed[0].file_size > MAX_MANIFEST_BYTES:
        raise PackRefused(f"这不是导购包：里面没有 {MANIFEST}。", mend="导购包用 shanhuo guide pack 来做。")
    with archive.open(listed[0]) as stream:
        content = stream.read(MAX_MANIFEST_BYTES + 1)
    pack = parse_manifest(content)
    _refuse_difference({entry.filename: True for entry in entries if entry.filename != MANIFEST}, pack.files)
    for entry in entries:
        if entry.filename != MANIFEST and entry.file_size != pack.files[entry.filename].size:
            raise _altered(entry.filename)
    return pack


def _checked(archive: zipfile.ZipFile, path: str, about: PackFile) -> Iterator[bytes]:
    """Yield the content of a file; the end is reached only when it is the right one."""
    digest, size = hashlib.sha256(), 0
    try:
        with archive.open(path) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                if size > about.size:
                    raise _altered(path)
                digest.update(chunk)
                yield chunk
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:  # the zip's own check of it fails first
        raise _altered(path) from error
    if size != about.size or digest.hexdigest() != about.sha256:
        raise _altered(path)


def _walk(folder: Path) -> Iterator[tuple[str, bool]]:
    """Yield every entry below *folder* that is no folder, and whether it is a plain file."""
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        with os.scandir(folder / inside) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{inside}{entry.name}/")
                else:
                    yield inside + entry.name, entry.is_file(follow_symlinks=False)


def _refuse_difference(found: Mapping[str, bool], listed: Mapping[str, PackFile]) -> None:
    if missing := sorted(listed.keys() - found.keys()):
        raise PackRefused(f"导购包里缺少 {missing[0]} 等 {len(missing)} 个文件，没有采用。", mend="重新拷一份。")
    if foreign := sorted(found.keys() - listed.keys()):
        raise PackRefused(f"导购包里多出 {foreign[0]} 等 {len(foreign)} 个文件，没有采用。", mend="重新拷一份。")


def _refuse_lack_of_room(pack: Pack, folder: Path) -> None:
    if not hasattr(os, "statvfs"):
        return
    about = os.statvfs(folder)
    # A file takes whole blocks, and its name takes room as well.
    wanted = sum(file.size + about.f_frsize for file in pack.files.values())
    if wanted > about.f_bavail * about.f_frsize:
        raise PackRefused(f"磁盘空间不够：导购包要 {wanted // 2**20 + 1} MB。", mend="腾出空间后再试。")


def _altered(path: str) -> PackRefused:
    return PackRefused(f"导购包里的 {path} 和清单不一致，没有采用。", mend="重新拷一份。")


def _entry(path: str) -> zipfile.ZipInfo:
    """Return the zip's entry for a file, without anything of the machine and the moment."""
    entry = zipfile.ZipInfo(path)  # 1980-01-01, the zero of zips
    entry.create_system = 3
    entry.external_attr = (stat.S_IFREG | 0o644) << 16
    return entry
