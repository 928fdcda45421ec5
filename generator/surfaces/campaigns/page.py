"""The page of a campaign: where it stands today, what came of it, its papers, events and goods."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalog.campaign import Campaign
from generator.catalog.campaign_record import CampaignRecord, archived_from
from generator.catalog.ledger_publication import shown_dimensions
from generator.catalog.product import Product
from generator.catalog.source import Source
from generator.surfaces import addresses, cards, prose
from generator.surfaces.campaign_views import CampaignPage
from generator.surfaces.citations import citation
from generator.surfaces.corrections import correction_line
from generator.surfaces.embed.addresses import Kind
from generator.surfaces.events import event_line, past_and_coming
from generator.surfaces.events.outputs import is_dated
from generator.surfaces.pages import Head
from generator.surfaces.slow_selling import is_slow, slow_words
from generator.surfaces.structured_data import campaign_data
from generator.surfaces.subjects import DESCRIPTION_LENGTH
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import CampaignTeaser, Fact, ProductCard

from .bodies import bodies, target_lines
from .ledger_parts import by_dimension, course
from .papers import agreement_line, issue_facts, letter_teaser, placement_facts, policy_facts
from .standing import stages, standing


def campaign_page(around: Surroundings, campaign: Campaign) -> tuple[Head, CampaignPage]:
    """Return head and view of a campaign."""
    record = around.campaign_records[campaign.id]
    teaser = cards.campaign_teaser(around, campaign)
    past, coming = past_and_coming(record.events, around.configuration.as_of)
    products = [product for product in campaign.products if product.id in around.catalog.products]
    slow = [product for product in products if is_slow(around, product)]
    has_bodies = "organisation" in shown_dimensions(around.config.ledger.publish)
    participants = bodies(around, record)
    page = CampaignPage(
        campaign=teaser,
        accent=teaser.teaser.accent,
        stage=record.stage,
        stage_words=_stage_words(around, record),
        description_html=prose.to_html(campaign.description),
        facts=_facts(around, campaign, teaser, has_bodies=participants is not None and participants.named),
        standing=standing(around, record),
        stages=stages(around, record),
        course=course(around, record),
        channels=by_dimension(around, record, "channel"),
        by_body=by_dimension(around, record, "organisation") if has_bodies else None,
        ledger=addresses.campaign_ledger(campaign.id) if record.has_ledger else "",
        targets=target_lines(around, record),
        bodies=participants,
        figures=teaser.figures,
        letters=tuple(letter_teaser(around, record, letter) for letter in record.letters),
        issues=issue_facts(around, record),
        events=tuple(event_line(around, event, in_campaign=True) for event in (*coming, *past)),
        calendar=addresses.campaign_calendar(campaign.id) if any(map(is_dated, record.events)) else "",
        agreements=tuple(agreement_line(around, agreement) for agreement in record.agreements),
        placements=placement_facts(around, record),
        policies=policy_facts(record),
        products=_cards(around, [product for product in products if product not in slow]),
        slow=_cards(around, slow),
        slow_words=slow_words(around, slow),
        stories=tuple(cards.story_teaser(around, story) for story in record.stories),
        corrections=tuple(correction_line(around, each, in_campaign=True) for each in record.corrections),
        sources=cards.sources_of(around, _sources(record)),
        citation=citation(around, title=campaign.name, address=addresses.campaign(campaign.id), source=campaign.source),
    )
    description = prose.plain(campaign.summary or campaign.description or campaign.name, DESCRIPTION_LENGTH)
    data = campaign_data(around, campaign, page)
    address = addresses.campaign(campaign.id)
    embedded: tuple[Kind, str] = ("campaigns", campaign.id)
    return Head(campaign.name, description, address, data, embedded=embedded, about=campaign), page


def _cards(around: Surroundings, products: list[Product]) -> tuple[ProductCard, ...]:
    return tuple(cards.product_card(around, product) for product in products)


def _stage_words(around: Surroundings, record: CampaignRecord) -> str:
    """Return what the stage means, with its days."""
    campaign, day = record.campaign, around.formats.day
    span = record.progress.span
    if record.stage == "coming":
        left = around.texts.counted("count.days", (campaign.starts_on - around.configuration.as_of).days)
        return around.texts("campaign.stage.coming", day=day(campaign.starts_on), left=left)
    if record.stage == "running":
        return around.texts(
            "campaign.stage.running", day=day(campaign.ends_on), number=span.days_passed, days=span.days
        )
    archived = day(archived_from(campaign))
    return around.texts(f"campaign.stage.{record.stage}", day=day(campaign.ends_on), archived=archived)


def _facts(around: Surroundings, campaign: Campaign, teaser: CampaignTeaser, *, has_bodies: bool) -> tuple[Fact, ...]:
    """Return what is to be known of a campaign; who takes part is left to the part of its own where there is one."""
    texts = around.texts
    participants = () if has_bodies else campaign.participants
    facts = (
        Fact(texts("campaign.dates"), teaser.dates),
        Fact(texts.field_title("campaigns", "organisers"), teaser.organiser),
        Fact(
            texts.field_title("campaigns", "participants"),
            texts.joined(organisation.name for organisation in participants),
        ),
        Fact(texts.field_title("campaigns", "goal"), around.formats.money(campaign.goal), note=campaign.goal_note),
        Fact(texts.field_title("campaigns", "goal_note"), "" if campaign.goal is not None else campaign.goal_note),
        Fact(texts.field_title("campaigns", "channels"), texts.joined(channel.name for channel in campaign.channels)),
    )
    return tuple(fact for fact in facts if fact.value)


def _sources(record: CampaignRecord) -> Iterator[Source | None]:
    yield record.campaign.source
    for group in (record.figures, record.agreements, record.policies, record.targets, record.letters, record.issues):
        for item in group:
            yield item.source
