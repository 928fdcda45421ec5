"""What a product costs where."""

from __future__ import annotations

from generator.catalog.offer import Offer
from generator.catalog.product import Product

from .surroundings import Surroundings
from .views import Fact, OfferLine

EXTRAS = ("shipping", "packing", "minimum_order", "case_quantity", "supply_months", "buyers", "ships_to")
"""What comes on top of a price, or limits it."""


def offer_line(around: Surroundings, offer: Offer) -> OfferLine:
    """Return an offer as a line: channel, price, what comes on top, how old it is."""
    texts, formats = around.texts, around.formats
    state = around.catalog.offer_state(offer)
    availability = "" if offer.availability in ("", "in-stock") else offer.availability
    return OfferLine(
        channel=offer.channel.name,
        channel_kind=texts.label("channels", "kind", offer.channel.kind),
        online=offer.channel.mode == "online",
        href=offer.url if state == "sold" else "",
        variant=offer.variant,
        price=formats.price(offer),
        list_price=formats.money(offer.list_price),
        availability=texts(f"offer.{state}")
        if state.startswith("channel-")
        else texts.label("offers", "availability", availability),
        extras=offer_facts(around, offer, EXTRAS),
        note=offer.price_note or offer.offline_reason,
        as_of=formats.day(offer.as_of),
        sample=offer.sample,
    )


def offer_facts(around: Surroundings, offer: Offer, names: tuple[str, ...]) -> tuple[Fact, ...]:
    """Return the fields *names* of an offer, out of :data:`EXTRAS`, as labelled values; empty ones are left out."""
    values = ((name, _value(around, offer, name)) for name in names)
    return tuple(Fact(around.texts.field_title("offers", name), value) for name, value in values if value)


def _value(around: Surroundings, offer: Offer, name: str) -> str:
    texts, formats = around.texts, around.formats
    if name == "shipping":
        return formats.money(offer.shipping)
    if name == "packing":
        return formats.money(offer.packing)
    if name == "minimum_order":
        return formats.number(offer.minimum_order)
    if name == "case_quantity":
        return formats.number(offer.case_quantity)
    if name == "supply_months":
        return texts.joined(texts(f"month.short.{month}") for month in offer.supply_months)
    return texts.joined(offer.buyers if name == "buyers" else offer.ships_to)


def offer_words(product: Product, *, has_offers: bool) -> str:
    """Return why there is no offer, or why only offline; empty where offers say enough."""
    if product.offline_only:
        return product.offline_only_reason
    return "" if has_offers else product.no_offer_reason
