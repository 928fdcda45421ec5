"""References that Table Schema cannot see: the items of lists, and records that refer to each other in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.contract.judging import reference_finding
from generator.contract.rows import Row
from generator.contract.schema import Table, load_tables
from generator.findings import Finding

from .data import RuleData


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``unknown-reference`` for items of lists, and ``reference-loop`` once for each circle."""
    for table in load_tables().values():
        yield from _lists(table, data)
        for key in table.foreign_keys:
            if key.table == table.name:
                yield from _loops(data.by_key[table.name], key.field)


def _lists(table: Table, data: RuleData) -> Iterator[Finding]:
    for entry in table.fields:
        if not (entry.is_list and entry.target):
            continue
        known: dict[str, str] = {}
        for row in data.rows[table.name]:
            for item in row.items(entry.name):
                if not data.is_known(entry.target, item):
                    known = known or _names(data, entry.target)
                    yield reference_finding(row.named, entry, item, known)


def _names(data: RuleData, table: str) -> dict[str, str]:
    fields = load_tables()[table].by_name
    named = {row.text(name): row.key for row in data.rows[table] for name in ("name", "title") if name in fields}
    return named | {row.key: row.key for row in data.rows[table]}


def _loops(rows: Mapping[str, Row], field: str) -> Iterator[Finding]:
    settled: set[str] = set()
    for start in rows:
        path: list[str] = []
        key = start
        while key in rows and key not in settled and key not in path:
            path.append(key)
            key = rows[key].text(field)
        if key in path:
            loop = path[path.index(key) :]
            row = rows[min(loop)]
            yield row.finding("reference-loop", field, loop=" → ".join([*loop, key]))
        settled.update(path)
