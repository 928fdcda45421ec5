"""Which day something holds on: one answer for offers and certificates, for rules and for pages."""

from __future__ import annotations

from datetime import date

from .quantities import Period


def in_force(valid_from: date | None, valid_until: date | None, day: date) -> bool:
    """
    Tell whether what is valid from one day until another holds on *day*.

    Args:
        valid_from: First day; ``None`` where it began before anybody cares.
        valid_until: Last day, which still counts; ``None`` where no end is known.
        day: The day that is asked about.
    """
    return not is_coming(valid_from, day) and not has_ended(valid_until, day)


def is_coming(valid_from: date | None, day: date) -> bool:
    """Tell whether something begins only after *day*."""
    return valid_from is not None and valid_from > day


def has_ended(valid_until: date | None, day: date) -> bool:
    """Tell whether the last day of something lies before *day*."""
    return valid_until is not None and valid_until < day


def first_day(issued_on: Period | None, valid_from: date | None) -> date | None:
    """Return the first day of a certificate: nothing is valid before it is issued, whatever its term says."""
    days = [day for day in (issued_on.start if issued_on else None, valid_from) if day is not None]
    return max(days, default=None)
