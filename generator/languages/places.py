"""Names of places in other languages, from tables by code; never made from how a Chinese name sounds."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def province_name(code: str, language: str) -> str:
    """Return the name of the province that the place with a GB/T 2260 *code* lies in, ``""`` where no table has it."""
    return _table(language.partition("-")[0]).get(code[:2], "")


@cache
def _table(language: str) -> Mapping[str, str]:
    source = files("generator.languages") / "places" / f"{language}.csv"
    if not source.is_file():
        return {}
    rows = csv.DictReader(source.read_text(encoding="utf-8").splitlines())
    return {row["code"]: row["name"] for row in rows}
