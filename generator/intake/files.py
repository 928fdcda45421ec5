"""The bytes of one data file become records: a pure function, so that a memory can stand in front of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.errors import EnvironmentRefused
from generator.findings import Finding, Place, finding

from .csv_files import MAX_BYTES, read_csv
from .records import HeaderRow, Record
from .tables import TableNames, TableWords
from .yaml_files import read_yaml

YAML_SUFFIXES = (".yml", ".yaml")
CSV_SUFFIX = ".csv"
_SPREADSHEET_SIGNATURES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""ZIP (xlsx, ods) and the Compound File Binary Format (xls, et), whatever the file's name says."""
_LOSSES = frozenset(
    (
        "csv-full-width-comma",
        "csv-ragged-row",
        "csv-unclosed-quote",
        "encoding-refused",
        "file-too-large",
        "spreadsheet-file",
        "yaml-second-document",
    )
)
"""Kinds behind which there may be records that were not read."""


@dataclass(frozen=True, slots=True)
class FileResult:
    """What one file holds."""

    path: str
    """Path relative to the site, with forward slashes."""
    table: str
    records: tuple[Record, ...] = ()
    header: HeaderRow | None = None
    """The header of a CSV file, as far as it could be read; ``None`` for YAML."""
    findings: tuple[Finding, ...] = ()
    is_complete: bool = True
    """Whether every record that the editor wrote was read; if not, a reference to a missing record proves nothing."""


class KnownFile(NamedTuple):
    """A file that is known from an earlier run, which found nothing to tell of it."""

    path: str
    """Path relative to the site, with forward slashes."""
    table: str
    made: bytes
    """What the contract made of it then, in the contract's own notation."""
    read: Callable[[], FileResult]
    """Reads the file after all; raises EnvironmentRefused where it is another one by now."""


def table_of(path: str) -> str:
    """Return the table that a data file belongs to: its folder's name for YAML, its own stem for CSV."""
    pure = PurePosixPath(path)
    return pure.stem if pure.suffix.lower() == CSV_SUFFIX else pure.parent.name


def read_file(relative_path: str, data: bytes, tables: TableNames) -> FileResult:
    """
    Read one data file.

    Args:
        relative_path: ``data/<table>.csv`` or ``data/<table>/<id>.yml``, relative to the site.
        data: The file's bytes.
        tables: The words of all tables.

    Returns:
        Records and findings; they depend on the arguments alone, and they can be pickled.
    """
    table = table_of(relative_path)
    path = PurePosixPath(relative_path)
    if data.startswith(_SPREADSHEET_SIGNATURES):
        allowed = f"{table}{CSV_SUFFIX}"
        told = finding("spreadsheet-file", Place(relative_path, 1, 1), found=path.name, allowed=allowed)
        return FileResult(relative_path, table, findings=(told,), is_complete=False)
    if path.suffix.lower() == CSV_SUFFIX:
        words = tables.tables.get(table, TableWords())
        header, rows, findings = read_csv(data, relative_path, table, words)
        is_complete = header is not None and not any(told.code in _LOSSES for told in findings)
        return FileResult(relative_path, table, tuple(rows), header, tuple(findings), is_complete)
    record, findings = read_yaml(data, relative_path, table, path.stem, tables)
    records = () if record is None else (record,)
    is_complete = record is not None and not any(told.code in _LOSSES for told in findings)
    return FileResult(relative_path, table, records, None, tuple(findings), is_complete)


def bytes_of(path: Path, relative_path: str) -> bytes | None:
    """
    Return a file's bytes, cut just above the largest size that is read; ``None`` if it has gone meanwhile.

    Raises:
        EnvironmentRefused: The machine does not let it be read.
    """
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
