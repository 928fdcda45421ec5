"""What stands at a place, where it comes from, and how far that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from generator.catalog.origin import Origin
from generator.catalog.placement import Placement, Stock
from generator.catalog.whereabouts import Spot, kilometres, spot_of

from . import addresses
from .code_views import code_view
from .goods_lines import goods_line, local_price
from .place_views import PlaceCode, PlaceGood
from .surroundings import Surroundings
from .views import Fact

NEAR = 10
"""Kilometres below which no number is told: coordinates of counties are their seats', rounded."""
ROUNDED_FROM = 100
"""Kilometres from which a distance is told in tens."""


class _Hung(NamedTuple):
    kind: str
    key: str
    name: str


def stock_of(around: Surroundings, placement: Placement) -> tuple[Stock, ...]:
    """Return what stands at *placement* of what is published, by slot."""
    stock = around.catalog.stock_by_placement.get(placement.id, ())
    return tuple(entry for entry in stock if entry.product.id in around.catalog.products)


def goods_at(around: Surroundings, placement: Placement) -> tuple[PlaceGood, ...]:
    """Return what stands at *placement* at the prices there."""
    return tuple(_good(around, entry) for entry in stock_of(around, placement))


def _good(around: Surroundings, entry: Stock) -> PlaceGood:
    line = goods_line(around, entry.product)
    is_gone = around.catalog.is_gone(entry.product)
    price = None if is_gone else local_price(around, entry.price)
    words = line.price_words if is_gone else around.texts("placement.ask_price")
    empty = around.texts("place.empty") if entry.quantity == 0 else ""
    return PlaceGood(
        slot=entry.slot,
        name=line.name,
        href=line.href,
        origin=around.texts.joined(filter(None, (line.origin, entry.note)), "common.detail_separator"),
        price=price,
        price_words="" if price is not None else words,
        note=empty,
        sample=line.sample,
    )


def origins_at(around: Surroundings, placement: Placement) -> tuple[Origin, ...]:
    """Return where the goods at *placement* come from, those with most of them first."""
    counted = Counter(entry.product.origin.code for entry in stock_of(around, placement))
    return tuple(around.catalog.origins[code] for code, _ in counted.most_common())


def origin_facts(around: Surroundings, placement: Placement) -> tuple[Fact, ...]:
    """Return each origin of the goods at *placement* with its distance, which is empty where it cannot be told."""
    return tuple(
        Fact(
            label=around.texts("place.from"),
            value=origin.name,
            note=distance_in_words(around, placement, origin),
            href=addresses.origin(origin.code),
        )
        for origin in origins_at(around, placement)
    )


def distance_in_words(around: Surroundings, placement: Placement, origin: Origin) -> str:
    """Return how far *placement* is from *origin*, rounded; ``""`` where the coordinates of either are not told.

    A placement without coordinates of its own is taken to lie at the seat of its county, where that is an origin.
    """
    if placement.region == origin.code:
        return around.texts("place.same_county")
    here, there = _spot(around, placement), spot_of(origin)
    if here is None or there is None:
        return ""
    distance = kilometres(here, there)
    if distance < NEAR:
        return around.texts("place.near", distance=NEAR)
    told = round(distance, -1) if distance >= ROUNDED_FROM else round(distance)
    return around.texts("place.distance", distance=around.formats.number(int(told)))


def _spot(around: Surroundings, placement: Placement) -> Spot | None:
    county = around.catalog.origins.get(placement.region)
    return spot_of(placement) or (spot_of(county) if county is not None else None)


def codes_at(around: Surroundings, placement: Placement) -> tuple[PlaceCode, ...]:
    """Return the codes that hang at *placement*: its own, then those of what stands there, each once."""
    if "shelf" not in around.config.surfaces:
        return ()
    return tuple(_codes(around, placement))


def _codes(around: Surroundings, placement: Placement) -> Iterator[PlaceCode]:
    catalog = around.catalog
    here = {
        code.target: code
        for code in catalog.codes.values()
        if code.status == "active" and code.placement is not None and code.placement.id == placement.id
    }
    hung = [_Hung("placement", placement.id, placement.name)]
    hung += [_Hung("product", entry.product.id, entry.product.name) for entry in stock_of(around, placement)]
    for thing in dict.fromkeys(hung):
        own = catalog.code_by_target.get((thing.kind, thing.key))
        code = here.get(thing.key, own) if thing.kind == "product" else own
        if code is not None:
            yield PlaceCode(thing.name, code_view(around, code))
