"""The register of printed codes: each must check, and lead to something that has a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.contract.publication import hidden_because, is_on_offer
from generator.contract.rows import Row
from generator.contract.shelf_code import ALPHABET, LENGTH, fault_of
from generator.findings import Finding, finding

from .data import RuleData

TARGET_TABLES: Mapping[str, str] = {
    "product": "products",
    "placement": "placements",
    "campaign": "campaigns",
    "story": "stories",
    "catalogue-issue": "catalogue_issues",
}
"""What a code can lead to → the table of its records."""

KINDS_WITHOUT_PAGE = frozenset(TARGET_TABLES) - {"product"}
"""Kinds of record that no shelf page is made for: a code printed for one would open nothing."""

FAULTS: Mapping[str, tuple[str, str]] = {
    "length": (f"要正好 {LENGTH} 位", f"it must have {LENGTH} characters"),
    "character": (f"只用这些字符：{ALPHABET}", f"only these characters are used: {ALPHABET}"),
    "check": (
        "校验不符，多半有一位写错或两位写反",
        "it does not check: probably a character is wrong, or two are swapped",
    ),
}
"""Fault of a code → what is wrong with it, in Chinese and in English."""


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``code-invalid``, ``code-kind-without-page``, ``code-lost``; with shelf pages ``code-missing`` too."""
    for row in data.rows["qr_codes"]:
        if fault := fault_of(row.key):
            why_zh, why_en = FAULTS[fault]
            allowed = f"{LENGTH} × {ALPHABET}"
            yield row.finding("code-invalid", "code", found=row.key, allowed=allowed, why_zh=why_zh, why_en=why_en)
        if row.text("target_kind") in KINDS_WITHOUT_PAGE:
            yield row.finding("code-kind-without-page", "target_kind")
        else:
            yield from _lost(row, data)
    if (data.settings.shelf_codes or data.rows["qr_codes"]) and "qr_codes" not in data.incomplete:
        coded = coded_targets(data.rows["qr_codes"], "product")
        for product in data.rows["products"]:
            is_sound = "id" not in product.unread
            if is_sound and product.key not in coded and is_on_offer(product, data.settings.as_of):
                yield finding("code-missing", product.place(), record=product.key)


def coded_targets(codes: Sequence[Row], target_kind: str) -> dict[str, str]:
    """Return key of a record of *target_kind* → an active code that leads to it."""
    active = [row for row in codes if row.text("target_kind") == target_kind and row.text("status") == "active"]
    return {row.text("target"): row.key for row in active}


def _lost(row: Row, data: RuleData) -> Iterator[Finding]:
    table, target = TARGET_TABLES.get(row.text("target_kind"), ""), row.text("target")
    if not table or not target:
        return
    record = data.by_key[table].get(target)
    if record is None and table not in data.incomplete:
        why = "数据里已经没有它", "which is no longer in the data"
    elif record is not None and (hidden := hidden_because(record, data.settings.as_of)):
        why = hidden
    else:
        return
    yield row.finding("code-lost", "target", found=target, why_zh=why[0], why_en=why[1])
