"""What pages of marks, of channels and for buyers receive."""

from __future__ import annotations

from typing import NamedTuple

from generator.contract.frozen import frozen_record

from .page_views import ListPage
from .views import Fact, Link, Picture, Price, Seal, SourceLine


class MarkCount(NamedTuple):
    """How many certificates of one standing there are."""

    seal: Seal | None
    """None of what is no certification."""
    title: str
    """The standing in words."""
    meaning: str
    """A sentence about what that means."""
    number: str


class MarkEntry(NamedTuple):
    """A certification scheme in a few lines."""

    name: str
    href: str
    seal: Seal | None
    kind: str
    authority: str
    text: str
    counts: tuple[MarkCount, ...]


class MarksPage(NamedTuple):
    """All schemes: what certifies something, and what only keeps a register."""

    title: str
    intro: str
    standings: tuple[MarkCount, ...]
    """How to read seals."""
    schemes: tuple[MarkEntry, ...]
    records: tuple[MarkEntry, ...]
    records_words: str


class MarkPage(NamedTuple):
    """A certification scheme with the products that have its certificate."""

    kicker: str
    name: str
    seal: Seal | None
    summary: str
    not_certification: str
    """Said of a register, of which nobody should think that it certifies; empty otherwise."""
    facts: tuple[Fact, ...]
    website: Link | None
    counts: tuple[MarkCount, ...]
    suppliers: tuple[Link, ...]
    """Firms that have the certificate themselves."""
    expired: tuple[Link, ...]
    """Products whose certificate has ended."""
    narrow: str
    """Where the same products can be narrowed further; empty where they cannot be chosen by it."""
    listing: ListPage


@frozen_record
class ChannelEntry:
    """A channel in a few lines."""

    name: str
    href: str
    kind: str
    state: str
    """Closed or planned, in words; empty when open."""
    text: str
    count: str
    sample: bool


class ChannelsPage(NamedTuple):
    """All channels, by how they sell."""

    title: str
    intro: str
    groups: tuple[tuple[str, tuple[ChannelEntry, ...]], ...]
    """(heading, channels)."""


class ChannelOffer(NamedTuple):
    """What a product costs at the channel of the page."""

    name: str
    href: str
    picture: Picture
    accent: str
    origin: str
    variant: str
    price: Price | None
    list_price: str
    words: str
    """Why it cannot be had now, in words; empty when it can."""
    facts: tuple[Fact, ...]
    """Postage, packing, minimum order, case, supply months, who may buy."""
    buy: str
    """Address of the product at the channel; empty where there is none."""
    sample: bool


class ChannelPage(NamedTuple):
    """A channel: what it is, how one buys there, and its products with their prices there."""

    kicker: str
    name: str
    state: str
    summary: str
    how: str
    """How one buys at a channel of this kind, in a sentence."""
    facts: tuple[Fact, ...]
    website: Link | None
    code: Picture | None
    """Code of a mini program, to be scanned."""
    suppliers: tuple[Fact, ...]
    """Admitted suppliers, and since when."""
    campaigns: tuple[Link, ...]
    total: str
    """Number of products, in words."""
    offers: tuple[ChannelOffer, ...]
    narrow: str
    pages: tuple[Link, ...]
    previous: Link | None
    next: Link | None
    sources: tuple[SourceLine, ...]
    sample: bool


class BuyerRow(NamedTuple):
    """An offer as those who buy for many need it."""

    variant: str
    price: Price | None
    words: str
    """What stands in place of a price."""
    minimum: str
    case: str
    months: str
    channel: str
    channel_href: str
    buyers: str


class BuyerProduct(NamedTuple):
    """A product with its offers for those who buy for many."""

    name: str
    href: str
    origin: str
    supplier: str
    supplier_href: str
    contact: str
    """A public telephone number; empty where there is none."""
    contact_tel: str
    """The same as a ``tel:`` address wants it."""
    rows: tuple[BuyerRow, ...]
    """At least one."""
    height: int
    """Number of rows."""
    sample: bool


class BuyerGroup(NamedTuple):
    """Offers of one category."""

    id: str
    title: str
    products: tuple[BuyerProduct, ...]


class BuyersPage(NamedTuple):
    """Offers for canteens, unions and shops, by category."""

    title: str
    intro: str
    note: str
    table: str
    """The same for spreadsheets."""
    beside: tuple[Link, ...]
    """To the groups, where there are several; their addresses are places on the page."""
    groups: tuple[BuyerGroup, ...]
    as_of: str
    sample: bool
