"""
Events as calendars take them (RFC 5545): every line ends in CRLF and is folded at 75 octets.

An entry keeps its UID for ever, so that a calendar that asks again mends what it has instead of doubling it.  Its
DTSTAMP is the day that the site shows and not the time of the build, so that equal data make equal bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

OCTETS = 75
"""Longest line, its end not counted (RFC 5545, 3.1)."""
TYPE = "text/calendar"


class Entry(NamedTuple):
    """One entry of whole days."""

    uid: str
    starts_on: date
    ends_on: date
    """The last day; it belongs to the entry."""
    summary: str
    location: str
    description: str
    url: str


def calendar(name: str, language: str, stamp: date, entries: Iterable[Entry]) -> bytes:
    """Return *entries* as an iCalendar file.

    Args:
        name: What a calendar calls the list (RFC 7986, 5.1).
        language: BCP 47.
        stamp: The day on which the entries are known to be so.
        entries: What happens.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//shanhuo//events//{language.upper()}",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        *(line for entry in entries for line in _entry(entry, stamp)),
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _entry(entry: Entry, stamp: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.uid)}"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{entry.starts_on:%Y%m%d}"
    # The end is the first day that no longer belongs to it (RFC 5545, 3.6.1).
    yield f"DTEND;VALUE=DATE:{entry.ends_on + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(entry.summary)}"
    if entry.location:
        yield f"LOCATION:{_text(entry.location)}"
    if entry.description:
        yield f"DESCRIPTION:{_text(entry.description)}"
    if entry.url:
        yield f"URL:{entry.url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(value: str) -> str:
    """Return a text as a property holds it (RFC 5545, 3.3.11)."""
    escaped = str.__str__(value).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(escaped.splitlines())


def _folded(line: str) -> bytes:
    """Return a line and its end, broken between characters so that no part is longer than ``OCTETS``."""
    parts: list[bytes] = []
    part = b""
    for character in line:
        octets = character.encode()
        if len(part) + len(octets) > OCTETS:
            parts.append(part)
            part = b" "
        part += octets
    return b"\r\n".join((*parts, part)) + b"\r\n"
