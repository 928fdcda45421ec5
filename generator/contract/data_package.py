"""
The data as an ordinary Data Package: CSV tables and ``datapackage.json``, which any tool of the standard can check.

Texts are written as they are: a leading ``=`` is part of the data, and what reads the package must not run it.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from .publication import LedgerLevel, is_ledger_row_public, is_public, recalled_products
from .quantities import NOT_DISCLOSED
from .rows import Row, Value
from .schema import NOT_DISCLOSED_TEXT, Field, Table, load_tables

PACKAGE_FILE = "datapackage.json"
PACKAGE_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
"""Data Package v2, June 2024."""

_ABOUT_RECORDS = ("translations", "corrections")
"""Tables whose rows speak of a record by its table and key, and would give away what it says."""


def package_files(
    rows: Mapping[str, Sequence[Row]],
    *,
    name: str,
    title: str,
    language: str,
    as_of: date,
    public_only: bool,
    ledger: LedgerLevel = "totals",
) -> dict[str, str]:
    """
    Return the files of a package.

    Args:
        rows: Table → checked rows.
        name: The package's name: lower case letters, digits, hyphens.
        title: The site's title.
        language: The site's language: titles are in Chinese and English for a Chinese site, else in English alone.
        as_of: The day of the data.
        public_only: Leave out fields that are not public, drafts, and what is not published yet on *as_of*.
        ledger: What of the ledger is public; only ``rows`` puts its table into a public package.

    Returns:
        File name → its text, to be written in UTF-8: ``datapackage.json`` and a CSV file a table that has rows.
    """
    published = (
        public_rows(rows, as_of, ledger=ledger) if public_only else {table: list(each) for table, each in rows.items()}
    )
    tables = [table for table in load_tables().values() if published.get(table.name)]
    names = frozenset(table.name for table in tables)
    files = {f"{table.name}.csv": table_csv(table, published[table.name], public_only=public_only) for table in tables}
    package = {
        "$schema": PACKAGE_PROFILE,
        "name": name,
        "title": title,
        "created": f"{as_of.isoformat()}T00:00:00Z",
        "resources": [
            _resource(table, names, chinese=language.startswith("zh"), public_only=public_only) for table in tables
        ],
    }
    return {PACKAGE_FILE: json.dumps(package, ensure_ascii=False, indent=2) + "\n", **files}


def table_csv(table: Table, rows: Sequence[Row], *, public_only: bool) -> str:
    """Return one table as CSV with canonical names as its header and canonical texts as its cells."""
    columns = [entry.name for entry in _columns(table, public_only=public_only)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([canonical_text(row.values[column]) for column in columns] for row in rows)
    return out.getvalue()


def canonical_text(value: Value) -> str:
    """Return the canonical text of a typed value, as Table Schema casts it."""
    if value is None:
        return ""
    if value is NOT_DISCLOSED:
        return NOT_DISCLOSED_TEXT
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, tuple):
        return ";".join(str(item) for item in value)
    return value.isoformat() if isinstance(value, date) else str(value)


def public_rows(
    rows: Mapping[str, Sequence[Row]], as_of: date, *, ledger: LedgerLevel = "totals"
) -> dict[str, list[Row]]:
    """
    Leave out what is not published: drafts, rows whose day has not come, the ledger's by its level, and rows that speak
    of these.

    What is recalled is offered by no row: its prices and its stock are left out, the recall itself is among the rows.

    A reference that may be empty is not followed, unless it leads to the record that the row may stand inside of (a
    certificate in its product) or comes out with (a figure with its campaign): a story outlives one of its products,
    and the catalogue shows it without.  Such references, and items of lists, are emptied.
    """
    kept = {table: [row for row in each if is_public(row, as_of)] for table, each in rows.items()}
    kept["ledger"] = [row for row in kept.get("ledger", ()) if is_ledger_row_public(row, as_of, ledger)]
    recalled = recalled_products(rows, as_of)
    for table in _OFFERING:
        kept[table] = [row for row in kept.get(table, ()) if row.text("product") not in recalled]
    while True:
        keys = {table: frozenset(row.key for row in each) for table, each in kept.items()}
        smaller = {table: [row for row in each if _stands(row, keys)] for table, each in kept.items()}
        if all(len(smaller[table]) == len(kept[table]) for table in kept):
            return {table: [_without_references(row, keys) for row in each] for table, each in kept.items()}
        kept = smaller


def _columns(table: Table, *, public_only: bool) -> list[Field]:
    return [entry for entry in table.fields if entry.public or not public_only]


def _resource(table: Table, names: frozenset[str], *, chinese: bool, public_only: bool) -> dict[str, Any]:
    columns = {entry.name for entry in _columns(table, public_only=public_only)}
    schema = {
        "fields": [
            entry if chinese else _in_english(entry) for entry in table.descriptor["fields"] if entry["name"] in columns
        ],
        "primaryKey": list(table.primary_key),
        "foreignKeys": [
            key
            for key in table.descriptor["foreignKeys"]
            if key["fields"][0] in columns and (key["reference"]["resource"] or table.name) in names
        ],
        "missingValues": table.descriptor["missingValues"],
    }
    return {
        "name": table.name,
        "title": table.title if chinese else table.title_en,
        "description": table.description if chinese else table.description_en,
        "path": f"{table.name}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _in_english(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return a field as it stands in the schema, with its English words in place of the Chinese ones."""
    left_out = ("titleEn", "descriptionEn", "example", "examples")
    field = {key: value for key, value in entry.items() if key not in left_out}
    field["title"] = entry["titleEn"]
    if "descriptionEn" in entry:
        field["description"] = entry["descriptionEn"]
    if "categories" in entry:
        field["categories"] = [{"value": item["value"], "label": item["labelEn"]} for item in entry["categories"]]
    return field


def _stands(row: Row, keys: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether every record that *row* cannot do without is kept."""
    table = load_tables()[row.table]
    if row.table in _ABOUT_RECORDS and row.text("record"):
        about = keys.get(row.text("table"))
        if about is not None and row.text("record") not in about:
            return False
    parents = _parents()
    needed = [entry for entry in table.fields if entry.target and not entry.is_list]
    return all(
        row.text(entry.name) in keys.get(entry.target, frozenset())
        for entry in needed
        if row.text(entry.name)
        and (
            entry.required or entry.name in table.primary_key or (table.name, entry.name) in parents | _COMING_OUT_WITH
        )
    )


_OFFERING = ("offers", "placement_stock")
"""Tables whose rows say that a product can be bought."""


_COMING_OUT_WITH = frozenset((table, "campaign") for table in ("agreements", "events", "figures", "ledger", "letters"))
"""(table, field) of references to what a row comes out with: before its campaign is told of, nothing of it is."""


@cache
def _parents() -> frozenset[tuple[str, str]]:
    """Return (table, field) of every reference from a record to the one it may stand inside of."""
    return frozenset((nested.table, nested.parent) for table in load_tables().values() for nested in table.nested)


def _without_references(row: Row, keys: Mapping[str, frozenset[str]]) -> Row:
    values = dict(row.values)
    for entry in load_tables()[row.table].fields:
        known = keys.get(entry.target, frozenset())
        if entry.target and entry.is_list:
            values[entry.name] = tuple(item for item in row.items(entry.name) if item in known) or None
        elif entry.target and row.text(entry.name) and row.text(entry.name) not in known:
            values[entry.name] = None
    if values == dict(row.values):
        return row
    return Row(row.table, row.key, values, row.digest, row.unread, texts=row.texts)
