"""When a display is lit, and how brightly: what editors write as words, in minutes of the day."""

from __future__ import annotations

import re
from collections.abc import Iterable

_CLOCK = r"(\d{1,2})\s*[:：点时]\s*(\d{2})?"
_SPAN = re.compile(rf"{_CLOCK}\s*分?\s*(?:至|到|[-–—~～]|to|until)\s*{_CLOCK}", re.IGNORECASE)
_LEVEL = re.compile(rf"^\s*{_CLOCK}\D*?(\d{{1,3}})\s*[%％]?\s*$")
_DAY = 24 * 60


def spans_of(words: str) -> tuple[tuple[int, int], ...]:
    """Return the spans that *words* tell, as (first minute, minute after the last) of a day; none where it tells none.

    A span that ends before it begins goes past midnight.
    """
    found = []
    for match in _SPAN.finditer(words):
        start, end = _minute(match[1], match[2]), _minute(match[3], match[4])
        if start is not None and end is not None and start != end:
            found.append((start, end))
    return tuple(found)


def levels_of(entries: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Return (minute from which on, brightness in percent) of every entry that tells both, the earliest first."""
    found = []
    for entry in entries:
        match = _LEVEL.match(entry)
        minute = _minute(match[1], match[2]) if match else None
        if match is not None and minute is not None and 10 <= int(match[3]) <= 100:
            found.append((minute, int(match[3])))
    return tuple(sorted(found))


def _minute(hours: str, minutes: str | None) -> int | None:
    minute = int(hours) * 60 + int(minutes or 0)
    return minute if int(minutes or 0) < 60 and minute <= _DAY else None
