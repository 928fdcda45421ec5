"""
A record: what an editor wrote for one thing, as text, with the place of every value.

Nothing is cast or translated here: keys are the editor's own words (English
field names or Chinese titles), scalars are text exactly as written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

Value: TypeAlias = "str | list[str] | list[Record]"
"""A scalar, a list of scalars (YAML only), or a nested list of mappings (YAML only)."""


@dataclass(slots=True)
class Record:
    """One YAML mapping or one CSV row."""

    table: str
    """Name of the table, from the file's or folder's name; for a nested mapping the editor's key."""
    file: str
    """Path relative to the site folder, with forward slashes."""
    line: int
    """Line (from 1) where the record starts."""
    values: dict[str, Value]
    """The editor's key → what was written; keys with nothing behind them hold ``""``."""
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """The editor's key → (line, column) of the value, both from 1; in CSV the column is the cell's number."""
    default_id: str = ""
    """The YAML file's stem, which is the id where none is written; empty for CSV rows."""
    key_places: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """The editor's key → (line, column) of the key itself; in CSV the header's cell."""
    item_places: Mapping[str, Sequence[tuple[int, int]]] = field(default_factory=dict)
    """The editor's key → (line, column) of every item, for lists of scalars (YAML only)."""
    reported: frozenset[str] = frozenset()
    """Keys whose value intake has already reported as unreadable: nothing more is to be said of them."""


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """The header of a CSV file, which is there even where no row follows."""

    file: str
    """Path relative to the site folder, with forward slashes."""
    line: int
    """Line (from 1) of the header."""
    cells: tuple[tuple[str, int], ...]
    """(the editor's word, number of its cell from 1); blank headers are left out."""
