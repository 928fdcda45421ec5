"""Seals of certification marks on paper, as vectors: filled, for what was verified."""

from __future__ import annotations

from typing import NamedTuple

from .pdf_paper import POINT, Paper
from .pdf_setting import ems
from .share_seals import OVAL, rows_of

WHITE = "#ffffff"
_MIDDLE = 0.38
"""Ems from the base line up to the middle of a Chinese character."""


class SealText(NamedTuple):
    """A seal's characters and shape."""

    characters: str
    """At most four of Chinese, set two by two; anything else stands in one line."""
    shape: str
    """``square``, ``round`` or ``oval``."""


def seal_width(seal: SealText, height: float) -> float:
    """Return the width of a seal, in millimetres as *height*."""
    return height * (OVAL if seal.shape == "oval" else 1.0)


def stamp(paper: Paper, seal: SealText, x: float, y: float, height: float, colour: str, *, ground: str = WHITE) -> None:
    """Draw *seal*, *height* millimetres high, from its upper left corner."""
    width = seal_width(seal, height)
    inset, line = height * 0.06, height / 60 / POINT
    if seal.shape == "square":
        paper.fill(x, y, width, height, colour, corner=height / 9)
        paper.frame(x + inset, y + inset, width - 2 * inset, height - 2 * inset, ground, line, corner=height / 14)
    else:
        paper.oval(x, y, width, height, colour)
        paper.oval(x + inset, y + inset, width - 2 * inset, height - 2 * inset, ground, line=line)
    rows = rows_of(seal.characters)
    room = height * (0.7 if seal.shape == "square" else 0.62)
    widest = max(ems(paper, row, "song") for row in rows) or 1.0
    em = min(room * (OVAL if seal.shape == "oval" else 1.0) / widest, room / len(rows), height * 0.42)
    for number, row in enumerate(rows):
        base = y + height / 2 + (number - (len(rows) - 1) / 2) * em + _MIDDLE * em
        paper.text(x + width / 2, base, row, em / POINT, "song", colour=ground, align="middle", strong=True)
