"""The golden table: questions, and what every way in must answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

_TABLE = Path(__file__).parent / "golden.json"


class Golden(NamedTuple):
    """One question and its answer, as far as it is fixed."""

    question: str
    language: str
    context: str
    refused: bool
    says: tuple[str, ...]
    """Texts that the answer holds."""
    facts: frozenset[tuple[str, str]]
    """(record, field) of all facts that it rests on."""


def golden_table() -> list[Golden]:
    """Return the table in its order."""
    rows: list[dict[str, Any]] = json.loads(_TABLE.read_text(encoding="utf-8"))
    return [
        Golden(
            row["question"],
            row.get("language", "zh-Hans"),
            row.get("context", ""),
            row.get("refused", False),
            tuple(row.get("says", ())),
            frozenset((record, field) for record, field in row.get("facts", ())),
        )
        for row in rows
    ]
