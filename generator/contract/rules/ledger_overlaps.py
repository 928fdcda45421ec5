"""Overlaps that editors declare: with another row, not both ways at once, and where they can mean anything."""

from __future__ import annotations

from collections.abc import Iterator

from generator.contract.rows import Row
from generator.findings import Finding

from .data import RuleData


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``ledger-overlap-self``, ``ledger-overlap-contradicts`` and ``ledger-overlap-without-effect``."""
    rows = data.by_key["ledger"]
    for row in data.rows["ledger"]:
        for name in ("overlaps", "distinct"):
            if row.key in row.items(name):
                yield row.finding("ledger-overlap-self", name, found=row.key)
        for key in row.items("overlaps"):
            other = rows.get(key)
            if other is None or other is row:
                continue
            if key in row.items("distinct") or row.key in other.items("distinct"):
                yield row.finding("ledger-overlap-contradicts", "overlaps", found=key)
            if why := _means_nothing(row, other):
                zh, en = why
                yield row.finding("ledger-overlap-without-effect", "overlaps", found=key, why_zh=zh, why_en=en)


def _means_nothing(row: Row, other: Row) -> tuple[str, str] | None:
    """Return why no sum goes by an overlap of two rows, in Chinese and in English."""
    for each in (row, other):
        if each.text("nature") == "return":
            return f"“{each.key}”是退货", f"“{each.key}” is a return"
        if each.values["corrects"] is not None:
            return f"“{each.key}”是更正行", f"“{each.key}” is a correction"
    if (row.text("nature") or "purchase") != (other.text("nature") or "purchase"):
        return "两行性质不同，本来就分开统计", "they differ in nature and are never added"
    if row.text("basis") != other.text("basis"):
        return "两行依据不同，本来就分开统计", "they differ in basis and are never added"
    return None
