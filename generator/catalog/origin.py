"""Origins and the organisations that help them."""

from __future__ import annotations

from datetime import date

from generator.contract.frozen import frozen_record
from generator.contract.quantities import Period

from .item import Count, Item, Quantity
from .organisation import Organisation
from .source import PictureRecord, Source


@frozen_record
class Origin(Item):
    """Each record is a place of origin, mostly a county.

    Add one when the first product comes from there, and state truly whether it is on the official list.
    """

    code: str
    name: str
    listed_name: str
    region: str
    official_lists: tuple[str, ...]
    exit_year: Count
    summary: str
    description: str
    landscape: str
    latitude: Quantity
    longitude: Quantity
    coordinate_system: str
    pictures: tuple[PictureRecord, ...]
    motif: str
    sample: bool
    source: Source | None
    as_of: date | None


@frozen_record
class Pairing(Item):
    """Each row pairs a helper with a county.

    Add it when the tie begins; when it ends, give the end, do not delete.
    """

    helper: Organisation
    origin: Origin
    kind: str
    since: Period | None
    until: Period | None
    note: str
    source: Source | None
