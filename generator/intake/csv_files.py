"""One CSV file becomes records, one a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.findings import Finding, Place, finding

from .characters import is_clean, megabytes, one_line, strange_characters
from .csv_columns import Columns, read_columns
from .csv_header import Header, find_header, known_header
from .csv_scanner import BrokenQuote, CsvScanner, Row
from .encodings import decode_csv
from .records import HeaderRow, Record, Value
from .tables import TableWords

MAX_BYTES = 50_000_000
"""Size of the largest CSV file that is read: some 100,000 rows with text in them."""

_EXCEL_NUMBER = re.compile(r"[+-]?\d(?:\.\d+)?[Ee][+-]\d{2,3}")
"""What Excel shows and saves for numbers of 12 digits and more."""
_EXPONENTS = tuple(re.compile(re.escape(mark) + r"(?<=\d..)\d") for mark in ("E+", "E-", "e+", "e-"))
"""A part of every such number; a search for fixed characters is by far the fastest."""
_EXCEL_ERROR = re.compile(
    r"#(?:REF|VALUE|DIV/0|NUM|NULL|SPILL|CALC|FIELD|BLOCKED|CONNECT|UNKNOWN|BUSY|PYTHON)!"
    r"|#N/A|#NAME\?|#GETTING_DATA|#{3,}"
)
"""Error values of Excel and WPS, and the hashes that are saved for a column too narrow to show a date."""
_TOTALS = frozenset(("合计", "总计", "小计", "共计", "总合计", "total", "grandtotal", "subtotal"))
_LABEL_ENDS = re.compile(r"[\s:：]+")


class RowPlaces(Mapping[str, tuple[int, int]]):
    """Places of one row's cells, worked out when asked: most are never needed."""

    __slots__ = ("_columns", "_line", "_lines")

    def __init__(self, columns: dict[str, int], line: int, cell_lines: list[int] | None) -> None:
        self._columns = columns
        self._line = line
        self._lines = cell_lines

    def __getitem__(self, word: str) -> tuple[int, int]:
        number = self._columns[word]
        return (self._lines[number - 1] if self._lines else self._line), number

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)


def read_csv(
    data: bytes, file: str, table: str, words: TableWords
) -> tuple[HeaderRow | None, list[Record], list[Finding]]:
    """
    Read one CSV file as records of *table*.

    Args:
        data: The file's bytes.
        file: Its path relative to the site.
        table: The table that the file is named after.
        words: The table's words; headers are compared with them, never translated.

    Returns:
        The header (``None`` where none could be read), the records and the findings with canonical field names.
    """
    if len(data) > MAX_BYTES:
        return (
            None,
            [],
            [finding("file-too-large", Place(file, 1, 1), found=megabytes(len(data)), allowed=megabytes(MAX_BYTES))],
        )
    known = words.fields
    decoded = decode_csv(data, file, lambda text: known_header(text, known))
    if decoded.text is None:
        return None, [], list(decoded.findings)
    header = find_header(decoded.text, known)
    if header is None:
        return None, [], [_nothing_read(decoded.text, file)]
    reader = _Reader(file, table, words, header, decoded.broken_as)
    records = reader.read(decoded.text)
    return reader.columns.header_row, records, reader.findings


def _nothing_read(text: str, file: str) -> Finding:
    """Tell why there is no header: nothing is written, or the first cell's quote is never closed."""
    for row in CsvScanner(text, ","):
        if isinstance(row, BrokenQuote):
            return finding("csv-unclosed-quote", Place(file, row.line, row.number), found=one_line(row.text))
        if any(cell.strip() for cell in row.cells):
            break
    return finding("file-empty", Place(file, 1, 1))


class _Reader:
    """Reads the rows of one file under its header."""

    def __init__(self, file: str, table: str, words: TableWords, header: Header, broken_as: str) -> None:
        self._file = file
        self._table = table
        self._header = header
        self._broken_as = broken_as
        self.columns: Columns = read_columns(file, words, header, broken_as)
        self.findings: list[Finding] = list(self.columns.findings)

    def read(self, text: str) -> list[Record]:
        """Return the records of all sound rows; the findings tell of the others."""
        header, columns = self._header, self.columns
        if not columns.is_readable:
            return []
        body = text.partition("\n")[2] if header.skipped_lines else text
        scanner = CsvScanner(body, header.delimiter)
        scanner.width = len(header.row.cells)
        looks_closer = not is_clean(text) or "#" in text or any(exponent.search(text) for exponent in _EXPONENTS)
        numbers, width, full_width = columns.numbers, columns.width, len(header.row.cells)
        is_gapless = list(numbers.values()) == list(range(1, width + 1))
        records = []
        for row in scanner:
            if row.line <= header.row.line:
                continue
            if isinstance(row, BrokenQuote):
                self._note("csv-unclosed-quote", row.line + header.skipped_lines, row.number, row.text)
                continue
            if header.skipped_lines:
                row = _moved(row, header.skipped_lines)
            cells = list(map(str.strip, row.cells))
            if not any(cells) or self._is_total(row, cells):
                continue
            if not width <= len(cells) <= full_width and self._is_ragged(row, cells):
                continue
            if columns.blanks:
                self._check_blank_headers(cells)
            written = cells if is_gapless else [cells[number - 1] for number in numbers.values()]
            values: dict[str, Value] = dict(zip(numbers, written, strict=False))
            reported = self._spoilt(row, cells) if looks_closer else frozenset()
            places = RowPlaces(numbers, row.line, row.cell_lines)
            records.append(
                Record(
                    self._table,
                    self._file,
                    row.line,
                    values,
                    places,
                    key_places=columns.key_places,
                    reported=reported,
                )
            )
        return records

    def _is_total(self, row: Row, cells: list[str]) -> bool:
        """Note a row of totals, known by its first word."""
        label = next(filter(None, cells))
        if len(label) > 12 or _LABEL_ENDS.sub("", label).lower() not in _TOTALS:
            return False
        number = cells.index(label) + 1
        self._note("csv-total-row", row.line_of(number), number, label)
        return True

    def _is_ragged(self, row: Row, cells: list[str]) -> bool:
        """Note a row of another length than the header; empty cells behind the last header do not count."""
        written = len(cells)
        while written > self.columns.width and not cells[written - 1]:
            written -= 1
        header_cells = len(self._header.row.cells)
        if self.columns.width <= written <= header_cells:
            return False
        number = min(written, header_cells + 1)
        allowed = header_cells if written > header_cells else self.columns.width
        self._note("csv-ragged-row", row.line_of(number), number, str(written), allowed=str(allowed))
        return True

    def _check_blank_headers(self, cells: list[str]) -> None:
        """Note a column without a header at its first value."""
        for number in [number for number in self.columns.blanks if number <= len(cells) and cells[number - 1]]:
            self.columns.blanks.discard(number)
            line = self._header.row.line_of(number) + self._header.skipped_lines
            self._note("csv-blank-header", line, number, one_line(cells[number - 1]), second=str(number))

    def _spoilt(self, row: Row, cells: list[str]) -> frozenset[str]:
        """Note cells that a spreadsheet or a wrong encoding has spoilt; return their words."""
        spoilt = set()
        for word, number in self.columns.numbers.items():
            cell = cells[number - 1]
            fault = next(strange_characters(row.cells[number - 1], self._broken_as), None)
            if fault is not None:
                code, found = fault[1:]
            elif _EXCEL_NUMBER.fullmatch(cell):
                code, found = "excel-number", cell
            elif _EXCEL_ERROR.fullmatch(cell):
                code, found = "excel-error-cell", cell
            else:
                continue
            spoilt.add(word)
            field = self.columns.canonical[word]
            self._note(code, row.line_of(number), number, found, field=field, allowed=self._broken_as, word=word)
        return frozenset(spoilt)

    def _note(self, code: str, line: int, number: int, found: str, **names: str) -> None:
        field, allowed = names.pop("field", ""), names.pop("allowed", "")
        place = Place(self._file, line, number)
        self.findings.append(finding(code, place, field=field, found=one_line(found, 80), allowed=allowed, **names))


def _moved(row: Row, lines: int) -> Row:
    cell_lines = [line + lines for line in row.cell_lines] if row.cell_lines else None
    return Row(row.line + lines, row.cells, cell_lines)
