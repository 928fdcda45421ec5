"""Figures with their source, and corrections."""

from __future__ import annotations

from datetime import date

from generator.contract.frozen import frozen_record
from generator.contract.quantities import Period

from .campaign import Campaign
from .item import Count, Item, Quantity
from .organisation import Organisation
from .origin import Origin
from .placement import Placement
from .source import Source
from .supplier import Supplier


@frozen_record
class Figure(Item):
    """Each row is one figure to be shown, with source and date.

    Add a new row for a new figure; figures of different sources are never added up.
    """

    id: str
    label: str
    value: Quantity
    unit: str
    qualifier: str
    as_of: Period
    source: Source
    campaign: Campaign | None
    organisation: Organisation | None
    supplier: Supplier | None
    origin: Origin | None
    placement: Placement | None
    order: Count
    featured: bool
    note: str
    sample: bool


@frozen_record
class Correction(Item):
    """Each row is one public correction.

    When something published was wrong, mend it and add a row here for all to see.
    """

    id: str
    date: date
    table: str
    record: str
    field: str
    old: str
    new: str
    reason: str
    campaign: Campaign | None
