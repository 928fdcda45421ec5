"""
One purchase in two rows: written twice, or told by both sides.

Nobody but the editors can know; they say so by ``overlaps`` or by ``distinct``, and are asked no more.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

from generator.contract.rows import Row, Value
from generator.contract.schema import load_tables
from generator.findings import Finding

from .data import RuleData
from .ledger_corrections import worth_by_row

NEAR: Final = timedelta(days=3)
"""Two sides enter one purchase on the same day or a few days apart: ordered, delivered, paid over a week-end."""
_APART = ("id", "recorded_on", "note", "overlaps", "distinct")
"""Fields in which a row may differ from another that says the same."""


class _Told(NamedTuple):
    """A purchase as one row tells it."""

    day: date
    key: str
    row: Row


class Stated(NamedTuple):
    """What editors said of pairs of rows; row → the rows that it is one with, and those that it is not."""

    one: Mapping[str, frozenset[str]]
    two: Mapping[str, frozenset[str]]

    def is_settled(self, key: str, other: str) -> bool:
        """Tell whether two rows were told to be one purchase, also through a third row, or to be two."""
        nothing: frozenset[str] = frozenset()
        one, another = self.one.get(key, nothing) | {key}, self.one.get(other, nothing) | {other}
        return bool(one & another) or other in self.two.get(key, nothing)


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``ledger-duplicate-row`` and ``ledger-told-twice``, at the later row of a pair, each row once."""
    rows = data.rows["ledger"]
    alike = _alike(rows, worth_by_row(data))
    stated = Stated(_both_ways(rows, "overlaps"), _both_ways(rows, "distinct")) if alike else Stated({}, {})
    written_twice: set[str] = set()
    for row, first in _duplicates(alike, stated):
        written_twice.add(row.key)
        yield row.finding("ledger-duplicate-row", "id", first=first.key, other=_where(first))
    search = _Search(data, stated)
    for group in alike:
        for row, first, zh, en in search.twins(group):
            if row.key not in written_twice:
                yield row.finding("ledger-told-twice", "id", first=first.key, other=_where(first), why_zh=zh, why_en=en)


def _alike(rows: Iterable[Row], worth: Mapping[str, Decimal]) -> list[list[Row]]:
    """Return groups of rows, in their order, of one worth and basis: nearly all rows stand alone and are in none."""
    groups: dict[tuple[Decimal, Value], list[Row]] = {}
    for row in rows:
        value = worth.get(row.key)
        if value and not row.unread:
            groups.setdefault((value, row.values["basis"]), []).append(row)
    return [group for group in groups.values() if len(group) > 1]


def _duplicates(groups: Iterable[list[Row]], stated: Stated) -> Iterator[tuple[Row, Row]]:
    names = [entry.name for entry in load_tables()["ledger"].fields if entry.name not in _APART]
    for group in groups:
        met: dict[tuple[object, ...], list[Row]] = {}
        for row in group:
            same = met.setdefault(tuple([row.values[name] for name in names]), [])
            if same and not any(stated.is_settled(row.key, other.key) for other in same):
                yield row, same[0]
            same.append(row)


class _Search:
    """Looks for one purchase told by two bodies, or under one evidence number."""

    def __init__(self, data: RuleData, stated: Stated) -> None:
        self._data = data
        self._stated = stated
        self._related: dict[tuple[str, str], tuple[tuple[str, str, str], ...]] = {}
        """(body, campaign) → what ``_related`` says of them."""

    def twins(self, group: Iterable[Row]) -> Iterator[tuple[Row, Row, str, str]]:
        """Yield (row, the earlier row that may be the same, why in Chinese, why in English)."""
        told = sorted(
            _Told(day, row.key, row)
            for row in group
            if (day := row.day("date")) and row.lacks("corrects") and row.text("nature") in ("", "purchase")
        )
        by_body: dict[str, list[_Told]] = {}
        by_evidence: dict[str, list[_Told]] = {}
        for each in told:
            by_body.setdefault(each.row.text("organisation"), []).append(each)
            by_evidence.setdefault(each.row.text("evidence"), []).append(each)
        for each in told:
            evidence = each.row.text("evidence")
            found = _before(each, by_evidence[evidence], self._data, self._stated) if evidence else None
            if found:
                yield each.row, found, "凭证号也相同", "one evidence number"
                continue
            for body, zh, en in self._bodies(each.row):
                pair = _near(each, by_body.get(body, ()), self._data, self._stated)
                if pair:
                    later, earlier = max(each, pair), min(each, pair)
                    yield later.row, earlier.row, zh, en
                    break

    def _bodies(self, row: Row) -> tuple[tuple[str, str, str], ...]:
        key = row.text("organisation"), row.text("campaign")
        if key not in self._related:
            self._related[key] = tuple(_related(row, self._data))
        return self._related[key]


def _related(row: Row, data: RuleData) -> Iterator[tuple[str, str, str]]:
    """Yield bodies that may tell of the row's purchase too: those above its own, and who organises its campaign."""
    bodies, own = data.by_key["organisations"], row.text("organisation")
    above, seen = bodies.get(own), {own}
    while above is not None and (parent := above.text("parent")) and parent not in seen:
        seen.add(parent)
        yield parent, "一行是另一行的上级单位报的", "one is told by a body above the other's"
        above = bodies.get(parent)
    campaign = data.by_key["campaigns"].get(row.text("campaign"))
    for organiser in campaign.items("organisers") if campaign else ():
        if organiser not in seen:
            yield organiser, "一行是活动主办单位报的", "one is told by the campaign's organiser"


def _near(each: _Told, others: Sequence[_Told], data: RuleData, stated: Stated) -> _Told | None:
    """Return the first of *others*, sorted by day, that is near *each* and may be the same."""
    low = bisect_left(others, each.day - NEAR, key=lambda other: other.day)
    high = bisect_right(others, each.day + NEAR, key=lambda other: other.day)
    return next((other for other in others[low:high] if _may_be_one(each, other, data, stated)), None)


def _before(each: _Told, others: Iterable[_Told], data: RuleData, stated: Stated) -> Row | None:
    for other in others:
        if other.key == each.key:
            return None
        if _may_be_one(each, other, data, stated):
            return other.row
    return None


def _may_be_one(each: _Told, other: _Told, data: RuleData, stated: Stated) -> bool:
    one, two = each.row, other.row
    if each.key == other.key or stated.is_settled(each.key, other.key):
        return False
    same = all(_agree(one, two, name) for name in ("product", "channel", "quantity", "campaign"))
    return same and _goods_agree(one, two, data)


def _agree(one: Row, two: Row, name: str) -> bool:
    """Tell whether two rows say the same of a field, or one of them nothing."""
    return one.values[name] is None or two.values[name] is None or one.values[name] == two.values[name]


def _goods_agree(one: Row, two: Row, data: RuleData) -> bool:
    """Tell whether the category of one row is the other's, or one of the other's product."""
    kinds = [_categories(row, data) for row in (one, two)]
    return not all(kinds) or bool(kinds[0] & kinds[1])


def _categories(row: Row, data: RuleData) -> frozenset[str]:
    if category := row.text("category"):
        return frozenset((category,))
    product = data.product(row)
    return frozenset(product.items("categories")) if product else frozenset()


def _both_ways(rows: Iterable[Row], name: str) -> Mapping[str, frozenset[str]]:
    pairs: dict[str, set[str]] = {}
    for row in rows:
        for other in row.items(name):
            pairs.setdefault(row.key, set()).add(other)
            pairs.setdefault(other, set()).add(row.key)
    return {key: frozenset(others) for key, others in pairs.items()}


def _where(row: Row) -> str:
    place = row.place()
    return f"{place.file}:{place.line}"
