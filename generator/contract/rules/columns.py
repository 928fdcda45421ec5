"""Columns for other sites: what they are to choose from is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.contract.rows import Row
from generator.findings import Finding

from .data import RuleData

_FIELDS = {"list": "products", "category": "category", "origin": "origin", "supplier": "supplier"}
"""Way to choose → the field of the column that says what; a campaign holds its products itself."""


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``column-empty`` where no product is chosen whatever the day; a link to a platform needs none."""
    if "products" in data.incomplete or "offers" in data.incomplete:
        return
    for column in data.rows["embed_columns"]:
        by = column.text("selection")
        field = _FIELDS.get(by, "campaign")
        if by in ("", "channel") or not (column.items(field) or column.text(field)):
            continue  # what is not filled in has a finding of its own
        chosen = {key for key in _chosen(data, column, by) if key in data.by_key["products"]}
        if column.text("channel"):
            chosen &= {
                row.text("product") for row in data.rows["offers"] if row.text("channel") == column.text("channel")
            }
        if not chosen:
            yield column.finding("column-empty", field, found=column.text("title"))


def _chosen(data: RuleData, column: Row, by: str) -> Iterable[str]:
    """Return the keys of the products that *column* chooses from."""
    products, wanted = data.rows["products"], column.text(_FIELDS.get(by, "campaign"))
    match by:
        case "list":
            return column.items("products")
        case "category":
            return (row.key for row in products if wanted in row.items("categories"))
        case "campaign":
            campaign = data.by_key["campaigns"].get(wanted)
            return campaign.items("products") if campaign is not None else ()
        case _:
            return (row.key for row in products if row.text(by) == wanted)
