"""How much a test tries: a sample in ``make test``, every stated size in ``make acceptance``."""

from __future__ import annotations

import json
import os

SWITCH = "SHANHUO_ACCEPTANCE"
"""Environment variable that asks for the stated sizes when it is ``1``."""
RESULTS = "SHANHUO_ACCEPTANCE_RESULTS"
"""Environment variable with the file that receives a JSON line for each result."""


def is_acceptance() -> bool:
    """Tell whether the stated sizes are asked for."""
    return os.environ.get(SWITCH) == "1"


def sized(sample: int, stated: int) -> int:
    """Return *sample*, or the *stated* size in an acceptance run."""
    return stated if is_acceptance() else sample


def record_result(acceptance: str, count: int, unit: str, result: str) -> None:
    """Tell the acceptance table what was tried and what came of it; called after everything has been asserted.

    Args:
        acceptance: Key of a line of the table in ``benchmarks/acceptance.py``; several results of one key add up.
        count: How many were tried.
        unit: Of what.
        result: What came of it.
    """
    path = os.environ.get(RESULTS)
    if path:
        line = {"acceptance": acceptance, "count": count, "unit": unit, "result": result}
        with open(path, "a", encoding="utf-8") as target:
            target.write(json.dumps(line, ensure_ascii=False) + "\n")
