"""The day that a screen believes: its own clock may have stopped with the battery of its board."""

from __future__ import annotations

from datetime import date


def believed_day(clock: date, pack_date: date) -> date:
    """Return the day to go by: *clock*, unless it is before the day on which the running pack was made."""
    return max(clock, pack_date)
