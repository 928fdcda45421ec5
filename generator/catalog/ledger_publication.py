"""What of a ledger may be shown, by the level that the site publishes: one answer for pages, tables and reports."""

from __future__ import annotations

from generator.contract.publication import LedgerLevel

from .campaign import LedgerRow
from .ledger import DIMENSIONS, Ledger

PERSON = "person"
"""Kind of buyer whose rows are never shown by themselves; they count in totals, those of their organisation too."""


def shown_dimensions(level: LedgerLevel) -> tuple[str, ...]:
    """Return the dimensions whose parts may be shown; by organisation only where the site publishes so far."""
    return tuple(name for name in DIMENSIONS if name != "organisation" or level != "totals")


def shown_rows(ledger: Ledger, level: LedgerLevel) -> tuple[LedgerRow, ...]:
    """Return the rows that may be shown one by one, of all natures and bases, by day and key.

    Where rows of persons are left out, the shown ones sum to less than the totals; ``hidden_rows`` tells how many.
    """
    return tuple(row for row in ledger.rows if row.buyer_kind != PERSON) if level == "rows" else ()


def hidden_rows(ledger: Ledger, level: LedgerLevel) -> int:
    """Return how many rows count in totals and are not shown by themselves."""
    return len(ledger.rows) - len(shown_rows(ledger, level))
