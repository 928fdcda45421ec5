"""The shelf page of a story: title, text, who, and where it is known from."""

from __future__ import annotations

from generator.catalog.address import QrCode
from generator.catalog.story import Story

from . import addresses, cards, prose
from .code_views import portal_link
from .goods_lines import goods_lines, product_href
from .outputs import digest_of
from .shelf_head import shelf_head
from .shelf_views import StorySheet
from .surroundings import Surroundings
from .views import Fact, Link, Notice


def story_sheet(around: Surroundings, story: Story, code: QrCode) -> StorySheet:
    """Return the story as one reads it beside the goods."""
    texts = around.texts
    teaser = cards.story_teaser(around, story)
    notice = None
    if story.status == "withdrawn":
        notice = Notice("withdrawn", texts("story.withdrawn"), texts("story.withdrawn_text"), (), None)
    return StorySheet(
        head=shelf_head(
            around,
            code,
            kicker=texts("common.detail_separator").join(part for part in (texts("kind.story"), teaser.kicker) if part),
            title=story.title,
            summary=story.summary,
            accent=teaser.accent,
            picture=teaser.picture,
            notices=(notice,),
            facts=(
                Fact(texts.field_title("stories", "date"), teaser.date),
                Fact(
                    texts.field_title("stories", "organisations"),
                    texts.joined(organisation.name for organisation in story.organisations),
                ),
            ),
            sample=story.sample,
            portal=portal_link(around, texts("shelf.to-portal"), addresses.story(story.id)),
            source=story.source,
        ),
        body_html=prose.to_html(story.body),
        goods=goods_lines(around, story.products),
        links=tuple(link for link in _links(around, story) if link is not None),
    )


def story_digest(around: Surroundings, story: Story) -> str:
    """Return a digest of what the sheet shows, besides the base of all pages."""
    catalog = around.catalog
    published = [product for product in story.products if product.id in catalog.products]
    campaigns = [campaign.id for campaign in story.campaigns if campaign.id in catalog.campaigns]
    return digest_of(
        story.digest,
        *(f"{around.product_digests[product.id]} {product_href(around, product)}" for product in published),
        "campaigns",
        *campaigns,
    )


def _links(around: Surroundings, story: Story) -> tuple[Link | None, ...]:
    campaigns = [campaign for campaign in story.campaigns if campaign.id in around.catalog.campaigns]
    return (
        *(portal_link(around, supplier.name, addresses.supplier(supplier.id)) for supplier in story.suppliers),
        *(portal_link(around, origin.name, addresses.origin(origin.code)) for origin in story.origins),
        *(portal_link(around, campaign.name, addresses.campaign(campaign.id)) for campaign in campaigns),
    )
