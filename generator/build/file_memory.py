"""
Data files that were read before: reading one takes far longer than recognising it.

A file is recognised by its content, or, as git does it, by size, times and inode alone: where both of its times were
so long past when its content was read that no later change can have left them as they are.

Kept in ``.shanhuo/files.jsonl``: a line that names everything that decides how files are read; a line of JSON with what
files are recognised by (path → checksum of its own line below, digest of its content, size, times, inode); then a line
a file with what the contract made of it.  Only files without findings are kept, so nothing that an editor is to be told
can be lost; whatever is not as it was written counts as nothing.
"""

from __future__ import annotations

import json
import os
import sys
import zlib
from collections.abc import Iterable, Mapping
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import yaml

from generator.errors import EnvironmentRefused
from generator.intake.data_folder import read_path
from generator.intake.files import FileResult, KnownFile, bytes_of, read_file, table_of
from generator.intake.tables import TableNames

from .stamps import Stamp, settled_stamp, stamp_of


class _Mark(NamedTuple):
    """What a file is recognised by."""

    checksum: int
    """CRC-32 of its line."""
    digest: str
    """Digest of its content."""
    stamp: Stamp | None
    """``None`` where it was changed too shortly before it was read."""


class FileMemory:
    """Reads data files, as :func:`generator.intake.data_folder.read_path` does; those known from earlier runs at once.

    With no *path* nothing is known and nothing kept.
    """

    def __init__(self, path: Path | None, readers: str) -> None:
        """
        Recall what is kept at *path*.

        Args:
            path: The file that it is kept in.
            readers: Digest of the code and the settings that decide how files are read.
        """
        self._path = path
        self._head = f"{readers} Python {sys.version.split()[0]} PyYAML {yaml.__version__}"
        self._marks: dict[str, _Mark] = {}
        self._lines: dict[str, bytes] = {}
        self._met: dict[str, tuple[str, Stamp | None]] = {}
        """Files of this run, in their order → digest of the content, stamp."""
        if path is not None:
            self._recall(path)

    def _recall(self, path: Path) -> None:
        try:
            head, index, *lines = path.read_bytes().split(b"\n")
            if head != self._head.encode():
                return
            for (name, (checksum, digest, *stamp)), line in zip(json.loads(index).items(), lines, strict=True):
                if zlib.crc32(line) == checksum:
                    size, changed, touched, inode = stamp or (0, 0, 0, 0)
                    self._marks[name] = _Mark(checksum, digest, (size, changed, touched, inode) if stamp else None)
                    self._lines[name] = line
        except (OSError, ValueError, TypeError, AttributeError):
            self._marks, self._lines = {}, {}

    def read(self, relative_path: str, path: Path, tables: TableNames) -> FileResult | KnownFile | None:
        """
        Read one data file, or recognise it; ``None`` if it has gone meanwhile.

        Raises:
            EnvironmentRefused: The machine does not let it be read.
        """
        if self._path is None:
            return read_path(relative_path, path, tables)
        mark = self._marks.get(relative_path)
        if mark and mark.stamp and mark.stamp == stamp_of(path):
            self._met[relative_path] = mark.digest, mark.stamp
            return self._known(relative_path, path, tables, mark.digest)
        stamp = settled_stamp(path)
        data = bytes_of(path, relative_path)
        if data is None:
            return None
        digest = _digest(data)
        self._met[relative_path] = digest, stamp
        if mark and mark.digest == digest:
            return self._known(relative_path, path, tables, digest)
        return read_file(relative_path, data, tables)

    def _known(self, relative_path: str, path: Path, tables: TableNames, digest: str) -> KnownFile:
        again = partial(_read_again, relative_path, path, tables, digest)
        return KnownFile(relative_path, table_of(relative_path), self._lines[relative_path], again)

    def keep(self, made: Iterable[tuple[str, bytes]]) -> None:
        """
        Keep the files of this run, replacing what was kept in one step.

        Args:
            made: Each file that was read and shall be known: its path, and what the contract made of it in one line.
        """
        if self._path is None:
            return
        new = dict(made)
        marks, lines = {}, {}
        for name, (digest, stamp) in self._met.items():
            old = self._marks.get(name)
            if name in new:
                lines[name] = new[name]
                marks[name] = _Mark(zlib.crc32(new[name]), digest, stamp)
            elif old and old.digest == digest:
                lines[name] = self._lines[name]
                marks[name] = old._replace(stamp=stamp or old.stamp)
        if marks != self._marks:
            self._write(self._path, marks, lines)

    def _write(self, path: Path, marks: Mapping[str, _Mark], lines: Mapping[str, bytes]) -> None:
        index = {name: (mark.checksum, mark.digest, *(mark.stamp or ())) for name, mark in marks.items()}
        text = json.dumps(index, ensure_ascii=True, separators=(",", ":"))
        path.parent.mkdir(parents=True, exist_ok=True)
        # Under a name of its own: several commands may read one site at the same time.
        beside = path.with_name(f"{path.name}.{os.getpid()}")
        with beside.open("wb") as stream:
            stream.write(f"{self._head}\n{text}".encode())
            for line in lines.values():
                stream.write(b"\n" + line)
        os.replace(beside, path)


def _read_again(relative_path: str, path: Path, tables: TableNames, digest: str) -> FileResult:
    """Read a file that was recognised; raises EnvironmentRefused where it is another one by now."""
    data = bytes_of(path, relative_path)
    if data is None or _digest(data) != digest:
        raise EnvironmentRefused(f"文件 {relative_path} 在检查时被改动了。", mend="请再运行一次。")
    return read_file(relative_path, data, tables)


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
