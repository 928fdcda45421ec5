"""What whole pages receive: views made of the pieces of :mod:`generator.surfaces.views`."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from generator.contract.frozen import frozen_record

from .citation_view import Citation
from .product_views import (
    AdmissionLine,
    BundlePart,
    CertificateGroup,
    ChannelTable,
    Contact,
    GapTable,
    PartsTable,
    Place,
    ProductSections,
    Share,
)
from .views import (
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
    YearMonth,
)


class ProductPage(NamedTuple):
    """Everything about one product; the portal shows all of it, the shelf page the first part."""

    id: str
    name: str
    bracketed: bool
    """The name ends in a part in brackets, before which alone it may break."""
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
    head_seals: tuple[Seal, ...]
    """Those that stand beside the name: the first few."""
    more_seals: str
    """How many more there are; empty where all are shown."""
    label_facts: tuple[Fact, ...]
    """Facts of the label in the order that the configuration gives (GB 7718 orders a digital label)."""
    price: Price | None
    price_words: str
    online: tuple[OfferLine, ...]
    offline: tuple[OfferLine, ...]
    offer_title: str
    """That it is sold only in person, or nowhere yet; empty otherwise."""
    offer_words: str
    """Why there is no offer, or why it is sold only offline; empty otherwise."""
    gap_words: str
    """Why online and offline prices differ; empty where they do not."""
    compare_words: str
    """What leads from the label down to the channels; empty where there are none."""
    channels: ChannelTable | None
    gap: GapTable | None
    not_abroad: str
    """That nothing is sent abroad, to those who read another language than the site's; empty otherwise."""
    places_title: str
    places: tuple[Place, ...]
    """Where it stands, for those who want to see it or fetch it."""
    contacts: tuple[Contact, ...]
    """Whom to ask, where nothing can be bought; else none."""
    certificates: tuple[CertificateLine, ...]
    certificate_groups: tuple[CertificateGroup, ...]
    """The same by their standing."""
    supplier: Teaser | None
    supplier_facts: tuple[Fact, ...]
    admissions: tuple[AdmissionLine, ...]
    origin_teaser: Teaser
    paired_with: tuple[str, ...]
    description_html: Markup
    preparation_html: Markup
    help_words: str
    parts: tuple[BundlePart, ...]
    parts_table: PartsTable | None
    season_title: str
    season: tuple[Month, ...]
    """Twelve, or none where the season is not told."""
    stories: tuple[Teaser, ...]
    related: tuple[ProductCard, ...]
    code: ShelfCode | None
    share: Share
    citation: Citation
    changes: tuple[ChangeLine, ...]
    sources: tuple[SourceLine, ...]
    sections: ProductSections
    """Which of the sources each part rests on, and of what day it is."""
    as_of: str
    sample: bool
    publisher: str
    publisher_phone: str
    publisher_tel: str
    """The telephone as a `tel:` address wants it: digits and a leading plus."""
    portal_href: str


@frozen_record
class ListPage:
    """A page of product cards."""

    title: str
    intro: str
    count: str
    cards: tuple[ProductCard, ...]
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
    citation: Citation
    later: Link | None = None
    """The story that came after it."""
    earlier: Link | None = None


class HomeWays(NamedTuple):
    """Where the parts of the first page go on, from the root."""

    products: str
    origins: str
    campaigns: str
    stories: str
    figures: str


class HomePage(NamedTuple):
    """The portal's first page."""

    title: str
    subtitle: str
    lead: ProductCard | None
    """The product that opens the page; none where nothing can be bought."""
    lead_is_long: bool
    """Its name is too long for the largest type."""
    lead_story: Teaser | None
    lead_seals: tuple[Seal, ...]
    campaigns_title: str
    campaigns: tuple[CampaignTeaser, ...]
    season_title: str
    season: tuple[ProductCard, ...]
    year: tuple[YearMonth, ...]
    """Twelve months, or none where no season is told."""
    categories: tuple[Group, ...]
    origins: tuple[Teaser, ...]
    figures: tuple[FigureView, ...]
    stories: tuple[Teaser, ...]
    as_of: str
    counts: tuple[Fact, ...]
    ways: HomeWays


class NotFoundPage(NamedTuple):
    """What stands where nothing stands."""

    ways: tuple[Link, ...]
    """To the sections."""
    typing: str = ""
    """Where a code is typed by hand, from the host's root; empty on a site without shelf pages."""


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
    has_search: bool = True
    """Whether the site can be searched."""
