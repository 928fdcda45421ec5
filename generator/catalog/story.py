"""Stories of help."""

from __future__ import annotations

import datetime as dt

from generator.contract.frozen import frozen_record
from generator.contract.quantities import Period

from .campaign import Campaign
from .item import Item
from .organisation import Organisation
from .origin import Origin
from .product import Product
from .source import PictureRecord, Source
from .supplier import Supplier


@frozen_record
class Story(Item):
    """Each record is one story: who, where and how it helped.

    Add one when there is news with a source, told in your own words.
    """

    id: str
    title: str
    help_kind: str
    summary: str
    body: str
    date: Period | None
    products: tuple[Product, ...]
    suppliers: tuple[Supplier, ...]
    origins: tuple[Origin, ...]
    campaigns: tuple[Campaign, ...]
    organisations: tuple[Organisation, ...]
    pictures: tuple[PictureRecord, ...]
    motif: str
    status: str
    publish_on: dt.date | None
    sample: bool
    source: Source
