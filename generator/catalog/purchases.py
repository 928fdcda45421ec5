"""What was bought, summed from the ledger: exact, nothing twice, nothing that is not a purchase."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.contract.quantities import NOT_DISCLOSED

from .campaign import LedgerRow
from .item import Amount
from .money import Money

PAID = "payment"
"""The one basis that counts as bought; orders and deliveries are told apart from it and never added to it."""


def purchased(rows: Iterable[LedgerRow], as_of: date) -> Amount:
    """Return the sum of what was paid for, less what was returned.

    Args:
        rows: Rows of one campaign or organisation.
        as_of: Only rows recorded by this day count, so that a sum of an earlier day can be told again.

    Returns:
        ``None`` where no row counts; *not disclosed* where a row that counts withholds its amount.
    """
    counted: dict[str, LedgerRow] = {}
    for row in sorted(rows, key=lambda row: row.key):
        is_bought = row.basis == PAID and row.nature in ("", "purchase", "return")
        is_repeated = any(key in counted for key in row.overlaps) or any(
            row.key in other.overlaps for other in counted.values()
        )
        if is_bought and row.recorded_on <= as_of and not is_repeated:
            counted[row.key] = row
    total: Money | None = None
    for row in counted.values():
        if not isinstance(row.amount, Money):
            return NOT_DISCLOSED
        amount = Money(-abs(row.amount.amount), row.amount.currency) if row.nature == "return" else row.amount
        total = amount if total is None else total + amount
    return total
