"""A checked record: typed values, and where each stands in the editors' files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import TypeAlias

from generator.findings import Finding, Place

from .frozen import frozen_record
from .names import Named
from .quantities import NOT_DISCLOSED, NotDisclosed, Period, period_from_text
from .schema import NOT_DISCLOSED_TEXT, Field, load_tables
from .texts import Texts

Value: TypeAlias = (
    "str | Decimal | int | bool | date | Period | tuple[str, ...] | tuple[int, ...] | NotDisclosed | None"
)
"""A typed value; ``None`` where nothing was written."""

_REPEATED = 1024
"""Of so many lists and periods, which repeat in most tables, the last ones are remembered."""


@frozen_record
class Row:
    """One record of a table, its values typed.  Rows of data with errors hold ``None`` for what could not be read."""

    table: str
    key: str
    """The primary key's texts joined by ``/``; for most tables simply the id."""
    values: Mapping[str, Value]
    """Every field of the table → its value: ``str``, ``Decimal`` (money in base units), ``int``, ``bool``, ``date``,
    ``Period``, a tuple, ``NOT_DISCLOSED`` or ``None``."""
    digest: str
    """Digest of the canonical texts; the same wherever in the files the record stands."""
    unread: frozenset[str] = frozenset()
    """Fields told as wrong already; always empty in data without errors."""
    texts: Texts = field(repr=False, kw_only=True)
    """The record in canonical text, which knows where it stands."""

    @property
    def named(self) -> Named:
        """The record as written; reads the file of a remembered record."""
        return self.texts.named

    def place(self, name: str = "") -> Place:
        """Return where field *name* stands; where it was not written, or for ``""``, the record's first line."""
        return self.texts.place(name)

    def word(self, name: str) -> str:
        """Return the word that the record's editor uses for field *name*."""
        return self.named.word(name)

    def written(self, name: str) -> str:
        """Return what the editor wrote for field *name*, ``""`` where nothing."""
        written = self.named.written.get(name, "")
        return (written if isinstance(written, str) else "; ".join(written)).strip()

    def lacks(self, name: str) -> bool:
        """Tell whether field *name* is empty; no for a value that is there and wrong."""
        return self.values[name] is None and name not in self.unread

    def finding(self, code: str, name: str, *, found: str | None = None, allowed: str = "", **words: str) -> Finding:
        """Make a finding about field *name*; *found* is what was written unless told otherwise."""
        return self.named.finding(code, name, found=found, allowed=allowed, **words)

    def text(self, name: str) -> str:
        """Return a text value; ``""`` where there is none, or where it is not disclosed."""
        value = self.values[name]
        return value if isinstance(value, str) else ""

    def items(self, name: str) -> tuple[str, ...]:
        """Return the items of a list of texts; empty where there is none, or where it is not disclosed."""
        value = self.values[name]
        return tuple(str(item) for item in value) if isinstance(value, tuple) else ()

    def day(self, name: str) -> date | None:
        """Return a date; ``None`` where there is none, or where it is not disclosed."""
        value = self.values[name]
        return value if isinstance(value, date) else None

    def amount(self, name: str) -> Decimal | None:
        """Return a decimal; ``None`` where there is none, or where it is not disclosed."""
        value = self.values[name]
        return value if isinstance(value, Decimal) else None


def make_row(texts: Texts) -> Row:
    """Type the values of one record; what is listed in ``texts.unread`` becomes ``None``."""
    written, unread = texts.texts, texts.unread
    values = _nothing_written(texts.table) | written
    if unread or NOT_DISCLOSED_TEXT in written.values():
        gaps = {name: NOT_DISCLOSED for name, text in written.items() if text == NOT_DISCLOSED_TEXT}
        values |= dict.fromkeys(unread & written.keys()) | gaps
        written = {name: text for name, text in written.items() if name not in gaps and name not in unread}
    for name, cast in _casts(texts.table):
        if name in written:
            values[name] = cast(written[name])
    return Row(texts.table, "/".join(texts.key), values, texts.digest, unread, texts=texts)


@cache
def _nothing_written(table: str) -> dict[str, Value]:
    return {entry.name: None for entry in load_tables()[table].fields}


@cache
def _casts(table: str) -> tuple[tuple[str, Callable[[str], Value]], ...]:
    """Return how each field is typed that is not simply text."""
    casts = [(entry.name, _cast(entry)) for entry in load_tables()[table].fields]
    return tuple((name, cast) for name, cast in casts if cast is not None)


def _cast(entry: Field) -> Callable[[str], Value] | None:
    if entry.semantic == "period":
        return _period
    if entry.is_list:
        return _integers if entry.item_type == "integer" else _strings
    casts: dict[str, Callable[[str], Value]] = {
        "number": Decimal,
        "integer": int,
        "boolean": lambda text: text == "true",
        "date": date.fromisoformat,
    }
    return casts.get(entry.type)


_period = lru_cache(maxsize=_REPEATED)(period_from_text)


@lru_cache(maxsize=_REPEATED)
def _integers(text: str) -> tuple[int, ...]:
    return tuple(int(item) for item in text.split(";"))


@lru_cache(maxsize=_REPEATED)
def _strings(text: str) -> tuple[str, ...]:
    return tuple(item for item in text.split(";") if item)
