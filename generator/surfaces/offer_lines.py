"""What a product costs where."""

from __future__ import annotations

from generator.catalog.offer import Offer
from generator.catalog.product import Product

from .surroundings import Surroundings
from .views import Fact, OfferLine


def offer_line(around: Surroundings, offer: Offer) -> OfferLine:
    """Return an offer as a line: channel, price, what comes on top, how old it is."""
    texts, formats = around.texts, around.formats
    months = texts("common.list_separator").join(texts(f"month.short.{month}") for month in offer.supply_months)
    extras = (
        ("shipping", formats.money(offer.shipping)),
        ("packing", formats.money(offer.packing)),
        ("minimum_order", formats.number(offer.minimum_order)),
        ("case_quantity", formats.number(offer.case_quantity)),
        ("supply_months", months),
        ("buyers", texts("common.list_separator").join(offer.buyers)),
        ("ships_to", texts("common.list_separator").join(offer.ships_to)),
    )
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
        extras=tuple(Fact(texts.field_title("offers", name), value) for name, value in extras if value),
        note=offer.price_note or offer.offline_reason,
        as_of=formats.day(offer.as_of),
        sample=offer.sample,
    )


def offer_words(product: Product, lines: tuple[OfferLine, ...]) -> str:
    """Return why there is no offer, or why only offline; empty where offers say enough."""
    if product.offline_only:
        return product.offline_only_reason
    return "" if lines else product.no_offer_reason
