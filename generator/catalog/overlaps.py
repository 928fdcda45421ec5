"""
Which rows of a ledger count: of a purchase told several times only one, and its corrections with it.

Rows that tell of the same money name each other as overlaps.  Overlaps join rows into groups (A and B, B and C: one
purchase, told three times), within one nature, basis and currency: an order and its payment are told apart and never
added, so between them nothing counts twice.

1. A correction, and a return that names the purchase it returns, follow the row that they correct: they count where
   it counts.  What a row is worth is its amount with theirs.
2. Of a group the row of the largest amount counts, as it was first written, since one that tells the whole stands
   beside those that tell parts of it.  Of equal amounts the one that is worth least, since it was mended and knows
   more; then the earliest.  A row that was taken back wholly counts last.
3. Overlaps of corrections and returns join nothing, neither do those of a row that is worth less than nothing.

So another declared overlap only ever takes rows away, and never raises a total: of two groups that become one, the row
that counts is one of the two that counted before, and what no longer counts was worth nothing or more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from .campaign import LedgerRow
from .item import Amount
from .money import Money

PURCHASE = "purchase"
RETURN = "return"


def nature_of(row: LedgerRow) -> str:
    """Return what a row is; one that does not say is a purchase."""
    return row.nature or PURCHASE


def signed_amounts(rows: Iterable[LedgerRow]) -> dict[str, Amount]:
    """Return what each return is worth, by key; any other row is worth its amount.

    A return lessens, written as ``5`` or as ``-5``.  The correction of a return is written with the sign of the return:
    ``-2`` for one of ``5``, and ``2`` for one of ``-5``, both say that 3 came back.
    """
    returns = {row.key: row for row in rows if row.nature == RETURN}
    return {key: _returned(row, returns) for key, row in returns.items()}


def counted_once(rows: Sequence[LedgerRow], amounts: Mapping[str, Amount]) -> list[LedgerRow]:
    """Return those of *rows* that count, in their order.

    Args:
        rows: Rows that are known on a day, each key once; what they name beside them is not known, and is passed over.
        amounts: Of ``signed_amounts``.
    """
    if not any(row.overlaps for row in rows):
        return list(rows)
    by_key = {row.key: row for row in rows}
    root_of = {key: _root(row, by_key) for key, row in by_key.items()}
    worth = _worth(rows, root_of, amounts)
    groups = _Groups()
    for row in rows:
        for other in row.overlaps:
            if other in by_key and other != row.key and _are_one(row, by_key[other], worth):
                groups.join(row.key, other)
    dropped: set[str] = set()
    for members in groups.members():
        best = min(members, key=lambda key: _rank(by_key[key], worth[key]))
        dropped.update(key for key in members if key != best)
    return [row for row in rows if root_of[row.key] not in dropped]


def _returned(row: LedgerRow, returns: Mapping[str, LedgerRow]) -> Amount:
    if not isinstance(row.amount, Money):
        return row.amount
    first, seen = row, {row.key}
    while first.corrects in returns and first.corrects not in seen:
        first = returns[first.corrects]
        seen.add(first.key)
    if first is row:
        return Money(-abs(row.amount.amount), row.amount.currency)
    written_positive = isinstance(first.amount, Money) and first.amount.amount > 0
    return Money(-row.amount.amount if written_positive else row.amount.amount, row.amount.currency)


def _root(row: LedgerRow, by_key: Mapping[str, LedgerRow]) -> str:
    """Return the key of the row that *row* corrects in the end; its own where it corrects none that is known."""
    first, seen = row, {row.key}
    while (next_row := by_key.get(first.corrects)) is not None and _follows(first, next_row):
        if next_row.key in seen:
            return row.key  # a circle, which the contract refuses
        first = next_row
        seen.add(first.key)
    return first.key


def _follows(row: LedgerRow, corrected: LedgerRow) -> bool:
    is_return = nature_of(row) == RETURN and nature_of(corrected) == PURCHASE
    return _are_alike(row, corrected) and (is_return or nature_of(row) == nature_of(corrected))


def _are_alike(row: LedgerRow, other: LedgerRow) -> bool:
    """Tell whether two rows are of one basis and may be of one currency; an amount that is withheld shows none."""
    one, two = row.amount, other.amount
    has_two_currencies = isinstance(one, Money) and isinstance(two, Money) and one.currency != two.currency
    return row.basis == other.basis and not has_two_currencies


def _worth(
    rows: Iterable[LedgerRow], root_of: Mapping[str, str], amounts: Mapping[str, Amount]
) -> dict[str, Decimal | None]:
    """Return what each first row is worth with all that corrects it; ``None`` where some of it is not disclosed."""
    worth: dict[str, Decimal | None] = {}
    for row in rows:
        root, amount = root_of[row.key], amounts.get(row.key, row.amount)
        before = worth.get(root, Decimal(0))
        worth[root] = before + amount.amount if isinstance(amount, Money) and before is not None else None
    return worth


def _are_one(row: LedgerRow, other: LedgerRow, worth: Mapping[str, Decimal | None]) -> bool:
    """Tell whether an overlap between two rows joins them."""
    is_one_nature = nature_of(row) == nature_of(other) and _are_alike(row, other)
    return is_one_nature and _joins(row, worth) and _joins(other, worth)


def _joins(row: LedgerRow, worth: Mapping[str, Decimal | None]) -> bool:
    if row.nature == RETURN or row.key not in worth:  # what corrects another row has no worth of its own
        return False
    value = worth[row.key]
    return value is None or value >= 0


def _rank(row: LedgerRow, worth: Decimal | None) -> tuple[bool, bool, Decimal, Decimal, date, str]:
    """Return what puts the row first that counts; amounts that are told come before those that are withheld."""
    written = row.amount.amount if isinstance(row.amount, Money) else Decimal(0)
    return (worth is None, worth == 0, -written, worth or Decimal(0), row.date, row.key)


class _Groups:
    """Keys that belong together, joined two by two (disjoint sets, by size, with halved paths)."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}
        self._size: dict[str, int] = {}

    def join(self, one: str, other: str) -> None:
        first, second = self._top(one), self._top(other)
        if first == second:
            return
        if self._size[first] < self._size[second]:
            first, second = second, first
        self._parent[second] = first
        self._size[first] += self._size[second]

    def members(self) -> list[list[str]]:
        found: dict[str, list[str]] = {}
        for key in self._parent:
            found.setdefault(self._top(key), []).append(key)
        return list(found.values())

    def _top(self, key: str) -> str:
        parent = self._parent
        if key not in parent:
            parent[key] = key
            self._size[key] = 1
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key
