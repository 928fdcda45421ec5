"""A page that shows what a printer does to a page: four crosses to measure, and rulers to check by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .pdf_paper import BLACK, Paper, Printer
from .pdf_setting import paragraph, put

LARGE_FROM = 100.0
"""Millimetres of a page's width from which there is room for rulers and words."""
_INSET, _SMALL_INSET = 20.0, 6.0
_ARM, _SMALL_ARM = 8.0, 3.0
_HAIR = 0.3
"""Points."""
_SOFT = "#555555"


class Crosses(NamedTuple):
    """Where the crosses stand on a page, in millimetres, and so what a printer without drift would measure."""

    left: float
    top: float
    across: float
    down: float


class CalibrationText(NamedTuple):
    """What the page says."""

    title: str
    steps: Sequence[str]
    left: str
    """Names of the four lengths, with what they should be: ``A 20.0``."""
    top: str
    across: str
    down: str


def crosses_on(width: float, height: float) -> Crosses:
    """Return where the crosses of a page stand."""
    inset = _INSET if width >= LARGE_FROM else _SMALL_INSET
    return Crosses(inset, inset, width - 2 * inset, height - 2 * inset)


def profile_from(measured: Crosses, width: float, height: float) -> Printer:
    """Return what takes back the drift that was *measured* on a page.

    A printer puts what stands at *x* to ``a x + b``.  Crosses at *left* and *left + across* tell both, and
    ``x / a - b / a`` comes out at *x*.
    """
    true = crosses_on(width, height)
    across, down = measured.across / true.across, measured.down / true.down
    return Printer(
        offset_x=-(measured.left - across * true.left) / across,
        offset_y=-(measured.top - down * true.top) / down,
        scale_x=1 / across,
        scale_y=1 / down,
    )


def draw_calibration(paper: Paper, width: float, height: float, text: CalibrationText) -> None:
    """Draw the page."""
    paper.page(width, height)
    at = crosses_on(width, height)
    is_large = width >= LARGE_FROM
    arm = _ARM if is_large else _SMALL_ARM
    right, bottom = at.left + at.across, at.top + at.down
    for x, y in ((at.left, at.top), (right, at.top), (at.left, bottom), (right, bottom)):
        paper.line(x - arm, y, x + arm, y, BLACK, _HAIR)
        paper.line(x, y - arm, x, y + arm, BLACK, _HAIR)
        paper.oval(x - 1, y - 1, 2, 2, BLACK, line=_HAIR)
    size = 9.0 if is_large else 5.0
    _measure(paper, (0.0, at.top + arm * 0.6), (at.left, at.top + arm * 0.6), text.left, size)
    _measure(paper, (at.left + arm * 0.6, 0.0), (at.left + arm * 0.6, at.top), text.top, size)
    low, far = at.top + arm * 1.9, at.left + arm * 1.9
    _measure(paper, (at.left, low), (right, low), text.across, size)
    _measure(paper, (far, at.top + arm * 3), (far, bottom), text.down, size, from_top=at.top)
    if is_large:
        _ruler(paper, at.left + 30, bottom - 16, 100)
        x, y = at.left + 32, at.top + 42
        y = put(
            paper, x, y, paragraph(paper, text.title, "song", size=20, width=110, most_lines=2), "song", strong=True
        )
        for number, step in enumerate(text.steps, start=1):
            lines = paragraph(paper, step, "hei", size=11, width=112, most_lines=6)
            paper.text(x, y + 10 + 3.4, str(number), 11, "hei", colour=_SOFT)
            y = put(paper, x + 7, y + 10, lines, "hei", leading=1.6)


def _measure(
    paper: Paper,
    start: tuple[float, float],
    end: tuple[float, float],
    name: str,
    size: float,
    *,
    from_top: float | None = None,
) -> None:
    """Draw a dimension line with its name at the middle; *from_top* is where a cut one really begins."""
    begin = start if from_top is None else (start[0], from_top)
    paper.line(*begin, *end, _SOFT, _HAIR, dash="1.5 1.5")
    middle = (begin[0] + end[0]) / 2, (begin[1] + end[1]) / 2
    across = paper.width(name, size, "hei")
    if begin[1] == end[1]:
        top = middle[1] + size * 0.13
        if across > abs(end[0] - begin[0]) - 2:
            paper.text(max(begin[0], 1.0) + 0.5, middle[1] + size * 0.42, name, size, "hei")
            return
        paper.fill(middle[0] - across / 2 - 1, middle[1] - size * 0.25, across + 2, size * 0.5, "#ffffff")
        paper.text(middle[0], top, name, size, "hei", align="middle")
    else:
        paper.text(middle[0] + 1.2, middle[1] + size * 0.13, name, size, "hei")


def _ruler(paper: Paper, x: float, y: float, length: int) -> None:
    """Draw a ruler of *length* millimetres."""
    paper.line(x, y, x + length, y, BLACK, _HAIR)
    for at in range(length + 1):
        tick = 5.0 if at % 10 == 0 else 3.4 if at % 5 == 0 else 2.0
        paper.line(x + at, y, x + at, y - tick, BLACK, _HAIR)
        if at % 10 == 0:
            paper.text(x + at, y + 3.6, str(at), 7, "hei", align="middle")
