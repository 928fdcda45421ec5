"""The data folder of a site: all its files, in one order on every machine, as records by table."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from generator.errors import EnvironmentRefused
from generator.findings import Finding, Place, finding

from .csv_files import MAX_BYTES
from .files import FileResult, read_file
from .folder_entries import data_files
from .records import HeaderRow, Record
from .tables import TableNames

FileReader = Callable[[str, bytes, TableNames], FileResult]
"""From path, bytes and tables to a result: :func:`read_file`, or a cache in front of it."""


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What a file was when it was read."""

    sha256: str
    """SHA-256 of its bytes, in hexadecimal."""
    size: int
    """Its size in bytes."""


@dataclass(frozen=True, slots=True)
class Intake:
    """Everything that was read from a data folder."""

    records: dict[str, list[Record]] = field(default_factory=dict)
    """Table → its records, in the order of paths and of lines; tables without a file are left out."""
    headers: dict[str, list[HeaderRow]] = field(default_factory=dict)
    """Table → the headers of its CSV file, also where no row follows."""
    findings: tuple[Finding, ...] = ()
    """What is wrong with folder, files and their writing; sorted."""
    files: dict[str, FileStamp] = field(default_factory=dict)
    """Path relative to the site → stamp, in the order of paths."""
    incomplete: frozenset[str] = frozenset()
    """Tables of which some record could not be read: a reference into them that finds nothing proves nothing."""


def read_data(data_dir: Path, *, tables: TableNames, root: Path, read: FileReader = read_file) -> Intake:
    """
    Read ``<table>.csv`` and ``<table>/*.yml`` of a data folder.

    Args:
        data_dir: The folder.
        tables: The tables that there are, and their words.
        root: The site's folder; paths are relative to it, and links that leave it are not followed.
        read: What reads one file.

    Raises:
        EnvironmentRefused: The machine does not let a file be read.
    """
    name = data_dir.relative_to(root).as_posix()
    if not data_dir.is_dir():
        return Intake(findings=(finding("data-folder-missing", Place(name), found=name),))
    paths, findings = data_files(data_dir, name, tables, root)
    intake = Intake()
    incomplete = set()
    for relative_path, path in sorted(paths.items()):
        data = _bytes_of(path, relative_path)
        if data is None:
            continue
        intake.files[relative_path] = FileStamp(hashlib.sha256(data).hexdigest(), len(data))
        result = read(relative_path, data, tables)
        findings.extend(result.findings)
        intake.records.setdefault(result.table, []).extend(result.records)
        if result.header is not None:
            intake.headers.setdefault(result.table, []).append(result.header)
        if not result.is_complete:
            incomplete.add(result.table)
    in_order = tuple(sorted(findings, key=lambda found: found.sort_key))
    return Intake(intake.records, intake.headers, in_order, intake.files, frozenset(incomplete))


def _bytes_of(path: Path, relative_path: str) -> bytes | None:
    """Return the file's bytes, cut just above the largest size that is read; ``None`` if it has gone meanwhile."""
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise EnvironmentRefused(
            f"读不了文件 {relative_path}：{error.strerror or error}",
            mend="请检查这个文件的读取权限，以及它是否被别的程序占用。",
        ) from error
