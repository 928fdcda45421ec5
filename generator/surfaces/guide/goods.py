"""Which goods a display shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.catalog.placement import Display, DisplaySlot
from generator.catalog.product import Product
from generator.catalog.tables import items_of
from generator.surfaces.surroundings import Surroundings


def displays_of(around: Surroundings) -> Iterator[Display]:
    """Yield the displays, in the order of the data."""
    return iter(items_of(around.catalog.items, "displays", Display))


def slots_of(around: Surroundings, display: Display) -> tuple[DisplaySlot, ...]:
    """Return the slots of *display* whose goods are published, in the order of the data."""
    slots = items_of(around.catalog.items, "display_slots", DisplaySlot)
    published = around.catalog.products
    return tuple(slot for slot in slots if slot.display.id == display.id and slot.product.id in published)


def goods_of(around: Surroundings, display: Display) -> tuple[Product, ...]:
    """
    Return what *display* shows, each once: goods in its slots, of its playlist, and what stands in its placement.

    A screen with none of these stands for the whole site.
    """
    catalog, place = around.catalog, display.placement
    stock = catalog.stock_by_placement.get(place.id, ()) if place is not None else ()
    slots = (slot.product for slot in slots_of(around, display))
    own = _published(around, (*slots, *display.playlist, *(entry.product for entry in stock)))
    return own or tuple(catalog.products.values())


def playlist_of(around: Surroundings, display: Display) -> tuple[Product, ...]:
    """Return what *display* shows while nobody is there: goods that can be recommended."""
    chosen = _published(around, display.playlist) or goods_of(around, display)
    catalog = around.catalog
    return tuple(product for product in chosen if not catalog.is_gone(product) and not catalog.is_recalled(product))


def _published(around: Surroundings, products: Iterable[Product]) -> tuple[Product, ...]:
    known = around.catalog.products
    return tuple({product.id: known[product.id] for product in products if product.id in known}.values())
