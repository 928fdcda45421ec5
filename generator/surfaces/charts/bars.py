"""Ranked bars: labels have lines of their own, so that names of bodies fit on the narrowest screen."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from .lengths import ROOM, in_ems, lines_of, percent, width_of
from .views import Bar, BarChart, Datum, LabelLine

ROW = 3.1
"""Ems from one bar to the next where its label has one line."""
LINE = 1.3
"""Ems that each further line of a label takes."""
LABEL, TOP, VALUE = 1.05, 1.5, 2.3
"""Base line of the label, upper edge of the bar and base line of the number, in ems from the top of such a row."""
LONGEST = Fraction(72, 100)
"""Part of the width that the longest bar takes at most."""
SHORTEST = Fraction(1, 4)
"""Part of it that the longest bar takes at least, whatever the numbers beside the bars."""
GAP = 1.2
"""Ems from a bar to its number and from there to the edge."""


def bar_chart(key: str, title: str, words: str, data: Sequence[Datum]) -> BarChart | None:
    """Return *data* as bars in their order; ``None`` where there is nothing to compare.

    Args:
        key: Unique on the page.
        title: What is shown.
        words: The same in a sentence.
        data: What is drawn; below zero and not disclosed have no bar but their words.
    """
    if len(data) < 2:
        return None
    longest = max((datum.size for datum in data if datum.size is not None), default=Fraction(0))
    full = _full(data, longest)
    bars: list[Bar] = []
    top = 0.0
    for datum in data:
        bars.append(_bar(datum, top, longest, full))
        top += ROW + LINE * (len(bars[-1].label) - 1)
    return BarChart(key, title, words, in_ems(top - (ROW - VALUE) + 0.4), tuple(bars))


def _full(data: Sequence[Datum], longest: Fraction) -> Fraction:
    """Return the part of the width that the longest bar takes so that every number has room behind its bar."""
    free = [
        Fraction(1 - (width_of(datum.value) + GAP) / ROOM) * longest / datum.size
        for datum in data
        if datum.size is not None and datum.size > 0
    ]
    return max(SHORTEST, min(LONGEST, *free)) if free else LONGEST


def _bar(datum: Datum, top: float, longest: Fraction, full: Fraction) -> Bar:
    lines = lines_of(datum.label)
    label = tuple(LabelLine(line, in_ems(top + LABEL + LINE * number)) for number, line in enumerate(lines))
    top += LINE * (len(lines) - 1)
    has_bar = datum.size is not None and datum.size > 0 and longest > 0
    width = percent(datum.size / longest * full) if has_bar and datum.size is not None else ""
    return Bar(
        label=label,
        value=datum.value,
        width=width,
        bar_y=in_ems(top + TOP),
        value_x=width or "0",
        value_dx=in_ems(0.5) if width else "0",
        value_y=in_ems(top + VALUE),
    )
