"""Label stocks: those that come with the package, and the site's own over them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

from generator.contract.label_geometry import Geometry, geometry_of
from generator.contract.schema import load_tables

from .building import Items
from .printing import LabelStock


def label_stocks(items: Items) -> Mapping[str, LabelStock]:
    """Return id → stock; one of the site's own takes the place of a built-in one of the same id."""
    own = {key: item for key, item in items["label_stocks"].items() if isinstance(item, LabelStock)}
    return {**built_in_stocks(), **own}


def measures_of(stock: LabelStock) -> Geometry:
    """Return the measures of a stock of sound data."""
    geometry = geometry_of(stock.kind, lambda name: getattr(stock, name))
    assert geometry is not None, "the contract tells what is missing"
    return geometry


@cache
def built_in_stocks() -> Mapping[str, LabelStock]:
    """Return id → stock, as ``stocks.yml`` of this package tells them."""
    told = yaml.load(files(__package__).joinpath("stocks.yml").read_bytes(), yaml.CSafeLoader)
    return MappingProxyType({key: _stock(key, each) for key, each in told.items()})


def _stock(key: str, told: Mapping[str, str]) -> LabelStock:
    table = load_tables()["label_stocks"]
    casts = {"number": Decimal, "integer": int}
    values: dict[str, object] = {}
    for name in (field.name for field in fields(LabelStock) if field.name in table.by_name):
        cast = casts.get(table.by_name[name].type)
        empty = None if cast else ""
        values[name] = (cast(told[name]) if cast else told[name]) if name in told else empty
    values["id"] = key
    return LabelStock(key, "", **values)  # type: ignore[arg-type] # by the table's own types
