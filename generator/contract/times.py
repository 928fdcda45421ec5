"""Dates, periods and months as editors write them, to ISO 8601 text and month numbers."""

from __future__ import annotations

import re
from datetime import date

from .numbers import HALF_WIDTH, Problem, Read
from .quantities import period_from_text

_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]0{1,2}:00(?::00)?(?:\.0+)?)?")
_COMPACT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONTH = re.compile(r"(\d{4})\s*(?:[-/.]\s*(\d{1,2})|年\s*(\d{1,2})\s*月)")
_YEAR = re.compile(r"(\d{4})\s*年?")
_SHORT_MONTH = re.compile(r"(\d{1,2})\s*月")
_SHORT_MONTH_DAY = re.compile(r"(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_SHORT_DAY = re.compile(r"(\d{1,2})\s*日")
_BETWEEN = re.compile(r"\s*(?:至|到|～|~|—+|–|\s-\s|/)\s*")
_MONTH_SPAN = re.compile(r"(\d{1,2})\s*月?\s*(?:[-~～–—]|至|到)\s*(\d{1,2})\s*月?")
_ONE_MONTH = re.compile(r"(\d{1,2})\s*月?")
_LIST_MARKS = re.compile(r"[;；、\n]")


def read_date(text: str) -> Read:
    """
    Read a day: ``2020-09-08``, ``2020/9/8``, ``2020.9.8``, ``2020年9月8日``, ``20200908``, a spreadsheet's midnight.

    Returns:
        ``YYYY-MM-DD``; the text itself where it is no day or a day that does not exist.
    """
    plain = text.translate(HALF_WIDTH).strip()
    return _day(plain) or text


def read_period(text: str) -> Read:
    """
    Read a day, month or year, or a span (``2020-09-17/2020-09-18``, ``2020年9月至10月``, ``2020年9月17日至18日``).

    Returns:
        The canonical text of :class:`~generator.contract.quantities.Period`; problem ``not-a-period``, or
        ``date-order`` where a span ends before it starts.
    """
    plain = text.translate(HALF_WIDTH).strip()
    single = _single(plain)
    if single:
        return single
    for mark in _BETWEEN.finditer(plain):
        start, end = _single(plain[: mark.start()]), plain[mark.end() :]
        last = _single(end) or _shortened(start, end)
        if start and last:
            try:
                period = period_from_text(f"{start}/{last}")
            except ValueError:
                break
            if period.end < period.start:
                return Problem("date-order", words={"first": start, "last": last})
            return f"{start}/{last}"
    return Problem("not-a-period")


def read_months(text: str) -> Read:
    """
    Read months: ``3;4;5``, ``3-5月``, ``11-2`` (over the turn of the year).

    Returns:
        Month numbers with ``;`` between in the order written, each once; problem ``not-months``.
    """
    months: list[int] = []
    for item in _LIST_MARKS.split(text.translate(HALF_WIDTH)):
        part = item.strip()
        if not part:
            continue
        span = _MONTH_SPAN.fullmatch(part)
        one = _ONE_MONTH.fullmatch(part)
        if span:
            first, last = int(span[1]), int(span[2])
        elif one:
            first = last = int(one[1])
        else:
            return Problem("not-months")
        if not (1 <= first <= 12 and 1 <= last <= 12):
            return Problem("not-months")
        length = (last - first) % 12 + 1
        months += [(first - 1 + step) % 12 + 1 for step in range(length)]
    return ";".join(str(month) for month in dict.fromkeys(months))


def _day(text: str) -> str:
    match = _DAY.fullmatch(text) or _COMPACT_DAY.fullmatch(text)
    if not match:
        return ""
    try:
        return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    except ValueError:
        return ""


def _single(text: str) -> str:
    if day := _day(text):
        return day
    if match := _MONTH.fullmatch(text):
        month = int(match[2] or match[3])
        return f"{match[1]}-{month:02}" if 1 <= month <= 12 and int(match[1]) else ""
    if match := _YEAR.fullmatch(text):
        return match[1] if int(match[1]) else ""
    return ""


def _shortened(start: str, end: str) -> str:
    """Complete the end of a span that leaves out what it shares with the start: ``2020年9月17日至18日``."""
    if match := _SHORT_DAY.fullmatch(end):
        return _day(f"{start[:7]}-{match[1]}") if len(start) == 10 else ""
    if match := _SHORT_MONTH_DAY.fullmatch(end):
        return _day(f"{start[:4]}-{match[1]}-{match[2]}") if len(start) == 10 else ""
    if (match := _SHORT_MONTH.fullmatch(end)) and len(start) == 7:
        return _single(f"{start[:4]}-{match[1]}")
    return ""
