"""CSV text becomes rows of cells with their lines; quotes as in RFC 4180, any one-character delimiter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

_MAX_BROKEN = 100
"""After so many rows with broken quotes the rest of a file is left for the next run."""


@dataclass(slots=True, eq=False)
class Row:
    """One row."""

    line: int
    """Line (from 1) on which the row starts."""
    cells: list[str]
    """The cells' text as written, without quotes around it."""
    cell_lines: list[int] | None = None
    """Line of every cell, where some cell spans several lines."""

    def line_of(self, number: int) -> int:
        """Return the line on which cell *number* (from 1) starts."""
        return self.cell_lines[number - 1] if self.cell_lines else self.line


class BrokenQuote(NamedTuple):
    """A cell whose quotes do not match; the row it stands in is not read."""

    line: int
    """Line (from 1) on which the cell starts."""
    number: int
    """Number of the cell, from 1."""
    text: str
    """The cell's first line, as far as it goes."""


class CsvScanner:
    """Reads rows one after another; an iterator of :class:`Row` and :class:`BrokenQuote`."""

    def __init__(self, text: str, delimiter: str) -> None:
        self._lines = text.split("\n")
        if not self._lines[-1]:
            self._lines.pop()
        self._delimiter = delimiter
        self.width = 0
        """Cells of the header, once known: after a broken quote, reading goes on with a row of this width."""

    def __iter__(self) -> Iterator[Row | BrokenQuote]:
        lines, delimiter = self._lines, self._delimiter
        index = broken = 0
        while index < len(lines):
            line = lines[index]
            if '"' not in line:
                index += 1
                yield Row(index, line.split(delimiter))
                continue
            row, after = self._quoted_row(index, len(lines))
            yield row
            if isinstance(row, BrokenQuote):
                broken += 1
                if broken == _MAX_BROKEN:
                    return
                after = self._resumption(row.line)
            index = after

    def _quoted_row(self, index: int, limit: int) -> tuple[Row | BrokenQuote, int]:
        """Read the row that starts at line *index* and ends before line *limit*; return it and the line after it."""
        cells: list[str] = []
        cell_lines: list[int] = []
        start = index
        position = 0
        while True:
            line = self._lines[index]
            cell_lines.append(index + 1)
            opening = _after_spaces(line, position)
            if line.startswith('"', opening):
                text, after, position = self._quoted_cell(index, opening + 1, limit)
                if position < 0:
                    return BrokenQuote(index + 1, len(cells) + 1, line[opening:]), after
                index = after
                cells.append(text)
                if position == len(self._lines[index]):
                    break
                position += 1
                continue
            # At once all cells that end before the next quote; at least the one that begins here.
            quote = line.find('"', opening)
            end = line.rfind(self._delimiter, position, quote) if quote >= 0 else -1
            if quote >= 0 and end < 0:
                end = line.find(self._delimiter, position)
            plain = (line[position:] if end < 0 else line[position:end]).split(self._delimiter)
            cells += plain
            cell_lines += [index + 1] * (len(plain) - 1)
            if end < 0:
                break
            position = end + 1
        return Row(start + 1, cells, cell_lines if index > start else None), index + 1

    def _quoted_cell(self, index: int, position: int, limit: int) -> tuple[str, int, int]:
        """
        Read from behind an opening quote to the delimiter or line end behind the closing one.

        Returns:
            The text, the line it ends on and the position there; the position is -1 where the quotes do not match.
        """
        parts: list[str] = []
        while True:
            line = self._lines[index]
            quote = line.find('"', position)
            if quote < 0:
                parts.append(line[position:] + "\n")
                index, position = index + 1, 0
                if index >= limit:
                    return "", index, -1
            elif line.startswith('"', quote + 1):
                parts.append(line[position : quote + 1])
                position = quote + 2
            else:
                parts.append(line[position:quote])
                end = _after_spaces(line, quote + 1)
                if end == len(line) or line[end] == self._delimiter:
                    return "".join(parts), index, end
                return "", index + 1, -1

    def _resumption(self, index: int) -> int:
        """Return the first line from *index* on that is by itself a row of the header's width."""
        while index < len(self._lines):
            line = self._lines[index]
            if '"' in line:
                row, _ = self._quoted_row(index, index + 1)
                width = len(row.cells) if isinstance(row, Row) else -1
            else:
                width = line.count(self._delimiter) + 1
            if width == self.width:
                return index
            index += 1
        return index


def _after_spaces(line: str, position: int) -> int:
    while line.startswith(" ", position):
        position += 1
    return position
