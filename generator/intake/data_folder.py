"""The data folder of a site: all its files, in one order on every machine, as records."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias

from generator.findings import Finding, Place, finding

from .files import FileResult, KnownFile, bytes_of, read_file
from .folder_entries import data_files
from .tables import TableNames

FileReader: TypeAlias = Callable[[str, Path, TableNames], FileResult | KnownFile | None]
"""From a file's path relative to the site, the file and the tables to what it holds; ``None`` if it has gone
meanwhile: :func:`read_path`, or a memory in front of it."""


class Intake(NamedTuple):
    """Everything that was read from a data folder."""

    files: tuple[FileResult | KnownFile, ...] = ()
    """The data files, in the order of paths."""
    findings: tuple[Finding, ...] = ()
    """What is wrong with folder, files and their writing; sorted."""


def read_path(relative_path: str, path: Path, tables: TableNames) -> FileResult | None:
    """
    Read one data file from the disk.

    Raises:
        EnvironmentRefused: The machine does not let it be read.
    """
    data = bytes_of(path, relative_path)
    return None if data is None else read_file(relative_path, data, tables)


def read_data(data_dir: Path, *, tables: TableNames, root: Path, read: FileReader = read_path) -> Intake:
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
    files = []
    for relative_path, path in sorted(paths.items()):
        file = read(relative_path, path, tables)
        if file is None:
            continue
        files.append(file)
        if isinstance(file, FileResult):
            findings.extend(file.findings)
    return Intake(tuple(files), tuple(sorted(findings, key=lambda found: found.sort_key)))
