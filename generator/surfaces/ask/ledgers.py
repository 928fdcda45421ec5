"""What is known of a campaign's ledger: its sums by everything that is public, its stages, its rows."""

from __future__ import annotations

from generator.catalog.campaign_record import CampaignRecord
from generator.catalog.ledger_publication import shown_dimensions, shown_rows
from generator.surfaces.campaign_views import LedgerPart
from generator.surfaces.campaigns.ledger_page import ORDER, ledger_line
from generator.surfaces.campaigns.ledger_parts import by_dimension, course
from generator.surfaces.campaigns.standing import stages
from generator.surfaces.surroundings import Surroundings

from .knowledge import Facts
from .telling import Teller

ROWS = 100
"""Rows that are told, the latest, as on the ledger's page."""


def ledger_facts(around: Surroundings, record: CampaignRecord, teller: Teller) -> Facts:
    """Yield what was bought by whom, where, from where and when, as far as the site publishes it."""
    if not record.has_ledger:
        return
    texts, day, level = around.texts, around.configuration.as_of, around.config.ledger.publish
    for stage in stages(around, record):
        value = texts.joined(
            (part for part in (stage.amount, stage.number, stage.note) if part), "common.detail_separator"
        )
        yield from teller.fact("stage", stage.name, value, day=day)
    shown = shown_dimensions(level)
    parts = (course(around, record), *(by_dimension(around, record, each) for each in ORDER if each in shown))
    for part in parts:
        if part is not None:
            yield from _part(part, teller)
    for row in shown_rows(record.ledger, level)[: -ROWS - 1 : -1]:
        line = ledger_line(around, record, row)
        told = (around.formats.day(row.date), line.body, line.what, line.channel, line.amount, line.note)
        value = texts.joined((str(each).rstrip("。.") for each in told if each), "common.detail_separator")
        yield from teller.fact("row", texts("ledger.short_title"), value, day=row.date, sample=row.sample)
    for note in (texts("ledger.intro"), texts("ledger.share_words"), texts(f"ledger.level.{level}")):
        yield from teller.prose("ledger", note)


def _part(part: LedgerPart, teller: Teller) -> Facts:
    """Yield the sums by one dimension."""
    texts, day = teller.texts, teller.around.configuration.as_of
    for row in part.table.parts:
        told = (
            row.amount,
            f"{texts('ledger.share')} {row.share}" if row.share else "",
            texts("ask.rows", count=row.rows) if row.rows else "",
            texts("ask.ledger_people", count=row.people) if row.people else "",
        )
        value = texts.joined((each for each in told if each), "common.detail_separator")
        label = texts("ask.ledger_part", part=part.title, name=row.label)
        sentence = texts("ask.fact", name=teller.name, label=label, value=value)
        shown = texts.joined((row.label, value), "common.detail_separator")
        yield from teller.said("bought", shown, sentence, day=day)
