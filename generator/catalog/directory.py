"""Catalogue issues: numbered directories of recommended goods and firms."""

from __future__ import annotations

from generator.contract.frozen import frozen_record
from generator.contract.quantities import Period

from .campaign import Campaign
from .item import Amount, Count, Item
from .product import Product
from .source import Source
from .supplier import Supplier


@frozen_record
class CatalogueIssue(Item):
    """Each record is one issue of the recommended-products directory.

    Add one each time; once issued it stays as it is, changes go into the next.
    """

    id: str
    title: str
    number: Count
    campaign: Campaign | None
    issued_on: Period | None
    status: str
    fingerprint: str
    firms: Count
    note: str
    sample: bool
    source: Source | None


@frozen_record
class CatalogueEntry(Item):
    """Each row is one product or firm recommended in an issue. Add them as the issue is put together."""

    issue: CatalogueIssue
    product: Product | None
    supplier: Supplier | None
    order: Count
    price: Amount
    unit: str
    reason: str
