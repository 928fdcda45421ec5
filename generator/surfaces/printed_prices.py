"""The price on a printed label: that of the place where it hangs, else the one in the shop, else none."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from generator.assets.print_texts import PriceText
from generator.catalog.money import Money, cents
from generator.catalog.offer import Offer
from generator.catalog.placement import Stock
from generator.catalog.product import Product

from . import prices
from .surroundings import Surroundings


class ShelfPrice(NamedTuple):
    """What a label says of the price."""

    amount: Money | None
    """``None`` where it is not disclosed or not known: a label then leads to the price tag."""
    unit: str
    """What one pays it for; ``""`` where nobody wrote it."""
    offer: Offer | None
    """The offer that the price, or its unit, is taken from."""
    day: date | None
    """The day from which the price is told."""
    sample: bool


def shelf_price(around: Surroundings, product: Product, stock: Stock | None) -> ShelfPrice:
    """Return the price of *product* on a shelf.

    Args:
        around: The site.
        product: What the label is for.
        stock: The slot where it hangs; ``None`` where it may hang anywhere.
    """
    ranked, _ = prices.headline_offers(around, product)
    offline = [offer for offer in ranked if offer.channel.mode == "offline"]
    if stock is not None and stock.price is not None:
        amount = stock.price if isinstance(stock.price, Money) else None
        same = [offer for offer in (*offline, *ranked) if amount is not None and offer.price == amount]
        offer = next(iter((*same, *offline, *ranked)), None)
        unit = offer.unit if offer is not None and amount is not None else ""
        is_sample = product.sample or stock.placement.sample or (offer is not None and offer.sample)
        return ShelfPrice(amount, unit, offer, stock.since, is_sample)
    offer = next(iter(offline), None)
    if offer is None or not isinstance(offer.price, Money):
        return ShelfPrice(None, "", None, product.as_of, product.sample)
    return ShelfPrice(offer.price, offer.unit, offer, offer.as_of or product.as_of, offer.sample)


def price_text(around: Surroundings, price: ShelfPrice) -> PriceText | None:
    """Return a price in its parts; ``None`` where there is none to show."""
    if price.amount is None:
        return None
    per = ""
    if price.offer is not None and price.offer.price == price.amount:
        shown = around.formats.price(price.offer)
        per = shown.per if shown is not None else ""
    return parts_of(around, price.amount, price.unit, per)


def parts_of(around: Surroundings, amount: Money, unit: str, per: str = "") -> PriceText:
    """Return an amount in its parts, as the language of the site writes it."""
    written = around.formats.amount(amount.amount)
    whole, mark, decimals = written.rpartition(around.texts("number.decimal"))
    symbol = around.formats.symbol
    behind = f"\u00a0{symbol}" if around.formats.symbol_after else ""
    return PriceText(
        before="" if behind else symbol,
        whole=whole,
        decimals=f"{mark}{decimals}",
        after=f"{behind}{' / ' if behind else '/'}{unit}" if unit else behind,
        per=per,
    )


def canonical(price: ShelfPrice) -> str:
    """Return the amount as the print log writes it; empty where the label leads to the price tag."""
    return "" if price.amount is None else cents(price.amount.amount)
