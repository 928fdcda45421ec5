"""Views of the indexes: all categories, origins, suppliers and campaigns."""

from __future__ import annotations

from generator.catalog.story import Story

from . import addresses, cards, lists
from .page_views import IndexPage
from .pages import Head
from .structured_data import index_data
from .surroundings import Surroundings
from .views import CampaignTeaser, Teaser


def newest_first(story: Story) -> tuple[int, str]:
    """Return what stories are sorted by: the latest first, then by id."""
    return (-(story.date.start.toordinal() if story.date else 0), story.id)


def campaigns_by_state(around: Surroundings) -> tuple[list[CampaignTeaser], list[CampaignTeaser]]:
    """Return (running, all others), running ones by their end, others latest first."""
    catalog = around.catalog
    campaigns = sorted(catalog.campaigns.values(), key=lambda c: (c.ends_on, c.id), reverse=True)
    running = [c for c in campaigns if catalog.campaign_state(c) == "running"]
    others = [c for c in campaigns if catalog.campaign_state(c) != "running"]
    return (
        [cards.campaign_teaser(around, campaign) for campaign in reversed(running)],
        [cards.campaign_teaser(around, campaign) for campaign in others],
    )


def index_pages(around: Surroundings) -> list[tuple[str, Head, IndexPage]]:
    """Return (section, head, view) of the indexes of categories, origins, suppliers and campaigns."""
    catalog, texts = around.catalog, around.texts
    running, others = campaigns_by_state(around)
    by_scheme: dict[str, list[Teaser]] = {}
    for category in lists.ordered_categories(around):
        by_scheme.setdefault(category.scheme.name, []).append(_category_teaser(around, category.id))
    sections: dict[str, tuple[tuple[str, tuple[Teaser, ...]], ...]] = {
        "categories": tuple((name, tuple(group)) for name, group in by_scheme.items()),
        "origins": (("", tuple(cards.origin_teaser(around, origin) for origin in catalog.origins.values())),),
        "suppliers": (("", tuple(cards.supplier_teaser(around, s) for s in catalog.suppliers.values())),),
        "campaigns": tuple(
            (texts(key), tuple(campaign.teaser for campaign in group))
            for key, group in (("campaigns.running", running), ("campaigns.others", others))
            if group
        ),
    }
    pages: list[tuple[str, Head, IndexPage]] = []
    for section, groups in sections.items():
        title, intro = texts(f"{section}.title"), texts(f"{section}.intro")
        page = IndexPage(section, title, intro, groups)
        data = index_data(around, page, f"{section}/")
        pages.append((section, Head(title=title, description=intro, address=f"{section}/", data=data), page))
    return pages


def _category_teaser(around: Surroundings, key: str) -> Teaser:
    category = around.catalog.categories[key]
    products = around.catalog.products_by_category.get(key, ())
    accent = category.accent or cards.DEFAULT_ACCENT
    return Teaser(
        title=category.name,
        href=addresses.category(key),
        kicker="",
        text=category.description,
        date="",
        picture=around.pictures.drawing(category.motif, accent=accent, seed=key, alt=""),
        accent=accent,
        sample=False,
        detail=(around.texts.counted("count.products", len(products)),),
    )
