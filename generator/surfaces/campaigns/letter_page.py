"""An open letter as a page that is printed, with the short text for chat groups beside it."""

from __future__ import annotations

from generator.catalog.campaign import Letter
from generator.catalog.campaign_record import CampaignRecord
from generator.surfaces import addresses, cards, prose
from generator.surfaces.campaign_views import LetterPage
from generator.surfaces.code_views import code_view
from generator.surfaces.pages import Head
from generator.surfaces.structured_data import page_data
from generator.surfaces.subjects import DESCRIPTION_LENGTH
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Link

from .papers import letter_address, message


def letter_page(around: Surroundings, record: CampaignRecord, letter: Letter) -> tuple[Head, LetterPage]:
    """Return head and view of a letter."""
    texts, campaign = around.texts, record.campaign
    code = around.catalog.code_by_target.get(("campaign", campaign.id)) if "shelf" in around.config.surfaces else None
    address = letter_address(record, letter)
    page = LetterPage(
        campaign=Link(campaign.name, addresses.campaign(campaign.id)),
        title=letter.title,
        body_html=prose.to_html(letter.body),
        issuer=letter.issuer,
        date=around.formats.period(letter.issued_on),
        short_text=message(around, record, letter),
        address=around.whole(addresses.campaign(campaign.id)),
        code=code_view(around, code) if code is not None else None,
        sample=letter.sample,
        others=tuple(
            Link(other.title, letter_address(record, other)) for other in record.letters if other is not letter
        ),
        sources=cards.sources_of(around, (letter.source,)),
        accent=cards.campaign_teaser(around, campaign).teaser.accent,
    )
    description = prose.plain(letter.short_text or letter.body, DESCRIPTION_LENGTH)
    steps = (Link(texts("nav.campaigns"), addresses.section("campaigns")), page.campaign, Link(letter.title, address))
    return Head(letter.title, description, address, page_data(around, description, *steps)), page
