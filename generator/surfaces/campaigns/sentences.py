"""Sentences behind each other: with a blank between them, or with none where the language wants none."""

from __future__ import annotations

from collections.abc import Iterable

from generator.languages.foreign_text import joined
from generator.surfaces.surroundings import Surroundings


def sentences(around: Surroundings, parts: Iterable[str]) -> str:
    """Return those of *parts* that say something, as one text."""
    return joined(around.texts.affix("common.sentence_separator"), (part for part in parts if part))
