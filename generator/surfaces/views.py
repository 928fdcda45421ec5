"""
What templates receive: plain values, ready to print.

A view holds text, addresses and flags that Python has decided; a template
places them and computes nothing.  Addresses (``href``, ``src``) are relative
to the site's root, without a leading slash; a template writes
``{{ root }}{{ card.href }}``, where ``root`` climbs from the page to the root
(``"../../"``).  Addresses of other sites are whole and carry ``external``.
Text is plain and escaped by the template; ``*_html`` is trusted markup made by
:mod:`generator.surfaces.prose`.

Views are named tuples.  What stands on many pages is a ``frozen_record``: made once a
thing and equal only to itself, so that a template can have it drawn once:
``{{ once(macro, view, …) }}``.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.contract.frozen import frozen_record


class Link(NamedTuple):
    """A text that leads somewhere."""

    text: str
    href: str
    external: bool = False
    current: bool = False
    """The page that is being read, in a row of links."""


class LanguageLink(NamedTuple):
    """The same page in one of the site's languages."""

    tag: str
    """BCP 47."""
    name: str
    """The language's name for itself."""
    short: str
    """The same in a sign or two."""
    href: str
    """From this page."""
    whole: str
    """With the host, for search engines."""
    current: bool


class PictureSource(NamedTuple):
    """A photograph in one format that not every browser reads."""

    media_type: str
    """``image/avif``, ``image/webp``."""
    sizes: tuple[tuple[str, int], ...]
    """(address, width in pixels), smallest first."""


class Picture(NamedTuple):
    """A drawn or photographed picture with its place kept free."""

    src: str
    """The drawing, or the photograph as JPEG at the width of a phone."""
    alt: str
    """Empty where the picture only decorates."""
    width: int
    """Pixels; with the height, the shape."""
    height: int
    """Pixels."""
    srcset: tuple[tuple[str, int], ...] = ()
    """(address, width in pixels) of all sizes as JPEG, smallest first; empty for drawings."""
    sources: tuple[PictureSource, ...] = ()
    """The same in better formats, the best first."""
    credit: str = ""
    caption: str = ""
    drawn: bool = False
    """One of our illustrations, not a photograph."""
    colour: str = ""
    """Mean colour of a photograph, ``#rrggbb``: stands in its place until it is there."""
    focus_x: int = 50
    """Where a photograph's subject is, in percent from the left, one of 0, 25, 50, 75, 100; kept in view when cut."""
    focus_y: int = 50
    """Likewise from the top."""

    @property
    def largest(self) -> str:
        """Address of the largest JPEG, or of the drawing: for programs."""
        return self.srcset[-1][0] if self.srcset else self.src


class Seal(NamedTuple):
    """A certification mark, drawn as a seal."""

    name: str
    """Name of the certification scheme."""
    short: str
    """At most four characters, for the seal itself."""
    shape: str
    """``square``, ``round`` or ``oval``."""
    state: str
    """``verified`` (filled), ``self-stated`` (outlined) or ``expired`` (broken)."""
    state_text: str
    """The state in words."""


@frozen_record
class Price:
    """An amount with its unit, as shown."""

    currency: str
    """Symbol, such as the yuan or euro sign; empty when not disclosed."""
    amount: str
    """``38.00``, or the words for *not disclosed*."""
    unit: str = ""
    """What one pays it for: a box, a bag, a person."""
    per: str = ""
    """Price per unit weight or volume with its currency, such as ``7.60 / 100 g``; empty where it cannot be told."""
    variant: str = ""
    """Which variant the price is for, where it is not what the label describes."""
    range_end: str = ""
    """Highest amount where prices differ between channels; empty otherwise."""
    symbol_after: bool = False
    """The language writes the symbol behind the amount."""


@frozen_record
class ProductCard:
    """A product in a list."""

    name: str
    href: str
    summary: str
    picture: Picture
    accent: str
    """Name of a colour role: tea, persimmon, pepper, honey, straw, salt, plum."""
    origin: str
    kind: str
    """Kind in words; empty for ordinary goods."""
    price: Price | None
    price_words: str
    """What stands in place of a price: only offline, sold out, no offer yet; else empty."""
    channels: str
    """Where it is sold, in few words."""
    seals: tuple[Seal, ...]
    sample: bool
    """Invented for demonstration; the card says so."""
    withdrawn: bool = False
    recalled: bool = False
    lots_recalled: bool = False
    """Some lots are recalled; the others may be bought."""
    bracketed: bool = False
    """The name ends in a part in brackets, before which alone it may break."""
    slow: bool = False
    """It lies in store and is asked to be bought first."""


class Fact(NamedTuple):
    """A labelled value."""

    label: str
    value: str
    note: str = ""
    href: str = ""


class OfferLine(NamedTuple):
    """What a product costs at one channel."""

    channel: str
    channel_kind: str
    """Kind of the channel in words."""
    online: bool
    href: str
    """Address of the buy page; empty when the channel has none."""
    variant: str
    price: Price | None
    list_price: str
    """Former price; empty where none."""
    availability: str
    """In words; empty when simply in stock."""
    extras: tuple[Fact, ...]
    """Shipping, packing, minimum order, case, supply months, who may buy."""
    note: str
    as_of: str
    sample: bool


class CertificateLine(NamedTuple):
    """A certificate with everything by which a reader can check it."""

    seal: Seal
    scheme: str
    number: str
    holder: str
    issuer: str
    issued: str
    validity: str
    notice: str
    href: str
    basis: str
    """Verified, or stated by the producer, in words."""
    claimed: bool = False
    """The product is sold under this mark, and nobody has verified it."""
    mark: str = ""
    """Page of the certification scheme, from the root."""


class SourceLine(NamedTuple):
    """Where a statement comes from."""

    title: str
    detail: str
    """Publisher, kind and date."""
    href: str


class FigureView(NamedTuple):
    """A figure that never appears without its source and date."""

    label: str
    qualifier: str
    """``about``, ``more than`` … in words before the number; empty when exact."""
    value: str
    unit: str
    qualifier_after: str
    """The qualifier that Chinese writes after the number; empty otherwise."""
    as_of: str
    source: SourceLine
    note: str
    disclosed: bool
    sample: bool
    href: str = ""
    """Its own page, from the root."""


@frozen_record
class Teaser:
    """A story, campaign, origin or supplier in a few lines."""

    title: str
    href: str
    kicker: str
    """A word above the title: kind of help, region, kind of firm."""
    text: str
    date: str
    picture: Picture | None
    accent: str
    sample: bool
    detail: tuple[str, ...] = ()
    """Short further facts, such as the number of products."""


class Progress(NamedTuple):
    """A campaign's goal and what is reached."""

    goal: str
    reached: str
    percent: str
    """Whole number of percent with sign; empty without a goal."""
    fill: int
    """Share of the bar to fill, 0 to 100, where the goal mark stands at ``mark``."""
    mark: int
    """Place of the goal on the bar, 0 to 100."""
    words: str
    """What is said instead of a bar: not disclosed, no goal set."""


class CampaignTeaser(NamedTuple):
    """A campaign with its dates and its standing."""

    teaser: Teaser
    state: str
    """In words: coming, running, closed."""
    running: bool
    dates: str
    organiser: str
    progress: Progress | None
    figures: tuple[FigureView, ...]


class Month(NamedTuple):
    """One month of the season calendar."""

    label: str
    in_season: bool
    now: bool


class YearMonth(NamedTuple):
    """One month of all goods together: how many are in season."""

    label: str
    number: str
    """How many; empty for none."""
    words: str
    """The same for those who hear it: month and number of products."""
    top: int
    """Where the bar begins, from 0 at the top to 100 at the bottom."""
    height: int
    """The bar's share of the tallest one, 0 to 100."""
    href: str
    """The goods of the month, from the root; empty for none."""
    now: bool


class ShelfCode(NamedTuple):
    """The printed code of a product."""

    code: str
    href: str
    """Address of the shelf page, from the root."""
    svg: str
    png: str
    uri: str
    """What the code says, whole."""


class Notice(NamedTuple):
    """Something that must be read first: withdrawn, recalled."""

    kind: str
    """``recall`` or ``withdrawn``."""
    title: str
    text: str
    facts: tuple[Fact, ...]
    replacement: Link | None
    phone: str = ""
    """Whom to ring about it; stands among the facts too."""
    tel: str = ""
    """The telephone as a ``tel:`` address wants it."""
    place: str = ""
    """Where it stands on the page, by which others lead to it; empty where nothing does."""


class ChangeLine(NamedTuple):
    """One entry of a product's change log."""

    date: str
    field: str
    old: str
    new: str
    reason: str


@frozen_record
class Group:
    """A way into a list, with the number behind it."""

    text: str
    href: str
    count: str
    accent: str
    note: str = ""
    picture: Picture | None = None
