"""What whole pages receive: views made of the pieces of :mod:`generator.surfaces.views`."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from generator.contract.frozen import frozen_record

from .views import (
    BundlePart,
    CampaignTeaser,
    CertificateLine,
    ChangeLine,
    Fact,
    FigureView,
    Group,
    Link,
    Month,
    Notice,
    OfferLine,
    Picture,
    Price,
    ProductCard,
    Seal,
    ShelfCode,
    SourceLine,
    Teaser,
)


class ProductPage(NamedTuple):
    """Everything about one product; the portal shows all of it, the shelf page the first part."""

    id: str
    name: str
    summary: str
    kind: str
    accent: str
    category: Link | None
    origin: Link
    origin_region: str
    notices: tuple[Notice, ...]
    pictures: tuple[Picture, ...]
    """At least one."""
    seals: tuple[Seal, ...]
    label_facts: tuple[Fact, ...]
    """Facts of the label in the order that the configuration gives (GB 7718 orders a digital label)."""
    price: Price | None
    price_words: str
    online: tuple[OfferLine, ...]
    offline: tuple[OfferLine, ...]
    offer_words: str
    """Why there is no offer, or why it is sold only offline; empty otherwise."""
    gap_words: str
    """Why online and offline prices differ; empty where they do not."""
    places: tuple[Link, ...]
    """Where it stands, for those who want to see it."""
    certificates: tuple[CertificateLine, ...]
    supplier: Teaser | None
    supplier_facts: tuple[Fact, ...]
    origin_teaser: Teaser
    paired_with: tuple[str, ...]
    description_html: Markup
    preparation_html: Markup
    help_words: str
    parts: tuple[BundlePart, ...]
    season: tuple[Month, ...]
    """Twelve, or none where the season is not told."""
    stories: tuple[Teaser, ...]
    related: tuple[ProductCard, ...]
    code: ShelfCode | None
    changes: tuple[ChangeLine, ...]
    sources: tuple[SourceLine, ...]
    as_of: str
    sample: bool
    publisher: str
    publisher_phone: str
    publisher_tel: str
    """The telephone as a `tel:` address wants it: digits and a leading plus."""
    portal_href: str


@frozen_record
class ListPage:
    """A page of product cards with the ways to narrow it."""

    title: str
    intro: str
    count: str
    cards: tuple[ProductCard, ...]
    groups: tuple[tuple[str, tuple[Group, ...]], ...]
    """(heading, choices): categories, origins …"""
    pages: tuple[Link, ...]
    """Numbered pages; empty when there is only one."""
    previous: Link | None
    next: Link | None


class SubjectPage(NamedTuple):
    """A category, origin or supplier with its products."""

    kind: str
    """``category``, ``origin`` or ``supplier``."""
    kicker: str
    title: str
    summary: str
    accent: str
    picture: Picture | None
    facts: tuple[Fact, ...]
    description_html: Markup
    figures: tuple[FigureView, ...]
    certificates: tuple[CertificateLine, ...]
    stories: tuple[Teaser, ...]
    listing: ListPage
    sources: tuple[SourceLine, ...]
    sample: bool


class IndexPage(NamedTuple):
    """All categories, origins, suppliers, stories or campaigns."""

    kind: str
    title: str
    intro: str
    sections: tuple[tuple[str, tuple[Teaser, ...]], ...]
    """(heading, entries); the heading may be empty."""


class StoryPage(NamedTuple):
    """A story with what it is about."""

    kicker: str
    title: str
    summary: str
    date: str
    accent: str
    picture: Picture | None
    body_html: Markup
    products: tuple[ProductCard, ...]
    links: tuple[Link, ...]
    """Origins, suppliers, campaigns that the story touches."""
    sources: tuple[SourceLine, ...]
    sample: bool


class CampaignPage(NamedTuple):
    """A campaign: dates, goal, figures, goods."""

    campaign: CampaignTeaser
    accent: str
    description_html: Markup
    facts: tuple[Fact, ...]
    figures: tuple[FigureView, ...]
    products: tuple[ProductCard, ...]
    stories: tuple[Teaser, ...]
    sources: tuple[SourceLine, ...]


class HomePage(NamedTuple):
    """The portal's first page."""

    title: str
    subtitle: str
    lead: ProductCard | None
    """The product that opens the page; none where nothing can be bought."""
    lead_story: Teaser | None
    lead_seals: tuple[Seal, ...]
    campaigns_title: str
    campaigns: tuple[CampaignTeaser, ...]
    season_title: str
    season: tuple[ProductCard, ...]
    categories: tuple[Group, ...]
    origins: tuple[Teaser, ...]
    figures: tuple[FigureView, ...]
    stories: tuple[Teaser, ...]
    as_of: str
    counts: tuple[Fact, ...]


class SiteView(NamedTuple):
    """What every page knows of its site."""

    title: str
    subtitle: str
    language: str
    """BCP 47, such as ``zh-Hans``."""
    publisher: str
    publisher_phone: str
    as_of: str
    """The data's date in words."""
    legal: tuple[Link, ...]
    """Lines that the law of the place asks for, such as an ICP number."""
    sample_note: str
    """One sentence that says what a sample is, shown where samples are."""
