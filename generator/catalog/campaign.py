"""Campaigns and their papers: targets, ledger rows, agreements, letters, policies."""

from __future__ import annotations

import datetime as dt

from generator.contract.frozen import frozen_record
from generator.contract.quantities import Period

from .category import Category
from .channel import Channel
from .item import Amount, Count, Item, Quantity
from .organisation import Organisation
from .origin import Origin
from .product import Product
from .source import PictureRecord, Source
from .supplier import Supplier


@frozen_record
class Campaign(Item):
    """Each record is one campaign with a first and a last day, such as a consumption month.

    Add one each time; past ones keep their pages.
    """

    id: str
    name: str
    wording: str
    starts_on: dt.date
    ends_on: dt.date
    organisers: tuple[Organisation, ...]
    participants: tuple[Organisation, ...]
    summary: str
    description: str
    goal: Amount
    goal_note: str
    products: tuple[Product, ...]
    channels: tuple[Channel, ...]
    publish_on: dt.date | None
    pictures: tuple[PictureRecord, ...]
    motif: str
    sample: bool
    source: Source | None


@frozen_record
class Target(Item):
    """Each row is one target: who is to reach how much by when. Add one when it is set; none if there is none."""

    id: str
    campaign: Campaign | None
    organisation: Organisation | None
    kind: str
    base: Amount
    share: Quantity
    amount: Amount
    people: Count
    rank: Count
    qualifier: str
    starts_on: dt.date
    ends_on: dt.date
    note: str
    source: Source | None


@frozen_record
class LedgerRow(Item):
    """Each row is one purchase, donation, investment or return that took place.

    Keep it daily; mend a mistake by a correcting row, not by changing the old.
    """

    id: str
    date: dt.date
    recorded_on: dt.date
    campaign: Campaign | None
    organisation: Organisation
    buyer_kind: str
    channel: Channel | None
    supplier: Supplier | None
    product: Product | None
    category: Category | None
    origin: Origin | None
    quantity: Quantity
    unit: str
    amount: Amount
    nature: str
    basis: str
    people: Count
    people_distinct: bool
    evidence: str
    overlaps: tuple[str, ...]
    distinct: tuple[str, ...]
    corrects: str
    note: str
    sample: bool


@frozen_record
class Agreement(Item):
    """Each row is one letter of intent, framework agreement, order or cooperation.

    Add it when signed; sums agreed are kept apart from sums bought.
    """

    id: str
    kind: str
    title: str
    parties: tuple[Organisation, ...]
    other_parties: str
    suppliers: tuple[Supplier, ...]
    campaign: Campaign | None
    signed_on: Period | None
    amount: Amount
    qualifier: str
    status: str
    note: str
    sample: bool
    source: Source | None


@frozen_record
class Policy(Item):
    """Each row is one policy paper.

    Add it when there is a new one to go by: main points and link, not the full text.
    """

    id: str
    title: str
    issuer: str
    number: str
    issued_on: Period | None
    url: str
    summary: str
    campaigns: tuple[Campaign, ...]
    source: Source | None


@frozen_record
class Letter(Item):
    """Each record is one open letter.

    Add it when staff or citizens are called on; it can be printed and passed on.
    """

    id: str
    title: str
    campaign: Campaign | None
    issuer: str
    issued_on: Period | None
    body: str
    short_text: str
    sample: bool
    source: Source | None
