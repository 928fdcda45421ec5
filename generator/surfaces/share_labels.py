"""What a share picture tells of a product, a story, a campaign, a category, or of the site itself."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from generator.catalog.campaign import Campaign
from generator.catalog.category import Category
from generator.catalog.product import Product
from generator.catalog.story import Story

from . import cards
from .pictures import Plate
from .surroundings import Surroundings
from .views import Seal

Shared: TypeAlias = Product | Story | Campaign | Category | None
"""What a page is about; ``None`` for one that has no picture of its own."""

FOLDER = "share/"
CAMPAIGN_MOTIF = "market"
SITE_MOTIF = "mountain"
SITE_VARIANT = 7
"""A landscape: the sun behind the mountain."""


class ShareLabel(NamedTuple):
    """What a share picture tells; its digest is that of the picture."""

    key: str
    """Path in the folder of share pictures, without ending."""
    name: str
    line: str
    """Where it is from, when it is; one line beneath the name."""
    mark: str
    """*Sample*, on what is invented; else empty."""
    site: str
    """The site's name, beside its sign."""
    plate: Plate
    seals: tuple[tuple[str, str], ...] = ()
    """(characters, shape) of each mark that was verified: a picture that leaves the site explains no others."""

    @property
    def is_photograph(self) -> bool:
        """Tell whether the plate is a photograph, which takes another format."""
        return self.plate.photograph is not None

    @property
    def path(self) -> str:
        """Address from the root of the language."""
        return f"{FOLDER}{self.key}.{'jpg' if self.is_photograph else 'png'}"


def share_label(around: Surroundings, thing: Shared) -> ShareLabel:
    """Return what the share picture of *thing* tells, in the language of *around*; nothing that ages, as prices do."""
    match thing:
        case Product():
            return _product(around, thing)
        case Story():
            return _story(around, thing)
        case Campaign():
            return _campaign(around, thing)
        case Category():
            return _category(around, thing)
        case None:
            return _site(around)


def _product(around: Surroundings, product: Product) -> ShareLabel:
    category = cards.primary_category(product)
    seals = (seal for seal in cards.seals_of(around, product) if seal.state == "verified" and not is_cut(seal))
    plate = around.pictures.plate_of(
        product.pictures,
        motif=product.motif or (category.motif if category else ""),
        accent=cards.accent_of(product),
        seed=product.id,
    )
    return ShareLabel(
        key=f"products/{product.id}",
        name=str(product.name),
        line=str(cards.origin_in_words(around, product.origin)),
        mark=_mark(around, is_sample=product.sample),
        site=str(around.config.title),
        plate=plate,
        seals=tuple((str(seal.short), seal.shape) for seal in seals),
    )


def _story(around: Surroundings, story: Story) -> ShareLabel:
    accent = cards.accent_of(story.products[0]) if story.products else cards.DEFAULT_ACCENT
    words = (around.texts.label("stories", "help_kind", story.help_kind), around.formats.period(story.date))
    return ShareLabel(
        key=f"stories/{story.id}",
        name=str(story.title),
        line=str(around.texts.joined((word for word in words if word), "common.detail_separator")),
        mark=_mark(around, is_sample=story.sample),
        site=str(around.config.title),
        plate=around.pictures.plate_of(story.pictures, motif=story.motif, accent=accent, seed=story.id),
    )


def _campaign(around: Surroundings, campaign: Campaign) -> ShareLabel:
    teaser = cards.campaign_teaser(around, campaign)
    accent = teaser.teaser.accent
    return ShareLabel(
        key=f"campaigns/{campaign.id}",
        name=str(campaign.name),
        line=str(teaser.dates),
        mark=_mark(around, is_sample=campaign.sample),
        site=str(around.config.title),
        plate=around.pictures.plate_of(
            campaign.pictures, motif=campaign.motif or CAMPAIGN_MOTIF, accent=accent, seed=campaign.id
        ),
    )


def _category(around: Surroundings, category: Category) -> ShareLabel:
    accent = category.accent or cards.DEFAULT_ACCENT
    return ShareLabel(
        key=f"categories/{category.id}",
        name=str(category.name),
        line=str(around.config.subtitle),
        mark="",
        site=str(around.config.title),
        plate=around.pictures.plate_of((), motif=category.motif, accent=accent, seed=category.id),
    )


def _site(around: Surroundings) -> ShareLabel:
    plate = around.pictures.plate_of((), motif=SITE_MOTIF, accent=around.theme.accent, seed="")
    return ShareLabel(
        key="site",
        name=str(around.config.title),
        line=str(around.config.subtitle),
        mark="",
        site="",
        plate=plate._replace(variant=SITE_VARIANT),
    )


def is_cut(seal: Seal) -> bool:
    """Tell whether the characters of a seal are the beginning of a word, which only Chinese reads as a short name."""
    return seal.short.isascii() and len(seal.short) < len(seal.name) and seal.name.startswith(seal.short)


def _mark(around: Surroundings, *, is_sample: bool) -> str:
    return str(around.texts("common.sample")) if is_sample else ""
