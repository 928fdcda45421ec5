"""Claims of certification, and the certificates behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from generator.contract.quantities import Period
from generator.contract.rows import Row
from generator.contract.validity import first_day, has_ended, in_force, is_coming
from generator.findings import Finding

from .data import RuleData


def check(data: RuleData) -> Iterator[Finding]:
    """Yield what is wrong with certificates and claims, on the day of ``settings.as_of``."""
    as_of = data.settings.as_of
    for row in data.rows["certificates"]:
        if row.lacks("product") and row.lacks("supplier"):
            yield row.finding("certificate-without-subject", "product")
        if has_ended(row.day("valid_until"), as_of):
            yield row.finding("certificate-expired", "valid_until", day=as_of.isoformat())
    if "certificates" not in data.incomplete:
        for product in data.rows["products"]:
            for claim in product.items("claims"):
                yield from _claim(product, claim, data)


def _claim(product: Row, claim: str, data: RuleData) -> Iterator[Finding]:
    """Tell a claim that no certificate of the product itself bears out: only that one stands on its page."""
    scheme = data.by_key["certification_schemes"].get(claim)
    if scheme is None:
        return
    if scheme.values["is_certification"] is False:
        yield product.finding("claim-not-certification", "claims", found=claim)
        return
    day = data.settings.as_of
    of_scheme = [row for row in data.rows["certificates"] if row.text("scheme") == claim]
    own = [row for row in of_scheme if row.text("product") == product.key]
    if not any(in_force(_first_day(row), row.day("valid_until"), day) for row in own):
        is_suppliers = any(
            row.lacks("product") and row.text("supplier") == product.text("supplier") for row in of_scheme
        )
        hints = _hints(own, day, is_suppliers=is_suppliers)
        yield product.finding("claim-without-certificate", "claims", found=claim, day=day.isoformat(), **hints)


def _hints(own: Sequence[Row], day: date, *, is_suppliers: bool) -> dict[str, str]:
    """Return the ends of the sentence that say which certificate was perhaps thought of."""
    begins = [first for row in own if (first := _first_day(row)) is not None and is_coming(first, day)]
    if begins:
        return {
            "hint_zh": f"；登记的那一张 {min(begins)} 才生效。",
            "hint_en": f"; the one there is begins on {min(begins)}.",
        }
    ended = [until for row in own if (until := row.day("valid_until")) is not None and has_ended(until, day)]
    if ended:
        return {
            "hint_zh": f"；原有的 {max(ended)} 已到期。",
            "hint_en": f"; the one there was ended on {max(ended)}.",
        }
    if is_suppliers:
        return {
            "hint_zh": "；供应商有一张，但不是这件产品自己的。",
            "hint_en": "; its supplier has one, but not for this product.",
        }
    return {"hint_zh": "。", "hint_en": "."}


def _first_day(row: Row) -> date | None:
    issued_on = row.values["issued_on"]
    return first_day(issued_on if isinstance(issued_on, Period) else None, row.day("valid_from"))
