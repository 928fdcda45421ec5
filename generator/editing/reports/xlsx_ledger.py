"""The sheet of the ledger's rows: everything public that a row says, and whether and with what it counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from generator.catalog.campaign import LedgerRow
from generator.catalog.ledger import DIMENSIONS, nature_of
from generator.contract.schema import load_tables
from generator.surfaces.ledger_values import value_name
from generator.surfaces.reports.scope import Material

from .xlsx_cells import Book

_WIDTHS = {
    "id": 18, "date": 12, "recorded_on": 12, "organisation": 26, "campaign": 24, "channel": 22, "supplier": 22,
    "product": 22, "amount": 14, "note": 30, "category": 14,
}  # fmt: skip
_USUAL_WIDTH = 11


class Labels(NamedTuple):
    """What stands for each value of a dimension: its name, with its key where two have one name."""

    of: Mapping[str, Mapping[str, str]]
    """Dimension → key → label."""


class LedgerSheet(NamedTuple):
    """Where the columns stand that formulas ask for."""

    ranges: Mapping[str, str]
    """Name of a column → its absolute range with the sheet's name."""
    labels: Labels


def write_ledger(book: Book, material: Material) -> LedgerSheet:
    """Write every row that was known, by day; those that tell of a purchase once more are marked and not counted."""
    labels = labels_of(material)
    counted = {row.key for row in material.ledger.rows}
    columns = _columns(book, material, labels, counted)
    name = book.texts("report.sheet.ledger")
    sheet = book.sheet("ledger", [_WIDTHS.get(column, _USUAL_WIDTH) for column in columns])
    book.head(sheet, [title for title, _ in columns.values()])
    for line, row in enumerate(material.known, start=1):
        for place, (_, write) in enumerate(columns.values()):
            write(sheet, line, place, row)
    last = max(1, len(material.known))
    sheet.autofilter(0, 0, last, len(columns) - 1)
    ranges = {}
    for place, column in enumerate(columns):
        first, end = (xl_rowcol_to_cell(line, place, row_abs=True, col_abs=True) for line in (1, last))
        ranges[column] = f"'{name}'!{first}:{end}"
    return LedgerSheet(ranges, labels)


def labels_of(material: Material) -> Labels:
    """Return the labels of all values that the rows have in each dimension."""
    found: dict[str, dict[str, str]] = {}
    for dimension, value_of in DIMENSIONS.items():
        names = {
            key: str(value_name(material.around, dimension, key).name)
            for key in sorted({value_of(row) for row in material.known})
        }
        folded = [name.casefold() for name in names.values()]
        found[dimension] = {
            key: name if folded.count(name.casefold()) == 1 else f"{name} ({key})" for key, name in names.items()
        }
    return Labels(found)


_Write: TypeAlias = Callable[[Worksheet, int, int, LedgerRow], None]
"""Writes one cell: sheet, line, column, row of the ledger."""


def _columns(book: Book, material: Material, labels: Labels, counted: set[str]) -> dict[str, tuple[str, _Write]]:
    """Return name of a column → its title and what writes a cell; fields that are not public have none."""
    texts, schema = book.texts, load_tables()["ledger"]

    def text(value: Callable[[LedgerRow], str]) -> _Write:
        return lambda sheet, line, place, row: book.text(sheet, line, place, str(value(row)))

    def dimension(name: str) -> _Write:
        return text(lambda row: labels.of[name][DIMENSIONS[name](row)])

    def named(value: Callable[[LedgerRow], object]) -> _Write:
        return text(lambda row: str(getattr(value(row), "name", "")))

    yes, no = texts("report.book.yes"), texts("report.book.no")
    writers: dict[str, _Write] = {
        "id": text(lambda row: row.id),
        "date": lambda sheet, line, place, row: book.day(sheet, line, place, row.date),
        "recorded_on": lambda sheet, line, place, row: book.day(sheet, line, place, row.recorded_on),
        "month": dimension("month"),
        "campaign": named(lambda row: row.campaign),
        "organisation": dimension("organisation"),
        "buyer_kind": dimension("buyer_kind"),
        "channel": dimension("channel"),
        "supplier": named(lambda row: row.supplier),
        "product": named(lambda row: row.product),
        "category": dimension("category"),
        "county": dimension("county"),
        "quantity": lambda sheet, line, place, row: book.number(sheet, line, place, row.quantity),
        "unit": text(lambda row: row.unit),
        "amount": lambda sheet, line, place, row: book.amount(sheet, line, place, row.amount),
        "nature": text(lambda row: texts.label("ledger", "nature", nature_of(row))),
        "basis": text(lambda row: texts.label("ledger", "basis", row.basis)),
        "people": lambda sheet, line, place, row: book.number(sheet, line, place, row.people, "count"),
        "people_distinct": text(lambda row: yes if row.people_distinct else ""),
        "overlaps": text(lambda row: "; ".join(row.overlaps)),
        "corrects": text(lambda row: row.corrects),
        "note": text(lambda row: row.note),
        "counted": text(lambda row: yes if row.key in counted else no),
        "counted_amount": lambda sheet, line, place, row: book.amount(
            sheet, line, place, material.ledger.amount_of(row) if row.key in counted else None
        ),
    }
    own = {"month": "report.book.month", "county": "report.dimension.county", "counted": "report.book.counted",
           "counted_amount": "report.book.counted_amount"}  # fmt: skip
    return {
        name: (texts(own[name]) if name in own else texts.field_title("ledger", name), write)
        for name, write in writers.items()
        if name in own or schema.by_name[name].public
    }
