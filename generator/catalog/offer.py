"""Offers: what a product costs where."""

from __future__ import annotations

from datetime import date

from generator.contract.frozen import frozen_record

from .channel import Channel
from .item import Amount, Count, Item, Quantity
from .product import Product
from .source import Source


@frozen_record
class Offer(Item):
    """Each row is the price of one pack of a product in one channel.

    Add one for a new channel, pack or price, and give the old one an end date.
    """

    product: Product
    channel: Channel
    variant: str
    price: Amount
    list_price: Amount
    unit: str
    content_amount: Quantity
    content_unit: str
    shipping: Amount
    packing: Amount
    price_note: str
    availability: str
    offline_reason: str
    minimum_order: Count
    case_quantity: Count
    supply_months: tuple[int, ...]
    buyers: tuple[str, ...]
    ships_to: tuple[str, ...]
    url: str
    valid_from: date | None
    valid_until: date | None
    as_of: date | None
    sample: bool
    source: Source | None
