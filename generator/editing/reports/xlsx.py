"""A report's ledger as a workbook: typed rows, and formulas over them that give the portal's sums."""

from __future__ import annotations

import io
from datetime import datetime, time

import xlsxwriter

from generator.catalog.ledger import DIMENSIONS
from generator.surfaces.reports.model import ProgressReport, Table
from generator.surfaces.reports.problems import corrections
from generator.surfaces.reports.progressing import figures
from generator.surfaces.reports.scope import Material

from .steady_zip import steady
from .xlsx_cells import Book
from .xlsx_ledger import LedgerSheet, write_ledger
from .xlsx_sums import write_dimension, write_totals


def as_xlsx(report: ProgressReport, material: Material) -> bytes:
    """Return the workbook of a report; the same report and rows give the same bytes."""
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(
        out,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    workbook.set_properties(
        {
            "title": report.full_title,
            "author": report.issuer,
            "subject": report.scope_name,
            "comments": report.digest,
            "created": datetime.combine(report.as_of, time.min),
        }
    )
    book = Book(workbook, material.around.texts)
    _about(book, report)
    ledger = write_ledger(book, material)
    _sums(book, material, ledger)
    for name, blocks in (("corrections", corrections(material)), ("figures", figures(material))):
        for table in blocks:
            if isinstance(table, Table):
                _plain_table(book, name, table)
    workbook.close()
    return steady(out.getvalue())


def _sums(book: Book, material: Material, ledger: LedgerSheet) -> None:
    write_totals(book, material, ledger)
    for dimension in DIMENSIONS:
        write_dimension(book, material, ledger, dimension)


def _about(book: Book, report: ProgressReport) -> None:
    """Say what the workbook is of: scope, period, day of the data, number and digest, and how it was counted."""
    texts = book.texts
    lines = (
        (texts("report.book.item"), report.title),
        (texts("report.book.scope"), f"{report.scope_name} ({report.scope})"),
        (texts("report.book.period"), f"{report.first.isoformat()} – {report.last.isoformat()}"),
        (texts("common.as-of"), report.as_of.isoformat()),
        (texts("report.book.number"), report.number or texts("report.book.draft")),
        (texts("report.book.digest"), report.digest),
        (texts("common.publisher"), report.issuer),
        (texts("report.sheet.totals"), texts("report.book.guide")),
        *((texts("report.notes") if index == 0 else "", note) for index, note in enumerate(report.notes)),
    )
    sheet = book.sheet("about", (22, 90), frozen=False)
    for row, (label, value) in enumerate(lines):
        book.text(sheet, row, 0, label, "head")
        book.text(sheet, row, 1, value, "wrapped")


def _plain_table(book: Book, name: str, table: Table) -> None:
    sheet = book.sheet(name, tuple(10 + 4 * column.weight for column in table.columns))
    book.head(sheet, [column.title for column in table.columns])
    for row, cells in enumerate(table.rows, start=1):
        for column, words in enumerate(cells):
            book.text(sheet, row, column, words, "right" if table.columns[column].is_number else "wrapped")
