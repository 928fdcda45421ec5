"""
Table Schema's verdict on rows of canonical text.  Alone in this package to import frictionless.

Rows go in as inline tables with their header.  Only columns that can break a rule are passed: keys, references,
required ones and, where somebody filled them, those with a type other than text or with a constraint.  A verdict
depends on canonical text alone, so that it can be kept by :func:`verdict_key` and used again while a table and the
keys that it refers to stay the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, TypeAlias

from .schema import Field, ForeignKey, Table, load_tables
from .values import Texts

if TYPE_CHECKING:
    from frictionless import Resource

_CONSTRAINT = re.compile(r'constraint "(\w+)"')
_EARLIER_ROW = re.compile(r"row at position (\d+)")
_FIRST_ROW_NUMBER = 2
"""frictionless counts the header as row 1."""


@dataclass(frozen=True, slots=True)
class TableError:
    """One thing that Table Schema objects to."""

    row: int
    """Index of the row among the rows given."""
    field: str
    """Field it is about; the first field of the key for a repeated key."""
    kind: str
    """``type``, ``reference``, ``duplicate``, or the name of the broken constraint (``required``, ``enum`` …)."""
    other_row: int | None = None
    """For ``duplicate``: the earlier row with the same key."""


Verdicts: TypeAlias = MutableMapping[str, tuple[TableError, ...]]
"""Verdict key → what was found then."""


def validate_tables(
    rows: Mapping[str, Sequence[Texts]],
    *,
    verdicts: Verdicts | None = None,
    unknown_targets: Iterable[str] = (),
) -> dict[str, tuple[TableError, ...]]:
    """
    Validate tables against their schemas, constraints, primary and foreign keys.

    Args:
        rows: Table name → its rows; tables left out are empty.
        verdicts: Verdicts of earlier runs; read, and filled with the new ones.
        unknown_targets: Tables whose records could not be read; references to them are not judged.

    Returns:
        Every table of *rows* → its errors in the order of rows; an empty tuple is a clean verdict.
    """
    unknown = frozenset(unknown_targets)
    verdicts = {} if verdicts is None else verdicts
    keys = {name: verdict_key(name, rows, unknown) for name in rows if rows[name]}
    todo = [name for name, key in keys.items() if key not in verdicts]
    if todo:
        found = _validated(todo, rows, unknown)
        verdicts.update({keys[name]: found[name] for name in todo})
    return {name: verdicts[keys[name]] if name in keys else () for name in rows}


def verdict_key(name: str, rows: Mapping[str, Sequence[Texts]], unknown_targets: frozenset[str]) -> str:
    """Return a digest of everything that the verdict on table *name* depends on."""
    table = load_tables()[name]
    digest = blake2b(digest_size=16)
    digest.update(repr(dict(table.descriptor)).encode())
    for row in rows[name]:
        digest.update(row.digest.encode())
    for key in _judged_keys(table, unknown_targets):
        values = sorted({row.texts.get(key.target_field, "") for row in rows.get(key.table, ())})
        digest.update(repr((key.field, key.table, values)).encode())
    return digest.hexdigest()


def _judged_keys(table: Table, unknown_targets: frozenset[str]) -> list[ForeignKey]:
    return [key for key in table.foreign_keys if key.table not in unknown_targets]


def _validated(
    names: Sequence[str], rows: Mapping[str, Sequence[Texts]], unknown: frozenset[str]
) -> dict[str, tuple[TableError, ...]]:
    # Imported here: it costs a fifth of a second and more, which a run with kept verdicts does not pay.
    from frictionless import Package

    tables = load_tables()
    resources = [_resource(tables[name], rows[name], _judged_keys(tables[name], unknown)) for name in names]
    lookups = {key.table: key.target_field for name in names for key in _judged_keys(tables[name], unknown)}
    for target, target_field in sorted(lookups.items()):
        if target not in names:
            resources.append(_lookup(target, target_field, rows.get(target, ())))
    report = Package(resources=resources).validate(limit_errors=sum(map(len, rows.values())) * 100 + 1000)
    return {task.name: tuple(_errors(tables[task.name], task.errors)) for task in report.tasks if task.name in names}


def _resource(table: Table, rows: Sequence[Texts], keys: Sequence[ForeignKey]) -> Resource:
    used = {name for row in rows for name in row.texts}
    always = {*table.primary_key, *(entry.name for entry in table.fields if entry.required)}
    referring = {key.field for key in keys}
    names = [
        entry.name
        for entry in table.fields
        if entry.name in always or (entry.name in used and (entry.name in referring or _can_be_wrong(entry)))
    ]
    fields = [entry for entry in table.descriptor["fields"] if entry["name"] in names]
    descriptor = {
        "fields": [_standard_field(entry) for entry in fields],
        "primaryKey": list(table.primary_key),
        "missingValues": table.descriptor["missingValues"],
        "foreignKeys": [
            {
                "fields": [key.field],
                "reference": {"resource": "" if key.table == table.name else key.table, "fields": [key.target_field]},
            }
            for key in keys
            if key.field in names
        ],
    }
    return _inline(table.name, [names, *([row.texts.get(name, "") for name in names] for row in rows)], descriptor)


def _can_be_wrong(entry: Field) -> bool:
    """Tell whether a cell can break the field's type or a constraint: any text is a text, or a list of texts."""
    is_text = entry.type == "string" or (entry.is_list and entry.item_type == "string")
    return not is_text or bool(entry.constraints)


def _lookup(name: str, key: str, rows: Sequence[Texts]) -> Resource:
    """Make a table of keys alone, for references to a table that is not itself judged."""
    keys = dict.fromkeys(row.texts[key] for row in rows if key in row.texts)
    return _inline(name, [[key], *([value] for value in keys)], {"fields": [{"name": key, "type": "string"}]})


def _inline(name: str, data: list[list[str]], descriptor: dict[str, Any]) -> Resource:
    from frictionless import Resource, Schema

    return Resource(name=name, data=data, schema=Schema.from_descriptor(descriptor))


def _standard_field(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out the properties that are ours or only describe; frictionless copies them about for every cell."""
    return {key: entry[key] for key in ("name", "type", "delimiter", "itemType", "constraints") if key in entry}


def _errors(table: Table, errors: Iterable[Any]) -> Iterable[TableError]:
    """Sort frictionless' errors into ours; ``primary-key`` of empty cells is told by ``required`` already."""
    for error in errors:
        row = error.row_number - _FIRST_ROW_NUMBER
        if error.type == "type-error":
            yield TableError(row, error.field_name, "type")
        elif error.type == "constraint-error":
            constraint = _CONSTRAINT.search(error.note)
            yield TableError(row, error.field_name, constraint[1] if constraint else "constraint")
        elif error.type == "foreign-key":
            yield TableError(row, error.field_names[0], "reference")
        elif error.type == "primary-key":
            earlier = _EARLIER_ROW.search(error.note)
            if earlier:
                yield TableError(row, table.primary_key[0], "duplicate", int(earlier[1]) - _FIRST_ROW_NUMBER)
        else:
            raise RuntimeError(f"frictionless tells {error.type!r} of table {table.name!r}: {error.note}")
