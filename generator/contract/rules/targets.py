"""Records that speak of other records by table, record and field: translations, corrections, changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.contract.nearest import advice, listed, nearest
from generator.contract.rows import Row
from generator.contract.schema import load_tables
from generator.findings import Finding

from .data import RuleData


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``target-unknown`` for tables, records and fields that are not there."""
    for row in data.rows["translations"]:
        yield from _checked(row, data, translatable=True)
    for row in data.rows["corrections"]:
        yield from _checked(row, data, translatable=False)
    for row in data.rows["changes"]:
        yield from _unknown(row, "field", load_tables()["products"].by_name)


def _checked(row: Row, data: RuleData, *, translatable: bool) -> Iterator[Finding]:
    table = load_tables().get(row.text("table"))
    if table is None:
        yield from _unknown(row, "table", load_tables())
        return
    if not data.is_known(table.name, row.text("record")):
        yield from _unknown(row, "record", data.by_key[table.name])
    yield from _unknown(row, "field", [entry.name for entry in table.fields if entry.translatable or not translatable])


def _unknown(row: Row, field: str, known: Iterable[str]) -> Iterator[Finding]:
    text = row.text(field)
    if text and text not in known:
        near = nearest(text, known)
        some = list(known)
        allowed = listed(some[:12], chinese=row.named.chinese) + ("…" if len(some) > 12 else "")
        yield row.finding("target-unknown", field, allowed=allowed or "—", **advice(near))
