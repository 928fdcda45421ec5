"""What was learnt, as a script of the guide: small numbers, and nothing that counts for little."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

HEAD = """/**
 * What the guide has learnt from questions and their answers: how rare words are (`rare`, `rarest`), which words of
 * questions go with which of sentences (`beside`), how much traits count for a sentence (`facts`), for telling it
 * (`telling`) and for what the rules chose (`ruling`), trees over these sums and traits (`trees`), and from which value
 * on either is told (`certain`).
 *
 * Made by `python benchmarks/teach_asking.py`; not to be edited.
 */

/** @type {any} */ (globalThis).shanhuo.ask.learnt = """
LEAST = {"facts": 0.12, "telling": 0.2, "ruling": 0.2}
"""Weights of traits of many values below these are left out; the page that asks has to load them."""
OF_MANY = ("word:", "asked:", "held:", "intent:", "measure:", "kind:", "role:")


def written(learnt: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the script."""
    lines = ",\n".join(
        f"{json.dumps(language)}: {{\n"
        + ",\n".join(f"{json.dumps(key)}: {_json(value)}" for key, value in each.items())
        + "\n}"
        for language, each in learnt.items()
    )
    return f"{HEAD}{{\n{lines}\n}};\n"


def rounded(each: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was learnt of one language in short numbers, without what counts for little."""
    found = dict(each)
    for key, least in LEAST.items():
        found[key] = {
            trait: round(weight, 2)
            for trait, weight in sorted(each[key].items())
            if ":" not in trait or abs(weight) >= (least if trait.startswith(OF_MANY) else 0.005)
        }
    found["certain"] = round(each["certain"], 2)
    return found


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
