"""Products and what belongs to one: bundle parts, changes, recalls."""

from __future__ import annotations

from datetime import date

from generator.contract.frozen import frozen_record

from .category import Category
from .certification_scheme import CertificationScheme
from .item import Count, Item, Quantity
from .origin import Origin
from .source import PictureRecord, Source
from .supplier import Supplier


@frozen_record
class Product(Item):
    """Each record is one thing to present and buy: goods, a service, a visit or a bundle.

    Add one for each new product, or for a new pack that gets a code of its own.
    """

    id: str
    name: str
    kind: str
    categories: tuple[Category, ...]
    origin: Origin
    supplier: Supplier | None
    summary: str
    description: str
    net_content: str
    specification: str
    grade: str
    gtin: str
    ingredients: str
    allergens: str
    storage: str
    shelf_life: str
    licence_number: str
    standard: str
    producer: str
    preparation: str
    duration: str
    meeting_place: str
    capacity: Count
    season_months: tuple[int, ...]
    claims: tuple[CertificationScheme, ...]
    offline_only: bool
    offline_only_reason: str
    no_offer_reason: str
    help: str
    aliases: tuple[str, ...]
    pictures: tuple[PictureRecord, ...]
    motif: str
    status: str
    publish_on: date | None
    withdraw_on: date | None
    slow_until: date | None
    replaced_by: str
    featured: bool
    sample: bool
    source: Source | None
    as_of: date | None


@frozen_record
class BundleItem(Item):
    """Each row is one thing in a bundle. Add as many as the bundle holds."""

    bundle: Product
    product: Product
    quantity: Quantity
    unit: str


@frozen_record
class Change(Item):
    """Each row is one change of a product's facts, shown on its page.

    Add one whenever label facts change; never delete old ones.
    """

    product: Product
    date: date
    field: str
    old: str
    new: str
    reason: str


@frozen_record
class Lot(Item):
    """Each row is one lot of a product with a GTIN.

    Add it to show its dates to whoever scans it, or to say that a recall does not concern it.
    """

    product: Product
    lot: str
    produced_on: date | None
    best_before: date | None
    note: str


@frozen_record
class Recall(Item):
    """Each row is one recall. Add it at once on notice; every surface shows it with the next build."""

    id: str
    product: Product
    lots: tuple[str, ...]
    announced_on: date
    reason: str
    action: str
    phone: str
    replacement: Product | None
    ended_on: date | None
    url: str
    sample: bool
