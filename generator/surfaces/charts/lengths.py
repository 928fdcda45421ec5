"""Lengths of charts as SVG writes them, and words that have to fit."""

from __future__ import annotations

from fractions import Fraction
from typing import Final
from unicodedata import east_asian_width

ROOM: Final = 17.5
"""Ems across a chart on the narrowest page, 320 px; its style makes the type smaller before it would be fewer."""
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


def fitted(text: str, room: float) -> str:
    """Return *text* within *room* ems, its end replaced by an ellipsis where it is longer; the table has it whole."""
    plain = str.__str__(text)
    if width_of(plain) <= room:
        return text
    kept = plain
    while kept and width_of(kept) > room - 1:
        kept = kept[:-1]
    return kept.rstrip(" ·（(、，") + "…"


def _plain(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
