"""What templates of charts receive; every length is written out."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple


class Datum(NamedTuple):
    """One thing to be drawn."""

    label: str
    value: str
    """The number in words, with its unit."""
    size: Fraction | None
    """The number itself; ``None`` where it is not disclosed, so that there is nothing to draw."""


class LabelLine(NamedTuple):
    """One line of a label."""

    text: str
    y: str
    """Base line, in ems from the top; likewise below."""


class Bar(NamedTuple):
    """A label, beneath it a bar, behind the bar its number."""

    label: tuple[LabelLine, ...]
    value: str
    width: str
    """Percent of the picture's width; empty without a bar."""
    bar_y: str
    value_x: str
    """Percent; the end of the bar, or 0."""
    value_dx: str
    """Ems further, so that the number does not touch the bar."""
    value_y: str


class BarChart(NamedTuple):
    """Ranked bars."""

    id: str
    """Unique on its page."""
    title: str
    words: str
    """The same in a sentence, for those who do not see it."""
    height: str
    """In ems."""
    bars: tuple[Bar, ...]


class Column(NamedTuple):
    """One step of a course."""

    x: str
    """Left edge, percent; likewise below."""
    width: str
    middle: str
    y: str
    """Upper edge, ems from the top; empty without a column."""
    height: str
    value: str
    """Number above the column; empty where there is no room for it."""
    value_y: str
    label: str
    """Name of the step beneath the column; empty where there is no room for it."""
    anchor: str
    """How the label lies about ``label_x``: ``start``, ``middle`` or ``end``."""
    label_x: str


class ColumnChart(NamedTuple):
    """A course in steps of time."""

    id: str
    title: str
    words: str
    unit: str
    """What numbers above columns are counted in; empty where each says it."""
    height: str
    base: str
    """Where columns stand, ems from the top."""
    label_y: str
    columns: tuple[Column, ...]
