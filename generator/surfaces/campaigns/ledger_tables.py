"""The ledger for spreadsheets: its sums by every dimension that is public, and its rows where they are."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from generator.catalog.campaign import LedgerRow
from generator.catalog.campaign_record import CampaignRecord
from generator.catalog.item import Amount, Count, Quantity
from generator.catalog.ledger import BASES, NATURES, Total, category_of, county_of, nature_of
from generator.catalog.ledger_publication import shown_dimensions, shown_rows
from generator.catalog.money import Money, cents
from generator.catalog.progress import rate_of
from generator.contract.quantities import NotDisclosed
from generator.surfaces.buyers_table import harmless
from generator.surfaces.ledger_values import value_name
from generator.surfaces.surroundings import Surroundings


def sums_table(around: Surroundings, record: CampaignRecord) -> bytes:
    """Return the totals of each nature and basis, and each by every public dimension, as CSV for spreadsheets.

    Sums of different natures and bases stand apart and are not to be added.
    """
    texts = around.texts
    head = [
        texts.field_title("ledger", "nature"),
        texts.field_title("ledger", "basis"),
        texts("ledger.dimension"),
        texts("ledger.value"),
        texts.field_title("ledger", "amount"),
        texts("buyers.currency"),
        texts("ledger.share"),
        texts("ledger.rows"),
        texts("standing.people"),
        texts("common.as-of"),
    ]
    return _csv(head, _sums(around, record))


def rows_table(around: Surroundings, record: CampaignRecord) -> bytes:
    """Return the rows that may be shown by themselves as CSV; amounts are as totals take them, returns below zero."""
    texts = around.texts
    names = ("id", "date", "recorded_on", "organisation", "buyer_kind", "channel", "supplier", "product", "category")
    further = ("origin", "quantity", "unit", "amount", "nature", "basis", "people", "corrects", "note", "sample")
    head = [texts.field_title("ledger", name) for name in (*names, *further)]
    rows = shown_rows(record.ledger, around.config.ledger.publish)
    return _csv(head, (_row(around, record, row) for row in rows))


def _sums(around: Surroundings, record: CampaignRecord) -> Iterator[list[str]]:
    texts, ledger = around.texts, record.ledger
    for nature in NATURES:
        for basis in BASES:
            whole = ledger.total(nature, basis)
            if not whole.rows:
                continue
            kind = [texts.label("ledger", "nature", nature), texts.label("ledger", "basis", basis)]
            yield [*kind, texts("ledger.sum"), "", *_total(around, record, whole, whole)]
            for dimension in shown_dimensions(around.config.ledger.publish):
                for part in ledger.by(dimension, nature, basis):
                    name = value_name(around, dimension, part.key).name
                    title = texts(f"ledger.head.{dimension}")
                    yield [*kind, title, name, *_total(around, record, part.total, whole)]


def _total(around: Surroundings, record: CampaignRecord, total: Total, whole: Total) -> list[str]:
    rate = rate_of(total.amount, whole.amount)
    return [
        _exact(around, total.amount),
        total.amount.currency if isinstance(total.amount, Money) else "",
        f"{rate.percent_exact}%" if rate is not None else "",
        str(len(total.rows)),
        "" if total.people is None else str(total.people),
        record.catalog.as_of.isoformat(),
    ]


def _row(around: Surroundings, record: CampaignRecord, row: LedgerRow) -> list[str]:
    texts = around.texts
    category, county = category_of(row), county_of(row)
    return [
        row.id,
        row.date.isoformat(),
        row.recorded_on.isoformat(),
        row.organisation.name,
        texts.label("ledger", "buyer_kind", row.buyer_kind),
        row.channel.name if row.channel is not None else "",
        row.supplier.name if row.supplier is not None else "",
        row.product.name if row.product is not None else "",
        value_name(around, "category", category).name if category else "",
        value_name(around, "county", county).name if county else "",
        _exact(around, row.quantity),
        row.unit,
        _exact(around, record.ledger.amount_of(row)),
        texts.label("ledger", "nature", nature_of(row)),
        texts.label("ledger", "basis", row.basis),
        _exact(around, row.people),
        row.corrects,
        row.note,
        texts("common.sample") if row.sample else "",
    ]


def _exact(around: Surroundings, value: Amount | Quantity | Count) -> str:
    """Return a number as programs read it; words where it is withheld, and nothing where there is none."""
    if isinstance(value, NotDisclosed):
        return around.texts("common.not_disclosed")
    if isinstance(value, Money):
        return cents(value.amount)
    return "" if value is None else str(value)


def _csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _cell(cell: str) -> str:
    """Return a cell that no spreadsheet runs; a negative number is one and stays as it is."""
    return cell if cell.startswith("-") and cell[1:].replace(".", "", 1).isdigit() else harmless(cell)
