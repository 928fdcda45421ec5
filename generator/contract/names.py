"""
From the editor's keys to canonical names: every key of a record is found out, or told.

A record may be written with English names or Chinese titles, mixed as the editor likes; one field must not be
written twice.  Nested lists become records of their own tables, with the field that names their parent filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from generator.findings import Finding, Place, finding
from generator.intake.files import FileResult
from generator.intake.records import HeaderRow, Record, Value

from .nearest import advice, is_chinese, listed, nearest
from .schema import Field, Nested, Table, load_tables

Written: TypeAlias = "str | list[str]"
"""What was written for a field: a scalar, or the items of a list."""


@dataclass(slots=True)
class Named:
    """A record whose keys are canonical names."""

    table: Table
    record: Record
    written: dict[str, Written]
    """Canonical name → what was written, unchanged; the stem of the file's name where no id was written."""
    keys: Mapping[str, str]
    """Canonical name → the editor's key."""
    chinese: bool
    """Fields that were not written go by their Chinese titles."""
    reported: frozenset[str] = frozenset()
    """Fields told already: their value could not be read from the file, or their name is misspelt."""

    def place(self, name: str = "", item: str | None = None) -> Place:
        """Return where field *name* stands, or *item* of its list; the record's start where it was not written."""
        key = self.keys.get(name, "")
        line, column = self.record.places.get(key, (self.record.line, None))
        places = self.record.item_places.get(key, ())
        written = self.written.get(name)
        if item is not None and isinstance(written, list):
            index = next((number for number, each in enumerate(written) if each.strip() == item), len(places))
            if index < len(places):
                line, column = places[index]
        return Place(self.record.file, line, column)

    def word(self, name: str) -> str:
        """Return the word that the editor uses for field *name*."""
        return self.keys.get(name) or self.table.by_name[name].word(chinese=self.chinese)

    @property
    def label(self) -> str:
        """The record's key as it was written, for findings."""
        parts = (self.written.get(name, "") for name in self.table.primary_key)
        return "/".join(part.strip() if isinstance(part, str) else ";".join(part) for part in parts).strip("/")

    def finding(self, code: str, name: str, *, found: str | None = None, allowed: str = "", **words: str) -> Finding:
        """Make a finding about field *name* of this record; *found* is what was written, or one item of it."""
        place = self.place(name, found)
        if found is None:
            written = self.written.get(name, "")
            found = written if isinstance(written, str) else listed(written, chinese=self.chinese)
        words.setdefault("word", self.word(name))
        return finding(code, place, field=name, record=self.label, found=found.strip(), allowed=allowed, **words)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What the keys of a record stand for; worked out once for all records with the same keys."""

    names: tuple[str, ...]
    """Canonical names of *all* keys in their order; empty where a key stands for anything but a field of its own."""
    fields: tuple[tuple[str, Field], ...]
    nested: tuple[tuple[str, Nested], ...]
    unknown: tuple[tuple[str, str], ...]
    """Key, the word that was probably meant."""
    twice: tuple[tuple[str, str], ...]
    """Second key, first key."""
    keys: Mapping[str, str]


class Namer:
    """Gives the keys of records their canonical names, file by file."""

    def __init__(self, *, chinese: bool) -> None:
        """Begin; *chinese* tells that the site's editors write Chinese."""
        self._chinese = chinese
        self._plans: dict[tuple[str, tuple[str, ...]], _Plan] = {}

    def name(self, file: FileResult) -> tuple[dict[str, list[Named]], list[Finding]]:
        """
        Give every key of a file's records its canonical name.

        Returns:
            Tables, each with its records in the order of the file (nested ones under their own table); and what is
            wrong with keys: kinds ``unknown-field``, ``field-twice``, ``nested-not-allowed``, ``nested-expected``,
            ``list-not-allowed``, ``parent-differs``.
        """
        naming = _Naming(self._chinese, self._plans)
        table = load_tables()[file.table]
        if file.header is not None:
            naming.read_header(table, file.header)
        for record in file.records:
            naming.add(table, record)
        return naming.named, naming.findings


@dataclass(slots=True)
class _Naming:
    """One run over the records of a file."""

    chinese: bool
    plans: dict[tuple[str, tuple[str, ...]], _Plan]
    """Table, keys → what they stand for; kept from file to file."""
    named: dict[str, list[Named]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    told_headers: set[tuple[str, str]] = field(default_factory=set)

    def plan(self, table: Table, record: Record) -> _Plan:
        keys = tuple(record.values)
        if (plan := self.plans.get((table.name, keys))) is None:
            plan = self.plans[table.name, keys] = _plan(table, keys)
        return plan

    def tell(self, code: str, record: Record, key: str, name: str, **words: str) -> None:
        """Tell what is wrong with the value of *key*."""
        line, column = record.places.get(key, (record.line, None))
        place = Place(record.file, line, column)
        found = _shown(record.values[key])
        self.findings.append(finding(code, place, field=name, record=_own_key(record), found=found, word=key, **words))

    def tell_key(self, code: str, record: Record, key: str, name: str, **words: str) -> None:
        """Tell what is wrong with *key* itself: where it stands, for a CSV file once, in its header."""
        line, column = record.key_places.get(key) or record.places.get(key) or (record.line, None)
        label = _own_key(record)
        if record.file.lower().endswith(".csv"):
            if (key, code) in self.told_headers:
                return
            self.told_headers.add((key, code))
            label = ""
        place = Place(record.file, line, column)
        self.findings.append(finding(code, place, field=name, record=label, found=key, word=key, **words))

    def add(self, table: Table, record: Record, parent: tuple[str, str] | None = None) -> None:
        plan = self.plan(table, record)
        reported: frozenset[str] = frozenset()
        if plan.unknown or plan.twice or record.reported:
            self._tell_keys(table, record, plan)
            told = (*record.reported, *(near for _, near in plan.unknown))
            reported = frozenset(table.words[key].name for key in told if key in table.words)
            reported -= self._sound(record, plan)
        named = Named(table, record, self._fields(table, record, plan), plan.keys, self.chinese, reported)
        if record.default_id and (key := table.key_field) and not named.written.get(key.name):
            named.written[key.name] = record.default_id
        if parent:
            self._fill_parent(named, *parent)
        self.named.setdefault(table.name, []).append(named)
        for word, nested in plan.nested:
            self._nested(named, word, nested)

    def read_header(self, table: Table, header: HeaderRow) -> None:
        """Tell what is wrong with a CSV file's header, as if it were a record of empty cells."""
        places = {word: (header.line, cell) for word, cell in reversed(header.cells)}
        values: dict[str, Value] = {word: "" for word, _ in header.cells}
        record = Record(table.name, header.file, header.line, values, places, key_places=places)
        self._tell_keys(table, record, self.plan(table, record))

    def _tell_keys(self, table: Table, record: Record, plan: _Plan) -> None:
        for key, near in plan.unknown:
            if key in record.reported:
                continue
            words = listed((w for w in table.words if is_chinese(w) == self.chinese), chinese=self.chinese)
            self.tell_key("unknown-field", record, key, key, allowed=near or words, table=table.title, **advice(near))
        for key, first in plan.twice:
            self.tell_key("field-twice", record, key, table.words[key].name, first=first)

    def _fields(self, table: Table, record: Record, plan: _Plan) -> dict[str, Written]:
        values: Iterable[Any] = record.values.values()
        if plan.names and list not in map(type, values):
            return dict(zip(plan.names, values, strict=True))
        written: dict[str, Written] = {}
        for key, entry in plan.fields:
            value = record.values[key]
            if isinstance(value, str):
                written[entry.name] = value
            elif key in record.reported:
                written[entry.name] = "…"
            elif value and isinstance(value[0], Record):
                nested = listed(
                    (each.title if self.chinese else each.name for each in table.nested), chinese=self.chinese
                )
                self.tell("nested-not-allowed", record, key, entry.name, allowed=nested or "—", table=table.title)
            elif entry.is_list:
                written[entry.name] = [str(item) for item in value]
            elif value:
                self.tell("list-not-allowed", record, key, entry.name)
        return written

    def _sound(self, record: Record, plan: _Plan) -> frozenset[str]:
        """Name the fields that are there under a good name with a value that could be read."""
        return frozenset(name for name, key in plan.keys.items() if key not in record.reported)

    def _fill_parent(self, named: Named, parent_field: str, parent_key: str) -> None:
        own = named.written.get(parent_field, "")
        if isinstance(own, str) and own.strip() not in ("", parent_key):
            self.findings.append(named.finding("parent-differs", parent_field, allowed=parent_key))
        named.written[parent_field] = parent_key

    def _nested(self, parent: Named, word: str, nested: Nested) -> None:
        value = parent.record.values[word]
        if not value or word in parent.record.reported:
            return
        key = parent.table.primary_key[0]
        parent_key = parent.written.get(key, "")
        if isinstance(value, str) or not all(isinstance(item, Record) for item in value):
            self.tell("nested-expected", parent.record, word, nested.name)
            return
        child_table = load_tables()[nested.table]
        for item in value:
            if isinstance(item, Record):
                self.add(child_table, item, (nested.parent, parent_key.strip() if isinstance(parent_key, str) else ""))


def _plan(table: Table, keys: Sequence[str]) -> _Plan:
    fields: list[tuple[str, Field]] = []
    nested: list[tuple[str, Nested]] = []
    unknown: list[tuple[str, str]] = []
    twice: list[tuple[str, str]] = []
    seen: dict[str, str] = {}
    for key in keys:
        entry = table.words.get(key)
        if entry is None:
            unknown.append((key, nearest(key, table.words)))
        elif entry.name in seen:
            twice.append((key, seen[entry.name]))
        else:
            seen[entry.name] = key
            if isinstance(entry, Nested):
                nested.append((key, entry))
            else:
                fields.append((key, entry))
    names = tuple(entry.name for _, entry in fields) if len(fields) == len(keys) else ()
    return _Plan(names, tuple(fields), tuple(nested), tuple(unknown), tuple(twice), seen)


def _shown(value: Value) -> str:
    if isinstance(value, str):
        return value.strip()
    return "; ".join(item if isinstance(item, str) else "…" for item in value)


def _own_key(record: Record) -> str:
    table = load_tables().get(record.table)
    key = table.key_field if table else None
    for word in (key.name, key.title) if key else ():
        value = record.values.get(word)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return record.default_id
