"""Ids that would not make an address of their own."""

from __future__ import annotations

from collections.abc import Iterator

from generator.contract.schema import load_tables
from generator.findings import Finding

from .data import RuleData

RESERVED = frozenset(
    {"404", "admin", "api", "ask", "assets", "data", "embed", "export", "feed", "feeds", "guide", "index", "new"}
    | {"null", "p", "page", "pages", "patterns", "print", "qr", "robots", "search", "shared", "sitemap", "static"}
    | {"undefined", "v1"}
)
"""Names of the site's own addresses, and of what it may need for them."""

WINDOWS_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))]
)
"""Names that Windows gives no file or folder (Microsoft, "Naming Files, Paths, and Namespaces")."""

_REFUSED = RESERVED | WINDOWS_DEVICES


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``id-reserved``, and ``key-case`` for keys that file systems may take for one."""
    for table in load_tables().values():
        key = table.key_field
        if key is None:
            continue
        first: dict[str, str] = {}
        for row in data.rows[table.name]:
            if key.name in row.unread:
                continue
            if key.name == "id" and row.key in _REFUSED:
                yield row.finding("id-reserved", key.name, found=row.key)
            folded = row.key.casefold()
            if folded in first:
                other = data.by_key[table.name][first[folded]]
                place = other.place(key.name)
                yield row.finding("key-case", key.name, first=other.key, other=f"{place.file}:{place.line}")
            first.setdefault(folded, row.key)
