"""
Checks of our own, where Table Schema has none: one subject a module, one function ``check`` in each.

A rule reads typed rows and yields findings; it changes nothing and knows no other rule.  It says nothing of values
that were told as wrong before (:attr:`~generator.contract.rows.Row.unread`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.findings import Finding

from . import (
    certification,
    codes,
    columns,
    dates,
    displays,
    figures,
    goals,
    gtin,
    identifiers,
    issues,
    kinds,
    label_stocks,
    ledger,
    ledger_corrections,
    ledger_overlaps,
    ledger_twins,
    links,
    listings,
    personal_data,
    placements,
    prices,
    regions,
    targets,
    urls,
    wording,
)
from .data import Marks, RuleData

RULES: dict[str, Callable[[RuleData], Iterator[Finding]]] = {
    "links": links.check,
    "identifiers": identifiers.check,
    "listings": listings.check,
    "targets": targets.check,
    "urls": urls.check,
    "gtin": gtin.check,
    "regions": regions.check,
    "dates": dates.check,
    "kinds": kinds.check,
    "prices": prices.check,
    "certification": certification.check,
    "figures": figures.check,
    "goals": goals.check,
    "issues": issues.check,
    "ledger": ledger.check,
    "ledger_corrections": ledger_corrections.check,
    "ledger_overlaps": ledger_overlaps.check,
    "ledger_twins": ledger_twins.check,
    "personal_data": personal_data.check,
    "placements": placements.check,
    "displays": displays.check,
    "wording": wording.check,
    "codes": codes.check,
    "columns": columns.check,
    "label_stocks": label_stocks.check,
}
"""All rules by subject, in the order they run; findings are sorted afterwards."""

__all__ = ["RULES", "Marks", "RuleData"]
