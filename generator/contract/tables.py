"""
Table Schema's verdict on rows of canonical text.  Alone in this package to import frictionless.

A table is judged in two parts: each row by itself (types and constraints), and the keys of all rows together (primary
and foreign keys).  Both depend on canonical text alone, so what was found clean once, known by its digest, is not
judged again: after an edit only the rows are with a cell that stands in no clean row, and the keys if one of them
changed.  A table of which nothing is known yet is judged in one go; of a large one, what is not evidently sound.

Rows go in as inline tables with their header.  Only columns that can break a rule are passed: required ones and,
where somebody filled them, those with a type other than text or with a constraint.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from .evident import LARGE, are_keys_sound, doubtful_rows
from .judged_before import clean_digests, doubtful, keys_digest, row_digests
from .schema import Table, load_tables
from .table_keys import KEYS, Keys
from .texts import Texts

if TYPE_CHECKING:
    from frictionless import Resource

_CONSTRAINT = re.compile(r'constraint "(\w+)"')
_EARLIER_ROW = re.compile(r"row at position (\d+)")
_FIRST_ROW_NUMBER = 2
"""frictionless counts the header as row 1."""


@dataclass(frozen=True, slots=True, order=True)
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


@dataclass(frozen=True, slots=True)
class Verdict:
    """What Table Schema says of all tables."""

    errors: Mapping[str, tuple[TableError, ...]]
    """Table → its errors in the order of rows; empty for a clean table."""
    clean: frozenset[str]
    """Digests of the rows and keys that are clean, for the next run."""


def validate_tables(
    rows: Mapping[str, Sequence[Texts]],
    *,
    clean: Collection[str] = frozenset(),
    unknown_targets: Iterable[str] = (),
) -> Verdict:
    """
    Validate tables against their schemas, constraints, primary and foreign keys.

    Args:
        rows: Table name → its rows; tables left out are empty.
        clean: Digests that an earlier run found clean.
        unknown_targets: Tables of which not all records are known; references to them are not judged.
    """
    return Validation(rows, clean=clean, unknown_targets=unknown_targets).verdict()


class Validation:
    """A judgement of tables: first what there is to judge, then the verdict."""

    def __init__(
        self,
        rows: Mapping[str, Sequence[Texts]],
        *,
        clean: Collection[str] = frozenset(),
        unknown_targets: Iterable[str] = (),
    ) -> None:
        """
        Find out what of *rows* is to be judged (see :func:`validate_tables`).

        Args:
            rows: Table name → its rows.
            clean: Digests that an earlier run found clean.
            unknown_targets: Tables of which not all records are known.
        """
        self._rows = rows
        self._tables = [load_tables()[name] for name in rows if rows[name]]
        unknown = frozenset(unknown_targets)
        keys = {table.name: Keys.of(table, rows[table.name], unknown) for table in self._tables}
        self._digests = {table.name: row_digests(table, rows[table.name]) for table in self._tables}
        self._keys = {name: (each, keys_digest(each, rows)) for name, each in keys.items()}
        self._rekeyed = {name: each for name, (each, digest) in self._keys.items() if digest not in clean}
        self._changed = {
            name: doubtful(
                each.table, rows[name], self._digests[name], clean, () if name in self._rekeyed else each.columns
            )
            for name, each in keys.items()
        }
        for name in [name for name, each in self._changed.items() if len(each) >= LARGE]:
            self._changed[name] = doubtful_rows(keys[name].table, rows[name], self._changed[name])
        for name in [name for name in self._rekeyed if len(rows[name]) >= LARGE]:
            if are_keys_sound(keys[name], rows):
                del self._rekeyed[name]

    @property
    def has_work(self) -> bool:
        """Whether there is anything that is not known to be clean; without it, frictionless is not even imported."""
        return bool(self._rekeyed) or any(self._changed.values())

    def verdict(self) -> Verdict:
        """Return what was found."""
        errors: dict[str, list[TableError]] = {name: [] for name in self._rows}
        for name, error in self._errors():
            errors[name].append(error)
        faults = {name: [(error.row, error.field) for error in each] for name, each in errors.items()}
        return Verdict(
            {name: tuple(sorted(each, key=lambda error: error.row)) for name, each in errors.items()},
            frozenset(clean_digests(self._digests, self._keys, faults)),
        )

    def _errors(self) -> list[tuple[str, TableError]]:
        if not self.has_work:
            return []
        rows, changed, keys = self._rows, self._changed, self._rekeyed
        whole = {name for name, each in keys.items() if each.are_texts and len(changed[name]) == len(rows[name])}
        resources = [
            _rows(
                table, rows[table.name], changed[table.name], keys[table.name] if table.name in whole else None, whole
            )
            for table in self._tables
            if changed[table.name]
        ]
        resources += [_keys(each, rows[name], whole) for name, each in keys.items() if name not in whole]
        resources += _lookups(keys.values(), rows)
        return list(_validated(resources, changed))


def _validated(resources: Sequence[Resource], changed: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, TableError]]:
    # Imported here: it costs a fifth of a second and more, which a run without changes does not pay.
    from frictionless import Package

    report = Package(resources=list(resources)).validate(limit_errors=10_000_000)
    for task in report.tasks:
        name = task.name.removesuffix(KEYS)
        told = (found for error in task.errors for found in _errors(load_tables()[name], error))
        for error in told:
            if task.name == name:
                yield name, replace(error, row=changed[name][error.row])
            elif error.kind != "required":
                yield name, error


def _rows(
    table: Table, rows: Sequence[Texts], indexes: Sequence[int], keys: Keys | None, whole: Collection[str]
) -> Resource:
    """Make the table of whole rows, to be judged one by one, and where *keys* are given together as well."""
    chosen = [rows[index].texts for index in indexes]
    used = {name for texts in chosen for name in texts}
    fields = [entry for entry in table.fields if entry.required or (entry.name in used and entry.can_be_wrong)]
    names = [entry.name for entry in fields]
    names += [name for name in (keys.columns if keys else () if names else table.primary_key[:1]) if name not in names]
    by_name = {entry["name"]: entry for entry in table.descriptor["fields"]}
    descriptor = {
        "fields": [_standard_field(by_name[name]) for name in names],
        "missingValues": table.descriptor["missingValues"],
        **(keys.descriptor(whole) if keys else {}),
    }
    return _inline(table.name, [names, *([texts.get(name, "") for name in names] for texts in chosen)], descriptor)


def _keys(keys: Keys, rows: Sequence[Texts], whole: Collection[str]) -> Resource:
    """Make the table of all rows' keys, to be judged together; their types are judged with the rows."""
    columns = keys.columns
    descriptor = {
        "fields": [{"name": name, "type": "string"} for name in columns],
        "missingValues": keys.table.descriptor["missingValues"],
        **keys.descriptor(whole),
    }
    cells = [[row.texts.get(name, "") for name in columns] for row in rows]
    return _inline(keys.table.name + KEYS, [columns, *cells], descriptor)


def _lookups(judged: Collection[Keys], rows: Mapping[str, Sequence[Texts]]) -> Iterator[Resource]:
    """Make the tables of keys that are referred to and not judged themselves."""
    own = {keys.table.name for keys in judged}
    targets = {key.table: key.target_field for keys in judged for key in keys.foreign}
    for name, key in sorted(targets.items()):
        if name not in own:
            found = dict.fromkeys(row.texts[key] for row in rows.get(name, ()) if key in row.texts)
            yield _inline(
                name + KEYS, [[key], *([value] for value in found)], {"fields": [{"name": key, "type": "string"}]}
            )


def _inline(name: str, data: list[list[str]], descriptor: dict[str, Any]) -> Resource:
    from frictionless import Resource, Schema

    # A function in place of the rows: frictionless copies a list, cell by cell, several times over.
    return Resource(name=name, data=lambda: data, schema=Schema.from_descriptor(descriptor))


def _standard_field(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out the properties that are ours or only describe; frictionless copies them about for every cell."""
    return {key: entry[key] for key in ("name", "type", "delimiter", "itemType", "constraints") if key in entry}


def _errors(table: Table, error: Any) -> Iterator[TableError]:
    """
    Sort an error of frictionless into ours.

    A key of empty cells alone is told by ``required`` already.  A row of empty cells alone is judged no further by
    frictionless: of it every required field is told.
    """
    row = error.row_number - _FIRST_ROW_NUMBER
    if error.type == "type-error":
        yield TableError(row, error.field_name, "type")
    elif error.type == "constraint-error":
        constraint = _CONSTRAINT.search(error.note)
        yield TableError(row, error.field_name, constraint[1] if constraint else "constraint")
    elif error.type == "foreign-key":
        yield TableError(row, error.field_names[0], "reference")
    elif error.type == "primary-key":
        if earlier := _EARLIER_ROW.search(error.note):
            yield TableError(row, table.primary_key[0], "duplicate", int(earlier[1]) - _FIRST_ROW_NUMBER)
    elif error.type == "blank-row":
        yield from (TableError(row, entry.name, "required") for entry in table.fields if entry.required)
    else:
        raise RuntimeError(f"frictionless tells {error.type!r} of table {table.name!r}: {error.note}")
