"""Rows become items: references resolved, money given its currency, nothing left half filled."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from functools import partial
from typing import Any, TypeAlias

from generator.contract.quantities import NotDisclosed
from generator.contract.rows import Row
from generator.contract.schema import Field, Table

from .item import Item
from .money import Money
from .registry import ITEM_CLASSES

Items: TypeAlias = dict[str, dict[str, Item]]
"""Table → key → item, both in the order of the keys."""
Convert: TypeAlias = Callable[[Any], Any]

RENAMED = {"from": "from_path"}
"""Field names that Python keeps for itself."""


def build_items(
    rows: Mapping[str, Sequence[Row]], tables: Mapping[str, Table], *, currency: str, withheld: str
) -> Items:
    """Make every item of the catalogue.

    Args:
        rows: Table → valid rows; a reference that finds nothing has been a finding before.
        tables: Table → its schema.
        currency: ISO 4217 code of all amounts.
        withheld: What a page writes for a text that is not disclosed, in the language of the site.
    """
    items: Items = {}
    for name, item_class in ITEM_CLASSES.items():
        converters = _converters(tables[name], item_class, items, currency, withheld)
        made = (_item(item_class, row, converters) for row in rows.get(name, ()))
        items[name] = {item.key: item for item in sorted(made, key=lambda item: item.key)}
    return items


def _item(item_class: type[Item], row: Row, converters: Sequence[tuple[str, str, Convert]]) -> Item:
    values = row.values
    attributes = {name: convert(values.get(source)) for source, name, convert in converters}
    return item_class(key=row.key, digest=_deep_digest(row.digest, attributes.values()), **attributes)


def _deep_digest(own: str, attributes: Iterable[Any]) -> str:
    """Return a digest of a record and of everything that it refers to, so that a page can go by one digest."""
    state = hashlib.blake2b(own.encode(), digest_size=16)
    for value in attributes:
        if isinstance(value, Item):
            state.update(value.digest.encode())
        elif isinstance(value, tuple):
            for part in value:
                if isinstance(part, Item):
                    state.update(part.digest.encode())
    return state.hexdigest()


def _converters(
    table: Table, item_class: type[Item], items: Items, currency: str, withheld: str
) -> list[tuple[str, str, Convert]]:
    names = [field.name for field in fields(item_class) if field.name not in ("key", "digest")]
    sources = {renamed: source for source, renamed in RENAMED.items()}
    plan: list[tuple[str, str, Convert]] = []
    for name in names:
        source = sources.get(name, name)
        field = table.by_name[source]
        plan.append((source, name, _converter(field, items.get(field.target), currency, withheld)))
    return plan


def _converter(field: Field, target: dict[str, Item] | None, currency: str, withheld: str) -> Convert:
    """Return what turns a row's value of *field* into an attribute; *target* holds the items it refers to."""
    if field.type == "list":
        if target is None:
            return _items
        known = target
        return lambda value: tuple(known[key] for key in _items(value) if key in known)
    if target is not None:
        found = target
        return lambda value: found.get(value) if value else None
    if field.semantic == "money":
        return lambda value: Money(value, currency) if isinstance(value, Decimal) else value
    if field.type == "boolean":
        return lambda value: value is True
    if field.type == "date" or field.semantic == "period":
        return _time
    if field.type == "string":
        return partial(_text, withheld)
    return lambda value: value


def _items(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else ()


def _time(value: Any) -> Any:
    """Return a day or a period; one that is not disclosed cannot be reckoned with, so it is as good as none."""
    return None if isinstance(value, NotDisclosed) else value


def _text(withheld: str, value: Any) -> str:
    """Return a text; for one that is not disclosed the words that say so, since a page must not pass over it."""
    if isinstance(value, NotDisclosed):
        return withheld
    return sys.intern(value) if isinstance(value, str) else ""
