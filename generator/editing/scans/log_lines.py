"""One line of a log in the common or the combined format: which code was asked for, when, by what client.

The formats are those of Apache httpd (mod_log_config, ``common`` and ``combined``, also behind the name of a virtual
host) and of nginx (ngx_http_log_module, ``combined``); further fields behind them are passed over.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from generator.contract.shelf_code import LENGTH

ANSWERED = (b"200", b"304")
"""A page was given, or the browser told that it has it (RFC 9110, 15.3.1 and 15.4.5)."""
_QUOTED = rb'"([^"\\]*+(?:\\.[^"\\]*+)*+)"'
_BEGINNING = (
    rb"(?:[A-Za-z0-9.-]*[G-Zg-z][A-Za-z0-9.-]*:\d{1,5} )?"  # name and port of a virtual host
    rb"(?P<address>\S{1,255}) \S+ [^\[\]]{1,255}?\[(?P<time>\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d [+-]\d{4})\] "
)
_HEAD = re.compile(_BEGINNING)
_LINE = re.compile(_BEGINNING + _QUOTED + rb" (?P<status>\d{3}) (?:\d+|-)(?: " + _QUOTED + rb" " + _QUOTED + rb")?")
_REQUEST = re.compile(
    rb"(?P<method>[A-Z]+) (?:[a-z]+://[^/ ]+)?(?P<folder>/|/[^ ?]*?/)[Pp]/(?P<code>[0-9A-Za-z]{%d})"
    rb"(?:/(?P<language>[A-Za-z-]{2,35}))?/?(?:index\.html)?(?:[?#][^ ]*)?(?: HTTP/[0-9.]+)?" % LENGTH
)
_MONTHS = {
    name: number
    for number, name in enumerate(
        (b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec"), start=1
    )
}


class Other(Enum):
    """What a line is that is no answer to a person who asked for a code's page."""

    ELSEWHERE = 1
    """About something else, or no page was given."""
    ODD = 2
    """In none of the formats, or of no day; what cannot be a code's page is looked at less closely."""


class Load(NamedTuple):
    """A page behind a code that was given to somebody."""

    code: str
    """In capitals."""
    language: str
    """Folder of the language in lower case, ``""`` for the site's own."""
    folder: str
    """Where ``P/`` stands on the host, with a slash at both ends."""
    moment: int
    """Seconds since 1970 UTC, by the log's own offset."""
    address: bytes
    """Of the client; never kept."""
    agent: bytes | None
    """What the client calls itself; ``None`` in the common format, which does not tell."""


def load_of(line: bytes) -> Load | Other:
    """Return what one line of a log tells; the bytes may be anything."""
    if b"/P/" not in line and b"/p/" not in line:
        return Other.ELSEWHERE if _HEAD.match(line) else Other.ODD
    found = _LINE.match(line)
    if found is None:
        return Other.ODD
    if found["status"] not in ANSWERED:
        return Other.ELSEWHERE
    request = _REQUEST.fullmatch(found[3])
    if request is None or request["method"] != b"GET":
        return Other.ELSEWHERE
    moment = _moment(found["time"])
    if moment is None:
        return Other.ODD
    return Load(
        code=request["code"].decode().upper(),
        language=(request["language"] or b"").decode().lower(),
        folder=request["folder"].decode(errors="replace"),
        moment=moment,
        address=found["address"],
        agent=found[6],
    )


def moment_of(line: bytes) -> int | None:
    """Return when a line was written, in seconds since 1970 UTC; ``None`` where it tells no moment that exists."""
    found = _HEAD.match(line)
    return _moment(found["time"]) if found is not None else None


def _moment(text: bytes) -> int | None:
    """Read ``21/Nov/2026:08:30:00 +0800``; a leap second is the one before it."""
    minute, second = _minute(text[:17], text[21:]), int(text[18:20])
    return minute + min(second, 59) if minute is not None and second <= 60 else None


@lru_cache(maxsize=1024)
def _minute(text: bytes, offset: bytes) -> int | None:
    """Return the moment of a minute; a log tells the same one many times in a row."""
    try:
        east = timedelta(hours=int(offset[1:3]), minutes=int(offset[3:5]))
        moment = datetime(
            int(text[7:11]), _MONTHS[text[3:6]], int(text[:2]), int(text[12:14]), int(text[15:17]), tzinfo=UTC
        )
        return int((moment + east if offset[:1] == b"-" else moment - east).timestamp())
    except (KeyError, OverflowError, ValueError):
        return None
