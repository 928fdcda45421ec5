"""What is to be reached: above zero, and a reserved share that fits its base."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.contract.rows import Row
from generator.findings import Finding

from .data import RuleData

TOLERANCE = Decimal("0.01")
"""By which part of it an amount may differ from base × share: papers round to whole 万元."""
_GOALS = (("campaigns", ("goal",)), ("targets", ("base", "share", "amount", "people")))


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``goal-not-positive`` and ``target-share-differs``."""
    for table, names in _GOALS:
        for row in data.rows[table]:
            for name in names:
                value = row.values[name]
                if isinstance(value, Decimal | int) and value <= 0:
                    yield row.finding("goal-not-positive", name)
    for row in data.rows["targets"]:
        if row.text("kind") == "reserved-share":
            yield from _share(row)


def _share(row: Row) -> Iterator[Finding]:
    base, share, amount = (row.amount(name) for name in ("base", "share", "amount"))
    if base is None or share is None or amount is None:
        return
    due = base * share / 100
    if due > 0 and abs(due - amount) > due * TOLERANCE:
        yield row.finding("target-share-differs", "amount", allowed=f"{due.normalize():f}")
