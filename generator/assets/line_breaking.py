"""
Lines of about equal length, as a title is set: Chinese between any two characters, other writing between words.

A line begins with no closing mark and ends with no opening one (requirements for Chinese text layout, W3C clreq 3.1.3).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise

OPENING = "（《〈「『【〔“‘([{«‹"
CLOSING = "）》〉」』】〕”’)]}»›，。、；：？！,.;:?!…—·・～%％‰"
_BEFORE, _BEHIND = "与及暨", "的"
"""Words of one character that join phrases: a line may well begin with the former and end with the latter."""
_HARD = 0.25
"""What a break inside a phrase costs, as a share of a line's length."""
_TOO_LONG = 4.0
"""Square of how many times the mean a line may be long: longer ones need not be tried."""
_PIECE = re.compile(r"[^\s\u2e80-\u9fff\uf900-\ufaff\ufe30-\uffef\U00020000-\U0003ffff]+|\S|\s+")
"""A word, one character of Chinese, or white space."""
_AFTER = re.compile(r"(?<=[-/–·])(?=\S)")
"""A long word may be broken behind these."""


def balanced(text: str, count: int, width: Callable[[str], float]) -> tuple[str, ...] | None:
    """Divide *text* into *count* lines, the longest of which is as short as can be.

    Breaks at spaces, behind closing and before opening marks are preferred to those inside a phrase.

    Args:
        text: A title; white space at the ends of lines is left out.
        count: Lines, from 1.
        width: Measures a piece of text, in any unit.

    Returns:
        The lines; ``None`` where there are fewer places to break.
    """
    units = _units(text)
    if count < 1 or len(units) < count:
        return None
    ends = [0.0]
    for unit in units:
        ends.append(ends[-1] + width(unit))
    hard = [False, *(_is_hard(before, after) for before, after in pairwise(units)), False]
    fair = ends[-1] / count or 1.0

    @cache
    def best(start: int, lines: int) -> tuple[float, tuple[int, ...]]:
        """Return the cost of setting units from *start* on in so many *lines*, and where they end."""
        if lines == 1:
            return ((ends[-1] - ends[start]) / fair) ** 2, (len(units),)
        tried: list[tuple[float, tuple[int, ...]]] = []
        for end in range(start + 1, len(units) - lines + 2):
            own = ((ends[end] - ends[start]) / fair) ** 2
            if tried and own > _TOO_LONG:
                break
            further, rest = best(end, lines - 1)
            tried.append((own + further + (_HARD if hard[end] else 0.0), (end, *rest)))
        return min(tried)

    cuts = (0, *best(0, count)[1])
    return tuple("".join(units[start:end]).strip() for start, end in pairwise(cuts))


def filled(text: str, room: float, width: Callable[[str], float]) -> tuple[str, ...]:
    """Divide *text* into lines that are as full as can be, as running text is set; a longer word has its own line.

    Args:
        text: One paragraph.
        room: Width of a line, in the unit of *width*.
        width: Measures a piece of text.
    """
    lines = [""]
    for unit in _units(text):
        if lines[-1] and width((lines[-1] + unit).rstrip()) > room:
            lines.append("")
        lines[-1] += unit
    return tuple(line.strip() for line in lines if line.strip())


def _units(text: str) -> list[str]:
    """Return the parts of *text* between which a line may end; each but the last carries the space behind it."""
    units: list[str] = []
    glue = True
    for piece in (part for found in _PIECE.findall(text.strip()) for part in _AFTER.split(found)):
        if piece.isspace():
            units[-1] += " "
            continue
        if units and (glue or piece[0] in CLOSING):
            units[-1] += piece
        else:
            units.append(piece)
        glue = piece[-1] in OPENING
    return units


def _is_hard(before: str, after: str) -> bool:
    """Tell whether the break between two units tears a phrase."""
    is_easy = before[-1].isspace() or before[-1] in CLOSING or before[-1] in _BEHIND
    return not (is_easy or after[0] in OPENING or after[0] in _BEFORE)


def shortened(text: str, fits: Callable[[str], bool]) -> str:
    """Return as much of *text* as *fits*, with an ellipsis where something is missing; at least that."""
    if fits(text):
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(_cut(text, middle)):
            low = middle
        else:
            high = middle - 1
    return _cut(text, low)


def _cut(text: str, length: int) -> str:
    kept = text[:length].rstrip(" ，、。；：,.;:（([“《")
    # The ellipsis of a Chinese face stands in the middle of the line, as Chinese has it.
    return kept + ("…" if not kept or kept[-1] > "\u2e7f" else "...")
