"""Recordings: what one can hear of a product or a story, with its words."""

from __future__ import annotations

from generator.contract.frozen import frozen_record
from generator.contract.quantities import Period

from .item import Item
from .product import Product
from .story import Story


@frozen_record
class RecordingRecord(Item):
    """Each row holds one recording and its words.

    Add it when an introduction or a story has been recorded; none is used without its words.
    """

    file: str
    title: str
    transcript: str
    spoken: str
    products: tuple[Product, ...]
    stories: tuple[Story, ...]
    credit: str
    consent: str
    consent_record: str
    recorded_on: Period | None
    sample: bool
