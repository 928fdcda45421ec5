"""Two values that editors' data hold and Python has no type for: *not disclosed*, and a span of dates."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum


class NotDisclosed(Enum):
    """The type of :data:`NOT_DISCLOSED`; it has this one member."""

    NOT_DISCLOSED = "xx"

    def __repr__(self) -> str:
        return "NOT_DISCLOSED"


NOT_DISCLOSED = NotDisclosed.NOT_DISCLOSED
"""A value that exists and is withheld: neither zero nor empty.  In tables it is written ``xx``."""


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A day, a month, a year, or a span between two of them; both ends belong to it."""

    start: date
    """First day."""
    end: date
    """Last day; never before *start* in checked data."""
    precision: Precision
    """The coarser precision of the two ends."""

    @property
    def is_span(self) -> bool:
        """Tell whether the period runs from one date to another, rather than being one day, month or year."""
        return self != _whole(self.start, self.precision)

    def __str__(self) -> str:
        """Return the canonical text: ``2020``, ``2020-09``, ``2020-09-08``, or two of them with ``/`` between."""
        if not self.is_span:
            return _text(self.start, self.precision)
        return f"{_text(self.start, self.precision)}/{_text(self.end, self.precision)}"


def period_from_text(text: str) -> Period:
    """Read the canonical text of a period.

    Args:
        text: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, or two of them joined by ``/`` (as ISO 8601 writes intervals).

    Raises:
        ValueError: The text is no period, or names a day that does not exist.
    """
    first, slash, last = text.partition("/")
    start = _one(first)
    if not slash:
        return start
    end = _one(last)
    precision = max(start.precision, end.precision, key=list(Precision).index)
    return Period(start.start, end.end, precision)


def _one(text: str) -> Period:
    parts = text.split("-")
    if not all(part.isascii() and part.isdigit() for part in parts) or len(parts) > 3 or len(parts[0]) != 4:
        raise ValueError(f"not a date, month or year: {text!r}")
    year, month, day = (*(int(part) for part in parts), 1, 1)[:3]
    return _whole(date(year, month, day), (Precision.YEAR, Precision.MONTH, Precision.DAY)[len(parts) - 1])


def _whole(start: date, precision: Precision) -> Period:
    if precision is Precision.DAY:
        return Period(start, start, precision)
    if precision is Precision.MONTH:
        last_day = calendar.monthrange(start.year, start.month)[1]
        return Period(start.replace(day=1), start.replace(day=last_day), precision)
    return Period(date(start.year, 1, 1), date(start.year, 12, 31), precision)


def _text(day: date, precision: Precision) -> str:
    return day.isoformat()[: {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}[precision]]
