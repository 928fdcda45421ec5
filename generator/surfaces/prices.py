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


def in_full(around: Surroundings, amount: Decimal) -> str:
    """Return what one pays as prices are written: to the cent, with the symbol, never in large units."""
    return around.formats.with_symbol(around.formats.amount(amount))


def by_price(offers: tuple[Offer, ...]) -> list[Offer]:
    """Order offers from the lowest price up; those without a price come last."""

    def rank(offer: Offer) -> tuple[bool, Decimal, str]:
        price = offer.price.amount if isinstance(offer.price, Money) else None
        return (price is None, price or Decimal(0), offer.key)

    return sorted(offers, key=rank)


def headline_offers(around: Surroundings, product: Product) -> tuple[list[Offer], bool]:
    """Return the offers that the headline price stands for, lowest first, and whether they are for the label's content.

    Offers to canteens and those with a minimum order count only where there are no others; offers of
    the label's net content go before all others.  There are none where nothing can be bought.
    """
    if around.catalog.is_gone(product):
        return [], False
    offers = around.catalog.offers_by_product.get(product.id, ())
    sold = [offer for offer in offers if isinstance(offer.price, Money) and around.catalog.offer_state(offer) == "sold"]
    for_shoppers = [offer for offer in sold if is_for_shoppers(offer)] or sold
    of_label = [offer for offer in for_shoppers if is_of_label(around, product, offer)]
    return by_price(tuple(of_label or for_shoppers)), bool(of_label)


def headline_price(around: Surroundings, product: Product) -> Price | None:
    """Return the price that a shopper pays for what the label describes.

    Where no offer is for the label's content, the variant is named.
    The highest price is told beside the lowest where channels differ for the same content.
    """
    ranked, of_label = headline_offers(around, product)
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


def is_for_shoppers(offer: Offer) -> bool:
    """Tell whether one person can take one piece: it is neither for canteens nor sold from some number on."""
    minimum = offer.minimum_order
    return offer.channel.kind != "canteen" and not (isinstance(minimum, int) and minimum > 1)


def is_of_label(around: Surroundings, product: Product, offer: Offer) -> bool:
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
    """Tell whether two offers are for the same quantity, so that their prices can be set side by side.

    Where the content is not told, only offers of one variant are.
    """
    if (one.unit, one.content_amount, one.content_unit) != (other.unit, other.content_amount, other.content_unit):
        return False
    return isinstance(one.content_amount, Decimal) or one.variant == other.variant


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
