"""Cells of a workbook by their types, and text that no program runs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from generator.catalog.item import Amount
from generator.catalog.money import Money
from generator.contract.quantities import NotDisclosed
from generator.surfaces.texts import Texts

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet take text for a formula when it is typed or read from CSV (OWASP, CSV Injection)."""
_FACE = "等线"
"""The face that Chinese spreadsheets open with; Excel and WPS put their own where it is not."""
_SHAPES: dict[str, dict[str, object]] = {
    "text": {},
    "wrapped": {"text_wrap": True},
    "right": {"align": "right"},
    "head": {"bold": True, "bg_color": "#EFE9DD", "bottom": 1, "text_wrap": True},
    "day": {"num_format": "yyyy-mm-dd", "align": "left"},
    "money": {"num_format": "#,##0.00"},
    "number": {"num_format": "0.######"},
    "count": {"num_format": "0"},
    "sum_money": {"num_format": "#,##0.00", "bold": True, "top": 1},
    "sum_count": {"num_format": "0", "bold": True, "top": 1},
    "sum_text": {"bold": True, "top": 1},
    "quiet": {"font_color": "#6B6358"},
    "title": {"bold": True, "font_size": 16},
    "open": {"locked": False, "bg_color": "#FFFDF5", "border": 4, "border_color": "#C9BFAE"},
    "open_day": {"locked": False, "bg_color": "#FFFDF5", "border": 4, "border_color": "#C9BFAE",
                 "num_format": "yyyy-mm-dd", "align": "left"},
    "open_money": {"locked": False, "bg_color": "#FFFDF5", "border": 4, "border_color": "#C9BFAE",
                   "num_format": "#,##0.00"},
}  # fmt: skip


class Book:
    """A workbook that is being written: its formats, each made once, and its sheets."""

    def __init__(self, workbook: Workbook, texts: Texts) -> None:
        self.workbook, self.texts = workbook, texts
        self._formats: dict[tuple[str, bool], Format] = {}

    def format(self, name: str, *, quoted: bool = False) -> Format:
        """Return a format; a quoted one marks text so that it stays text when somebody edits the cell."""
        if (name, quoted) not in self._formats:
            shape: dict[str, object] = {"font_name": _FACE, "font_size": 11, "valign": "top", **_SHAPES[name]}
            if quoted:
                shape["quote_prefix"] = True
            self._formats[name, quoted] = self.workbook.add_format(shape)
        return self._formats[name, quoted]

    def sheet(self, name: str, widths: Sequence[float], *, frozen: bool = True, title: str = "") -> Worksheet:
        """Add a sheet with its columns' widths, its head in sight, printed on A4 across."""
        sheet = self.workbook.add_worksheet(title or self.texts(f"report.sheet.{name}"))
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        sheet.set_footer("&C&P / &N")
        if frozen:
            sheet.freeze_panes(1, 0)
            sheet.repeat_rows(0)
        return sheet

    def head(self, sheet: Worksheet, titles: Sequence[str], row: int = 0) -> None:
        """Write the titles of columns."""
        for column, title in enumerate(titles):
            self.text(sheet, row, column, title, "head")

    def text(self, sheet: Worksheet, row: int, column: int, words: str, shape: str = "text") -> None:
        """Write text as text."""
        if words:
            sheet.write_string(row, column, words, self.format(shape, quoted=words.startswith(DANGEROUS)))

    def day(self, sheet: Worksheet, row: int, column: int, value: date | None) -> None:
        """Write a day as a day."""
        if value is not None:
            sheet.write_datetime(row, column, value, self.format("day"))

    def number(
        self, sheet: Worksheet, row: int, column: int, value: Decimal | int | NotDisclosed | None, shape: str = "number"
    ) -> None:
        """Write a number as a number, what is withheld in words."""
        if isinstance(value, NotDisclosed):
            self.text(sheet, row, column, self.texts("common.not_disclosed"))
        elif value is not None:
            sheet.write_number(row, column, value, self.format(shape))

    def amount(self, sheet: Worksheet, row: int, column: int, value: Amount, shape: str = "money") -> None:
        """Write a sum of money as a number."""
        self.number(sheet, row, column, value.amount if isinstance(value, Money) else value, shape)
