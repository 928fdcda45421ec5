"""What the page behind a code receives besides the view of its product: label, ways to buy, state."""

from __future__ import annotations

from typing import NamedTuple

from .recordings import RecordingView
from .views import Fact, Notice, Picture, Price, Seal


class LabelLine(NamedTuple):
    """One line of the label."""

    label: str
    value: str
    stands_out: bool = False
    """What somebody's health may hang on: allergens (GB 7718-2025, 4.4; EU 1169/2011, article 21)."""
    seals: tuple[Seal, ...] = ()
    """Stand in place of a value."""
    more: str = ""
    """How many seals are not shown; empty where all are."""


class ShelfOffer(NamedTuple):
    """One pack at one channel."""

    variant: str
    price: Price | None
    list_price: str
    availability: str
    """In words; empty when simply in stock."""
    lowest: tuple[str, ...]
    """In what it is the lowest, in words."""
    facts: tuple[Fact, ...]
    """What comes on top, what that makes in all, who may buy."""
    note: str
    as_of: str
    """Empty where the whole page says it once."""


class ShelfChannel(NamedTuple):
    """A channel with all packs that it sells, and the way there."""

    name: str
    kind: str
    """In words."""
    sample: bool
    offers: tuple[ShelfOffer, ...]
    href: str
    """Where to buy; empty where there is no address."""
    buys: bool
    """The address is the product's own, not the channel's first page."""
    search: str
    """Name to search for inside WeChat, of a mini program; else empty."""
    code_picture: Picture | None
    """Of a mini program: pressed long, WeChat opens it."""


class Similar(NamedTuple):
    """What one may look at instead."""

    name: str
    href: str
    """From the language's root."""
    detail: str
    """Origin and price."""


class ShelfPage(NamedTuple):
    """One code's page."""

    notices: tuple[Notice, ...]
    """What must be read before the label: recalls, a withdrawal, that nothing can be bought."""
    similar: tuple[Similar, ...]
    """Only where the product itself cannot be had."""
    label: tuple[LabelLine, ...]
    online: tuple[ShelfChannel, ...]
    offline: tuple[ShelfChannel, ...]
    recordings: tuple[RecordingView, ...]
    has_ways: bool
    """There is something to say of where to buy."""
    is_handed_on: bool
    """It is something to recommend: neither withdrawn nor recalled."""
    price_as_of: str
    """Of all prices; empty where they are of different days."""
