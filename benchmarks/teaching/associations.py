"""Which words of questions go with which words of the sentences that answer them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np

from .lessons import Lesson

Associations: TypeAlias = dict[str, dict[str, float]]
"""Unit of questions → unit of sentences → how much oftener it stands in those that answer."""

LEAST_SEEN = 1.9
"""Answers in which a pair must have been seen; an answer that stands in several sentences counts once."""
LEAST = 0.7
MOST = 3.0
MOST_KEPT = 6
"""Units of sentences that are kept for one of questions."""


class Units:
    """Units of texts in one language, as the guide's rules cut them."""

    def __init__(self, language: str, rarity: Mapping[str, Any]) -> None:
        """Take the language, and how rare units are."""
        self.joint = " " if language == "en" else ""
        self._rare, self._rarest = rarity["rare"], rarity["rarest"]
        self.of = cache(self._of)
        self.rarity = cache(self._rarity)

    def _of(self, text: str) -> frozenset[str]:
        signs = text.split(" ") if self.joint else list(text)
        return frozenset([*signs, *(one + self.joint + other for one, other in pairwise(signs))])

    def holds(self, text: str, unit: str) -> bool:
        """Tell whether a text has a unit."""
        return f" {unit} " in f" {text} " if self.joint else unit in text

    def _rarity(self, unit: str) -> float:
        """Return how rare a unit is; of several parts their mean, and one more."""
        parts = unit.split(" ") if self.joint else list(unit)
        total = sum(self._rare.get(part, self._rarest) for part in parts)
        return float(total) if len(parts) == 1 else total / len(parts) + 1


def associations(found: Iterable[Lesson], units: Units) -> Associations:
    """Learn from lessons: a log of ratios, damped for what was seen seldom."""
    with_it: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    without: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for lesson in found:
        right = sum(sentence.answers for sentence in lesson.sentences)
        wrong = len(lesson.sentences) - right
        if right == 0 or wrong == 0:
            continue
        for sentence in lesson.sentences:
            counts, share = (with_it, 1 / right) if sentence.answers else (without, 1 / wrong)
            for unit in lesson.units:
                if not units.holds(sentence.text, unit):
                    row = counts[unit]
                    for other in units.of(sentence.text):
                        row[other] += share
    kept: Associations = {}
    for unit, row in with_it.items():
        ratios = {
            other: math.log((seen + 0.3) / (without[unit][other] + 0.3 + 0.15 * seen))
            for other, seen in row.items()
            if seen >= LEAST_SEEN
        }
        best = sorted(((ratio, other) for other, ratio in ratios.items() if ratio > LEAST), reverse=True)[:MOST_KEPT]
        if best:
            kept[unit] = {other: round(min(ratio, MOST), 1) for ratio, other in best}
    return kept


def beside(lesson: Lesson, known: Associations, units: Units) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return the trait ``beside`` of each sentence, as ``reading.js`` counts it."""
    whole = sum(map(units.rarity, lesson.units)) or 1.0
    asked = [(unit, known[unit], units.rarity(unit)) for unit in lesson.units if unit in known]
    return np.array([_strength(asked, sentence.text, units) / whole for sentence in lesson.sentences])


def _strength(asked: Sequence[tuple[str, Mapping[str, float], float]], text: str, units: Units) -> float:
    own = units.of(text)
    total = 0.0
    for unit, row, rarity in asked:
        strongest = max((row[other] for other in row if other in own), default=0.0)
        if strongest and not units.holds(text, unit):
            total += strongest * rarity
    return total
