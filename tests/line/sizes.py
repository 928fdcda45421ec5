"""How much a test tries: a sample in ``make test``, every stated size in ``make acceptance``."""

from __future__ import annotations

import json
import os
from datetime import date

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


def record_result(acceptance: str, size: str, result: str) -> None:
    """Keep a line for the acceptance table, where one is being made; called after everything has been asserted."""
    path = os.environ.get(RESULTS)
    if not path:
        return
    line = {"acceptance": acceptance, "size": size, "result": result, "date": date.today().isoformat()}  # noqa: DTZ011
    with open(path, "a", encoding="utf-8") as target:
        target.write(json.dumps(line, ensure_ascii=False) + "\n")
