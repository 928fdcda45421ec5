"""The shelf page of a campaign: what it is and when, how far it has come, what to buy."""

from __future__ import annotations

from generator.catalog.address import QrCode
from generator.catalog.campaign import Campaign

from . import addresses, cards, prose
from .code_views import portal_link
from .goods_lines import goods_lines, product_href
from .outputs import digest_of
from .shelf_head import shelf_head
from .shelf_views import CampaignSheet
from .surroundings import Surroundings
from .views import Fact, Notice


def campaign_sheet(around: Surroundings, campaign: Campaign, code: QrCode) -> CampaignSheet:
    """Return what there is to say of *campaign* to whoever stands before its poster."""
    texts = around.texts
    teaser = cards.campaign_teaser(around, campaign)
    stories = around.catalog.stories_by_campaign.get(campaign.id, ())
    links = (portal_link(around, story.title, addresses.story(story.id)) for story in stories)
    return CampaignSheet(
        head=shelf_head(
            around,
            code,
            kicker=texts("common.detail_separator").join((texts("kind.campaign"), teaser.state)),
            title=campaign.name,
            summary=campaign.summary,
            accent=teaser.teaser.accent,
            picture=teaser.teaser.picture,
            notices=(_notice(around, campaign),),
            facts=(
                Fact(texts("campaign.dates"), teaser.dates),
                Fact(texts.field_title("campaigns", "organisers"), teaser.organiser),
                Fact(
                    texts.field_title("campaigns", "participants"),
                    texts.joined(organisation.name for organisation in campaign.participants),
                ),
            ),
            sample=campaign.sample,
            portal=portal_link(around, texts("shelf.to-portal"), addresses.campaign(campaign.id)),
            source=campaign.source,
        ),
        progress=teaser.progress,
        goods=goods_lines(around, campaign.products),
        description_html=prose.to_html(campaign.description),
        stories=tuple(link for link in links if link is not None),
    )


def campaign_digest(around: Surroundings, campaign: Campaign) -> str:
    """Return a digest of what the sheet shows, besides the base of all pages."""
    catalog = around.catalog
    published = [product for product in campaign.products if product.id in catalog.products]
    instead = _running(around, campaign)
    return digest_of(
        campaign.digest,
        *(f"{around.product_digests[product.id]} {product_href(around, product)}" for product in published),
        "ledger",
        *(row.digest for row in catalog.ledger_by_campaign.get(campaign.id, ())),
        "stories",
        *(story.digest for story in catalog.stories_by_campaign.get(campaign.id, ())),
        "instead",
        instead.digest if instead else "",
    )


def _notice(around: Surroundings, campaign: Campaign) -> Notice | None:
    if around.catalog.campaign_state(campaign) != "closed":
        return None
    texts, instead = around.texts, _running(around, campaign)
    title = texts("campaign.over", day=around.formats.day(campaign.ends_on))
    link = portal_link(around, instead.name, addresses.campaign(instead.id)) if instead else None
    return Notice("ended", title, texts("campaign.over_text"), (), link)


def _running(around: Surroundings, campaign: Campaign) -> Campaign | None:
    """Return the campaign to look at once *campaign* is over: the running one that ends last."""
    if around.catalog.campaign_state(campaign) != "closed":
        return None
    running = [c for c in around.catalog.campaigns.values() if around.catalog.campaign_state(c) == "running"]
    return max(running, key=lambda other: (other.ends_on, other.id), default=None)
