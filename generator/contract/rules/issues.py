"""Issues of the recommended list: each number once a campaign, and nothing changed once an issue is out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.contract.rows import Row
from generator.findings import Finding

from .data import RuleData

DIGITS = 12
"""Hexadecimal digits of a fingerprint: nobody is to forge it, a slip of the pen is to be found."""
_FIELDS = ("product", "supplier", "order", "price", "unit", "reason")
"""What an entry says; its issue is the same for all."""


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``issue-changed``, ``issue-unsealed`` and ``issue-number-repeated``."""
    entries: dict[str, list[Row]] = {}
    for row in data.rows["catalogue_entries"]:
        entries.setdefault(row.text("issue"), []).append(row)
    numbers: dict[tuple[str, str], Row] = {}
    # Whoever seals one issue means to seal them all; a site that never began is left in peace.
    seals = any(issue.text("fingerprint") for issue in data.rows["catalogue_issues"])
    for issue in data.rows["catalogue_issues"]:
        if seals:
            yield from _seal(issue, entries.get(issue.key, ()))
        campaign, number = issue.text("campaign"), issue.values["number"]
        if campaign and isinstance(number, int):
            first = numbers.setdefault((campaign, str(number)), issue)
            if first is not issue:
                yield issue.finding("issue-number-repeated", "number", first=first.key)


def fingerprint(entries: Iterable[Row]) -> str:
    """Return the fingerprint of an issue's *entries*, whatever the order in which their rows stand."""
    lines = sorted("\x1f".join(_told(entry, name) for name in _FIELDS) for entry in entries)
    return hashlib.blake2b("\x1e".join(lines).encode(), digest_size=DIGITS // 2).hexdigest()


def _told(entry: Row, name: str) -> str:
    """Return a value so that equal values have equal texts: 128 and 128.00 are one price."""
    value = entry.values[name]
    return f"{value.normalize():f}" if isinstance(value, Decimal) else "" if value is None else str(value)


def _seal(issue: Row, entries: Iterable[Row]) -> Iterator[Finding]:
    if issue.text("status") != "issued":
        return
    told, found = issue.text("fingerprint"), fingerprint(entries)
    if not told:
        yield issue.finding("issue-unsealed", "fingerprint", allowed=found)
    elif told != found:
        yield issue.finding("issue-changed", "fingerprint", allowed=found)
