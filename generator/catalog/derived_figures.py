"""
Stable names of everything that is derived from the ledger, each with the rows behind it.

A name says what was summed, from the widest to the narrowest::

    site/purchase/payment
    campaigns/nianhuo-2026/purchase/payment
    campaigns/nianhuo-2026/purchase/payment/organisation/shili-jiguan
    organisations/yanye-jituan/purchase/payment/month/2020-09
    targets/nianhuo-2026-mubiao

1. the scope: ``site``, a campaign, a body with those below it, or a target (which is one figure by itself);
2. the nature: ``purchase`` (less returns), ``donation``, ``investment``, ``return``;
3. the basis: ``order``, ``delivery``, ``payment``;
4. one value of one dimension (``DIMENSIONS``); ``-`` for rows that do not say.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Final, NamedTuple, cast

from .building import Items
from .campaign import Campaign, LedgerRow, Target
from .ledger import BASES, DIMENSIONS, NATURES, Ledger, Total, nature_of
from .organisation import Organisation
from .progress import below, target_progress
from .tables import items_of

SCOPES: Final = ("site", "campaigns", "organisations", "targets")
UNSAID: Final = "-"
"""Stands in a name for rows that do not say their value of a dimension."""


class Derived(NamedTuple):
    """One derived figure."""

    name: str
    total: Total


class LeftOut(NamedTuple):
    """A row that would belong to a figure and does not count."""

    row: LedgerRow
    is_later: bool
    """Yes where it was recorded after the day; no where another row tells of the same purchase and counts for it."""


class Trace(NamedTuple):
    """A derived figure with everything that an auditor asks of it."""

    figure: Derived
    ledger: Ledger
    """The scope's ledger; ``amount_of`` tells what each row brings to the sum."""
    rows: tuple[LedgerRow, ...]
    """The rows that count, by day and key."""
    left_out: tuple[LeftOut, ...]
    """By day and key."""


class DerivedFigures:
    """The figures of one site as they stand on one day."""

    def __init__(self, items: Items, as_of: date) -> None:
        """Take the items of a catalogue; nothing is summed before it is asked for."""
        self._rows = tuple(items_of(items, "ledger", LedgerRow))
        self._campaigns = cast("dict[str, Campaign]", items["campaigns"])
        self._organisations = cast("dict[str, Organisation]", items["organisations"])
        self._targets = cast("dict[str, Target]", items["targets"])
        self._by_key = {row.key: row for row in self._rows}
        self.as_of = as_of

    def figures(self, under: str = "") -> Iterator[Derived]:
        """Yield every figure that has rows, or those whose names begin with the parts of *under*."""
        for scope in self._scopes():
            if _is_within(scope, under) or _is_within(under, scope):
                yield from (each for each in self._of(scope) if _is_within(each.name, under))

    def trace(self, name: str) -> Trace | None:
        """Return what is behind the figure *name*; ``None`` where there is no such figure."""
        found = next((each for each in self.figures(name) if each.name == name), None)
        if found is None:
            return None
        scope, rest = self._split(name)
        ledger = self._ledger(scope)
        counted = set(found.total.rows)
        candidates = self._candidates(scope, rest)
        left_out = [LeftOut(row, row.recorded_on > self.as_of) for row in candidates if row.key not in counted]
        left_out.sort(key=lambda each: (each.row.date, each.row.key))
        return Trace(found, ledger, tuple(self._by_key[key] for key in found.total.rows), tuple(left_out))

    def _scopes(self) -> Iterator[str]:
        yield "site"
        yield from (f"campaigns/{key}" for key in sorted(self._campaigns))
        yield from (f"organisations/{key}" for key in sorted(self._organisations))
        yield from (f"targets/{key}" for key in sorted(self._targets))

    def _of(self, scope: str) -> Iterator[Derived]:
        ledger = self._ledger(scope)
        if scope.startswith("targets/"):
            yield Derived(scope, ledger.total())
            return
        for nature in NATURES:
            for basis in BASES:
                total = ledger.total(nature, basis)
                if not total.rows:
                    continue
                yield Derived(f"{scope}/{nature}/{basis}", total)
                for dimension in DIMENSIONS:
                    for key, part in ledger.by(dimension, nature, basis):
                        yield Derived(f"{scope}/{nature}/{basis}/{dimension}/{key or UNSAID}", part)

    def _ledger(self, scope: str) -> Ledger:
        kind, _, key = scope.partition("/")
        if kind == "campaigns":
            return Ledger.of((row for row in self._rows if row.campaign and row.campaign.id == key), self.as_of)
        whole = self._whole
        if kind == "organisations":
            own = [row for body in below(self._organisations, key) for row in self._by_body.get(body, ())]
            own.sort(key=lambda row: (row.date, row.key))
            return Ledger(tuple(own), self.as_of, whole.signed)
        if kind == "targets":
            counted = set(target_progress(self._targets[key], whole, self._organisations).reached.rows)
            return whole.where(lambda row: row.key in counted)
        return whole

    @cached_property
    def _whole(self) -> Ledger:
        return Ledger.of(self._rows, self.as_of)

    @cached_property
    def _by_body(self) -> dict[str, list[LedgerRow]]:
        """Body → its own rows that count, so that asking for all bodies goes over the ledger once."""
        found: dict[str, list[LedgerRow]] = {}
        for row in self._whole.rows:
            found.setdefault(row.organisation.id, []).append(row)
        return found

    def _split(self, name: str) -> tuple[str, list[str]]:
        parts = name.split("/")
        width = 1 if parts[0] == "site" else 2
        return "/".join(parts[:width]), parts[width:]

    def _candidates(self, scope: str, rest: list[str]) -> list[LedgerRow]:
        """Return the rows that would belong to a figure if every row counted."""
        kind, _, key = scope.partition("/")
        everything = Ledger(self._rows, date.max)
        if kind == "targets":
            reached = target_progress(self._targets[key], everything, self._organisations).reached
            return [self._by_key[each] for each in reached.rows]
        bodies = below(self._organisations, key) if kind == "organisations" else None
        nature, basis, *part = rest
        natures = ("purchase", "return") if nature == "purchase" else (nature,)
        value = "" if part and part[1] == UNSAID else part[1] if part else ""
        return [
            row
            for row in self._rows
            if (kind != "campaigns" or (row.campaign is not None and row.campaign.id == key))
            and (bodies is None or row.organisation.id in bodies)
            and row.basis == basis
            and nature_of(row) in natures
            and (not part or DIMENSIONS[part[0]](row) == value)
        ]


def _is_within(name: str, under: str) -> bool:
    return not under or name == under or name.startswith(f"{under}/")
