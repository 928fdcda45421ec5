"""
What of a large table is evidently sound, so that Table Schema need not be asked.

frictionless takes a quarter of a millisecond over a row: half a minute over a ledger of 100,000.  Canonical text is
written so regularly that most cells can be seen to be good; what cannot be seen to be good is doubtful and is judged by
frictionless, which alone finds fault.  A test holds the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Final

from .schema import Field, Table
from .table_keys import Keys
from .texts import Texts

LARGE: Final = 2_000
"""Rows to be judged, from which on it is worth looking first; below it frictionless judges all of them."""
_NUMBER: Final = re.compile(r"-?[0-9]{1,20}(\.[0-9]{1,20})?")
_INTEGER: Final = re.compile(r"-?[0-9]{1,15}")
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INTEGERS: Final = re.compile(r"[0-9]{1,9}(;[0-9]{1,9})*")
_KNOWN: Final = frozenset({"required", "pattern", "enum", "minimum", "maximum"})
"""Constraints that are looked at; a field with any other is left to frictionless."""


def doubtful_rows(table: Table, rows: Sequence[Texts], indexes: Sequence[int]) -> list[int]:
    """Return those of *indexes* whose rows hold a cell that is not evidently sound by itself."""
    chosen = [rows[index].texts for index in indexes]
    missing = frozenset(table.descriptor["missingValues"])
    doubtful: set[int] = set()
    for entry in table.fields:
        if entry.required or entry.can_be_wrong:
            column = [texts.get(entry.name, "") for texts in chosen]
            is_sound = _sound(entry)
            unsound = {text for text in set(column) if (entry.required if text in missing else not is_sound(text))}
            if unsound:
                doubtful.update(number for number, text in enumerate(column) if text in unsound)
    return [indexes[number] for number in sorted(doubtful)]


def are_keys_sound(keys: Keys, rows: Mapping[str, Sequence[Texts]]) -> bool:
    """Tell whether primary keys are evidently told once each, and whatever is referred to is there."""
    own = rows[keys.table.name]
    missing = frozenset(keys.table.descriptor["missingValues"])
    primary = {tuple([row.texts.get(name, "") for name in keys.primary]) for row in own}
    if len(primary) != len(own) or any(missing.issuperset(key) for key in primary):
        return False
    for key in keys.foreign:
        there = {row.texts.get(key.target_field, "") for row in rows.get(key.table, ())}
        if {row.texts.get(key.field, "") for row in own} - there - missing:
            return False
    return True


def _sound(entry: Field) -> Callable[[str], bool]:
    """Return what tells of a text that is there whether it is evidently sound in the field *entry*."""
    constraints = entry.constraints
    if not constraints.keys() <= _KNOWN:
        return lambda _: False
    if entry.type == "string":
        return partial(_is_text, constraints)
    if constraints.keys() & {"pattern", "enum"}:
        return lambda _: False
    if entry.type in ("number", "integer"):
        form = _NUMBER if entry.type == "number" else _INTEGER
        return partial(_is_number, form, _bound(constraints.get("minimum")), _bound(constraints.get("maximum")))
    if constraints.keys() & {"minimum", "maximum"}:
        return lambda _: False
    if entry.type == "date":
        return _is_date
    if entry.type == "boolean":
        return lambda text: text in ("true", "false")
    if entry.is_list and entry.item_type == "integer":
        return lambda text: _INTEGERS.fullmatch(text) is not None
    return lambda _: False


def _is_text(constraints: Mapping[str, object], text: str) -> bool:
    pattern, listed = constraints.get("pattern"), constraints.get("enum")
    is_listed = not isinstance(listed, list | tuple) or text in listed
    return is_listed and (not isinstance(pattern, str) or re.fullmatch(pattern, text) is not None)


def _is_number(form: re.Pattern[str], least: Decimal | None, most: Decimal | None, text: str) -> bool:
    if form.fullmatch(text) is None:
        return False
    value = Decimal(text)
    return (least is None or value >= least) and (most is None or value <= most)


def _is_date(text: str) -> bool:
    if _DATE.fullmatch(text) is None:
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _bound(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))
