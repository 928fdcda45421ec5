"""What a rule is given: the rows of all tables, their keys, and the site's settings."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.contract.rows import Row
from generator.contract.schema import Field, Table, load_tables
from generator.contract.settings import ContractSettings


@dataclass(slots=True, eq=False)
class Marks:
    """Notes what a rule found nothing wrong in, for the next run."""

    known: Collection[str] = frozenset()
    """What earlier runs noted."""
    clean: set[str] = field(default_factory=set)
    """What this run noted: also what it met again."""


@dataclass(frozen=True, eq=False)
class RuleData:
    """Rows of one run; every table is there, if only empty."""

    rows: Mapping[str, tuple[Row, ...]]
    settings: ContractSettings
    incomplete: frozenset[str] = frozenset()
    """Tables of which some record could not be read: what is not in them may yet be there."""
    marks: Marks = field(default_factory=Marks)
    """For rules that take long over a row and look at nothing else: rows that are clean, by digest."""

    @cached_property
    def by_key(self) -> Mapping[str, Mapping[str, Row]]:
        """Table → key → row."""
        return {table: {row.key: row for row in rows} for table, rows in self.rows.items()}

    def is_known(self, table: str, key: str) -> bool:
        """Tell whether a record is there, or may be there in a file that could not be read."""
        return key in self.by_key[table] or table in self.incomplete

    def fields(self, semantic: str) -> Iterator[tuple[Table, Field, tuple[Row, ...]]]:
        """Yield the fields of a meaning (``url``, ``region`` …) with the rows of their tables."""
        for table in load_tables().values():
            if rows := self.rows[table.name]:
                for entry in table.fields:
                    if entry.semantic == semantic:
                        yield table, entry, rows

    def product(self, row: Row, name: str = "product") -> Row | None:
        """Return the product that field *name* of *row* refers to; ``None`` where there is none."""
        return self.by_key["products"].get(row.text(name))
