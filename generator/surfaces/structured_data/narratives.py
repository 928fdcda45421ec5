"""What is told and what takes place: stories, campaigns, events (https://schema.org/Article, https://schema.org/Event)."""

from __future__ import annotations

from generator.catalog.campaign import Campaign
from generator.catalog.event import Event
from generator.catalog.story import Story
from generator.contract.quantities import Period
from generator.surfaces import addresses, prose
from generator.surfaces.campaign_views import CampaignPage
from generator.surfaces.page_views import StoryPage
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Link

from .breadcrumbs import breadcrumbs
from .citations import cited
from .nodes import Node, identifier, node, page_address, pictures, statements, told
from .organisations import by_publisher, by_supplier, organisation
from .places import place

DESCRIPTION_LENGTH = 500
_LENGTHS = {"year": 4, "month": 7, "day": 10}
"""Precision of a date → characters that ISO 8601 writes it in."""


def story_data(around: Surroundings, story: Story, page: StoryPage) -> Node:
    """Return the statements of a story."""
    steps = (Link(around.texts("nav.stories"), addresses.section("stories")), _link(story.title, "stories", story.id))
    return statements(_article(around, story, page), breadcrumbs(around, *steps))


def campaign_data(around: Surroundings, campaign: Campaign, page: CampaignPage) -> Node:
    """Return the statements of a campaign with its events."""
    steps = (
        Link(around.texts("nav.campaigns"), addresses.section("campaigns")),
        _link(campaign.name, "campaigns", campaign.id),
    )
    return statements(_campaign(around, campaign, page), breadcrumbs(around, *steps))


def _link(text: str, section: str, key: str) -> Link:
    return Link(text, f"{addresses.section(section)}{key}/")


def _article(around: Surroundings, story: Story, page: StoryPage) -> Node | None:
    """Return a story; ``None`` where it is invented for show."""
    if story.sample:
        return None
    address = addresses.story(story.id)
    publisher = by_publisher(around)
    products = (product for product in story.products if product.id in around.catalog.products and not product.sample)
    values = {
        "@id": identifier(around, address, "article"),
        "headline": story.title,
        "description": prose.plain(story.summary or story.body, DESCRIPTION_LENGTH),
        "url": page_address(around, address),
        "image": pictures(around, page.picture),
        "inLanguage": around.texts.language,
        "datePublished": story.publish_on.isoformat() if story.publish_on else "",
        "author": publisher,
        "publisher": publisher,
        "temporalCoverage": str(story.date) if story.date else "",
        "contentLocation": [place(around, origin) for origin in story.origins if not origin.sample],
        "about": [
            *(
                node("Product", {"name": product.name, "url": page_address(around, addresses.product(product.id))})
                for product in products
            ),
            *(by_supplier(around, supplier) for supplier in story.suppliers if not supplier.sample),
        ],
        "citation": cited(story.source),
    }
    return node("Article", values)


def _campaign(around: Surroundings, campaign: Campaign, page: CampaignPage) -> Node | None:
    """Return a campaign with its events; ``None`` where it is invented for show."""
    if campaign.sample:
        return None
    address = addresses.campaign(campaign.id)
    parts = (event(around, each) for each in around.catalog.events_by_campaign.get(campaign.id, ()))
    values = {
        "@id": identifier(around, address, "event"),
        "name": campaign.name,
        "description": prose.plain(campaign.summary or campaign.description, DESCRIPTION_LENGTH),
        "url": page_address(around, address),
        "image": pictures(around, page.campaign.teaser.picture),
        "startDate": campaign.starts_on.isoformat(),
        "endDate": campaign.ends_on.isoformat(),
        "organizer": [organisation(each) for each in campaign.organisers if not each.sample],
        "contributor": [organisation(each) for each in campaign.participants if not each.sample],
        "subEvent": [part for part in parts if part is not None],
    }
    return node("Event", values)


def event(around: Surroundings, given: Event) -> Node | None:
    """Return an event with its days, its place and its host; ``None`` where it is invented for show."""
    if given.sample:
        return None
    values = {
        "name": given.name,
        "description": prose.plain(given.description, DESCRIPTION_LENGTH),
        "startDate": _first(given.starts_on),
        "endDate": _last(given.ends_on or given.starts_on),
        "location": _location(around, given),
        "organizer": node("Organization", {"name": given.host}) if told(around, given.host) else None,
        "url": given.url,
    }
    return node("Event", values)


def _first(period: Period | None) -> str:
    return period.start.isoformat()[: _LENGTHS[period.precision]] if period else ""


def _last(period: Period | None) -> str:
    return period.end.isoformat()[: _LENGTHS[period.precision]] if period else ""


def _location(around: Surroundings, given: Event) -> Node | None:
    """Return where an event takes place: its placement, its place in words, else the channel that it is sent on."""
    if given.placement is not None and not given.placement.sample:
        placement = given.placement
        return node("Place", {"name": placement.name, "address": told(around, placement.address)})
    if told(around, given.place):
        return node("Place", {"name": given.place})
    if given.channel is not None and given.channel.mode == "online":
        return node("VirtualLocation", {"name": given.channel.name, "url": given.channel.website})
    return None
