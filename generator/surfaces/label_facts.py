"""What a printed label says today, as canonical texts, so that it can be compared with what one said when printed."""

from __future__ import annotations

from generator.catalog.money import Money, cents
from generator.catalog.offer import Offer
from generator.catalog.placement import Placement, Stock
from generator.catalog.product import Product

from . import addresses, cards, prices
from .surroundings import Surroundings

LABEL_FACTS = ("name", "price", "unit", "origin", "net", "mark", "uri")
"""Fields of a label, in the order in which they are told."""
BETWEEN_MARKS = "，"
"""Stands between several marks: none of the signs that part a list of the data."""


def label_facts(around: Surroundings, product: Product, placement: Placement | None) -> dict[str, str]:
    """Return what a label of *product* at *placement* says today; texts are those of the run's language.

    Args:
        around: The run.
        product: The product.
        placement: The place that the label is printed for, ``None`` for any.

    Returns:
        ``name``, ``price`` (two decimals and a point, empty where there is none or the product must not be sold),
        ``unit`` (what one pays it for), ``origin``, ``net`` (net content), ``mark`` (verified certifications) and
        ``uri`` (what the code says, empty without a code).
    """
    stock, offer = stock_at(around, product, placement), in_store_offer(around, product)
    is_gone = around.catalog.is_gone(product)
    price = None if is_gone else stock.price if stock is not None else offer.price if offer is not None else None
    verified = (seal.name for seal in cards.seals_of(around, product) if seal.state == "verified")
    return {
        "name": str(product.name),
        "price": cents(price.amount) if isinstance(price, Money) else "",
        "unit": _unit(around, product, offer),
        "origin": str(product.origin.name),
        "net": str(product.net_content),
        "mark": BETWEEN_MARKS.join(map(str, verified)),
        "uri": _uri(around, product, placement),
    }


def stock_at(around: Surroundings, product: Product, placement: Placement | None) -> Stock | None:
    """Return the slot of *placement* that holds *product* at a price of its own, ``None`` where there is none."""
    if placement is None:
        return None
    entries = around.catalog.stock_by_product.get(product.id, ())
    own = (entry for entry in entries if entry.placement.id == placement.id and isinstance(entry.price, Money))
    return next(own, None)


def in_store_offer(around: Surroundings, product: Product) -> Offer | None:
    """Return the offer by which *product* is priced where it is sold in person; the lowest of what the label describes.

    Offers to canteens and those from some number on count only where there are no others.
    """
    catalog = around.catalog
    found = [
        offer
        for offer in catalog.offers_by_product.get(product.id, ())
        if offer.channel.mode == "offline" and isinstance(offer.price, Money) and catalog.offer_state(offer) == "sold"
    ]
    for_shoppers = [offer for offer in found if prices.is_for_shoppers(offer)] or found
    of_label = [offer for offer in for_shoppers if prices.is_of_label(around, product, offer)] or for_shoppers
    return next(iter(prices.by_price(tuple(of_label))), None)


def _unit(around: Surroundings, product: Product, offer: Offer | None) -> str:
    """Return what one pays the price for: as it is sold in person, else as it is sold wherever all say the same."""
    offers = (offer,) if offer is not None else around.catalog.offers_by_product.get(product.id, ())
    units = {str(each.unit) for each in offers if each.unit}
    return units.pop() if len(units) == 1 else ""


def _uri(around: Surroundings, product: Product, placement: Placement | None) -> str:
    catalog = around.catalog
    own = catalog.code_by_product.get(product.id)
    if placement is not None:
        here = (
            code
            for code in catalog.codes.values()
            if (code.target_kind, code.target, code.placement) == ("product", product.id, placement.id)
            and code.status == "active"
        )
        own = next(here, own)
    return addresses.code_uri(around.config, own.code) if own is not None else ""
