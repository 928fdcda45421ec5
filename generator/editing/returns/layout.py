"""What a return looks like, for those who write it and those who read it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple, Protocol, cast

from generator.catalog import Catalog
from generator.catalog.campaign import Campaign
from generator.catalog.organisation import Organisation

ROWS_SHEET: Final = "填报"
OPTIONS_SHEET: Final = "选项"
GUIDE_SHEET: Final = "填写说明"
IDENTITY_SHEET: Final = "标识"
"""Hidden; says whose the workbook is."""
FORM: Final = "shanhuo-return-1"
"""Name and version of this layout, first cell of the hidden sheet."""
HEAD_ROW: Final = 3
"""Row of the titles, from 0; above it stand title, unit and a line of guidance."""
BLANK_ROWS: Final = 200
"""Rows to fill in, each with its id already."""

COLUMNS: Final = (
    "id", "date", "buyer_kind", "channel", "supplier", "product", "category", "origin", "quantity", "unit", "amount",
    "nature", "basis", "people", "people_distinct", "evidence", "corrects", "note",
)  # fmt: skip
"""Fields of the ledger that a unit fills in; campaign and unit are known, recorded is the day of collecting."""
REFERENCES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "channel": "channels",
        "supplier": "suppliers",
        "product": "products",
        "category": "categories",
        "origin": "origins",
    }
)
"""Column → table whose names may be chosen."""
YES, NO = "是", "否"

_LONGEST_NAME = 36
_HASHED = 6


class Identity(NamedTuple):
    """Whose a workbook is."""

    organisation: str
    campaign: str
    exported_on: date


def row_id(identity: Identity, number: int) -> str:
    """Return the id of a blank row: of the unit, the campaign and the day, so that no two workbooks share one."""
    whole = f"{identity.campaign}\0{identity.organisation}".encode()
    mark = hashlib.sha256(whole).hexdigest()[:_HASHED]
    return f"{identity.organisation[:_LONGEST_NAME]}-{mark}-{identity.exported_on:%Y%m%d}-{number:03}"


def units_of(campaign: Campaign) -> tuple[Organisation, ...]:
    """Return the bodies that report to a campaign: those that take part, and those that organise it, each once."""
    bodies = {each.id: each for each in (*campaign.participants, *campaign.organisers)}
    return tuple(bodies.values())


class _Named(Protocol):
    """What an item of every table in ``REFERENCES`` has."""

    @property
    def name(self) -> str: ...


def options(catalog: Catalog) -> dict[str, dict[str, str]]:
    """Return column → words to choose from → key; where two have one name, the key stands behind it."""
    found: dict[str, dict[str, str]] = {}
    for column, table in REFERENCES.items():
        items = cast("Mapping[str, _Named]", catalog.items[table])
        names = {key: item.name for key, item in items.items()}
        every = list(names.values())
        found[column] = {(name if every.count(name) == 1 else f"{name}（{key}）"): key for key, name in names.items()}
    return found
