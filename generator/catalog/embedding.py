"""Columns for other sites, and who shows them."""

from __future__ import annotations

from datetime import date

from generator.contract.frozen import frozen_record

from .campaign import Campaign
from .category import Category
from .channel import Channel
from .item import Count, Item
from .organisation import Organisation
from .origin import Origin
from .product import Product
from .supplier import Supplier


@frozen_record
class EmbedColumn(Item):
    """Each row is one column that other sites can embed. Add it when a body wants one on its site."""

    id: str
    title: str
    selection: str
    products: tuple[Product, ...]
    category: Category | None
    origin: Origin | None
    supplier: Supplier | None
    campaign: Campaign | None
    channel: Channel | None
    order: str
    limit: Count
    look: str
    languages: tuple[str, ...]
    partner: Organisation | None
    valid_from: date | None
    valid_until: date | None


@frozen_record
class Host(Item):
    """Each row is one page that carries a column. Add it when the page goes live and check it from time to time."""

    id: str
    name: str
    organisation: Organisation | None
    url: str
    column: EmbedColumn
    grade: str
    since: date | None
    checked_on: date | None
    self_hosted: bool
    copied_on: date | None
    note: str
