"""
Records in canonical text, and the notation in which those of a file are remembered.

Only files about which there was nothing to say are remembered.  Where a later room finds fault with such a record
after all, its file is read once more, for the words and places that the editor chose.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import TypeAlias

from generator.findings import Place
from generator.intake.files import KnownFile

from .names import Named, Namer
from .schema import load_tables

TextsByTable: TypeAlias = "dict[str, list[Texts]]"
"""Table → its records, in the order of the file; nested records under their own table."""
_Row: TypeAlias = tuple[int, int, str, list[str]]
"""A record in JSON: number of its set of fields, line, digest, texts."""


class Recalled:
    """A remembered file, which is read again when somebody asks for what its editor wrote."""

    def __init__(self, file: KnownFile, namer: Namer) -> None:
        self.path = file.path
        self._read = file.read
        self._namer = namer
        self._named: Mapping[str, Sequence[Named]] | None = None

    def named(self, table: str, index: int) -> Named:
        """Return the record that is number *index* (from 0) of *table* in this file.

        Raises:
            EnvironmentRefused: The file has changed since it was recognised.
        """
        if self._named is None:
            self._named, _ = self._namer.name(self._read())
        return self._named[table][index]


@dataclass(slots=True, eq=False)
class Texts:
    """One record in canonical text."""

    table: str
    texts: dict[str, str]
    """Canonical name → canonical text; empty fields left out."""
    key: tuple[str, ...]
    """Canonical texts of the primary key, ``""`` where one is empty."""
    digest: str
    """Digest of the canonical texts."""
    line: int
    """Line (from 1) where the record starts."""
    source: Named | Recalled
    """The record as it was written, or the file to read it from."""
    index: int = 0
    """Number of the record, from 0, among those of its table in a remembered file."""
    unread: frozenset[str] = frozenset()
    """Fields already told as wrong; nothing more is said about them, and their text is left out."""

    @property
    def named(self) -> Named:
        """The record as it was written; reads a remembered file."""
        if isinstance(self.source, Recalled):
            self.source = self.source.named(self.table, self.index)
        return self.source

    def place(self, name: str = "") -> Place:
        """Return where field *name* stands; where it was not written, or for ``""``, the record's first line."""
        if not name and isinstance(self.source, Recalled):
            return Place(self.source.path, self.line)
        return self.named.place(name)


def key_of(texts: Mapping[str, str], primary_key: Sequence[str]) -> tuple[str, ...]:
    """Return the texts of a primary key, ``""`` where one is empty."""
    return tuple(map(texts.get, primary_key, repeat("")))


def encoded(texts: TextsByTable) -> bytes:
    """
    Return the records of one file as one line of JSON in UTF-8.

    Table → [the sets of fields that its records have; for each record the number of its set, its line, its digest and
    its texts].
    """
    tables = {}
    for table, records in texts.items():
        sets: dict[tuple[str, ...], int] = {}
        rows = [
            (sets.setdefault(tuple(each.texts), len(sets)), each.line, each.digest, list(each.texts.values()))
            for each in records
        ]
        tables[table] = (list(sets), rows)
    return json.dumps(tables, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def decoded(file: KnownFile, namer: Namer) -> TextsByTable:
    """Return the records of a remembered file as they were."""
    source = Recalled(file, namer)
    tables = json.loads(file.made.decode("utf-8", "surrogatepass"))
    return {table: _decoded(table, sets, rows, source) for table, (sets, rows) in tables.items()}


def _decoded(table: str, sets: list[list[str]], rows: list[_Row], source: Recalled) -> list[Texts]:
    primary_key = load_tables()[table].primary_key
    records = []
    for index, (names, line, digest, values) in enumerate(rows):
        texts = dict(zip(sets[names], values, strict=True))
        records.append(Texts(table, texts, key_of(texts, primary_key), digest, line, source, index))
    return records
