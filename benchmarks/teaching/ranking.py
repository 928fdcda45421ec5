"""
Weights of traits by which the sentences that are read for a question stand in their order.

Conditional logistic regression: of all that is read for one question, those that answer are to have the largest share.
A little of plain logistic regression beside it gives scores of different questions one scale.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from scipy.optimize import minimize

Numbers: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]
Chosen: TypeAlias = np.ndarray[Any, np.dtype[np.bool_]]

HELD_BACK = 2.0
"""How much the squares of weights count against them."""
EACH_ALONE = 0.1
"""How much each sentence by itself counts beside their order."""
STEPS = 150


def ranked(
    rows: Any, answers: Numbers, sizes: np.ndarray[Any, np.dtype[np.int64]], counts: Numbers
) -> tuple[Numbers, float]:
    """
    Return a weight for each trait, and what is added to every score.

    Args:
        rows: Traits of all sentences, sparse, question by question.
        answers: 1 for each sentence that answers, else 0.
        sizes: Sentences of each question, at least one.
        counts: How much each question counts.
    """
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    question = np.repeat(np.arange(len(sizes)), sizes)
    can_be_answered = np.add.reduceat(answers, starts) > 0
    columns, count = rows.T.tocsr(), counts[question]

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        scores = rows @ weights[:-1]
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[question])
        whole = np.add.reduceat(powers, starts)
        right = np.where(can_be_answered, np.add.reduceat(powers * answers, starts), 1)
        order = (counts * (np.log(whole) - np.log(right)))[can_be_answered].sum()
        of_order = np.where(can_be_answered[question], powers / whole[question] - powers * answers / right[question], 0)
        alone = scores + weights[-1]
        of_alone = 1 / (1 + np.exp(-alone)) - answers
        each = (count * (np.logaddexp(0, alone) - answers * alone)).sum()
        slopes = columns @ (count * (of_order + EACH_ALONE * of_alone)) + HELD_BACK * weights[:-1]
        total = order + EACH_ALONE * each + HELD_BACK / 2 * (weights[:-1] ** 2).sum()
        return float(total), np.concatenate([slopes, [EACH_ALONE * (count * of_alone).sum()]])

    found = minimize(loss, np.zeros(rows.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return found[:-1], float(found[-1])
