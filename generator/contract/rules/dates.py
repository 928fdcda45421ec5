"""Dates that must follow each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from generator.contract.quantities import Period
from generator.contract.rows import Row
from generator.contract.schema import load_tables
from generator.findings import Finding

from .data import RuleData

_PAIRS = (
    ("starts_on", "ends_on"),
    ("publish_on", "withdraw_on"),
    ("since", "until"),
    ("valid_from", "valid_until"),
    ("issued_on", "valid_until"),
    ("announced_on", "ended_on"),
    ("date", "recorded_on"),
    ("installed_on", "plaque_on"),
)
"""Fields of one record of which the first is never after the second."""


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``date-order`` at the later field of a pair."""
    for table, pairs in _pairs().items():
        for row in data.rows[table]:
            values = row.values
            for first, last in pairs:
                if values[first] is None or values[last] is None:
                    continue
                start, end = _start(row, first), _end(row, last)
                if start and end and end < start:
                    words = {"first": f"“{row.word(first)}”{row.written(first)}", "last": row.written(last)}
                    yield row.finding("date-order", last, allowed=f"≥ {start.isoformat()}", **words)


@cache
def _pairs() -> dict[str, list[tuple[str, str]]]:
    return {
        table.name: [pair for pair in _PAIRS if pair[0] in table.by_name and pair[1] in table.by_name]
        for table in load_tables().values()
    }


def _start(row: Row, name: str) -> date | None:
    value = row.values[name]
    return value.start if isinstance(value, Period) else row.day(name)


def _end(row: Row, name: str) -> date | None:
    value = row.values[name]
    return value.end if isinstance(value, Period) else row.day(name)
