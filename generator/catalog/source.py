"""What statements rest on: sources, and the credits of pictures."""

from __future__ import annotations

from generator.contract.frozen import frozen_record
from generator.contract.quantities import Period

from .item import Item, Quantity


@frozen_record
class Source(Item):
    """Each row is one source: report, news, notice or register. Add it before quoting from it."""

    id: str
    title: str
    kind: str
    publisher: str
    date: Period | None
    url: str
    note: str


@frozen_record
class PictureRecord(Item):
    """Each row holds the credit and consent of one picture.

    Add it with each new picture; none is used without a credit and a text.
    """

    file: str
    alt: str
    caption: str
    credit: str
    licence: str
    consent: str
    consent_record: str
    focus_x: Quantity
    focus_y: Quantity
    taken_on: Period | None
    sample: bool
