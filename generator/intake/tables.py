"""What intake is told about the tables: their names and the words editors may use in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class NestedWord(NamedTuple):
    """A key under which a YAML file may hold a list of mappings."""

    name: str
    """Canonical name of the key, such as ``history``."""
    table: str
    """The table whose rows stand there, such as ``placement_history``."""


@dataclass(frozen=True, slots=True, eq=False)
class TableWords:
    """The words of one table. Mappings are plain dictionaries where values are to be pickled."""

    title: str = ""
    """Chinese title of the table, recognised in wrongly named files."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """Every word for a field (English name, Chinese title) → its canonical name."""
    nested: Mapping[str, NestedWord] = field(default_factory=dict)
    """Every word for a nested list → its meaning."""

    def canonical(self, word: str) -> str:
        """Return the canonical name of *word*, or *word* itself where the table does not know it."""
        if word in self.fields:
            return self.fields[word]
        return self.nested[word].name if word in self.nested else word


@dataclass(frozen=True, slots=True, eq=False)
class TableNames:
    """All tables of a site."""

    tables: Mapping[str, TableWords]
    """Name of the table → its words."""
    other_names: frozenset[str] = frozenset()
    """Files and folders directly in the data folder that are none of intake's business."""

    def canonical(self, table: str, word: str) -> str:
        """Return the canonical name of *word* in *table* or in one of the tables nested in it."""
        words = self.tables.get(table, _NO_WORDS)
        name = words.canonical(word)
        if name != word or word in words.fields:
            return name
        for nested in words.nested.values():
            fields = self.tables.get(nested.table, _NO_WORDS).fields
            if word in fields:
                return fields[word]
        return word


_NO_WORDS = TableWords()
