"""The view of the first page."""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalog.product import Product
from generator.languages.widths import ems

from . import addresses, cards, lists
from .indexes import campaigns_by_state, newest_first
from .page_views import HomePage, HomeWays
from .pages import Head
from .structured_data import home_data
from .surroundings import Surroundings
from .views import Fact
from .year import year_of

HOME_SEASON = 8
"""Products of the season on the first page."""
LEAST_SEASON = 4
"""With fewer of them there is no season to speak of, and recommended products stand in their place."""
LONGEST_LEAD = 16
"""Ems of a name that are still set in the largest type: two lines of it on a desk, three on a phone."""
HOME_CAMPAIGNS = 3
HOME_STORIES = 3
HOME_FIGURES = 4


def home_page(around: Surroundings) -> tuple[Head, HomePage]:
    """Return head and view of the first page; without products it has no lead and still leads everywhere."""
    catalog, texts = around.catalog, around.texts
    offered = catalog.offered(catalog.products.values())
    lead = _lead(around, offered)
    lead_story = next(iter(catalog.stories_by_product.get(lead.id, ())), None) if lead else None
    stories = sorted((story for story in catalog.stories.values() if story is not lead_story), key=newest_first)
    running, others = campaigns_by_state(around)
    in_season = _in_season(around, offered, lead)
    figures = [figure for figure in catalog.figures if figure.featured][:HOME_FIGURES]
    page = HomePage(
        title=around.config.title,
        subtitle=around.config.subtitle,
        lead=cards.product_card(around, lead) if lead else None,
        lead_is_long=lead is not None and ems(lead.name) > LONGEST_LEAD,
        lead_story=cards.story_teaser(around, lead_story) if lead_story else None,
        lead_seals=cards.seals_of(around, lead) if lead else (),
        campaigns_title=texts("home.campaigns_running" if running else "home.campaigns_closed"),
        campaigns=tuple((running + others)[:HOME_CAMPAIGNS]),
        season_title=texts(
            "home.season" if in_season else "home.products", month=texts(f"month.{around.configuration.as_of.month}")
        ),
        season=tuple(cards.product_card(around, product) for product in in_season or _chosen(offered, lead)),
        year=year_of(around, offered),
        categories=lists.category_groups(around),
        origins=tuple(
            cards.origin_teaser(around, origin)
            for code, origin in catalog.origins.items()
            if code in catalog.products_by_origin
        ),
        figures=tuple(cards.figure_view(around, figure) for figure in figures),
        stories=tuple(cards.story_teaser(around, story) for story in stories[:HOME_STORIES]),
        as_of=around.site.as_of,
        counts=(
            Fact(texts("home.count.products"), str(len(offered))),
            Fact(texts("home.count.origins"), str(len(catalog.products_by_origin))),
            Fact(texts("home.count.suppliers"), str(len(catalog.suppliers))),
            Fact(texts("home.count.stories"), str(len(catalog.stories))),
        ),
        ways=HomeWays(
            products=addresses.product_list(),
            origins=addresses.section("origins"),
            campaigns=addresses.section("campaigns"),
            stories=addresses.section("stories"),
            figures=addresses.figures() if catalog.figures else "",
        ),
    )
    description = around.config.description or around.config.subtitle or around.config.title
    return Head(title=around.config.title, description=description, address="", data=home_data(around)), page


def _in_season(around: Surroundings, offered: tuple[Product, ...], lead: Product | None) -> list[Product]:
    """Return products of the month that is shown, recommended ones first; none where there are too few of them."""
    month = around.configuration.as_of.month
    found = [product for product in offered if month in product.season_months and product is not lead]
    return _first(found) if len(found) >= LEAST_SEASON else []


def _chosen(offered: tuple[Product, ...], lead: Product | None) -> list[Product]:
    return _first(product for product in offered if product is not lead)


def _first(products: Iterable[Product]) -> list[Product]:
    """Return the first of *products*, those that are recommended before the others."""
    return sorted(products, key=lambda product: not product.featured)[:HOME_SEASON]


def _lead(around: Surroundings, offered: tuple[Product, ...]) -> Product | None:
    """Return the configured product if it can be bought, else the first recommended one, else the first."""
    named = [product for product in offered if product.id == around.config.home_lead]
    featured = [product for product in offered if product.featured]
    return next(iter((*named, *featured, *offered)), None)
