"""Views of the first page, of indexes, stories and campaigns."""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalog.campaign import Campaign
from generator.catalog.product import Product
from generator.catalog.story import Story

from . import addresses, cards, lists, prose
from .page_views import CampaignPage, HomePage, IndexPage, StoryPage
from .pages import Head
from .subjects import DESCRIPTION_LENGTH
from .surroundings import Surroundings
from .views import CampaignTeaser, Fact, Link, Teaser

HOME_SEASON = 8
"""Products of the season on the first page."""
HOME_CAMPAIGNS = 3
HOME_STORIES = 3
HOME_FIGURES = 4


def home_page(around: Surroundings) -> tuple[Head, HomePage]:
    """Return head and view of the first page.

    Raises:
        LookupError: The catalogue has no product that could open the page.
    """
    catalog, texts = around.catalog, around.texts
    offered = catalog.offered(catalog.products.values())
    lead = _lead(around, offered)
    stories = sorted(catalog.stories.values(), key=_newest_first)
    lead_story = next(iter(catalog.stories_by_product.get(lead.id, ())), None)
    running, others = campaigns_by_state(around)
    season = [product for product in offered if around.configuration.as_of.month in product.season_months]
    fill = [product for product in offered if product.featured and product not in season]
    shown = [product for product in (*season, *fill, *offered) if product.id != lead.id]
    figures = [figure for figure in catalog.figures if figure.featured][:HOME_FIGURES]
    page = HomePage(
        title=around.config.title,
        subtitle=around.config.subtitle,
        lead=cards.product_card(around, lead),
        lead_story=cards.story_teaser(around, lead_story) if lead_story else None,
        lead_seals=cards.seals_of(around, lead),
        campaigns_title=texts("home.campaigns_running" if running else "home.campaigns_closed"),
        campaigns=tuple((running + others)[:HOME_CAMPAIGNS]),
        season_title=texts(
            "home.season" if season else "home.products", month=texts(f"month.{around.configuration.as_of.month}")
        ),
        season=tuple(cards.product_card(around, product) for product in _first(shown)),
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
    )
    description = around.config.description or around.config.subtitle or around.config.title
    data = {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": around.config.title,
        "url": around.config.base_url,
        "inLanguage": around.texts.language,
    }
    return Head(title=around.config.title, description=description, address="", data=data), page


def _first(products: Iterable[Product]) -> list[Product]:
    return list({product.id: product for product in products}.values())[:HOME_SEASON]


def _lead(around: Surroundings, offered: tuple[Product, ...]) -> Product:
    named = around.catalog.products.get(around.config.home_lead)
    if named is not None:
        return named
    return next((product for product in offered if product.featured), None) or offered[0]


def _newest_first(story: Story) -> tuple[int, str]:
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
    """Return (section, head, view) of the indexes of categories, origins, suppliers, stories and campaigns."""
    catalog, texts = around.catalog, around.texts
    running, others = campaigns_by_state(around)
    by_scheme: dict[str, list[Teaser]] = {}
    for category in lists.ordered_categories(around):
        by_scheme.setdefault(category.scheme.name, []).append(_category_teaser(around, category.id))
    stories = sorted(catalog.stories.values(), key=_newest_first)
    sections: dict[str, tuple[tuple[str, tuple[Teaser, ...]], ...]] = {
        "categories": tuple((name, tuple(group)) for name, group in by_scheme.items()),
        "origins": (("", tuple(cards.origin_teaser(around, origin) for origin in catalog.origins.values())),),
        "suppliers": (("", tuple(cards.supplier_teaser(around, s) for s in catalog.suppliers.values())),),
        "stories": (("", tuple(cards.story_teaser(around, story) for story in stories)),),
        "campaigns": tuple(
            (texts(key), tuple(campaign.teaser for campaign in group))
            for key, group in (("campaigns.running", running), ("campaigns.others", others))
            if group
        ),
    }
    pages: list[tuple[str, Head, IndexPage]] = []
    for section, groups in sections.items():
        title, intro = texts(f"{section}.title"), texts(f"{section}.intro")
        head = Head(title=title, description=intro, address=f"{section}/")
        pages.append((section, head, IndexPage(section, title, intro, groups)))
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


def story_page(around: Surroundings, story: Story) -> tuple[Head, StoryPage]:
    """Return head and view of a story."""
    teaser = cards.story_teaser(around, story)
    published = around.catalog.products
    links = (
        *(Link(origin.name, addresses.origin(origin.code)) for origin in story.origins),
        *(Link(supplier.name, addresses.supplier(supplier.id)) for supplier in story.suppliers),
        *(
            Link(campaign.name, addresses.campaign(campaign.id))
            for campaign in story.campaigns
            if campaign.id in around.catalog.campaigns
        ),
    )
    page = StoryPage(
        kicker=teaser.kicker,
        title=story.title,
        summary=story.summary,
        date=teaser.date,
        accent=teaser.accent,
        picture=teaser.picture,
        body_html=prose.to_html(story.body),
        products=tuple(cards.product_card(around, p) for p in story.products if p.id in published),
        links=links,
        sources=cards.sources_of(around, (story.source,)),
        sample=story.sample,
    )
    description = prose.plain(story.summary or story.body, DESCRIPTION_LENGTH)
    return Head(title=story.title, description=description, address=addresses.story(story.id)), page


def campaign_page(around: Surroundings, campaign: Campaign) -> tuple[Head, CampaignPage]:
    """Return head and view of a campaign."""
    catalog, texts = around.catalog, around.texts
    teaser = cards.campaign_teaser(around, campaign)
    separator = texts("common.list_separator")
    facts = (
        Fact(texts("campaign.dates"), teaser.dates),
        Fact(texts.field_title("campaigns", "organisers"), teaser.organiser),
        Fact(
            texts.field_title("campaigns", "participants"),
            separator.join(organisation.name for organisation in campaign.participants),
        ),
        Fact(texts.field_title("campaigns", "goal"), around.formats.money(campaign.goal), note=campaign.goal_note),
        Fact(texts.field_title("campaigns", "channels"), separator.join(channel.name for channel in campaign.channels)),
    )
    page = CampaignPage(
        campaign=teaser,
        accent=teaser.teaser.accent,
        description_html=prose.to_html(campaign.description),
        facts=tuple(fact for fact in facts if fact.value),
        figures=teaser.figures,
        products=tuple(cards.product_card(around, p) for p in campaign.products if p.id in catalog.products),
        stories=tuple(cards.story_teaser(around, s) for s in catalog.stories_by_campaign.get(campaign.id, ())),
        sources=cards.sources_of(around, (campaign.source,)),
    )
    description = prose.plain(campaign.summary or campaign.description or campaign.name, DESCRIPTION_LENGTH)
    return Head(title=campaign.name, description=description, address=addresses.campaign(campaign.id)), page
