"""Lengths of charts as SVG writes them, and words that have to fit."""

from __future__ import annotations

from fractions import Fraction
from typing import Final
from unicodedata import east_asian_width

from generator.assets.line_breaking import filled, shortened

ROOM: Final = 17.5
"""Ems across a chart on the narrowest page, 320 px; its style makes the type smaller before it would be fewer."""
MOST_LINES: Final = 2
"""Lines of a name."""
_LATIN: Final = 0.62
"""Ems of a character that is not Chinese; digits of bold faces are the widest."""


def percent(part: Fraction) -> str:
    """Return a part of the width, to a hundredth of a percent: a tenth of a pixel on a wide screen."""
    return f"{_plain(float(part * 100))}%"


def in_ems(length: float) -> str:
    """Return a length in ems."""
    return f"{_plain(length)}em"


def width_of(text: str) -> float:
    """Return the room that *text* asks for, in ems: Latin letters and digits as the wider of usual faces set them."""
    return sum(_LATIN if east_asian_width(character) in ("N", "Na", "H") else 1.0 for character in text)


def lines_of(text: str) -> tuple[str, ...]:
    """Return *text* in at most ``MOST_LINES`` lines within ``ROOM``; where more is missing the table has it whole."""
    lines = filled(str.__str__(text), ROOM, width_of)
    kept = [*lines[: MOST_LINES - 1], " ".join(lines[MOST_LINES - 1 :])]
    return tuple(shortened(line, lambda each: width_of(each) <= ROOM) for line in kept if line)


def _plain(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
