"""Lengths of charts as SVG writes them, and words that have to fit."""

from __future__ import annotations

from fractions import Fraction

from generator.languages.widths import ems


def percent(part: Fraction) -> str:
    """Return a part of the width, to a hundredth of a percent: a tenth of a pixel on a wide screen."""
    return f"{_plain(float(part * 100))}%"


def in_ems(length: float) -> str:
    """Return a length in ems."""
    return f"{_plain(length)}em"


def fitted(text: str, room: float) -> str:
    """Return *text* within *room* ems, its end replaced by an ellipsis where it is longer; the table has it whole."""
    plain = str.__str__(text)
    if ems(plain) <= room:
        return text
    kept = plain
    while kept and ems(kept) > room - 1:
        kept = kept[:-1]
    return kept.rstrip(" ·（(、，") + "…"


def _plain(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
