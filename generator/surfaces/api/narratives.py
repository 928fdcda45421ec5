"""What is told, and the figures behind it: stories, campaigns, figures."""

from __future__ import annotations

from typing import Any

from generator.catalog.campaign import Campaign
from generator.catalog.figure import Figure
from generator.catalog.organisation import Organisation
from generator.catalog.product import Product
from generator.catalog.story import Story
from generator.surfaces import addresses

from .records import SOURCE
from .run import NOT_DISCLOSED, Run
from .shapes import (
    ADDRESS,
    AMOUNT,
    DAY,
    DAY_OR_NULL,
    NAMES,
    NUMBER,
    PERIOD,
    STRING,
    TEXT,
    TEXTS,
    Listed,
    Member,
    Shape,
    flag,
    many,
    stated,
    text,
)
from .values import day, exact, period


def _published(run: Run, products: tuple[Product, ...]) -> list[str]:
    return [product.id for product in products if product.id in run.around.catalog.products]


STORY = Shape[Story](
    "Story",
    "A story of help.",
    (
        stated("id", "Key."),
        stated("title", "Title in the site's own language."),
        Member(
            "names", "The title in every language that has it.", NAMES, lambda run, s: run.names("stories", s, "title")
        ),
        text("help_kind", "In what way it helped.", Listed("stories", "help_kind")),
        text("summary", "In a sentence."),
        Member("date", "When it happened.", PERIOD, lambda _, story: period(story.date)),
        Member("published_on", "When it was published.", DAY_OR_NULL, lambda _, story: day(story.publish_on)),
        Member("products", "Keys.", TEXTS, lambda run, story: _published(run, story.products)),
        Member("suppliers", "Keys.", TEXTS, lambda _, story: [supplier.id for supplier in story.suppliers]),
        Member("origins", "Keys.", TEXTS, lambda _, story: [origin.code for origin in story.origins]),
        Member(
            "campaigns",
            "Keys.",
            TEXTS,
            lambda run, s: [campaign.id for campaign in s.campaigns if campaign.id in run.around.catalog.campaigns],
        ),
        Member("url", "Its page.", ADDRESS, lambda run, story: run.whole(addresses.story(story.id))),
        Member("source", "Key of its source.", TEXT, lambda _, s: s.source.id if s.source else None),
        flag("sample", "Invented for demonstration."),
    ),
)
ORGANISATION = Shape[Organisation](
    "Organisation",
    "An organisation that takes part.",
    (
        stated("id", "Key."),
        stated("name", "Name."),
    ),
)
CAMPAIGN = Shape[Campaign](
    "Campaign",
    "A campaign with a first and a last day.",
    (
        stated("id", "Key."),
        stated("name", "Name in the site's own language."),
        Member("names", "The name in every language that has it.", NAMES, lambda run, c: run.names("campaigns", c)),
        Member(
            "state",
            "Its standing on that day.",
            {"type": "string", "enum": ["coming", "running", "closed"]},
            lambda run, campaign: run.around.catalog.campaign_state(campaign),
        ),
        Member("starts_on", "First day.", DAY, lambda _, campaign: day(campaign.starts_on)),
        Member("ends_on", "Last day.", DAY, lambda _, campaign: day(campaign.ends_on)),
        text("summary", "In a sentence."),
        Member(
            "organisers",
            "Who organises it.",
            many(ORGANISATION),
            lambda run, campaign: [ORGANISATION.told(run, each) for each in campaign.organisers],
        ),
        Member(
            "participants",
            "Who else takes part.",
            many(ORGANISATION),
            lambda run, campaign: [ORGANISATION.told(run, each) for each in campaign.participants],
        ),
        Member("goal", "Its goal.", AMOUNT, lambda _, campaign: exact(campaign.goal)),
        Member("reached", "What was bought so far, summed from its ledger.", AMOUNT, lambda run, c: _reached(run, c)),
        Member("currency", "ISO 4217 code of both.", STRING, lambda run, _: run.around.config.currency.code),
        text("goal_note", "What the goal means."),
        Member("products", "Keys.", TEXTS, lambda run, campaign: _published(run, campaign.products)),
        Member("channels", "Keys.", TEXTS, lambda _, campaign: [channel.id for channel in campaign.channels]),
        Member("url", "Its page.", ADDRESS, lambda run, campaign: run.whole(addresses.campaign(campaign.id))),
        Member("source", "Key of its source.", TEXT, lambda _, c: c.source.id if c.source else None),
        flag("sample", "Invented for demonstration."),
    ),
)


def _reached(run: Run, campaign: Campaign) -> str | int | None:
    ledger = run.around.catalog.ledgers.get(campaign.id)
    return exact(ledger.total().amount if ledger else None)


FIGURE = Shape[Figure](
    "Figure",
    "A figure with its date and its source; figures of different sources are never added up.",
    (
        stated("id", "Key."),
        stated("label", "What it counts, in the site's own language."),
        Member(
            "names", "The label in every language that has it.", NAMES, lambda run, f: run.names("figures", f, "label")
        ),
        Member("value", "The number.", NUMBER, lambda _, figure: _value(figure)),
        text("unit", "Its unit."),
        text("qualifier", "How exact it is.", Listed("figures", "qualifier")),
        Member("as_of", "Of what day, month or year it is.", PERIOD, lambda _, figure: period(figure.as_of)),
        Member("source", "What it rests on.", SOURCE, lambda run, figure: SOURCE.told(run, figure.source)),
        Member("campaign", "Key.", TEXT, lambda _, figure: figure.campaign.id if figure.campaign else None),
        Member("organisation", "Key.", TEXT, lambda _, f: f.organisation.id if f.organisation else None),
        Member("supplier", "Key.", TEXT, lambda _, figure: figure.supplier.id if figure.supplier else None),
        Member("origin", "Key.", TEXT, lambda _, figure: figure.origin.code if figure.origin else None),
        Member("placement", "Key.", TEXT, lambda _, figure: figure.placement.id if figure.placement else None),
        text("note", "What else is to be known."),
        Member("url", "Its page.", ADDRESS, lambda run, figure: run.whole(addresses.figure(figure.id))),
        flag("sample", "Invented for demonstration."),
    ),
)


def _value(figure: Figure) -> str | int | None:
    return NOT_DISCLOSED if figure.qualifier == NOT_DISCLOSED else exact(figure.value)


SHAPES: tuple[Shape[Any], ...] = (STORY, ORGANISATION, CAMPAIGN, FIGURE)
