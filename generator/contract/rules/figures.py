"""Figures: a number, its qualifier and its source."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding

from .data import RuleData


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``figure-qualifier`` and ``figure-without-source``."""
    for row in data.rows["figures"]:
        hidden = row.text("qualifier") == "not-disclosed"
        shown = row.amount("value") is not None
        if "value" in row.unread or "qualifier" in row.unread:
            continue
        if (hidden and shown) or (not hidden and row.lacks("value")):
            yield row.finding("figure-qualifier", "value", qualifier=row.written("qualifier"))
    for row in data.rows["suppliers"]:
        if row.values["households"] is not None and row.lacks("source") and row.values["sample"] is not True:
            yield row.finding("figure-without-source", "source", given=row.word("households"))
