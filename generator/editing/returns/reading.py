"""A workbook that came back becomes records of the ledger, each value with its cell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple, TypeAlias

from python_calamine import CalamineError, CalamineWorkbook, ZipError

from generator.build.environment import told_as_environment
from generator.contract.schema import load_tables
from generator.findings import Finding, Place, finding
from generator.intake.records import Record

from .layout import COLUMNS, FORM, IDENTITY_SHEET, REFERENCES, ROWS_SHEET, Identity

MAX_BYTES = 10_000_000
"""Size of the largest workbook that is read: a unit's has some 25 KB."""
_ERROR = re.compile(r"#(?:REF|VALUE|DIV/0|NUM|NULL|SPILL|CALC)!|#N/A|#NAME\?|#{3,}")
_PRECISION = 15
"""Significant digits that spreadsheets calculate with."""
_Cell: TypeAlias = object


class Return(NamedTuple):
    """One workbook as it came back."""

    file: str
    identity: Identity | None
    """``None`` where it is not one of ours."""
    records: tuple[Record, ...] = ()
    """Rows in which something stands beside the id."""
    findings: tuple[Finding, ...] = ()


def read_return(path: Path, options: Mapping[str, Mapping[str, str]]) -> Return:
    """Read one workbook.

    Args:
        path: The file.
        options: Column → words to choose from → key.

    Raises:
        EnvironmentRefused: The system does not let it be read.
    """
    name = path.name
    with told_as_environment(f"读取 {name} "):
        data = path.read_bytes()
    if len(data) > MAX_BYTES:
        return _refused(name, f"有 {len(data) // 1_000_000} MB")
    try:
        with told_as_environment(f"读取 {name} "):
            workbook = CalamineWorkbook.from_path(str(path))
        sheets = workbook.sheet_names
        if IDENTITY_SHEET not in sheets or ROWS_SHEET not in sheets:
            return _refused(name, f"没有“{ROWS_SHEET}”表或单位标识")
        told = _lines(workbook, IDENTITY_SHEET)
        lines = _lines(workbook, ROWS_SHEET)
    except (CalamineError, ZipError, ValueError) as error:
        return _refused(name, _short(error))
    identity = _identity([str(line[0]) if line else "" for line in told])
    if identity is None:
        return _refused(name, "单位标识被改过")
    return _Rows(name, identity, options).read(lines)


def _lines(workbook: CalamineWorkbook, sheet: str) -> list[list[_Cell]]:
    return [list(line) for line in workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)]


def _refused(name: str, why: str) -> Return:
    return Return(name, None, findings=(finding("return-unreadable", Place(name), found=why),))


def _short(error: Exception) -> str:
    return "有密码" if "assword" in str(error) else "不是 xlsx"


def _identity(told: list[str]) -> Identity | None:
    if len(told) < 4 or told[0] != FORM:
        return None
    try:
        return Identity(told[1], told[2], date.fromisoformat(told[3][:10]))
    except ValueError:
        return None


class _Rows:
    """Reads the rows of one workbook."""

    def __init__(self, file: str, identity: Identity, options: Mapping[str, Mapping[str, str]]) -> None:
        self._file, self._identity, self._options = file, identity, options
        self._schema = load_tables()["ledger"]
        self._findings: list[Finding] = []

    def read(self, lines: list[list[_Cell]]) -> Return:
        titles = {self._schema.by_name[column].title: column for column in COLUMNS}
        head = next((number for number, line in enumerate(lines) if titles.keys() <= set(map(_bare, line))), None)
        if head is None:
            return _refused(self._file, "表头被改过")
        columns = {titles[_bare(cell)]: place for place, cell in enumerate(lines[head]) if _bare(cell) in titles}
        records = [
            record
            for number, line in enumerate(lines[head + 1 :], start=head + 2)
            if (record := self._record(number, line, columns)) is not None
        ]
        return Return(self._file, self._identity, tuple(records), tuple(self._findings))

    def _record(self, number: int, line: list[_Cell], columns: Mapping[str, int]) -> Record | None:
        texts = {column: _text(line[place]) if place < len(line) else "" for column, place in columns.items()}
        if not any(text for column, text in texts.items() if column != "id"):
            return None
        values, places = {}, {}
        for column, text in texts.items():
            entry = self._schema.by_name[column]
            places[entry.title] = (number, columns[column] + 1)
            if _ERROR.fullmatch(text):
                place = Place(self._file, number, columns[column] + 1)
                self._findings.append(
                    finding("return-cell-error", place, field=column, found=text, word=entry.title, record=texts["id"])
                )
                continue
            values[entry.title] = self._options[column].get(text, text) if column in REFERENCES else text
        known = (("campaign", self._identity.campaign), ("organisation", self._identity.organisation))
        for column, key in known:
            values[self._schema.by_name[column].title] = key
        return Record("ledger", self._file, number, {**values}, places)


def _bare(cell: _Cell) -> str:
    """Return a title without the mark of what is required."""
    return str(cell).strip().rstrip("*")


def _text(cell: _Cell) -> str:
    """Return what stands in a cell as an editor would write it."""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:.{_PRECISION}g}"
    return str(cell).strip() if cell is not None else ""
