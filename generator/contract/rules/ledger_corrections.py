"""Rows that correct others: after them, about the same thing, and not by more than there was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.contract.rows import Row
from generator.findings import Finding

from .data import RuleData

SAME = ("organisation", "campaign", "basis")
"""Fields in which a correction is as what it corrects."""


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``ledger-correction-order``, ``ledger-correction-differs`` and ``ledger-correction-too-large``."""
    rows = data.by_key["ledger"]
    for row in data.rows["ledger"]:
        corrected = rows.get(row.text("corrects"))
        if corrected is not None and corrected is not row:
            yield from _order(row, corrected)
            yield from _differs(row, corrected)
    for key, worth in worth_by_row(data).items():
        first = rows[key]
        amount = first.amount("amount")
        if worth < 0 and amount is not None and amount >= 0 and first.text("nature") != "return":
            yield first.finding("ledger-correction-too-large", "amount", total=f"{worth:f}")


def worth_by_row(data: RuleData) -> Mapping[str, Decimal]:
    """Return what each row that corrects no other is worth, with the corrections and returns that name it.

    A correction of a correction goes to the first row; a return lessens, with either sign.
    """
    rows = data.by_key["ledger"]
    worth: dict[str, Decimal] = {}
    for row in data.rows["ledger"]:
        amount = row.amount("amount")
        first = row if row.values["corrects"] is None else first_row(row, rows)
        if amount is not None:
            lessened = row.text("nature") == "return" and first.text("nature") != "return"
            worth[first.key] = worth.get(first.key, Decimal(0)) + (-abs(amount) if lessened else amount)
    return worth


def first_row(row: Row, rows: Mapping[str, Row]) -> Row:
    """Return the row that *row* corrects in the end; itself where it corrects none, or where corrections go round."""
    first, seen = row, {row.key}
    while (corrected := rows.get(first.text("corrects"))) is not None:
        if corrected.key in seen:
            return row
        first = corrected
        seen.add(first.key)
    return first


def _order(row: Row, corrected: Row) -> Iterator[Finding]:
    own, other = row.day("recorded_on"), corrected.day("recorded_on")
    if own and other and own < other:
        yield row.finding("ledger-correction-order", "corrects", day=own.isoformat(), later=other.isoformat())


def _differs(row: Row, corrected: Row) -> Iterator[Finding]:
    for name in SAME:
        if row.text(name) != corrected.text(name) and not {name} & (row.unread | corrected.unread):
            yield _difference(row, corrected, name)
    natures = [each.text("nature") or "purchase" for each in (row, corrected)]
    if natures[0] != natures[1] and natures != ["return", "purchase"]:
        yield _difference(row, corrected, "nature")


def _difference(row: Row, corrected: Row, name: str) -> Finding:
    return row.finding(
        "ledger-correction-differs",
        name,
        found=row.written(name) or "—",
        allowed=corrected.written(name) or "—",
        first=corrected.key,
    )
