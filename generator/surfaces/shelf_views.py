"""What shelf pages of other things than products receive: placements, campaigns, stories, catalogue issues."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from .views import Fact, Link, Notice, Picture, Price, Progress, ShelfCode, SourceLine


class GoodsLine(NamedTuple):
    """A product, or a firm, in a list of a shelf page."""

    name: str
    href: str
    """Its page, from the root; empty where it has none."""
    origin: str
    price: Price | None
    price_words: str
    """What stands in place of a price, or beside it."""
    note: str
    """Slot, reason, sold out."""
    sample: bool


class ShelfHead(NamedTuple):
    """What a page behind a code begins and ends with, whatever the code is of."""

    kicker: str
    """What it is, in a word or two."""
    title: str
    summary: str
    accent: str
    picture: Picture | None
    notices: tuple[Notice, ...]
    """What must be read first: moved, closed, over, a newer issue."""
    facts: tuple[Fact, ...]
    sample: bool
    code: ShelfCode
    portal: Link | None
    """Its page of the portal, where there is one."""
    sources: tuple[SourceLine, ...]
    publisher: str
    publisher_phone: str
    publisher_tel: str
    as_of: str


class PlacementSheet(NamedTuple):
    """A place where the goods stand."""

    head: ShelfHead
    description: str
    goods_title: str
    goods: tuple[GoodsLine, ...]
    """What stands there at its own prices, by slot; empty where nothing can be bought there now."""
    goods_note: str
    others: tuple[Link, ...]
    """Where else to go, once it is no longer open."""


class CampaignSheet(NamedTuple):
    """A campaign with its goal and its goods."""

    head: ShelfHead
    progress: Progress | None
    goods: tuple[GoodsLine, ...]
    description_html: Markup
    stories: tuple[Link, ...]


class StorySheet(NamedTuple):
    """A story with what it is about."""

    head: ShelfHead
    body_html: Markup
    goods: tuple[GoodsLine, ...]
    links: tuple[Link, ...]
    """Suppliers, origins and campaigns that it touches."""


class IssueSheet(NamedTuple):
    """An issue of the directory of recommended goods and firms."""

    head: ShelfHead
    entries: tuple[GoodsLine, ...]
    note: str


class Hanging(NamedTuple):
    """Where the label with this code hangs, on the page of a product that has codes for several places."""

    place: str
    address: str
    price: Price | None
    """What it costs there."""
    note: str
    """Sold out there, or the place is no longer open."""
    href: str
    """The page behind the place's own code, from the root; empty where it has none."""
