"""What a product costs where, and why prices differ."""

from __future__ import annotations

from decimal import Decimal

from generator.catalog.money import Money
from generator.catalog.offer import Offer
from generator.catalog.product import Product

from . import cards
from .surroundings import Surroundings
from .views import Fact, OfferLine


def by_price(offers: tuple[Offer, ...]) -> list[Offer]:
    """Order offers from the lowest price up; those without a price come last."""

    def rank(offer: Offer) -> tuple[bool, Decimal, str]:
        price = offer.price.amount if isinstance(offer.price, Money) else None
        return (price is None, price or Decimal(0), offer.key)

    return sorted(offers, key=rank)


def offer_line(around: Surroundings, offer: Offer) -> OfferLine:
    """Return an offer as a line: channel, price, what comes on top, how old it is."""
    texts, formats = around.texts, around.formats
    months = texts("common.list_separator").join(texts(f"month.short.{month}") for month in offer.supply_months)
    extras = [
        Fact(texts.field_title("offers", "shipping"), formats.money(offer.shipping)),
        Fact(texts.field_title("offers", "packing"), formats.money(offer.packing)),
        Fact(texts.field_title("offers", "minimum_order"), formats.number(offer.minimum_order)),
        Fact(texts.field_title("offers", "case_quantity"), formats.number(offer.case_quantity)),
        Fact(texts.field_title("offers", "supply_months"), months),
        Fact(texts.field_title("offers", "buyers"), texts("common.list_separator").join(offer.buyers)),
        Fact(texts.field_title("offers", "ships_to"), texts("common.list_separator").join(offer.ships_to)),
    ]
    availability = "" if offer.availability in ("", "in-stock") else offer.availability
    buyable = offer.availability not in ("sold-out", "discontinued") and offer.channel.status in ("", "active")
    return OfferLine(
        channel=offer.channel.name,
        channel_kind=texts.label("channels", "kind", offer.channel.kind),
        online=offer.channel.mode == "online",
        href=offer.url if buyable else "",
        variant=offer.variant,
        price=formats.price(offer),
        list_price=formats.money(offer.list_price),
        availability=texts.label("offers", "availability", availability),
        extras=tuple(fact for fact in extras if fact.value),
        note=offer.price_note or offer.offline_reason,
        as_of=formats.day(offer.as_of),
        sample=offer.sample,
    )


def offer_words(product: Product, lines: tuple[OfferLine, ...]) -> str:
    """Return why there is no offer, or why only offline; empty where offers say enough."""
    if product.offline_only:
        return product.offline_only_reason
    return "" if lines else product.no_offer_reason


def gap_words(around: Surroundings, offers: tuple[Offer, ...]) -> str:
    """Explain why one pays more online than offline, or less, for the same thing brought home."""
    priced = [offer for offer in offers if isinstance(offer.price, Money)]
    online = by_price(tuple(offer for offer in priced if offer.channel.mode == "online"))
    offline = by_price(tuple(offer for offer in priced if offer.channel.mode == "offline"))
    pair = next(((a, b) for a in online for b in offline if cards.same_content(a, b)), None)
    if pair is None:
        return ""
    gap = _brought_home(pair[0]) - _brought_home(pair[1])
    if gap == 0:
        return ""
    key = "product.gap_online" if gap > 0 else "product.gap_offline"
    note = pair[0].price_note or pair[1].price_note
    return around.texts(
        key, gap=around.formats.with_symbol(around.formats.amount(abs(gap))), unit=pair[0].unit, note=note
    )


def _brought_home(offer: Offer) -> Decimal:
    """Return price, shipping and packing together, as far as they are told."""
    parts = (offer.price, offer.shipping, offer.packing)
    return sum((part.amount for part in parts if isinstance(part, Money)), Decimal(0))
