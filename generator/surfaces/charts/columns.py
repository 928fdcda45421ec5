"""Columns of a course: the numbers above them where they fit, else only the highest; names beneath as room allows."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from .lengths import ROOM, in_ems, percent, width_of
from .views import Column, ColumnChart, Datum

TOP = 1.6
"""Ems above the highest column, for its number."""
PLOT = 8.0
"""Ems of the highest column."""
LABEL = 1.5
"""Ems from the line beneath the columns to the base line of their names."""
WIDE = Fraction(64, 100)
"""Part of its step that a column takes."""
GAP = 0.6
"""Ems between two words beside each other."""


def column_chart(key: str, title: str, words: str, data: Sequence[Datum], unit: str = "") -> ColumnChart | None:
    """Return *data* as columns in their order; ``None`` where there is no course to be seen.

    Args:
        key: Unique on the page.
        title: What is shown.
        words: The same in a sentence.
        data: The steps; their labels and values should be short.
        unit: What the values are counted in.
    """
    if len(data) < 2:
        return None
    highest = max((datum.size for datum in data if datum.size is not None), default=Fraction(0))
    all_fit = len(data) * (max(width_of(datum.value) for datum in data) + GAP) <= ROOM
    every = _every(data)
    columns = tuple(
        _column(
            datum,
            number,
            len(data),
            highest,
            is_named=number % every == 0,
            is_told=all_fit or (datum.size is not None and datum.size == highest),
        )
        for number, datum in enumerate(data)
    )
    return ColumnChart(
        key,
        title,
        words,
        unit,
        in_ems(TOP + PLOT + LABEL + 0.5),
        in_ems(TOP + PLOT),
        in_ems(TOP + PLOT + LABEL),
        columns,
    )


def _every(data: Sequence[Datum]) -> int:
    """Return how many steps share one name, so that no two names touch."""
    longest = max(width_of(datum.label) for datum in data) + GAP
    return max(1, -(-int(longest * len(data) * 100) // int(ROOM * 100)))


def _column(datum: Datum, number: int, count: int, highest: Fraction, *, is_named: bool, is_told: bool) -> Column:
    step = Fraction(1, count)
    middle = step * number + step / 2
    has_column = datum.size is not None and datum.size > 0 and highest > 0
    height = float(datum.size / highest) * PLOT if has_column and datum.size is not None else 0.0
    # A name or number at the edge may be wider than its step; it then lies inwards.
    words = max(width_of(datum.label) if is_named else 0, width_of(datum.value) if is_told else 0)
    overhangs = words / ROOM > step
    anchor = "middle"
    if overhangs and number == 0:
        anchor = "start"
    elif overhangs and number == count - 1:
        anchor = "end"
    edges = {"start": step * number + step * (1 - WIDE) / 2, "middle": middle, "end": middle + step * WIDE / 2}
    return Column(
        x=percent(middle - step * WIDE / 2),
        width=percent(step * WIDE),
        middle=percent(middle),
        y=in_ems(TOP + PLOT - height) if has_column else "",
        height=in_ems(height),
        value=datum.value if is_told else "",
        value_y=in_ems(TOP + PLOT - height - 0.45),
        label=datum.label if is_named else "",
        anchor=anchor,
        label_x=percent(edges[anchor]),
    )
