"""Web addresses: http and https alone, without user names, and whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.findings import Finding

from .data import RuleData

_PLAIN = re.compile(r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(/[A-Za-z0-9._~-]+)*/?")
"""Nearly all addresses, which need no closer look."""
_BROKEN = re.compile(r"[\s\\<>\"'`{}|^]")


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``url-scheme`` and ``url-malformed`` for fields of web addresses and for redirects."""
    for _, entry, rows in data.fields("url"):
        for row in rows:
            if (text := row.text(entry.name)) and (code := fault_of(text)):
                yield row.finding(code, entry.name)
    for row in data.rows["redirects"]:
        source, target = row.text("from"), row.text("to")
        if source and not _is_path(source):
            yield row.finding("url-malformed", "from")
        if target and not _is_path(target) and (code := fault_of(target)):
            yield row.finding(code, "to")


def fault_of(address: str) -> str:
    """Return the code of what is wrong with a web address, or an empty string."""
    if _PLAIN.fullmatch(address):
        return ""
    scheme, mark, _ = address.partition("://")
    if not mark or scheme.lower() not in ("http", "https"):
        return "url-scheme"
    try:
        parts = urlsplit(address)
        is_whole = bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets that hold no IPv6 address, a port that is no number
        return "url-malformed"
    if not is_whole or _BROKEN.search(address) or "@" in parts.netloc or ".." in parts.netloc:
        return "url-malformed"
    return ""


def _is_path(address: str) -> bool:
    """Tell whether *address* is an address on this site: one slash in front, no way upwards."""
    return (
        address.startswith("/")
        and not address.startswith("//")
        and ".." not in address.split("/")
        and not _BROKEN.search(address)
    )
