"""Events: fairs, launches, livestreams, market days."""

from __future__ import annotations

from generator.contract.frozen import frozen_record
from generator.contract.quantities import Period

from .campaign import Campaign
from .channel import Channel
from .item import Item
from .placement import Placement
from .product import Product
from .source import Source


@frozen_record
class Event(Item):
    """Each row is one dated event: fair, opening, live sale, charity market.

    Add it once the date is set and fill in the result afterwards.
    """

    id: str
    name: str
    kind: str
    starts_on: Period
    ends_on: Period | None
    campaign: Campaign | None
    channel: Channel | None
    placement: Placement | None
    region: str
    place: str
    host: str
    products: tuple[Product, ...]
    result: str
    url: str
    replay_url: str
    description: str
    sample: bool
    source: Source | None
