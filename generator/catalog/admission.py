"""Admissions of suppliers and products to platforms."""

from __future__ import annotations

from generator.contract.frozen import frozen_record
from generator.contract.quantities import Period

from .channel import Channel
from .item import Item
from .product import Product
from .source import Source
from .supplier import Supplier


@frozen_record
class Admission(Item):
    """Each row admits a supplier or product to a platform. Add it on admission and give the end when it leaves."""

    channel: Channel
    supplier: Supplier | None
    product: Product | None
    since: Period | None
    until: Period | None
    source: Source | None
