"""From lessons to weights: first the order of what is read, then what of it is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from scipy import sparse

from .associations import Associations, Units, associations, beside
from .deciding import Certainty, Decision, Order, shares
from .lessons import Lesson, Traits, counts_of, labels, rows_of
from .ranking import Chosen, Numbers, ranked

MIXED = 3.0
"""How much a lesson of a mixed set counts for the order of what is read."""
ENOUGH = 200
"""Unanswerable questions of mixed sets by which it is said how certain an answer must be."""
FOLDS = 5
"""What is learnt of one fifth is tried on it only by what was learnt of the others."""
LEAST_LESSONS = 2
"""Lessons in which a trait must occur."""


@dataclass(frozen=True)
class Learnt:
    """All that one language's lessons teach."""

    beside: Associations
    facts: Mapping[str, float]
    telling: Mapping[str, float]
    ruling: Mapping[str, float]
    trees: Mapping[str, Any]
    """What trees ask for (``traits``; the sum of the regression comes last), and those of either answer."""
    certain: float
    report: str


class Fit:
    """Lessons of one language, on the way to weights."""

    def __init__(self, found: Sequence[Lesson], traits: Traits, units: Units) -> None:
        """Take lessons with their traits."""
        self.settled = [lesson for lesson in found if not lesson.sentences]
        self.lessons, self.units = [lesson for lesson in found if lesson.sentences], units
        names = dict(traits.columns)
        self._beside = names.setdefault("beside", len(names))
        self._behind = names.setdefault("behind:beside", len(names))
        self.names = list(names)
        whole = sparse.csr_matrix((traits.numbers, traits.places, traits.ends), shape=(len(traits), len(names)))
        self._rows = whole[rows_of(self.lessons)]
        self._sizes = np.array([len(lesson.sentences) for lesson in self.lessons])
        ends = np.cumsum([0, *self._sizes])
        self._own = [slice(start, end) for start, end in pairwise(ends)]
        self._answers = labels(self.lessons).astype(float)
        seen = np.zeros(len(names), dtype=int)
        for own in self._own:
            seen[np.unique(self._rows[own].indices)] += 1
        kept = seen >= LEAST_LESSONS
        kept[[self._beside, self._behind]] = True
        self._kept = np.flatnonzero(kept)
        self._counts = counts_of(self.lessons, MIXED)
        self.folds = np.arange(len(self.lessons)) % FOLDS

    def learnt(self, refused: float) -> Learnt:
        """Learn.

        Args:
            refused: Share of unanswerable questions that are to be refused, among lessons not learnt from: of those in
                sets that are mixed like what people ask, where there are enough.
        """
        strengths = self._strengths()
        matrix = self._with(strengths)[:, self._kept].tocsr()
        scores = np.zeros(len(self._answers))
        for fold in range(FOLDS):
            own = self._of(self.folds == fold)
            weights, added = self._ranked(matrix, self.folds != fold)
            scores[own] = matrix[own] @ weights + added
        orders = [
            Order(lesson, scores[own], strength)
            for lesson, own, strength in zip(self.lessons, self._own, strengths, strict=True)
        ]
        decision = Decision(orders)
        read, ruled = decision.certainties(self.folds)
        certain = float(np.quantile(np.maximum(read, ruled)[self._without()], refused))
        reading, ruling = decision.models(self.folds)
        weights, added = self._ranked(matrix, np.ones(len(orders), dtype=bool))
        places = (self.names[place] for place in self._kept)
        return Learnt(
            associations(self.lessons, self.units),
            {"bias": added, **dict(zip(places, map(float, weights), strict=True))},
            _weights(reading, decision.names),
            _weights(ruling, decision.names),
            _trees(reading, ruling, [decision.names[place] for place in decision.of_trees]),
            certain,
            self.report(decision, read, ruled, certain),
        )

    def _without(self) -> Chosen:
        """Return which lessons say how certain an answer must be."""
        unanswerable = np.array([bool(lesson.expect.get("refused")) for lesson in self.lessons])
        mixed = unanswerable & (counts_of(self.lessons, MIXED) == MIXED)
        return mixed if mixed.sum() >= ENOUGH else unanswerable

    def report(self, decision: Decision, read: Numbers, ruled: Numbers, certain: float) -> str:
        """Return what the judge says of answers by what was not learnt from their questions, set by set."""
        by_set = defaultdict(list)
        for lesson, outcome in zip(self.lessons, decision.outcomes(read, ruled, certain), strict=True):
            by_set[lesson.origin].append((lesson.kind, outcome))
        for lesson in self.settled:
            by_set[lesson.origin].append((lesson.kind, decision.judged(lesson)))
        lines = [_line("all", [each for told in by_set.values() for each in told])]
        return "\n".join([*lines, *(_line(name, told) for name, told in sorted(by_set.items()))])

    def _strengths(self) -> list[Numbers]:
        """Return for each lesson how strongly words go together, by what was learnt of other folds."""
        strengths: list[Numbers] = [np.zeros(0)] * len(self.lessons)
        for fold in range(FOLDS):
            others = (each for each, its in zip(self.lessons, self.folds, strict=True) if its != fold)
            known = associations(others, self.units)
            for place in np.flatnonzero(self.folds == fold):
                strengths[place] = beside(self.lessons[place], known, self.units)
        return strengths

    def _with(self, strengths: Sequence[Numbers]) -> Any:
        """Return the rows with the associations of each sentence, and how far it is behind the best in them."""
        values = np.concatenate(strengths)
        behind = np.concatenate([each - each.max() for each in strengths])
        places = np.arange(len(values))
        columns = np.concatenate([np.full(len(values), self._beside), np.full(len(values), self._behind)])
        added = (np.concatenate([values, behind]), (np.tile(places, 2), columns))
        return (self._rows + sparse.csr_matrix(added, shape=self._rows.shape)).tocsr()

    def _of(self, chosen: Chosen) -> Chosen:
        """Return which sentences belong to the chosen lessons."""
        return np.repeat(chosen, self._sizes)

    def _ranked(self, matrix: Any, chosen: Chosen) -> tuple[Numbers, float]:
        own = self._of(chosen)
        return ranked(matrix[own], self._answers[own], self._sizes[chosen], self._counts[chosen])


def _weights(certainty: Certainty, names: Sequence[str]) -> dict[str, float]:
    model = certainty.regression
    weights = dict(zip(names, map(float, model.coef_[0]), strict=True))
    return {"bias": float(model.intercept_[0]), **weights}


def _trees(reading: Certainty, ruling: Certainty, names: Sequence[str]) -> dict[str, Any]:
    last = len(names)
    used = sorted({*reading.trees.columns(), *ruling.trees.columns()} - {last})
    places = {column: place for place, column in enumerate([*used, last])}
    return {
        "traits": [names[column] for column in used],
        **{
            key: {"start": round(each.trees.start, 3), "trees": each.trees.told(places)}
            for key, each in (("telling", reading), ("ruling", ruling))
        },
    }


def _line(name: str, told: Sequence[Any]) -> str:
    found = shares(told)
    return (
        f"  {name}: {found['questions']} questions, {found['right']:.1%} right, {found['wrong']} wrong facts, "
        f"{found['refused']:.1%} of the unanswerable refused"
    )
