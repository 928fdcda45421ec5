"""What the values of the ledger's dimensions are called, and in which order people read them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple, cast

from generator.catalog.ledger import DIMENSIONS, Part
from generator.catalog.money import Money
from generator.catalog.organisation import Organisation

from . import addresses
from .counties import county_of
from .surroundings import Surroundings


class ValueName(NamedTuple):
    """The name of one value of a dimension."""

    name: str
    href: str
    """Its page, from the root of the language; empty where it has none."""
    short: str
    """The name where there is little room."""


def ranked(dimension: str, parts: Sequence[Part]) -> list[Part]:
    """Return months in their order, everything else by its amount; what rows do not say comes last."""
    if dimension == "month":
        return list(parts)

    def rank(part: Part) -> tuple[bool, bool, object, str]:
        amount = part.total.amount
        is_told = isinstance(amount, Money)
        return (not part.key, not is_told, -amount.amount if isinstance(amount, Money) else 0, part.key)

    return sorted(parts, key=rank)


def value_name(around: Surroundings, dimension: str, key: str) -> ValueName:
    """Return what the value *key* of one of ``DIMENSIONS`` is called; an empty key stands for rows that do not say."""
    if not key:
        return _plain(around.texts(f"ledger.unknown.{dimension}"))
    return _NAMES[dimension](around, key)


def _plain(name: str) -> ValueName:
    return ValueName(name, "", name)


def _month(around: Surroundings, key: str) -> ValueName:
    year, month = (int(part) for part in key.split("-"))
    first = date(year, month, 1)
    words = around.texts("date.month", year=first.year, month=around.texts(f"month.{month}"), day=1)
    short = around.texts(f"month.short.{month}")
    return ValueName(words, "", short)


def _organisation(around: Surroundings, key: str) -> ValueName:
    name = cast("Organisation", around.catalog.items["organisations"][key]).name
    return _plain(name)


def _buyer_kind(around: Surroundings, key: str) -> ValueName:
    words = around.texts.label("ledger", "buyer_kind", key)
    return _plain(words)


def _channel(around: Surroundings, key: str) -> ValueName:
    name = around.catalog.channels[key].name
    return ValueName(name, addresses.channel(key), name)


def _county(around: Surroundings, key: str) -> ValueName:
    county = county_of(around, key)
    return ValueName(county.name, county.href, county.name)


def _category(around: Surroundings, key: str) -> ValueName:
    name = around.catalog.categories[key].name
    return ValueName(name, addresses.category(key), name)


_NAMES: dict[str, Callable[[Surroundings, str], ValueName]] = {
    "organisation": _organisation,
    "month": _month,
    "buyer_kind": _buyer_kind,
    "channel": _channel,
    "county": _county,
    "category": _category,
}
assert set(_NAMES) == set(DIMENSIONS)
