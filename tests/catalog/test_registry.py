"""Classes and schemas tell the same tables."""

from __future__ import annotations

from dataclasses import fields

import pytest

from generator.catalog.building import RENAMED
from generator.catalog.registry import ITEM_CLASSES
from generator.contract import load_tables
from generator.contract.frozen import frozen_record

from .market import ZIYANG, items_of


def test_every_table_has_a_class() -> None:
    """No table is left out of the catalogue, and no class is without a table."""
    assert set(ITEM_CLASSES) == set(load_tables())


@pytest.mark.parametrize("table", sorted(load_tables()))
def test_a_class_has_the_fields_of_its_schema(table: str) -> None:
    """Attributes and schema fields are the same in both directions, in the schema's order."""
    attributes = [field.name for field in fields(ITEM_CLASSES[table]) if field.name not in ("key", "digest")]
    assert attributes == [RENAMED.get(field.name, field.name) for field in load_tables()[table].fields]


def test_references_only_look_back() -> None:
    """Each table stands behind all tables that it refers to, so that one pass resolves them."""
    order = {table: place for place, table in enumerate(ITEM_CLASSES)}
    for name, table in load_tables().items():
        for field in table.fields:
            if field.target and field.target != name:
                assert order[field.target] < order[name], (name, field.name)


def test_items_are_frozen() -> None:
    """No surface can change what another reads: to the type checker all items are frozen, and have no other room."""
    told = frozen_record.__dataclass_transform__  # type: ignore[attr-defined] # set by typing.dataclass_transform
    assert {**told, **told["kwargs"]}["frozen_default"] is True
    origin = items_of()["origins"][ZIYANG.values["code"]]
    with pytest.raises(AttributeError):
        origin.remark = "other"
