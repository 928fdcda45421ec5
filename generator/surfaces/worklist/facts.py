"""What a printed thing says, field by field, beside what it would say today."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from generator.surfaces.surroundings import Surroundings

from .tasks import Reason

_LIST_MARKS = re.compile(r"\s*[;；、，\n]\s*")
"""What parts a list of the data may stand within a value too, so all of it counts as the same sign."""
_FIELDS = {"net": ("products", "net_content"), "origin": ("products", "origin"), "name": ("products", "name")}
"""Fact → (table, field) whose title names it; others have words of their own."""
_PLACE_FIELDS = ("address", "hours", "phone", "plaque", "plaque_issuer")


def shown(entries: Iterable[str]) -> dict[str, str]:
    """Return field → text of a log's ``shows``; a part without ``=`` belongs to the entry before it."""
    facts: dict[str, str] = {}
    last = ""
    for entry in entries:
        field, sign, text = entry.partition("=")
        if sign:
            last = field.strip()
            facts[last] = text.strip()
        elif last:
            facts[last] += f"、{entry.strip()}"
    return facts


def differing(
    around: Surroundings,
    printed: Mapping[str, str],
    today: Mapping[str, str],
    since: Mapping[str, date | None] | None = None,
) -> Iterator[Reason]:
    """Yield a reason for each printed fact that is another today; price and unit make one.

    Args:
        around: The run.
        printed: Field → canonical text on the thing; fields that *today* does not have are passed over.
        today: Field → canonical text of today.
        since: Field → from what day on, where the data tells it.
    """
    texts = around.texts
    for field, text in printed.items():
        if field not in today or (field == "unit" and "price" in printed):
            continue
        before, now = text, today[field]
        is_same = _alike(before, now)
        if field == "price":
            is_same = _same_amount(before, now)
            if "unit" in printed:
                is_same = is_same and _alike(printed["unit"], today.get("unit", ""))
            unit = today.get("unit", "")
            before, now = _price(around, before, printed.get("unit", unit)), _price(around, now, unit)
        if not is_same:
            words = texts(
                "worklist.differs",
                field=_title(around, field),
                printed=before or texts("worklist.nothing"),
                now=now or texts("worklist.nothing"),
            )
            yield Reason(field, str(words), (since or {}).get(field), before, now)


def _alike(one: str, other: str) -> bool:
    return _LIST_MARKS.sub(";", one.strip()) == _LIST_MARKS.sub(";", other.strip())


def _same_amount(one: str, other: str) -> bool:
    """Tell whether two amounts are the same, however many zeros they are written with."""
    try:
        return Decimal(one) == Decimal(other)
    except InvalidOperation:
        return one == other


def _price(around: Surroundings, amount: str, unit: str) -> str:
    """Return ``118.00 元/袋``; with the currency's symbol where it has no unit in words."""
    if not amount:
        return ""
    try:
        written = around.formats.amount(Decimal(amount))
    except InvalidOperation:
        written = amount
    units = (word for word, factor in around.config.currency.units.items() if factor == 1 and word.isalpha())
    word = next(units, "")
    told = f"{written} {word}" if word and not around.formats.is_abroad else around.formats.with_symbol(written)
    return f"{told}/{unit}" if unit else told


def _title(around: Surroundings, field: str) -> str:
    if field in _FIELDS:
        return around.texts.field_title(*_FIELDS[field])
    if field in _PLACE_FIELDS:
        return around.texts.field_title("placements", field)
    if field in ("price", "unit"):
        return around.texts.field_title("offers", field)
    return around.texts(f"worklist.fact.{field}")
