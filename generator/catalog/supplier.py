"""Suppliers."""

from __future__ import annotations

from datetime import date

from generator.contract.frozen import frozen_record

from .item import Count, Item
from .origin import Origin
from .source import PictureRecord, Source


@frozen_record
class Supplier(Item):
    """Each record is one supplier: a firm, co-operative, family farm or hotel. Add it before its first product."""

    id: str
    name: str
    kind: str
    origin: Origin | None
    credit_code: str
    help_model: str
    households: Count
    households_qualifier: str
    stake: str
    description: str
    address: str
    phone: str
    website: str
    contact_person: str
    contact_phone: str
    pictures: tuple[PictureRecord, ...]
    motif: str
    sample: bool
    source: Source | None
    as_of: date | None
