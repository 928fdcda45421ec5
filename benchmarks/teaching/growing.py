"""Small trees over a regression: what counts for an answer only together with something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from .ranking import Chosen, Numbers

Node: TypeAlias = "float | list[Any]"
"""A leaf's value, or a column, the most that it may hold for the first of two nodes, and the two nodes."""

SETTINGS = {
    "max_iter": 150,
    "learning_rate": 0.06,
    "max_leaf_nodes": 8,
    "min_samples_leaf": 60,
    "l2_regularization": 10.0,
    "early_stopping": False,
    "random_state": 0,
}
"""Many small trees, each of which counts little: more, or larger ones, told unseen questions apart no better."""


@dataclass(frozen=True)
class Grown:
    """Trees whose values are added up."""

    start: float
    trees: Sequence[Node]
    _model: Any

    def certainties(self, rows: Numbers) -> Numbers:
        """Return the sum for each row."""
        found: Numbers = self._model.decision_function(rows)
        return found

    def columns(self) -> list[int]:
        """Return the columns that any tree asks for, in their order."""
        return sorted({column for tree in self.trees for column in _columns(tree)})

    def told(self, places: dict[int, int]) -> list[Any]:
        """Return the trees in short numbers, with columns by their new places."""
        return [_short(tree, places) for tree in self.trees]


def grown(rows: Numbers, right: Chosen, counts: Numbers) -> Grown:
    """Grow trees.

    Args:
        rows: Traits, one row for each lesson.
        right: Of which lessons it would be right to answer.
        counts: How much each lesson counts.
    """
    model = HistGradientBoostingClassifier(**SETTINGS).fit(rows, right, sample_weight=counts)
    start, grown_trees = model._baseline_prediction, model._predictors  # noqa: SLF001 - trees have no public form
    return Grown(float(np.ravel(start)[0]), [_node(tree.nodes, 0) for (tree,) in grown_trees], model)


def _node(nodes: Any, at: int) -> Node:
    node = nodes[at]
    if node["is_leaf"]:
        return float(node["value"])
    return [
        int(node["feature_idx"]),
        float(node["num_threshold"]),
        _node(nodes, int(node["left"])),
        _node(nodes, int(node["right"])),
    ]


def _columns(node: Node) -> Iterator[int]:
    if isinstance(node, list):
        yield node[0]
        yield from _columns(node[2])
        yield from _columns(node[3])


def _short(node: Node, places: dict[int, int]) -> Any:
    if isinstance(node, list):
        return [places[node[0]], float(f"{node[1]:.5g}"), _short(node[2], places), _short(node[3], places)]
    return round(node, 3)
