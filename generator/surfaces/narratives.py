"""Views of what is told: a story."""

from __future__ import annotations

from generator.catalog.story import Story

from . import addresses, cards, prose
from .citations import citation
from .page_views import StoryPage
from .pages import Head
from .structured_data import story_data
from .subjects import DESCRIPTION_LENGTH
from .surroundings import Surroundings
from .views import Link


def story_page(
    around: Surroundings, story: Story, *, later: Story | None = None, earlier: Story | None = None
) -> tuple[Head, StoryPage]:
    """Return head and view of a story; *later* and *earlier* are those that its page leads to."""
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
        citation=citation(
            around,
            title=story.title,
            address=addresses.story(story.id),
            date=str(story.date or ""),
            source=story.source,
        ),
        later=_story_link(later),
        earlier=_story_link(earlier),
    )
    description = prose.plain(story.summary or story.body, DESCRIPTION_LENGTH)
    data = story_data(around, story, page)
    return Head(story.title, description, addresses.story(story.id), data, about=story), page


def _story_link(story: Story | None) -> Link | None:
    return Link(story.title, addresses.story(story.id)) if story is not None else None
