"""Pieces of a product's page: its channels side by side, the gap between two of them, places, parts, marks, sharing."""

from __future__ import annotations

from typing import NamedTuple

from .views import CertificateLine, OfferLine, Price


class ChannelRow(NamedTuple):
    """One channel in the comparison of all."""

    line: OfferLine
    """Channel, variant, price, what else is to be known; its extras are those without a column of their own."""
    page: str
    """The channel's own page, from the root."""
    mode: str
    """Online or in shops, in words."""
    shipping: str
    """An amount, or words: free, not told. Empty where nothing is posted."""
    packing: str
    minimum: str
    total: str
    """Price, postage and packing together; empty where that is not known."""
    total_per: str
    """The sum for the measure of its content, such as ``¥5.60 / 500 g``; empty where it says no more than the price."""
    total_words: str
    """Why there is no sum; empty where there is one."""
    lowest: tuple[str, ...]
    """In what it is the lowest, in words."""
    how: str
    """How one gets there without an address: a mini program's name to search for."""
    site: str
    """The channel's own first page, where the offer has no address of its own."""


class ChannelTable(NamedTuple):
    """Every channel of a product, side by side, with the columns that at least one of them fills."""

    rows: tuple[ChannelRow, ...]
    shipping: bool
    packing: bool
    minimum: bool
    total: bool
    as_of: bool
    act: bool
    columns: int
    """How many there are, the channel and its price included."""


class GapRow(NamedTuple):
    """One part of two sums."""

    label: str
    offline: str
    online: str
    difference: str
    is_sum: bool


class GapTable(NamedTuple):
    """Why the same thing costs another sum online than in person."""

    words: str
    sentence: str
    """The same with what an editor says of it, for where there is no room for the sums."""
    offline: str
    """Name of the channel."""
    online: str
    rows: tuple[GapRow, ...]
    """Price, postage, packing and their sum; none where a part is not known, or nothing but prices differ."""


class Place(NamedTuple):
    """Somewhere to see or to fetch a product."""

    name: str
    kind: str
    address: str
    hours: str
    phone: str
    tel: str
    """The telephone as a `tel:` address wants it."""
    price: str
    """What it costs there; empty where it is not told."""
    note: str
    sample: bool
    href: str = ""
    """Its own page, from the root."""


class Contact(NamedTuple):
    """Whom to ask."""

    role: str
    name: str
    phone: str
    tel: str


class CertificateGroup(NamedTuple):
    """Certificates of one standing."""

    state: str
    """``verified``, ``self-stated``, ``coming``, ``expired`` or ``record`` (registered, not certified)."""
    title: str
    meaning: str
    """What that standing says, and what it does not."""
    lines: tuple[CertificateLine, ...]


class AdmissionLine(NamedTuple):
    """A platform that took in the product."""

    channel: str
    dates: str


class BundlePart(NamedTuple):
    """One product inside a bundle."""

    name: str
    href: str
    quantity: str


class PartLine(NamedTuple):
    """One thing in a bundle, with what it costs by itself."""

    name: str
    href: str
    quantity: str
    net_content: str
    price: Price | None
    total: str
    """Price times quantity; empty where there is no price, or it is for another unit."""


class PartsTable(NamedTuple):
    """What is in a bundle, and what its parts would cost one by one."""

    lines: tuple[PartLine, ...]
    sum: str
    """Of all parts; empty where one has no price."""
    bundle: str
    """The bundle's own price, beside the sum."""
    words: str
    """The difference in a sentence."""
    basis: str
    """Whose prices the parts are told at."""


class Basis(NamedTuple):
    """What a part of the page rests on."""

    sources: tuple[tuple[str, str], ...]
    """(number in the list of sources, its title)."""
    as_of: str


class Share(NamedTuple):
    """What one hands on: the permanent address, and a few words to go with it."""

    address: str
    text: str
    """Lines for a message, the address last."""


class ProductSections(NamedTuple):
    """Which sources and days the parts of a product's page rest on."""

    about: Basis
    offers: Basis
    certificates: Basis
    people: Basis
