"""
What a ledger says: exact sums by every dimension, nothing twice, each with the rows behind it.

Every figure that any surface or report derives from rows comes from here, so that one question has one answer.
Which of the rows that tell of one purchase counts is decided in ``overlaps.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as attribute
from datetime import date
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from typing import Final, NamedTuple

from generator.contract.quantities import NOT_DISCLOSED

from .campaign import LedgerRow
from .category import Category
from .item import Amount
from .money import Money
from .overlaps import PURCHASE, RETURN, counted_once, nature_of, signed_amounts

__all__ = [
    "BASES",
    "DIMENSIONS",
    "NATURES",
    "PAYMENT",
    "PURCHASE",
    "RETURN",
    "Ledger",
    "Part",
    "Total",
    "category_of",
    "county_of",
    "nature_of",
]

PAYMENT: Final = "payment"
"""The one basis that counts as bought; orders and deliveries are told apart from it and never added to it."""
NATURES: Final = (PURCHASE, "donation", "investment", RETURN)
"""What a row can be; each has totals of its own, and returns are taken off purchases besides."""
BASES: Final = ("order", "delivery", PAYMENT)
"""By what a row was entered; a total is of one basis."""


class Total(NamedTuple):
    """One sum, and what it was summed from."""

    amount: Amount
    """``None`` where no row counts; *not disclosed* where a row that counts withholds its amount."""
    rows: tuple[str, ...]
    """Keys of the rows that count, by day and key."""
    people: int | None
    """People that were declared distinct; ``None`` where no row declares any.  Returns bring nobody."""


class Part(NamedTuple):
    """The share of one value of a dimension."""

    key: str
    """Id, code, kind or month (``2026-11``); empty where the rows do not say."""
    total: Total


def county_of(row: LedgerRow) -> str:
    """Return the code of the county (GB/T 2260, six digits) that the goods come from, as far as the row tells."""
    origin = row.origin or (row.product.origin if row.product else None)
    return origin.key if origin else ""


def category_of(row: LedgerRow) -> str:
    """Return the key of the category: the row's own, else its product's first of the site's main scheme.

    It is the category as it was given, at whatever level; where a scheme has levels, a page rolls them up by
    ``Category.parent``, since the sums of the parts are exact.
    """
    if row.category:
        return row.category.key
    given: tuple[Category, ...] = row.product.categories if row.product else ()
    return next((each.key for each in given if each.scheme.primary), given[0].key if given else "")


DIMENSIONS: Final[Mapping[str, Callable[[LedgerRow], str]]] = MappingProxyType(
    {
        "organisation": lambda row: row.organisation.id,
        "month": lambda row: row.date.isoformat()[:7],
        "buyer_kind": lambda row: row.buyer_kind,
        "channel": lambda row: row.channel.id if row.channel else "",
        "county": county_of,
        "category": category_of,
    }
)
"""Name of a dimension → the value that a row has in it."""


@dataclass(frozen=True)
class Ledger:
    """The rows of one scope, as they were known on one day.

    Attributes:
        rows: Rows that count once each: recorded by the day, of one purchase reported twice only one.
        as_of: Rows recorded later do not count, so that a sum of an earlier day can be told again.
        signed: Key of a return → its amount as sums take it, never above zero unless it corrects another return.
    """

    rows: tuple[LedgerRow, ...]
    as_of: date
    signed: Mapping[str, Amount] = attribute(default_factory=dict, repr=False)

    @classmethod
    def of(cls, rows: Iterable[LedgerRow], as_of: date) -> Ledger:
        """Take the rows of one scope: a site, a campaign.

        What counts twice is decided within the scope.  For a part of it that must sum to the whole (a period, one
        body), take the whole and narrow it by ``where``.
        """
        once = {row.key: row for row in rows if row.recorded_on <= as_of}
        known = sorted(once.values(), key=lambda row: (row.date, row.key))
        signed = signed_amounts(known)
        return cls(tuple(counted_once(known, signed)), as_of, signed)

    def where(self, keep: Callable[[LedgerRow], bool]) -> Ledger:
        """Return the part whose rows *keep* takes; parts that share no row sum to the whole."""
        return Ledger(tuple(row for row in self.rows if keep(row)), self.as_of, self.signed)

    def of_bodies(self, organisations: Collection[str]) -> Ledger:
        """Return the part that *organisations*, ids, have bought."""
        return self.where(lambda row: row.organisation.id in organisations)

    def between(self, first: date, last: date) -> Ledger:
        """Return the part that took place in a period; both days belong to it."""
        return self.where(lambda row: first <= row.date <= last)

    def amount_of(self, row: LedgerRow) -> Amount:
        """Return what *row* brings to a sum: its amount, below zero for a return however it was written."""
        return self.signed.get(row.key, row.amount)

    def total(self, nature: str = PURCHASE, basis: str = PAYMENT) -> Total:
        """Sum one kind of row of one basis; returns are taken off purchases of the same basis.

        Raises:
            ValueError: The rows are of several currencies, which never mix; narrow the ledger by ``where`` first.
        """
        return self._total(self.counted(nature, basis))

    def by(self, dimension: str, nature: str = PURCHASE, basis: str = PAYMENT) -> tuple[Part, ...]:
        """Share a total out over one of ``DIMENSIONS``, by key; the parts sum to ``total``.

        Raises:
            KeyError: There is no such dimension.
            ValueError: As for ``total``.
        """
        value_of, found = DIMENSIONS[dimension], dict[str, list[LedgerRow]]()
        for row in self.counted(nature, basis):
            found.setdefault(value_of(row), []).append(row)
        return tuple(Part(key, self._total(found[key])) for key in sorted(found))

    def counted(self, nature: str = PURCHASE, basis: str = PAYMENT) -> list[LedgerRow]:
        """Return the rows behind ``total``, by day and key."""
        return list(self._groups.get((nature, basis), ()))

    @cached_property
    def _groups(self) -> Mapping[tuple[str, str], list[LedgerRow]]:
        """(nature, basis) → the rows of its total; a return is in two, its own and that of purchases."""
        found: dict[tuple[str, str], list[LedgerRow]] = {}
        for row in self.rows:
            nature = nature_of(row)
            found.setdefault((nature, row.basis), []).append(row)
            if nature == RETURN:
                found.setdefault((PURCHASE, row.basis), []).append(row)
        return found

    def _total(self, rows: list[LedgerRow]) -> Total:
        people = [
            row.people for row in rows if row.people_distinct and isinstance(row.people, int) and row.nature != RETURN
        ]
        return Total(self._sum(rows), tuple(row.key for row in rows), sum(people) if people else None)

    def _sum(self, rows: list[LedgerRow]) -> Amount:
        """Sum exactly, without an object in between for each of a hundred thousand rows."""
        if not rows:
            return None
        total, currency, signed = Decimal(0), "", self.signed
        for row in rows:
            amount = signed.get(row.key, row.amount) if row.nature == RETURN else row.amount
            if not isinstance(amount, Money):
                return NOT_DISCLOSED
            total += amount.amount
            if amount.currency != currency:
                if currency:
                    raise ValueError(f"{currency} + {amount.currency}")
                currency = amount.currency
        return Money(total, currency)
