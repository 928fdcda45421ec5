"""What the templates of a display receive."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from generator.surfaces.views import Fact, Month, Notice, Price, Seal, ShelfCode


class GuidePicture(NamedTuple):
    """One picture in one size: a display has one screen."""

    src: str
    """From the language's root."""
    alt: str
    width: int
    height: int
    focus: str
    """What of it stays in view when it is cut, as a CSS position."""
    drawn: bool


class GuidePrice(NamedTuple):
    """What it costs somewhere."""

    where: str
    price: Price | None
    words: str
    """What stands in place of a price."""
    note: str
    until: str
    """Last day on which the amount may be shown (ISO 8601); empty where it does not grow old."""
    as_of: str


class GuideSound(NamedTuple):
    """Something to hear, with its words as captions."""

    title: str
    src: str
    media_type: str
    captions_html: Markup


class GuideGoods(NamedTuple):
    """One product, as somebody sees it who stands two metres away."""

    id: str
    language: str
    name: str
    bracketed: bool
    kicker: str
    summary: str
    accent: str
    sample: bool
    picture: GuidePicture
    seals: tuple[Seal, ...]
    more_seals: str
    notices: tuple[Notice, ...]
    """What must be read before anything else: a recall, a withdrawal."""
    is_offered: bool
    """Nothing speaks against buying it, so prices and the like are shown."""
    here: GuidePrice | None
    """The price where the display stands."""
    prices: tuple[GuidePrice, ...]
    """Those of the channels, the cheapest first."""
    more_prices: str
    facts: tuple[Fact, ...]
    origin: str
    """The place with its province, as the language orders them."""
    distance: str
    landscape: str
    story_title: str
    story_text: str
    preparation: tuple[str, ...]
    """How it is eaten and kept, in paragraphs."""
    season_title: str
    season: tuple[Month, ...]
    sound: GuideSound | None
    code: ShelfCode | None
    as_of: str
    compared: tuple[tuple[str, str], ...]
    """(name of a line, value) in the order of :data:`.compared.LINES`; empty values where it has none."""
    compared_until: str
    """Last day on which the price among them may be shown."""
