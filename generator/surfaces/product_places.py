"""Where a product stands, for those who want to see it or fetch it; and whom to ask where it is not sold."""

from __future__ import annotations

import re

from generator.catalog.money import Money
from generator.catalog.offer import Offer
from generator.catalog.placement import Placement, Stock
from generator.catalog.product import Product

from . import addresses
from .prices import in_full
from .product_views import Contact, Place
from .surroundings import Surroundings

_NO_PLACE = ("phone", "canteen")
"""Kinds of offline channels that one does not walk into to look."""
_NOT_DIALLED = re.compile(r"[^0-9+]")


def dialled(phone: str) -> str:
    """Return a telephone number as a ``tel:`` address wants it (RFC 3966): digits and a leading plus."""
    return _NOT_DIALLED.sub("", phone)


def places_of(around: Surroundings, product: Product, offers: tuple[Offer, ...]) -> tuple[Place, ...]:
    """Return open placements that hold *product*, then other channels in person that sell it, each once by name."""
    places: dict[str, Place] = {}
    for entry in around.catalog.stock_by_product.get(product.id, ()):
        if around.catalog.is_open(entry.placement) and entry.placement.name not in places:
            places[entry.placement.name] = _stand(around, entry.placement, entry)
    for offer in offers:
        channel = offer.channel
        is_place = channel.mode == "offline" and channel.kind not in _NO_PLACE
        if is_place and channel.name not in places and around.catalog.offer_state(offer) == "sold":
            places[channel.name] = _shop(around, offer)
    return tuple(places.values())


def _stand(around: Surroundings, placement: Placement, entry: Stock) -> Place:
    return Place(
        name=placement.name,
        kind=around.texts.label("placements", "kind", placement.kind),
        address=placement.address,
        hours=placement.hours,
        phone=placement.phone,
        tel=dialled(placement.phone),
        price=in_full(around, entry.price.amount) if isinstance(entry.price, Money) else "",
        note=around.texts("place.empty") if entry.quantity == 0 else "",
        sample=placement.sample,
        href=addresses.place(placement.id),
    )


def _shop(around: Surroundings, offer: Offer) -> Place:
    channel = offer.channel
    return Place(
        name=channel.name,
        kind=around.texts.label("channels", "kind", channel.kind),
        address="",
        hours="",
        phone="",
        tel="",
        price="",
        note=channel.description,
        sample=channel.sample,
        href=addresses.channel(channel.id),
    )


def contacts_of(around: Surroundings, product: Product) -> tuple[Contact, ...]:
    """Return who can be asked about *product*: its supplier and the publisher, as far as they have a public number."""
    publisher, supplier = around.config.publisher, product.supplier
    asked: list[tuple[str, str, str]] = []
    if supplier is not None:
        asked.append((around.texts.field_title("products", "supplier"), supplier.name, supplier.phone))
    asked.append((around.texts("common.publisher"), publisher.name, publisher.phone))
    return tuple(Contact(role, name, phone, dialled(phone)) for role, name, phone in asked if phone)
