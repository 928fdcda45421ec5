"""What stands in the way of printing something: told before any of it is written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from .pdf_paper import Paper
from .print_texts import words_in


class Fault(NamedTuple):
    """Why something cannot be printed."""

    kind: str
    """``missing-glyph``, ``no-room-for-code`` or ``no-room-for-text``."""
    subject: str
    """Key of what it is about."""
    name: str
    what: str
    """The characters, the address or the text in question."""
    least: float = 0.0
    """Points below which the text would have to be set; millimetres that a code can have."""


def missing_glyphs(paper: Paper, things: Iterable[tuple[str, str, tuple[object, ...]]]) -> list[Fault]:
    """Return a fault for each of *things* (key, name, its texts) with characters that no face has."""
    lacking = ((key, name, paper.lacking(words_in(texts))) for key, name, texts in things)
    return [Fault("missing-glyph", key, name, missing) for key, name, missing in lacking if missing]
