"""What is known of a record: facts, each with its sentence, date and source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from generator.catalog.source import Source
from generator.contract.quantities import Period, Precision


class Known(NamedTuple):
    """One fact, worded to be quoted."""

    field: str
    """What it is about, such as ``price``; the rules choose by it."""
    value: str
    """As it is shown."""
    sentence: str
    """A finished sentence that tells it."""
    date: str = ""
    """Since when it is known to be so, as ISO 8601 writes it: a day, month or year; empty where nobody told."""
    source: tuple[str, str] = ("", "")
    """(title, address or ``""``)."""
    number: str = ""
    """Exact amount for comparing."""
    unit: str = ""
    """Of the number: only numbers of one unit are compared."""


Facts: TypeAlias = Iterator[Known]


def source_of(source: Source | None) -> tuple[str, str]:
    """Return a source as title and address."""
    return ("", "") if source is None else (str(source.title), source.url)


def iso(period: Period | None) -> str:
    """Return a period's beginning as ISO 8601 writes it, as precisely as it was given."""
    if period is None:
        return ""
    length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[Precision(period.precision)]
    return period.start.isoformat()[:length]
