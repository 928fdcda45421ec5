"""Primary and foreign keys of a table, as far as its rows make use of them, for Table Schema."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from .schema import ForeignKey, Table
from .texts import Texts

KEYS = "-keys"
"""Ending of the name under which the keys of a table are judged, where its rows are not judged with them."""


@dataclass(frozen=True, slots=True, eq=False)
class Keys:
    """What of a table is judged over all its rows."""

    table: Table
    primary: Sequence[str]
    foreign: Sequence[ForeignKey]

    @classmethod
    def of(cls, table: Table, rows: Sequence[Texts], unknown: frozenset[str]) -> Keys:
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
                        "resource": "" if key.table == own else key.table if key.table in whole else key.table + KEYS,
                        "fields": [key.target_field],
                    },
                }
                for key in self.foreign
            ],
        }
