"""The columns of a CSV file: which word stands where, and what is wrong with the header."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.findings import Finding, Place, finding

from .characters import one_line, strange_characters
from .csv_header import Header
from .csv_scanner import Row
from .records import HeaderRow
from .tables import TableWords


@dataclass(slots=True, eq=False)
class Columns:
    """What a header says."""

    header_row: HeaderRow
    width: int
    """Number of the last cell with a header."""
    numbers: dict[str, int] = field(default_factory=dict)
    """The editor's word → number of its column, from 1."""
    canonical: dict[str, str] = field(default_factory=dict)
    """The editor's word → the field's canonical name."""
    key_places: dict[str, tuple[int, int]] = field(default_factory=dict)
    """The editor's word → (line, column) of the header's cell."""
    blanks: set[int] = field(default_factory=set)
    """Columns without a header that have not been reported."""
    findings: list[Finding] = field(default_factory=list)
    is_readable: bool = True
    """Whether the columns can be told apart at all."""


def read_columns(file: str, words: TableWords, header: Header, broken_as: str) -> Columns:
    """
    Read the columns off *header* and note what is wrong with it.

    Args:
        file: Path relative to the site.
        words: The table's words.
        header: The header as found.
        broken_as: The encoding in which the file has broken bytes, if it has.
    """
    line = header.row.line + header.skipped_lines
    written = header.words
    width = max((number for number, word in enumerate(written, 1) if word), default=0)
    columns = Columns(HeaderRow(file, line, ()), width)
    for title in header.titles:
        _note_title(columns, file, title, line, header.skipped_lines)
    mark = header.full_width_mark(words.fields)
    if mark:
        number, character = mark
        found, mended = written[number - 1], _with_commas(written[number - 1])
        place = Place(file, line, number)
        columns.findings.append(
            finding("csv-full-width-comma", place, found=found, allowed=one_line(mended, 80), mark=character)
        )
        columns.is_readable = False
        return columns
    for number, word in enumerate(written, 1):
        place = Place(file, header.row.line_of(number) + header.skipped_lines, number)
        if not word:
            columns.blanks.add(number)
        elif word in columns.numbers:
            first = str(columns.numbers[word])
            name = words.canonical(word)
            columns.findings.append(
                finding(
                    "csv-duplicate-header", place, field=name, found=word, word=word, first=first, second=str(number)
                )
            )
        elif not _note_strange(columns, place, header.row.cells[number - 1], broken_as):
            columns.numbers[word] = number
            columns.canonical[word] = words.canonical(word)
            columns.key_places[word] = (place.line or line, number)
    columns.header_row = HeaderRow(file, line, tuple(columns.numbers.items()))
    return columns


def _note_title(columns: Columns, file: str, title: Row, header_line: int, skipped_lines: int) -> None:
    number, text = next((number, cell) for number, cell in enumerate(title.cells, 1) if cell.strip())
    place = Place(file, title.line_of(number) + skipped_lines, number)
    columns.findings.append(finding("csv-title-row", place, found=one_line(text), header_line=str(header_line)))


def _note_strange(columns: Columns, place: Place, cell: str, broken_as: str) -> bool:
    strange = list(strange_characters(cell, broken_as))
    for _, code, found in strange:
        columns.findings.append(finding(code, place, found=found, allowed=broken_as))
    return bool(strange)


def _with_commas(text: str) -> str:
    return text.replace("，", ",").replace("；", ",").replace("、", ",")
