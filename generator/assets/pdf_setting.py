"""Type into boxes on paper: how large, in how many lines; and what cannot be set at a size that people read."""

from __future__ import annotations

from typing import NamedTuple

from .line_breaking import balanced, filled, shortened
from .pdf_paper import BLACK, POINT, Align, Face, Paper

LEAST_SIZE = 5.0
"""Points; type on a label is never smaller."""
LEADING = 1.24
"""Ems from one base line to the next, of names in several lines."""
ABOVE = 0.86
"""Ems from the base line to the top of a Chinese character, in both faces."""
OPENING_WIDE = "（《〈「『【〔“‘"
HANGING = 0.5
"""Ems by which an opening mark stands out at the left, its own white, so that the edge looks straight."""
CAPITALS = 0.75
"""Ems from the base line to the top of capitals and figures."""
_DESCENDING = frozenset("gjpqyQçÇ")
_PER_LINE = 0.86
"""Letters so much smaller are still preferred to another line."""
_EM = 100.0
"""Points at which widths are measured."""


class Unfit(Exception):
    """A text that cannot be set in its box at a size that people read."""

    def __init__(self, text: str, least: float) -> None:
        super().__init__(text)
        self.text = text
        self.least = least
        """Points."""


class Lines(NamedTuple):
    """A text divided into lines of one size."""

    lines: tuple[str, ...]
    size: float
    """Points."""

    @property
    def height(self) -> float:
        """Millimetres from the top of the first line's characters to the last base line."""
        return (ABOVE + LEADING * (len(self.lines) - 1)) * self.size * POINT if self.lines else 0.0


def depth(lines: Lines) -> float:
    """Return what letters of the last line reach down beneath Chinese characters, in millimetres."""
    return 0.15 * lines.size * POINT if lines.lines and set(lines.lines[-1]) & _DESCENDING else 0.0


def ems(paper: Paper, text: str, face: Face) -> float:
    """Return the width of *text* in ems."""
    return paper.width(text, _EM, face) / (_EM * POINT)


def fitted(
    paper: Paper,
    text: str,
    face: Face,
    *,
    width: float,
    height: float,
    largest: float,
    least: float,
    most_lines: int = 1,
) -> Lines:
    """Return how *text* is set so that it fills a box well and never leaves it.

    Args:
        paper: Measures.
        text: A name or a line.
        face: Song or Hei.
        width: Millimetres.
        height: Millimetres from the top of the first line to the last base line.
        largest: Points.
        least: Points.
        most_lines: Lines at most.

    Raises:
        Unfit: It does not fit at *least* points.
    """
    best: tuple[float, Lines] | None = None
    for count in range(1, most_lines + 1):
        lines = balanced(text, count, lambda piece: ems(paper, piece, face))
        if lines is None:
            break
        longest = max(ems(paper, line, face) for line in lines) or 1.0
        tallest = ABOVE + LEADING * (count - 1)
        size = min(largest, width / longest / POINT, height / tallest / POINT)
        rank = size * _PER_LINE ** (count - 1)
        if size >= least and (best is None or rank > best[0]):
            best = rank, Lines(lines, size)
    if best is None and text.strip():
        raise Unfit(text, least)
    return best[1] if best is not None else Lines((), largest)


def in_one_line(
    paper: Paper, texts: tuple[str, ...], face: Face, *, width: float, largest: float, least: float
) -> Lines:
    """Return the first of *texts* that fits into one line at *least* points or more, each shorter than the one before.

    Raises:
        Unfit: None of them does.
    """
    for text in texts:
        size = min(largest, width / (ems(paper, text, face) or 1.0) / POINT)
        if size >= least:
            return Lines((text,) if text else (), size)
    raise Unfit(texts[-1], least)


def paragraph(paper: Paper, text: str, face: Face, *, size: float, width: float, most_lines: int) -> Lines:
    """Return running text in full lines; an ellipsis stands where it is longer than *most_lines*."""

    def lines_of(part: str) -> tuple[str, ...]:
        return filled(part, width, lambda piece: paper.width(piece, size, face))

    kept = shortened(text, lambda part: len(lines_of(part)) <= most_lines)
    return Lines(lines_of(kept), size)


def put(
    paper: Paper,
    x: float,
    top: float,
    lines: Lines,
    face: Face,
    *,
    colour: str = BLACK,
    strong: bool = False,
    align: Align = "left",
    leading: float = LEADING,
) -> float:
    """Set *lines* from *top*, the top of their first characters, and return the last base line."""
    base = top + ABOVE * lines.size * POINT
    for number, line in enumerate(lines.lines):
        hang = HANGING * lines.size * POINT if align == "left" and line[:1] in OPENING_WIDE else 0.0
        paper.text(
            x - hang, base + number * leading * lines.size * POINT, line, lines.size, face,
            colour=colour, strong=strong, align=align,
        )  # fmt: skip
    return base + max(0, len(lines.lines) - 1) * leading * lines.size * POINT if lines.lines else top
