"""Weights of traits by logistic regression: first which sentence answers, then whether the best one is told."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from .associations import Associations, Units, associations, beside
from .lessons import Lesson, Traits, labels, rows_of

Numbers: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]

FOLDS = 5
"""What is learnt of one fifth is tried on it only by what was learnt of the others."""
STRENGTH = 0.3
LEAST_LESSONS = 2
"""Lessons in which a trait must occur."""
CLOSE = 1.5
FAR = 3.0
"""As in ``reading.js``: how far behind the best another sentence is told beside it."""
COPIED = (
    "signs", "pairs", "many_signs", "unsaid_signs", "unsaid_pairs", "asked_signs", "first", "run", "beside", "named",
    "likeness", "head", "no_head", "head_unsaid", "measured", "unmeasured",
)  # fmt: skip
"""Traits of the best sentence that count for whether it is told."""
OF_BEST = ("score", "ahead", "all", *COPIED)


@dataclass(frozen=True)
class Learnt:
    """All that one language's lessons teach."""

    beside: Associations
    facts: Mapping[str, float]
    telling: Mapping[str, float]
    certain: float
    report: str


class Fit:
    """Lessons of one language, on the way to weights."""

    def __init__(self, found: Sequence[Lesson], traits: Traits, units: Units) -> None:
        """Take lessons with their traits."""
        self.lessons, self.units = found, units
        names = dict(traits.columns)
        self._beside = names.setdefault("beside", len(names))
        self._behind = names.setdefault("behind:beside", len(names))
        self.names = list(names)
        whole = sparse.csr_matrix((traits.numbers, traits.places, traits.ends), shape=(len(traits), len(names)))
        self._rows = whole[rows_of(found)]
        ends = np.cumsum([0, *(len(lesson.sentences) for lesson in found)])
        self._own = [slice(start, end) for start, end in pairwise(ends)]
        self._answers = labels(found)
        seen = np.zeros(len(names), dtype=int)
        for own in self._own:
            seen[np.unique(self._rows[own].indices)] += 1
        kept = seen >= LEAST_LESSONS
        kept[[self._beside, self._behind]] = True
        self._kept = np.flatnonzero(kept)

    def learnt(self, refused: float) -> Learnt:
        """Learn.

        Args:
            refused: Share of questions without an answer that are to be refused, among lessons not learnt from.
        """
        folds = np.arange(len(self.lessons)) % FOLDS
        strengths: list[Numbers] = [np.zeros(0)] * len(self.lessons)
        for fold in range(FOLDS):
            known = associations(
                (each for each, its in zip(self.lessons, folds, strict=True) if its != fold), self.units
            )
            for place in np.flatnonzero(folds == fold):
                strengths[place] = beside(self.lessons[place], known, self.units)
        matrix = self._with(strengths)
        scores = np.zeros(len(self._answers))
        for fold in range(FOLDS):
            own = self._of(folds == fold)
            scores[own] = self._regression(matrix, ~own).decision_function(matrix[own][:, self._kept])
        whole = self._regression(matrix, np.ones(len(self._answers), dtype=bool))
        telling, certain, report = self._telling(scores, strengths, folds, refused)
        weights = {self.names[place]: float(weight) for place, weight in zip(self._kept, whole.coef_[0], strict=True)}
        return Learnt(
            associations(self.lessons, self.units),
            {"bias": float(whole.intercept_[0]), **weights},
            telling,
            certain,
            report,
        )

    def _with(self, strengths: Sequence[Numbers]) -> Any:
        """Return the rows with the associations of each sentence, and how far it is behind the best in them."""
        values = np.concatenate(strengths)
        behind = np.concatenate([each - each.max() for each in strengths])
        places = np.arange(len(values))
        columns = np.concatenate([np.full(len(values), self._beside), np.full(len(values), self._behind)])
        added = (np.concatenate([values, behind]), (np.tile(places, 2), columns))
        return (self._rows + sparse.csr_matrix(added, shape=self._rows.shape)).tocsr()

    def _of(self, chosen: np.ndarray[Any, np.dtype[np.bool_]]) -> np.ndarray[Any, np.dtype[np.bool_]]:
        """Return which sentences belong to the chosen lessons."""
        return np.repeat(chosen, [len(lesson.sentences) for lesson in self.lessons])

    def _regression(self, matrix: Any, chosen: np.ndarray[Any, np.dtype[np.bool_]]) -> Any:
        model = LogisticRegression(C=STRENGTH, max_iter=250, tol=1e-3)
        return model.fit(matrix[chosen][:, self._kept], self._answers[chosen])

    def _telling(
        self, scores: Numbers, strengths: Sequence[Numbers], folds: Numbers, refused: float
    ) -> tuple[dict[str, float], float, str]:
        """Learn whether the best sentence is told; a lesson whose answer is not found teaches to say nothing."""
        described = [
            self._described(lesson, scores[own], strength)
            for lesson, own, strength in zip(self.lessons, self._own, strengths, strict=True)
        ]
        counts = Counter(trait for traits in described for trait in traits)
        names = [trait for trait, count in counts.items() if count >= LEAST_LESSONS]
        columns = {trait: place for place, trait in enumerate(names)}
        rows = sparse.lil_matrix((len(described), len(names)))
        for place, traits in enumerate(described):
            for trait, number in traits.items():
                if trait in columns:
                    rows[place, columns[trait]] = number
        matrix = rows.tocsr()
        right = np.array([self._is_right(each, scores[own]) for each, own in zip(self.lessons, self._own, strict=True)])
        without = np.array([lesson.refused for lesson in self.lessons])
        weights = np.where(right | without, 1.0, 0.5)
        tried = np.zeros(len(right))
        for fold in range(FOLDS):
            others = folds != fold
            model = LogisticRegression(C=STRENGTH, max_iter=2000)
            model.fit(matrix[others], right[others], sample_weight=weights[others])
            tried[~others] = model.decision_function(matrix[~others])
        model = LogisticRegression(C=STRENGTH, max_iter=2000).fit(matrix, right, sample_weight=weights)
        certain = float(np.quantile(tried[without], refused))
        known = ~without & np.array([any(s.answers for s in lesson.sentences) for lesson in self.lessons])
        report = (
            f"{len(self.lessons)} lessons; unseen: the right sentence is among those told {right[known].mean():.1%}, "
            f"answered rightly {(right & (tried > certain))[known].mean():.1%}, "
            f"refused where there is no answer {(tried <= certain)[without].mean():.1%}"
        )
        told = {name: float(weight) for name, weight in zip(names, model.coef_[0], strict=True)}
        return {"bias": float(model.intercept_[0]), **told}, certain, report

    def _described(self, lesson: Lesson, scores: Numbers, strength: Numbers) -> dict[str, float]:
        """Return the traits of telling, as ``reading.js`` has them, for scores that were not learnt from the lesson."""
        order = np.argsort(-scores)
        best = lesson.sentences[order[0]]
        plain = {**best.plain, "beside": float(strength[order[0]])}
        asked = {
            trait: number
            for trait, number in lesson.telling.items()
            if trait not in OF_BEST and not trait.startswith(("field:", "role:"))
        }
        return {
            **asked,
            "score": float(scores[order[0]]),
            "ahead": float(scores[order[0]] - scores[order[1]]) if len(order) > 1 else 0.0,
            "all": math.log(np.exp(np.minimum(scores, 30)).sum() + 1e-9),
            f"field:{best.field}": 1.0,
            **{trait: 1.0 for trait in plain if trait.startswith("role:")},
            **{trait: plain.get(trait, 0.0) for trait in COPIED},
        }

    def _is_right(self, lesson: Lesson, scores: Numbers) -> bool:
        """Tell whether a right sentence is among those that would be told."""
        order = np.argsort(-scores)
        best = scores[order[0]]
        close = [place for place in order[:2] if scores[place] >= best - CLOSE]
        first = [
            place
            for place, sentence in enumerate(lesson.sentences)
            if sentence.plain.get("first") and scores[place] >= best - FAR
        ]
        return any(lesson.sentences[place].answers for place in (*close, *first))
