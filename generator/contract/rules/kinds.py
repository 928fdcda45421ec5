"""What a record of a certain kind must say beside what every record says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.contract.rows import Row
from generator.contract.schema import load_tables
from generator.findings import Finding

from .data import RuleData


class Requirement(NamedTuple):
    """Where *field* has *value*, one of *any_of* must be filled."""

    table: str
    field: str
    value: str
    any_of: tuple[str, ...]


REQUIREMENTS: tuple[Requirement, ...] = (
    Requirement("products", "kind", "goods", ("net_content", "specification")),
    Requirement("products", "kind", "service", ("duration",)),
    Requirement("products", "kind", "visit", ("duration",)),
    Requirement("products", "kind", "visit", ("meeting_place",)),
    Requirement("targets", "kind", "purchase", ("amount",)),
    Requirement("targets", "kind", "reserved-share", ("share",)),
    Requirement("targets", "kind", "people", ("people",)),
    Requirement("embed_columns", "selection", "list", ("products",)),
    Requirement("embed_columns", "selection", "category", ("category",)),
    Requirement("embed_columns", "selection", "origin", ("origin",)),
    Requirement("embed_columns", "selection", "supplier", ("supplier",)),
    Requirement("embed_columns", "selection", "campaign", ("campaign",)),
    Requirement("embed_columns", "selection", "channel", ("channel",)),
)

TOGETHER: tuple[tuple[str, str, str], ...] = (
    ("origins", "latitude", "longitude"),
    ("origins", "longitude", "latitude"),
    ("origins", "latitude", "coordinate_system"),
    ("placements", "latitude", "longitude"),
    ("placements", "longitude", "latitude"),
    ("placements", "latitude", "coordinate_system"),
    ("offers", "content_amount", "content_unit"),
    ("offers", "content_unit", "content_amount"),
    ("suppliers", "households_qualifier", "households"),
)
"""Table, field, field that must be filled where the first is."""


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``required-for-kind`` and ``belongs-together``."""
    for requirement in REQUIREMENTS:
        for row in data.rows[requirement.table]:
            if row.text(requirement.field) == requirement.value and all(map(row.lacks, requirement.any_of)):
                yield _required(row, requirement)
    for table, given, needed in TOGETHER:
        for row in data.rows[table]:
            if row.values[given] is not None and row.lacks(needed):
                yield row.finding("belongs-together", needed, given=row.word(given))


def _required(row: Row, requirement: Requirement) -> Finding:
    entry = load_tables()[requirement.table].by_name[requirement.field]
    category = next(category for category in entry.categories if category.value == requirement.value)
    wanted = " / ".join(row.word(name) for name in requirement.any_of)
    return row.finding(
        "required-for-kind",
        requirement.any_of[0],
        allowed=wanted,
        kind_word=row.word(requirement.field),
        kind=category.label,
        kind_en=category.value,
    )
