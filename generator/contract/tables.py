"""
Table Schema's verdict on rows of canonical text.  Alone in this package to import frictionless.

A table is judged in two parts: each row by itself (types and constraints), and the keys of all rows together (primary
and foreign keys).  Both depend on canonical text alone, so what was found clean once, known by its digest, is not
judged again: after an edit only the rows that changed are, and the keys if one of them did.  A table of which nothing
is known yet is judged in one go.

Rows go in as inline tables with their header.  Only columns that can break a rule are passed: required ones and,
where somebody filled them, those with a type other than text or with a constraint.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from generator.apart import start_apart

from .schema import Field, ForeignKey, Table, load_tables
from .texts import Texts

if TYPE_CHECKING:
    from frictionless import Resource

_CONSTRAINT = re.compile(r'constraint "(\w+)"')
_EARLIER_ROW = re.compile(r"row at position (\d+)")
_FIRST_ROW_NUMBER = 2
"""frictionless counts the header as row 1."""
_KEYS = "-keys"
"""Ending of the name under which the keys of a table are judged."""
_BETWEEN = "\x1f"
"""A control character, which intake tells wherever it stands in a text."""


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
    """A judgement of tables, which may be under way in another process while this one goes on."""

    def __init__(
        self,
        rows: Mapping[str, Sequence[Texts]],
        *,
        clean: Collection[str] = frozenset(),
        unknown_targets: Iterable[str] = (),
        apart: bool = False,
    ) -> None:
        """
        Begin to judge *rows* (see :func:`validate_tables`).

        Args:
            rows: Table name → its rows.
            clean: Digests that an earlier run found clean.
            unknown_targets: Tables of which not all records are known.
            apart: Do it in another process, where the system can fork and there is something to judge.
        """
        self._rows = rows
        self._unknown = frozenset(unknown_targets)
        self._tables = [load_tables()[name] for name in rows if rows[name]]
        self._digests = {table.name: _row_digests(table, rows[table.name]) for table in self._tables}
        self._changed = {
            name: [index for index, digest in enumerate(digests) if digest not in clean]
            for name, digests in self._digests.items()
        }
        self._keys = {table.name: _keys_digest(table, rows, self._unknown) for table in self._tables}
        self._rekeyed = [table for table in self._tables if self._keys[table.name] not in clean]
        has_work = bool(self._rekeyed) or any(self._changed.values())
        self._elsewhere = start_apart(self._errors) if apart and has_work else None

    def verdict(self) -> Verdict:
        """Return what was found; waits for the other process where there is one."""
        found = self._elsewhere.result() if self._elsewhere is not None else self._errors()
        errors: dict[str, list[TableError]] = {name: [] for name in self._rows}
        for name, error in found:
            errors[name].append(error)
        return Verdict(
            {name: tuple(sorted(each, key=lambda error: error.row)) for name, each in errors.items()},
            frozenset(_clean(self._digests, errors, self._keys)),
        )

    def _errors(self) -> list[tuple[str, TableError]]:
        rows, changed = self._rows, self._changed
        keys = {table.name: _Keys.of(table, rows[table.name], self._unknown) for table in self._rekeyed}
        whole = {name for name, each in keys.items() if each.are_texts and len(changed[name]) == len(rows[name])}
        resources = [
            _rows(
                table, rows[table.name], changed[table.name], keys[table.name] if table.name in whole else None, whole
            )
            for table in self._tables
            if changed[table.name]
        ]
        resources += [_keys(keys[name], rows[name], whole) for name in keys if name not in whole]
        resources += _lookups(keys.values(), rows)
        return list(_validated(resources, changed)) if resources else []


@dataclass(frozen=True, slots=True, eq=False)
class _Keys:
    """What of a table is judged over all its rows."""

    table: Table
    primary: Sequence[str]
    foreign: Sequence[ForeignKey]

    @classmethod
    def of(cls, table: Table, rows: Sequence[Texts], unknown: frozenset[str]) -> _Keys:
        """Take the keys of *table* that a row makes use of: each that refers makes frictionless read a table more."""
        texts = [row.texts for row in rows]
        primary = [name for name in table.primary_key if any(name in each for each in texts)]
        judged = [key for key in table.foreign_keys if key.table not in unknown]
        foreign = [key for key in judged if any(key.field in each for each in texts)]
        return cls(table, primary or list(table.primary_key), foreign)

    @property
    def columns(self) -> list[str]:
        """Fields that they are made of."""
        return list(dict.fromkeys([*self.primary, *(key.field for key in self.foreign)]))

    @property
    def are_texts(self) -> bool:
        """Whether they are the same keys as values of their types: a faulty value is none."""
        return all(self.table.by_name[name].type == "string" for name in self.columns)

    def descriptor(self, whole: Collection[str]) -> dict[str, Any]:
        """Return the properties of a Table Schema; *whole* are the tables that are not in two parts."""
        own = self.table.name
        return {
            "primaryKey": list(self.primary),
            "foreignKeys": [
                {
                    "fields": [key.field],
                    "reference": {
                        "resource": "" if key.table == own else key.table if key.table in whole else key.table + _KEYS,
                        "fields": [key.target_field],
                    },
                }
                for key in self.foreign
            ],
        }


def _clean(
    digests: Mapping[str, Sequence[str]], errors: Mapping[str, Sequence[TableError]], keys: Mapping[str, str]
) -> Iterator[str]:
    for table, each in digests.items():
        faulty = {error.row for error in errors[table]}
        yield from (digest for index, digest in enumerate(each) if index not in faulty) if faulty else each
        if not any(error.kind in ("reference", "duplicate") for error in errors[table]):
            yield keys[table]


@cache
def _schema_digest(table: str) -> str:
    return blake2b(repr(dict(load_tables()[table].descriptor)).encode(), digest_size=8).hexdigest()


def _row_digests(table: Table, rows: Sequence[Texts]) -> list[str]:
    schema = _schema_digest(table.name)
    return [schema + row.digest for row in rows]


def _keys_digest(table: Table, rows: Mapping[str, Sequence[Texts]], unknown: frozenset[str]) -> str:
    """Digest everything that the verdict on a table's keys depends on."""
    keys = _Keys.of(table, rows[table.name], unknown)
    digest = blake2b(_schema_digest(table.name).encode(), digest_size=16)
    texts = [row.texts for row in rows[table.name]]
    for name in keys.columns:
        digest.update(_joined([name, *[each.get(name, "") for each in texts]]))
    for key in keys.foreign:
        values = sorted({row.texts.get(key.target_field, "") for row in rows.get(key.table, ())})
        digest.update(_joined([key.field, key.table, *values]))
    return digest.hexdigest()


def _joined(texts: Sequence[str]) -> bytes:
    """Return *texts* as bytes from which they could be told apart again."""
    return f"{len(texts)}\x1e{_BETWEEN.join(texts)}\x1e".encode("utf-8", "surrogatepass")


def _validated(resources: Sequence[Resource], changed: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, TableError]]:
    # Imported here: it costs a fifth of a second and more, which a run without changes does not pay.
    from frictionless import Package

    report = Package(resources=list(resources)).validate(limit_errors=10_000_000)
    for task in report.tasks:
        name = task.name.removesuffix(_KEYS)
        told = (found for error in task.errors for found in _errors(load_tables()[name], error))
        for error in told:
            if task.name == name:
                yield name, replace(error, row=changed[name][error.row])
            elif error.kind != "required":
                yield name, error


def _rows(
    table: Table, rows: Sequence[Texts], indexes: Sequence[int], keys: _Keys | None, whole: Collection[str]
) -> Resource:
    """Make the table of whole rows, to be judged one by one, and where *keys* are given together as well."""
    chosen = [rows[index].texts for index in indexes]
    used = {name for texts in chosen for name in texts}
    fields = [entry for entry in table.fields if entry.required or (entry.name in used and _can_be_wrong(entry))]
    names = [entry.name for entry in fields]
    names += [name for name in (keys.columns if keys else () if names else table.primary_key[:1]) if name not in names]
    by_name = {entry["name"]: entry for entry in table.descriptor["fields"]}
    descriptor = {
        "fields": [_standard_field(by_name[name]) for name in names],
        "missingValues": table.descriptor["missingValues"],
        **(keys.descriptor(whole) if keys else {}),
    }
    return _inline(table.name, [names, *([texts.get(name, "") for name in names] for texts in chosen)], descriptor)


def _keys(keys: _Keys, rows: Sequence[Texts], whole: Collection[str]) -> Resource:
    """Make the table of all rows' keys, to be judged together; their types are judged with the rows."""
    columns = keys.columns
    descriptor = {
        "fields": [{"name": name, "type": "string"} for name in columns],
        "missingValues": keys.table.descriptor["missingValues"],
        **keys.descriptor(whole),
    }
    cells = [[row.texts.get(name, "") for name in columns] for row in rows]
    return _inline(keys.table.name + _KEYS, [columns, *cells], descriptor)


def _lookups(judged: Collection[_Keys], rows: Mapping[str, Sequence[Texts]]) -> Iterator[Resource]:
    """Make the tables of keys that are referred to and not judged themselves."""
    own = {keys.table.name for keys in judged}
    targets = {key.table: key.target_field for keys in judged for key in keys.foreign}
    for name, key in sorted(targets.items()):
        if name not in own:
            found = dict.fromkeys(row.texts[key] for row in rows.get(name, ()) if key in row.texts)
            yield _inline(
                name + _KEYS, [[key], *([value] for value in found)], {"fields": [{"name": key, "type": "string"}]}
            )


def _inline(name: str, data: list[list[str]], descriptor: dict[str, Any]) -> Resource:
    from frictionless import Resource, Schema

    # A function in place of the rows: frictionless copies a list, cell by cell, several times over.
    return Resource(name=name, data=lambda: data, schema=Schema.from_descriptor(descriptor))


def _can_be_wrong(entry: Field) -> bool:
    """Tell whether a cell can break the field's type or a constraint: any text is a text, or a list of texts."""
    is_text = entry.type == "string" or (entry.is_list and entry.item_type == "string")
    return not is_text or bool(entry.constraints)


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
