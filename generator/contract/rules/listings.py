"""Values listed in the site's configuration rather than in a table: languages and official lists."""

from __future__ import annotations

from collections.abc import Iterator

from generator.contract.nearest import advice, listed, nearest
from generator.findings import Finding

from .data import RuleData

_LANGUAGE_FIELDS = (
    ("translations", "language"),
    ("displays", "languages"),
    ("embed_columns", "languages"),
    ("terms", "language"),
)


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``language-unknown`` and ``official-list-unknown``."""
    languages, lists = data.settings.languages, data.settings.official_lists
    for table, field in _LANGUAGE_FIELDS:
        yield from _unlisted(data, table, field, languages, "language-unknown")
    yield from _unlisted(data, "origins", "official_lists", lists, "official-list-unknown")


def _unlisted(data: RuleData, table: str, field: str, known: tuple[str, ...], code: str) -> Iterator[Finding]:
    for row in data.rows[table]:
        for item in row.items(field) or filter(None, (row.text(field),)):
            if item not in known:
                near = nearest(item, known)
                yield row.finding(
                    code, field, found=item, allowed=listed(known, chinese=data.settings.chinese), **advice(near)
                )
