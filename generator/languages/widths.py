"""How wide a text runs, whatever its script."""

from __future__ import annotations

from unicodedata import east_asian_width


def ems(text: str) -> float:
    """Return the width of *text* in ems: one for a Chinese character, half for a Latin one (UAX #11)."""
    return sum(1.0 if east_asian_width(character) in "WF" else 0.5 for character in text)
