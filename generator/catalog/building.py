"""Rows become items: references resolved, money given its currency, nothing left half filled."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from typing import Any, NamedTuple, TypeAlias

from generator.contract.quantities import NOT_DISCLOSED
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


class _Attribute(NamedTuple):
    """How one attribute of an item is made."""

    source: str
    """Field of the table."""
    empty: Any = None
    """The attribute where nothing was written."""
    withheld: Any = NOT_DISCLOSED
    """The attribute where the value is not disclosed."""
    convert: Convert | None = None
    """From any other value to the attribute; ``None`` where both are the same."""
    refers: bool = False
    """Whether it holds an item, or a tuple of items."""


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
        attributes = _attributes(tables[name], item_class, items, currency, withheld)
        referring = [index for index, each in enumerate(attributes) if each.refers]
        empty = [each.empty for each in attributes]
        places = {each.source: (index, each.withheld, each.convert) for index, each in enumerate(attributes)}
        digest_of = _digest_of(tables[name])
        made = [_item(item_class, row, digest_of(row), empty, places, referring) for row in rows.get(name, ())]
        items[name] = {item.key: item for item in sorted(made, key=lambda item: item.key)}
    return items


def _item(
    item_class: type[Item],
    row: Row,
    own: str,
    empty: Sequence[Any],
    places: Mapping[str, tuple[int, Any, Convert | None]],
    referring: Sequence[int],
) -> Item:
    made = [*empty]
    for source, value in row.values.items():
        if value is not None and source in places:
            index, withheld, convert = places[source]
            made[index] = withheld if value is NOT_DISCLOSED else value if convert is None else convert(value)
    return item_class(row.key, _deep_digest(own, [made[index] for index in referring]), *made)


def _digest_of(table: Table) -> Callable[[Row], str]:
    """Return what makes the digest of a row of *table* from what of it is public.

    Digests get out as versions of files; one that hung on a telephone number would let it be guessed.
    """
    hidden = {field.name for field in table.fields if not field.public}
    if not hidden or len(hidden) == len(table.fields):
        return lambda row: row.digest
    public = sorted((f"{field.name}=", field.name) for field in table.fields if field.public)
    worded = [field.name for field in table.fields if field.translatable and field.public]

    def digest(row: Row) -> str:
        texts = row.texts.texts
        told = [f"{start}{texts[name]}" for start, name in public if name in texts]
        if row.digest != row.texts.digest:  # it was translated
            told += (f"{name}={row.values[name]}" for name in worded)
        return hashlib.blake2b("\x1f".join(told).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    return digest


def _deep_digest(own: str, references: Sequence[Any]) -> str:
    """Return a digest of a record and of everything that it refers to, so that a page can go by one digest."""
    parts = [own]
    for value in references:
        if isinstance(value, tuple):
            parts += [part.digest for part in value]
        elif value is not None:
            parts.append(value.digest)
    return hashlib.blake2b("".join(parts).encode(), digest_size=16).hexdigest()


def _attributes(table: Table, item_class: type[Item], items: Items, currency: str, withheld: str) -> list[_Attribute]:
    names = [field.name for field in fields(item_class) if field.name not in ("key", "digest")]
    sources = {renamed: source for source, renamed in RENAMED.items()}
    chosen = [table.by_name[sources.get(name, name)] for name in names]
    return [_attribute(field, items.get(field.target), currency, withheld) for field in chosen]


def _attribute(field: Field, target: dict[str, Item] | None, currency: str, withheld: str) -> _Attribute:
    """Return what turns a row's value of *field* into an attribute; *target* holds the items it refers to."""
    if field.type == "list" and target is None:
        return _Attribute(field.name, (), ())
    if target is not None:
        known = target
        if field.type == "list":
            return _Attribute(
                field.name, (), (), lambda keys: tuple(known[key] for key in keys if key in known), refers=True
            )
        return _Attribute(field.name, None, None, known.get, refers=True)
    if field.semantic == "money":
        return _Attribute(field.name, convert=lambda amount: Money(amount, currency))
    if field.type == "boolean":
        return _Attribute(field.name, empty=False, withheld=False)
    if field.type == "date" or field.semantic == "period":
        # A day that is not disclosed cannot be reckoned with, so it is as good as none.
        return _Attribute(field.name, withheld=None)
    if field.type == "string":
        # What is not disclosed is said in words, since a page must not pass over it.
        return _Attribute(field.name, "", withheld)
    return _Attribute(field.name)
