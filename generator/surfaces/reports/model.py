"""A progress report as a frozen value: what writers of files set, and add nothing to."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeAlias


class Heading(NamedTuple):
    """A title inside a part."""

    level: int
    """2 to 4; a part's own title is of level 1."""
    number: str
    """As it is written before the title, such as ``（一）``."""
    text: str


class Paragraph(NamedTuple):
    """Running text."""

    text: str


class Column(NamedTuple):
    """One column of a table."""

    title: str
    is_number: bool = False
    """Set to the right, so that places stand beneath each other."""
    weight: int = 2
    """Its share of the table's width."""


class Table(NamedTuple):
    """Rows of words as they are to be read; amounts are in the unit that the column's title names."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    has_total: bool = False
    """Whether the last row sums the others."""


Block: TypeAlias = Heading | Paragraph | Table


class KeyFigure(NamedTuple):
    """One number that a report rests on, so that a later run can tell what has changed."""

    key: str
    """Name in registers and in the editors' text, such as ``purchase.payment`` or a figure's id."""
    label: str
    value: str
    """Canonical text: a plain decimal, ``xx`` for not disclosed, ``""`` where there is none."""
    shown: str
    """With qualifier and unit, as the portal writes it."""
    rows: tuple[str, ...] = ()
    """Keys of the ledger's rows behind it; none for a figure that a source tells."""
    source: str = ""
    as_of: str = ""


class Part(NamedTuple):
    """One of the numbered parts."""

    key: str
    number: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class ProgressReport:
    """Everything that a report says, in the order in which it is said."""

    title: str
    title_lines: tuple[str, ...]
    """The same, broken where its sense allows."""
    subtitle: str
    """The period in words."""
    number: str
    """As registered; empty for a draft."""
    language: str
    issuer: str
    scope: str
    """``site``, ``county:610924``, ``organisation:<id>`` or ``campaign:<id>``."""
    scope_name: str
    first: date
    last: date
    as_of: date
    as_of_words: str
    lead: str
    parts: tuple[Part, ...]
    notes_title: str
    notes: tuple[str, ...]
    """How the numbers were counted."""
    figures: tuple[KeyFigure, ...]
    colophon: str
    """Number and day of the data, in words; the foot of each page."""
    lacking: tuple[str, ...] = ()
    """Titles of the parts that wait for the editors' own words: such a report is not issued."""

    @property
    def full_title(self) -> str:
        """Title and period in one line."""
        return f"{self.title}{'' if self.language.startswith('zh') else ' '}{self.subtitle}"

    @property
    def digest(self) -> str:
        """SHA-256 of what the report says, whatever file it is set in."""
        told = (
            self.title, self.subtitle, self.number, self.language, self.issuer, self.scope, self.scope_name,
            self.first.isoformat(), self.last.isoformat(), self.as_of.isoformat(), self.lead,
            self.parts, self.notes_title, self.notes, self.figures, self.colophon,
        )  # fmt: skip
        return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()
