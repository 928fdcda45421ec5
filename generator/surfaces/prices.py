"""Which price stands for a product, what stands in its place, and why prices differ."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from generator.catalog.money import Money
from generator.catalog.offer import Offer
from generator.catalog.product import Product
from generator.contract.quantities import NotDisclosed

from .surroundings import Surroundings
from .views import Price

_QUANTITY = re.compile(r"(\d+(?:\.\d+)?)\s*([^\d\s×xX*/（(，,；;]+)")
"""A number and the unit behind it, as labels state net content (GB 7718, 4.1.5; EU 1169/2011, article 23)."""


def by_price(offers: tuple[Offer, ...]) -> list[Offer]:
    """Order offers from the lowest price up; those without a price come last."""

    def rank(offer: Offer) -> tuple[bool, Decimal, str]:
        price = offer.price.amount if isinstance(offer.price, Money) else None
        return (price is None, price or Decimal(0), offer.key)

    return sorted(offers, key=rank)


def headline_price(around: Surroundings, product: Product) -> Price | None:
    """Return the price that a shopper pays for what the label describes.

    Offers to canteens and those with a minimum order count only where there are no others; offers of
    the label's net content go before all others, and where there are none the variant is named.
    The highest price is told beside the lowest where channels differ for the same content.
    """
    if around.catalog.is_gone(product):
        return None
    offers = around.catalog.offers_by_product.get(product.id, ())
    sold = [offer for offer in offers if isinstance(offer.price, Money) and around.catalog.offer_state(offer) == "sold"]
    for_shoppers = [offer for offer in sold if _is_for_shoppers(offer)] or sold
    of_label = [offer for offer in for_shoppers if _is_of_label(around, product, offer)]
    ranked = by_price(tuple(of_label or for_shoppers))
    if not ranked:
        return None
    shown = around.formats.price(ranked[0])
    if shown is None:
        return None
    alike = [
        offer.price.amount for offer in ranked if same_content(offer, ranked[0]) and isinstance(offer.price, Money)
    ]
    variant = "" if of_label else ranked[0].variant
    range_end = around.formats.amount(max(alike)) if max(alike) > min(alike) else ""
    return replace(shown, variant=variant, range_end=range_end)


def _is_for_shoppers(offer: Offer) -> bool:
    minimum = offer.minimum_order
    return offer.channel.kind != "canteen" and not (isinstance(minimum, int) and minimum > 1)


def _is_of_label(around: Surroundings, product: Product, offer: Offer) -> bool:
    """Tell whether *offer* is for the net content that the label states."""
    if not isinstance(offer.content_amount, Decimal):
        return False
    stated = _QUANTITY.search(product.net_content)
    if stated is None:
        return False
    unit = _content_unit(around, stated.group(2))
    return unit != "" and _in_base_units(around, Decimal(stated.group(1)), unit) == _in_base_units(
        around, offer.content_amount, offer.content_unit
    )


def _content_unit(around: Surroundings, word: str) -> str:
    for category in around.tables["offers"].by_name["content_unit"].categories:
        if word.lower() in (category.value, category.label, category.label_en.lower()):
            return category.value
    return ""


def _in_base_units(around: Surroundings, amount: Decimal, unit: str) -> tuple[str, Decimal]:
    for rule in around.config.unit_prices:
        if unit in rule.units:
            return (rule.label, amount * rule.units[unit])
    return (unit, amount)


def same_content(one: Offer, other: Offer) -> bool:
    """Tell whether two offers are for the same quantity, so that their prices can be set side by side."""
    return (one.unit, one.content_amount, one.content_unit) == (other.unit, other.content_amount, other.content_unit)


def price_words(around: Surroundings, product: Product, price: Price | None) -> str:
    """Return what stands in place of a price or qualifies it, ``""`` where the price says enough."""
    texts, catalog = around.texts, around.catalog
    if catalog.is_withdrawn(product):
        return texts("product.withdrawn")
    if catalog.is_gone(product):
        return texts("product.recalled")
    if price is not None:
        return texts("product.offline_only") if product.offline_only else ""
    offers = catalog.offers_by_product.get(product.id, ())
    if any(isinstance(offer.price, NotDisclosed) for offer in offers):
        return texts("common.not_disclosed")
    states = {catalog.offer_state(offer) for offer in offers}
    if states and "sold" not in states:
        return texts("product.sold_out" if "sold-out" in states else "product.channels_closed")
    return texts("product.offline_only") if product.offline_only else texts("product.no_offer")


def gap_words(around: Surroundings, offers: tuple[Offer, ...]) -> str:
    """Explain why one pays more, or less, to have the same thing sent than to fetch it.

    Nothing is said where a part of either sum is withheld: an unknown postage is not a postage of nothing.
    """
    sold = [offer for offer in offers if around.catalog.offer_state(offer) == "sold"]
    online = by_price(tuple(offer for offer in sold if offer.channel.mode == "online"))
    offline = by_price(tuple(offer for offer in sold if offer.channel.mode == "offline"))
    pair = next(((a, b) for a in online for b in offline if same_content(a, b)), None)
    sums = [_brought_home(offer) for offer in pair or ()]
    if pair is None or sums[0] is None or sums[1] is None or sums[0] == sums[1]:
        return ""
    gap = sums[0] - sums[1]
    key = "product.gap_online" if gap > 0 else "product.gap_offline"
    note = pair[0].price_note or pair[1].price_note
    amount = around.formats.with_symbol(around.formats.amount(abs(gap)))
    return around.texts(key, gap=amount, unit=pair[0].unit, note=note)


def _brought_home(offer: Offer) -> Decimal | None:
    """Return price, shipping and packing together; ``None`` where a part is withheld or there is no price."""
    if not isinstance(offer.price, Money):
        return None
    total = offer.price.amount
    for part in (offer.shipping, offer.packing):
        if isinstance(part, NotDisclosed):
            return None
        total += part.amount if part is not None else Decimal(0)
    return total
