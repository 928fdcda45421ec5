"""Whether what was read is told, or what the rules alone would answer, or nothing: by what the judge says of either."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from ask.evalset.match import Answer, Outcome, Verdict, judge
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from .growing import Grown, grown
from .lessons import Lesson, counts_of
from .ranking import Chosen, Numbers

OF_WORDS = "word:"
"""How traits of single words begin, which are too many for trees."""
STRENGTH = 0.3
LEAST_LESSONS = 2
"""Lessons in which a trait must occur."""
WRONG = 1.5
"""How much an answer that tells something wrong counts against one that only misses."""
MISSED = 0.5
"""How much an answer that misses counts, where there is one to be found."""
MIXED = 5.0
"""How much a lesson counts of a set that is mixed like what people ask, against one of a set of one sort."""
NEAR = 6.0
"""As in ``telling.js``: how far behind what the rules chose may be to be told plainly."""
CLOSE, FAR, MOST_READ, MOST_TOLD = 2.5, 3.0, 3, 8
"""As in ``telling.js``: how far behind the best another sentence is told beside it, and how many."""
MOST_BESIDE, LEAST_BEHIND, MOST_LOOKED_AT, MUCH = 1, 1.5, 12, 1.5
"""As in ``telling.js``: sentences that are told beside what the rules chose, and how far behind the best."""
MOST_BEHIND = 8.0
"""As in ``telling.js``."""
COPIED = (
    "signs", "pairs", "many_signs", "unsaid_signs", "unsaid_pairs", "asked_signs", "first", "run", "beside", "named",
    "likeness", "head", "no_head", "head_unsaid", "measured", "unmeasured", "intended", "subject_unsaid",
)  # fmt: skip
"""Traits of the best sentence that count."""
OF_ORDER = (
    "score", "ahead", "ahead_of_third", "all", "share", "share_log", "spread", "share_of_record", "share_of_field",
    "behind", "unread",
)  # fmt: skip
"""Traits that hang on the order."""
EXACT = frozenset({"phone", "website", "hours"})
"""Fields beside which nothing is an answer, as in ``doubting.js``."""
UNTOLD = re.compile(r"(?:^|[：:] ?|· )(?:[^：:·]{0,3}未(?:披露|公布|说明)|not (?:disclosed|published|stated))")
"""As in ``telling.js``: how a value begins that was withheld."""


class Order:
    """The sentences of one lesson with scores that were not learnt from it."""

    def __init__(self, lesson: Lesson, scores: Numbers, strengths: Numbers) -> None:
        """Take a lesson that sentences were read for."""
        self.lesson, self._scores, self._strengths = lesson, scores, strengths
        self._order = np.argsort(-scores, kind="stable")
        powers = np.exp(scores - scores.max())
        self._shares = powers / powers.sum()

    def traits(self) -> dict[str, float]:
        """Return what speaks for and against either answer, as ``telling.js`` has it."""
        lesson, scores, shares = self.lesson, self._scores, self._shares
        first = self._order[0]
        best = lesson.sentences[first]
        plain = {**best.plain, "beside": float(self._strengths[first])}
        behind = [scores[first] - scores[place] for place in self._ruled()]
        return {
            **{
                trait: number
                for trait, number in lesson.telling.items()
                if trait not in COPIED and trait not in OF_ORDER and not trait.startswith(("field:", "role:"))
            },
            "score": float(scores[first]),
            "ahead": float(scores[first] - scores[self._order[1]]) if len(scores) > 1 else 0.0,
            "ahead_of_third": float(scores[first] - scores[self._order[2]]) if len(scores) > 2 else 0.0,
            "all": math.log(np.exp(np.minimum(scores, 30)).sum() + 1e-9),
            "share": float(shares[first]),
            "share_log": math.log(shares[first]),
            "spread": float(-(shares * np.log(shares + 1e-12)).sum()),
            "share_of_record": self._held(sentence.record == best.record for sentence in lesson.sentences),
            "share_of_field": self._held(sentence.field == best.field for sentence in lesson.sentences),
            "behind": min(*behind, MOST_BEHIND) if behind else 0.0,
            "unread": 0.0 if behind else 1.0,
            f"field:{best.field}": 1.0,
            **{trait: 1.0 for trait in plain if trait.startswith("role:")},
            **{trait: plain.get(trait, 0.0) for trait in COPIED},
        }

    def _held(self, alike: Iterable[bool]) -> float:
        return float(self._shares[np.fromiter(alike, dtype=bool)].sum())

    def _ruled(self) -> list[int]:
        if self.lesson.first["refused"]:
            return []
        return [place for place, sentence in enumerate(self.lesson.sentences) if sentence.plain.get("first")]

    def is_beside(self) -> bool:
        """Tell whether a number to call was asked for and something else was found."""
        best = self.lesson.sentences[self._order[0]]
        return self.lesson.is_exact and self.lesson.first["refused"] and best.field not in EXACT

    def is_plainly(self) -> bool:
        """Tell whether what the rules chose is told without further doubt."""
        behind = [self._scores[self._order[0]] - self._scores[place] for place in self._ruled()]
        is_plain = bool(self.lesson.telling.get("plain")) and not self.lesson.first["refused"]
        near = NEAR if self.lesson.is_chinese else 0.0
        return is_plain and (min(behind) <= near if behind else self.lesson.is_chinese)

    def told_by_rules(self) -> Answer:
        """Return what the rules answer, with the sentence that answers better than any they chose."""
        first = self.lesson.first
        own = self._ruled()
        telling = self.lesson.telling
        if first["refused"] or not first["facts"] or telling.get("plain") or "act:facts" not in telling:
            return first
        sentences, scores = self.lesson.sentences, self._scores
        least = max([scores[self._order[0]] - LEAST_BEHIND, *(scores[place] + MUCH for place in own)])
        records = {fact["record"] for fact in first["facts"]}
        better = [
            sentences[place]
            for place in self._order[:MOST_LOOKED_AT]
            if scores[place] >= least
            and (sentences[place].record in records or sentences[place].plain.get("role:story"))
        ][:MOST_BESIDE]
        return {
            "answer": first["answer"] + "".join(each.sentence for each in better),
            "facts": [
                *first["facts"],
                *({"record": each.record, "field": each.field, "value": each.value} for each in better),
            ],
            "refused": False,
        }

    def told(self) -> Answer:
        """Return what would be told of what was read."""
        sentences, scores = self.lesson.sentences, self._scores
        first = self._order[0]
        best = sentences[first]
        ruled = [place for place in self._ruled() if scores[place] >= scores[first] - FAR]
        close = [
            place
            for place in self._order
            if scores[place] >= scores[first] - CLOSE
            and (sentences[place].record == best.record or sentences[place].plain.get("role:story"))
        ][:MOST_READ]
        both = [*ruled, *close] if first in ruled else [*close, *ruled]
        chosen = [sentences[place] for place in dict.fromkeys(both)][:MOST_TOLD]
        return {
            "answer": "".join(each.sentence for each in chosen),
            "facts": [{"record": each.record, "field": each.field, "value": each.value} for each in chosen],
            "refused": all(UNTOLD.search(each.value.lower()) for each in chosen),
        }


@dataclass(frozen=True)
class Certainty:
    """How certain one of two answers is: a regression, and trees over its sum and its traits."""

    regression: LogisticRegression
    trees: Grown


class Decision:
    """Whether what was read is right, and what the rules answer: learnt from the judge's verdicts on both."""

    def __init__(self, orders: Sequence[Order]) -> None:
        """Take lessons with the order of their sentences."""
        self.orders = orders
        described = [order.traits() for order in orders]
        counts: dict[str, int] = {}
        for traits in described:
            for trait in traits:
                counts[trait] = counts.get(trait, 0) + 1
        self.names = [trait for trait, count in counts.items() if count >= LEAST_LESSONS]
        columns = {trait: place for place, trait in enumerate(self.names)}
        found = [
            (place, columns[trait], number)
            for place, traits in enumerate(described)
            for trait, number in traits.items()
            if trait in columns and number
        ]
        places, traits_at, numbers = zip(*found, strict=True)
        self.rows = sparse.csr_matrix((numbers, (places, traits_at)), shape=(len(orders), len(self.names)))
        self.of_trees = [place for place, trait in enumerate(self.names) if not trait.startswith(OF_WORDS)]
        self._dense = self.rows[:, self.of_trees].toarray()
        self.read = [judge(order.told(), order.lesson.expect) for order in orders]
        self.ruled = [judge(order.told_by_rules(), order.lesson.expect) for order in orders]
        self.is_refused = np.array([order.lesson.first["refused"] for order in orders])
        self._weights = np.array(
            [
                WRONG if verdict.outcome is Outcome.WRONG_FACT else 1.0 if verdict.right or without else MISSED
                for verdict, without in zip(self.read, (order.lesson.is_without for order in orders), strict=True)
            ]
        )
        self._mixed = counts_of([order.lesson for order in orders], MIXED)
        self._is_read_right = self._told_rightly(self.read)
        self._is_ruled_right = self._told_rightly(self.ruled)

    def judged(self, lesson: Lesson) -> Outcome:
        """Return what the judge says of the rules' answer where nothing else is read."""
        return judge(lesson.first, lesson.expect).outcome

    def _told_rightly(self, verdicts: Sequence[Verdict]) -> Chosen:
        """Tell of which lessons telling is right; a question without an answer is to be told nothing."""
        refused = (Outcome.REFUSED_RIGHTLY, Outcome.REFUSED_WRONGLY)
        return np.array([each.right and each.outcome not in refused for each in verdicts])

    def certainties(self, folds: Numbers) -> tuple[Numbers, Numbers]:
        """Return for each lesson how certain either answer is, by what was learnt of other folds."""
        found = []
        for right, counts, asked in self._either():
            sums = self._sums(folds, right, counts, asked)
            rows = np.column_stack([self._dense, sums])
            told = np.full(len(self.orders), -np.inf)
            for fold in np.unique(folds):
                others, own = asked & (folds != fold), asked & (folds == fold)
                told[own] = grown(rows[others], right[others], counts[others]).certainties(rows[own])
            found.append(told)
        read, ruled = found
        return read, ruled

    def models(self, folds: Numbers) -> tuple[Certainty, Certainty]:
        """Return what was learnt of all lessons; trees are taught by sums that were learnt of other folds."""
        found = []
        for right, counts, asked in self._either():
            rows = np.column_stack([self._dense, self._sums(folds, right, counts, asked)])
            trees = grown(rows[asked], right[asked], counts[asked])
            found.append(Certainty(self._regression(right, counts, asked), trees))
        read, ruled = found
        return read, ruled

    def _either(self) -> Iterator[tuple[Chosen, Numbers, Chosen]]:
        """Yield for either answer of which lessons it is right, how much they count, and of which it is asked."""
        yield self._is_read_right, self._weights * self._mixed, np.ones(len(self.orders), dtype=bool)
        yield self._is_ruled_right, self._mixed, ~self.is_refused

    def _sums(self, folds: Numbers, right: Chosen, counts: Numbers, asked: Chosen) -> Numbers:
        """Return for each lesson what the regression says that was learnt of other folds."""
        sums = np.zeros(len(self.orders))
        for fold in np.unique(folds):
            own = asked & (folds == fold)
            sums[own] = self._regression(right, counts, asked & (folds != fold)).decision_function(self.rows[own])
        return sums

    def _regression(self, right: Chosen, counts: Numbers, chosen: Chosen) -> LogisticRegression:
        model = LogisticRegression(C=STRENGTH, max_iter=3000)
        return model.fit(self.rows[chosen], right[chosen], sample_weight=counts[chosen])

    def outcomes(self, read: Numbers, ruled: Numbers, certain: float) -> list[Outcome]:
        """Return what the judge says of every answer where at least *certain* is asked for."""
        found = []
        for place, order in enumerate(self.orders):
            if order.is_beside() or order.is_plainly() or (ruled[place] > certain and ruled[place] >= read[place]):
                outcome = self.ruled[place].outcome
            elif read[place] > certain:
                outcome = self.read[place].outcome
            else:
                outcome = judge({"answer": "", "facts": [], "refused": True}, order.lesson.expect).outcome
            found.append(outcome)
        return found


def shares(pairs: Sequence[tuple[str, Outcome]]) -> dict[str, Any]:
    """Return how many answers are right and wrong, and how many unanswerable questions are refused.

    Args:
        pairs: (class of the question, outcome).
    """
    right = (Outcome.RIGHT, Outcome.REFUSED_RIGHTLY, Outcome.ASKED_BACK_RIGHTLY)
    without = [outcome for kind, outcome in pairs if kind == "unanswerable"]
    return {
        "questions": len(pairs),
        "right": sum(outcome in right for _, outcome in pairs) / max(1, len(pairs)),
        "wrong": sum(outcome is Outcome.WRONG_FACT for _, outcome in pairs),
        "refused": sum(outcome in right for outcome in without) / max(1, len(without)),
    }
