"""Which view, digest and template belong to each kind of thing that a code leads to, products aside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from generator.catalog import Catalog
from generator.catalog.address import QrCode

from . import addresses
from .placement_sheet import placement_digest, placement_sheet
from .shelf_campaign import campaign_digest, campaign_sheet
from .shelf_issue import issue_digest, issue_sheet
from .shelf_story import story_digest, story_sheet
from .surroundings import Surroundings


class Sheet(NamedTuple):
    """How the page behind the code of one kind of thing is made."""

    items: Callable[[Catalog], Mapping[str, Any]]
    """All published things of the kind, by key."""
    name_of: Callable[[Any], str]
    view: Callable[[Surroundings, Any, QrCode], Any]
    """Its head is ``head``."""
    digest: Callable[[Surroundings, Any], str]
    """Of what the view shows, besides the base of all pages."""
    template: str
    portal: Callable[[str], str] | None
    """Address of the same thing on the portal, by key; ``None`` where its own page is the only one."""


SHEETS: Mapping[str, Sheet] = {
    "placement": Sheet(
        lambda catalog: catalog.placements,
        lambda placement: placement.name,
        placement_sheet,
        placement_digest,
        "shelf/placement.html",
        addresses.place,
    ),
    "campaign": Sheet(
        lambda catalog: catalog.campaigns,
        lambda campaign: campaign.name,
        campaign_sheet,
        campaign_digest,
        "shelf/campaign.html",
        addresses.campaign,
    ),
    "story": Sheet(
        lambda catalog: catalog.stories,
        lambda story: story.title,
        story_sheet,
        story_digest,
        "shelf/story.html",
        addresses.story,
    ),
    "catalogue-issue": Sheet(
        lambda catalog: catalog.catalogue_issues,
        lambda issue: issue.title,
        issue_sheet,
        issue_digest,
        "shelf/issue.html",
        None,
    ),
}
"""Kind of a code's target → how its page is made."""


def target_name(catalog: Catalog, code: QrCode) -> str:
    """Return what people call the thing that *code* leads to; ``""`` where it is not published."""
    if code.target_kind == "product":
        product = catalog.products.get(code.target)
        return product.name if product is not None else ""
    sheet = SHEETS.get(code.target_kind)
    item = sheet.items(catalog).get(code.target) if sheet is not None else None
    return sheet.name_of(item) if sheet is not None and item is not None else ""
