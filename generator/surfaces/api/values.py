"""Values as the API writes them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from generator.catalog.item import Amount, Count, Quantity
from generator.catalog.money import Money, cents
from generator.contract.quantities import NotDisclosed, Period

from .run import NOT_DISCLOSED


def exact(value: Amount | Quantity | Count) -> str | int | None:
    """Return a number as text, so that no reader rounds it; :data:`NOT_DISCLOSED` where it is withheld."""
    if isinstance(value, NotDisclosed):
        return NOT_DISCLOSED
    if isinstance(value, Money):
        return cents(value.amount)
    return f"{value:f}" if isinstance(value, Decimal) else value


def currency(value: Amount) -> str | None:
    """Return the currency of a sum (ISO 4217), ``None`` where there is none."""
    return value.currency if isinstance(value, Money) else None


def day(value: date | None) -> str | None:
    """Return a day, ``None`` where there is none."""
    return value.isoformat() if value is not None else None


def period(value: Period | None) -> str | None:
    """Return a day, month, year or span, ``None`` where there is none."""
    return str(value) if value is not None else None


def as_json(data: object) -> bytes:
    """Return a file of the API: one line, since an indented one takes three times as long to write."""
    return (json.dumps(data, ensure_ascii=False) + "\n").encode()


def as_json_lines(head: Mapping[str, object], name: str, entries: Iterable[object]) -> bytes:
    """Return an object whose last member *name* is a list with an entry a line, so that versions can be compared."""
    opened = json.dumps(dict(head), ensure_ascii=False).removesuffix("}")
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    return f"{opened}, {json.dumps(name)}: [\n{lines}\n]}}\n".encode()
