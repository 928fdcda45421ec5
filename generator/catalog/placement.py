"""Placements where people meet the goods, and the screens beside them."""

from __future__ import annotations

from datetime import date

from generator.contract.frozen import frozen_record
from generator.contract.quantities import Period

from .campaign import Campaign
from .item import Amount, Count, Item, Quantity
from .organisation import Organisation
from .product import Product
from .source import Source


@frozen_record
class Placement(Item):
    """Each record is one place where the goods stand: cabinet, counter, section, hall, centre or shop.

    Add it when set up; if it moves or closes, change its status, never delete.
    """

    id: str
    name: str
    kind: str
    region: str
    address: str
    host: Organisation | None
    host_name: str
    operator: Organisation | None
    operator_name: str
    status: str
    replaced_by: str
    installed_on: Period | None
    plaque: str
    plaque_issuer: str
    plaque_on: Period | None
    no_fees: bool
    hours: str
    phone: str
    contact_person: str
    contact_phone: str
    latitude: Quantity
    longitude: Quantity
    coordinate_system: str
    campaign: Campaign | None
    products_note: str
    description: str
    sample: bool
    source: Source | None


@frozen_record
class PlacementChange(Item):
    """Each row is one change of a placement: planned, opened, moved or closed. Add one each time and keep the old."""

    placement: Placement
    date: Period
    status: str
    note: str
    source: Source | None


@frozen_record
class Stock(Item):
    """Each row is one product in one slot.

    Add or change it when stock or price changes; shelf cards are printed from it.
    """

    placement: Placement
    slot: str
    product: Product
    price: Amount
    quantity: Count
    since: date | None
    note: str


@frozen_record
class Display(Item):
    """Each record is one guide screen. Add it when a screen is installed; it runs by what stands here."""

    id: str
    name: str
    placement: Placement | None
    layout: str
    languages: tuple[str, ...]
    inputs: tuple[str, ...]
    opening_hours: str
    idle_seconds: Count
    slide_seconds: Count
    brightness: tuple[str, ...]
    price_days: Count
    pack_date: date | None
    playlist: tuple[Product, ...]
    note: str


@frozen_record
class DisplaySlot(Item):
    """Each row ties a slot's sensor to a product, so that lifting it shows it. Change it when goods change places."""

    display: Display
    slot: str
    product: Product
    sensor: str
    tag: str
