"""
What a ledger says: exact sums by every dimension, nothing twice, each with the rows behind it.

Every figure that any surface or report derives from rows comes from here, so that one question has one answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from generator.contract.quantities import NOT_DISCLOSED

from .campaign import LedgerRow
from .item import Amount
from .money import Money

PURCHASE: Final = "purchase"
RETURN: Final = "return"
PAYMENT: Final = "payment"
"""The one basis that counts as bought; orders and deliveries are told apart from it and never added to it."""


class Total(NamedTuple):
    """One sum, and what it was summed from."""

    amount: Amount
    """``None`` where no row counts; *not disclosed* where a row that counts withholds its amount."""
    rows: tuple[str, ...]
    """Keys of the rows that count, by day and key."""
    people: int | None
    """People that were declared distinct; ``None`` where no row declares any."""


class Part(NamedTuple):
    """The share of one value of a dimension."""

    key: str
    """Id, code, kind or month (``2026-11``); empty where the rows do not say."""
    total: Total


def county_of(row: LedgerRow) -> str:
    """Return the code of the county (GB/T 2260, six digits) that the goods come from, as far as the row tells."""
    origin = row.origin or (row.product.origin if row.product else None)
    return origin.key if origin else ""


DIMENSIONS: Final[Mapping[str, Callable[[LedgerRow], str]]] = MappingProxyType(
    {
        "organisation": lambda row: row.organisation.id,
        "month": lambda row: f"{row.date:%Y-%m}",
        "buyer_kind": lambda row: row.buyer_kind,
        "channel": lambda row: row.channel.id if row.channel else "",
        "county": county_of,
        "category": lambda row: row.category.key if row.category else "",
    }
)
"""Name of a dimension → the value that a row has in it."""


@dataclass(frozen=True)
class Ledger:
    """The rows of one scope, as they were known on one day.

    Attributes:
        rows: Rows that count once each: recorded by the day, of one purchase reported twice only one.
        as_of: Rows recorded later do not count, so that a sum of an earlier day can be told again.
    """

    rows: tuple[LedgerRow, ...]
    as_of: date

    @classmethod
    def of(cls, rows: Iterable[LedgerRow], as_of: date) -> Ledger:
        """Take the rows of one scope: a site, a campaign, an organisation, a period."""
        known = sorted((row for row in rows if row.recorded_on <= as_of), key=lambda row: (row.date, row.key))
        dropped: set[str] = set()
        for row in known:
            if row.key not in dropped:
                dropped.update(other.key for other in known if row.key in other.overlaps or other.key in row.overlaps)
        return cls(tuple(row for row in known if row.key not in dropped), as_of)

    def where(self, keep: Callable[[LedgerRow], bool]) -> Ledger:
        """Return the part whose rows *keep* takes: a period, some bodies; what counts twice was decided before."""
        return Ledger(tuple(row for row in self.rows if keep(row)), self.as_of)

    def total(self, nature: str = PURCHASE, basis: str = PAYMENT) -> Total:
        """Sum one kind of row of one basis; returns are taken off purchases of the same basis."""
        return _total(self._counted(nature, basis))

    def by(self, dimension: str, nature: str = PURCHASE, basis: str = PAYMENT) -> tuple[Part, ...]:
        """Share a total out over one of ``DIMENSIONS``, by key; the parts sum to ``total``."""
        value_of, found = DIMENSIONS[dimension], dict[str, list[LedgerRow]]()
        for row in self._counted(nature, basis):
            found.setdefault(value_of(row), []).append(row)
        return tuple(Part(key, _total(found[key])) for key in sorted(found))

    def _counted(self, nature: str, basis: str) -> list[LedgerRow]:
        natures = (nature, RETURN, "") if nature == PURCHASE else (nature,)
        return [row for row in self.rows if row.basis == basis and row.nature in natures]


def _total(rows: list[LedgerRow]) -> Total:
    people = [row.people for row in rows if row.people_distinct and isinstance(row.people, int)]
    amount: Amount = None
    for row in rows:
        if not isinstance(row.amount, Money):
            amount = NOT_DISCLOSED
            break
        signed = Money(-abs(row.amount.amount), row.amount.currency) if row.nature == RETURN else row.amount
        amount = signed if not isinstance(amount, Money) else amount + signed
    return Total(amount, tuple(row.key for row in rows), sum(people) if people else None)
