"""Claims of certification, and the certificates behind them."""

from __future__ import annotations

from collections.abc import Iterator

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
        until = row.day("valid_until")
        if until and until < as_of:
            yield row.finding("certificate-expired", "valid_until", day=as_of.isoformat())
    valid = _valid(data, as_of)
    for product in data.rows["products"]:
        for claim in product.items("claims"):
            yield from _claim(product, claim, data, valid)


def _claim(product: Row, claim: str, data: RuleData, valid: set[tuple[str, str, str]]) -> Iterator[Finding]:
    scheme = data.by_key["certification_schemes"].get(claim)
    if scheme is None or "certificates" in data.incomplete:
        return
    if scheme.values["is_certification"] is False:
        yield product.finding("claim-not-certification", "claims", found=claim)
    elif not {("product", product.key, claim), ("supplier", product.text("supplier"), claim)} & valid:
        day = data.settings.as_of
        ended = [row.day("valid_until") for row in data.rows["certificates"] if _is_of(row, product, claim)]
        past = max((until for until in ended if until and until < day), default=None)
        hints = {"hint_zh": "。", "hint_en": "."}
        if past:
            hints = {"hint_zh": f"；原有的 {past} 已到期。", "hint_en": f"; the one there was ended on {past}."}
        yield product.finding("claim-without-certificate", "claims", found=claim, day=day.isoformat(), **hints)


def _valid(data: RuleData, as_of: date) -> set[tuple[str, str, str]]:
    """Return (product or supplier, its key, scheme) of every certificate valid on *as_of*."""
    found = set()
    for row in data.rows["certificates"]:
        issued, start, end = row.values["issued_on"], row.day("valid_from"), row.day("valid_until")
        begun = (not isinstance(issued, Period) or issued.start <= as_of) and (start is None or start <= as_of)
        if begun and (end is None or as_of <= end):
            subject = "product" if row.text("product") else "supplier"
            found.add((subject, row.text(subject), row.text("scheme")))
    return found


def _is_of(row: Row, product: Row, scheme: str) -> bool:
    of_product = row.text("product") == product.key
    of_supplier = not row.text("product") and row.text("supplier") == product.text("supplier")
    return row.text("scheme") == scheme and (of_product or of_supplier)
