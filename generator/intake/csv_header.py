"""Which row of a CSV file is its header, and which character stands between its cells."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from .csv_scanner import CsvScanner, Row

DELIMITERS = (",", ";", "\t", "|")
"""What spreadsheet programs write, by locale and by choice."""
_FULL_WIDTH_MARKS = re.compile("[，；、]")
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?,*\s*')
"""The line by which Excel is told the delimiter (and which it sometimes writes)."""
_NOTHING = "".join(DELIMITERS) + ' \t\n"\u3000\u00a0'
"""What a file may be full of without anything in it."""
_SAMPLE_CHARACTERS = 64_000
_SAMPLE_ROWS = 12
"""A title, a subtitle, a unit and a date stand above some headers; more was not seen."""


class Header(NamedTuple):
    """The header and what stands above it."""

    row: Row
    delimiter: str
    titles: tuple[Row, ...] = ()
    """Rows with something in them above the header."""
    skipped_lines: int = 0
    """1 where the first line only names the delimiter."""

    @property
    def words(self) -> list[str]:
        """The headers without surrounding space; blank ones as ``""``."""
        return [cell.strip() for cell in self.row.cells]

    def full_width_mark(self, known: Container[str]) -> tuple[int, str] | None:
        """Return (number of the cell, mark) where known words are joined by a full-width mark in one cell."""
        for number, word in enumerate(self.words, 1):
            match = None if word in known else _FULL_WIDTH_MARKS.search(word)
            if match:
                parts = [part.strip() for part in _FULL_WIDTH_MARKS.split(word)]
                if sum(part in known for part in parts) * 2 > len(parts):
                    return number, match[0]
        return None


def find_header(text: str, known: Container[str]) -> Header | None:
    """
    Find the header of a CSV file.

    It is the first row with anything in it, unless that row has at most one
    known word and a row beneath is made of known words.

    Args:
        text: The whole file.
        known: The words that headers may use.

    Returns:
        The header, or ``None`` where the file has nothing in it or its first row has a broken quote.
    """
    if not text.strip(_NOTHING):
        return None
    separator = _SEPARATOR_LINE.fullmatch(text[:20].split("\n", 1)[0])
    if separator:
        body = text.partition("\n")[2]
        return _best(body, separator[1], known, skipped_lines=1)
    candidates = [header for delimiter in DELIMITERS if (header := _best(text, delimiter, known, skipped_lines=0))]
    return max(candidates, key=lambda header: (_known(header.row, known), len(header.row.cells)), default=None)


def known_header(text: str, known: Container[str]) -> Sequence[str] | None:
    """Return the header's words if each is a known one, else ``None``."""
    header = find_header(text, known)
    words = [word for word in header.words if word] if header else []
    return words if words and all(word in known for word in words) else None


def _best(text: str, delimiter: str, known: Container[str], *, skipped_lines: int) -> Header | None:
    rows = _sample(text, delimiter)
    if not rows:
        return None
    first = _known(rows[0], known)
    best = max(range(len(rows)), key=lambda index: (_known(rows[index], known), -index))
    count = _known(rows[best], known)
    filled = sum(bool(cell.strip()) for cell in rows[best].cells)
    if first > 1 or count < 2 or count * 2 < filled:
        best = 0
    return Header(rows[best], delimiter, tuple(rows[:best]), skipped_lines)


def _sample(text: str, delimiter: str) -> list[Row]:
    """Return the first rows that have something in them, up to the first broken quote."""
    rows: list[Row] = []
    for row in CsvScanner(text[:_SAMPLE_CHARACTERS], delimiter):
        if not isinstance(row, Row) or len(rows) == _SAMPLE_ROWS:
            break
        if any(cell.strip() for cell in row.cells):
            rows.append(row)
    return rows


def _known(row: Row, known: Container[str]) -> int:
    return sum(cell.strip() in known for cell in row.cells)
