"""The ledger of a campaign: every total by every dimension, and its rows where the site publishes them."""

from __future__ import annotations

from generator.catalog.campaign import LedgerRow
from generator.catalog.campaign_record import CampaignRecord
from generator.catalog.ledger import PAYMENT, PURCHASE, nature_of
from generator.catalog.ledger_publication import hidden_rows, shown_dimensions, shown_rows
from generator.surfaces import addresses, cards
from generator.surfaces.campaign_views import LedgerLine, LedgerPage
from generator.surfaces.corrections import correction_line
from generator.surfaces.pages import Head
from generator.surfaces.structured_data import page_data
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Link

from .ledger_parts import by_dimension
from .sentences import sentences
from .standing import bought_words, stages, standing

ROWS = 100
"""Rows that the page shows, the latest; the table for spreadsheets has all."""
ORDER = ("month", "organisation", "channel", "buyer_kind", "county", "category")
"""Dimensions in the order in which they are read."""


def ledger_page(around: Surroundings, record: CampaignRecord) -> tuple[Head, LedgerPage]:
    """Return head and view of a campaign's ledger."""
    texts, campaign, level = around.texts, record.campaign, around.config.ledger.publish
    shown = shown_dimensions(level)
    parts = (by_dimension(around, record, dimension) for dimension in ORDER if dimension in shown)
    rows = shown_rows(record.ledger, level)
    address = addresses.campaign_ledger(campaign.id)
    page = LedgerPage(
        campaign=Link(campaign.name, addresses.campaign(campaign.id)),
        title=texts("ledger.title", name=campaign.name),
        intro=texts("ledger.intro"),
        as_of=around.formats.day(around.configuration.as_of),
        standing=standing(around, record),
        stages=stages(around, record),
        parts=tuple(part for part in parts if part is not None),
        share_words=texts("ledger.share_words"),
        level_words=texts(f"ledger.level.{level}"),
        rows=tuple(ledger_line(around, record, row) for row in rows[: -ROWS - 1 : -1]),
        rows_words=_rows_words(around, record, len(rows)),
        table=addresses.campaign_ledger_table(campaign.id),
        rows_table=addresses.campaign_ledger_rows(campaign.id) if rows else "",
        corrections=tuple(correction_line(around, each, in_campaign=True) for each in record.corrections),
        sample=campaign.sample or any(row.sample for row in record.ledger.rows),
        accent=cards.campaign_teaser(around, campaign).teaser.accent,
    )
    description = sentences(around, (bought_words(around, record), page.intro))
    steps = (
        Link(texts("nav.campaigns"), addresses.section("campaigns")),
        page.campaign,
        Link(texts("ledger.short_title"), address),
    )
    return Head(page.title, description, address, page_data(around, description, *steps)), page


def _rows_words(around: Surroundings, record: CampaignRecord, shown: int) -> str:
    """Return how many rows are shown, and how many count in totals alone."""
    texts = around.texts
    if not shown:
        return ""
    hidden = hidden_rows(record.ledger, around.config.ledger.publish)
    parts = [
        texts("ledger.rows_shown", shown=ROWS, all=shown) if shown > ROWS else texts.counted("ledger.rows_all", shown)
    ]
    if hidden:
        parts.append(texts.counted("ledger.rows_hidden", hidden))
    return sentences(around, parts)


def ledger_line(around: Surroundings, record: CampaignRecord, row: LedgerRow) -> LedgerLine:
    """Return a row as it is shown; only of a row that may be shown by itself."""
    texts, formats = around.texts, around.formats
    product = row.product.name if row.product is not None else ""
    what = product or (row.category.name if row.category is not None else "")
    quantity = " ".join(part for part in (formats.number(row.quantity), row.unit) if part)
    notes = [
        "" if nature_of(row) == PURCHASE else texts.label("ledger", "nature", row.nature),
        "" if row.basis == PAYMENT else texts.label("ledger", "basis", row.basis),
        texts("ledger.corrects", row=row.corrects) if row.corrects else "",
        row.note,
    ]
    return LedgerLine(
        id=row.id,
        date=row.date.isoformat(),
        body=row.organisation.name,
        what=texts.joined((part for part in (what, quantity) if part), "common.detail_separator"),
        channel=row.channel.name if row.channel is not None else "",
        amount=around.formats.exact_money(record.ledger.amount_of(row)),
        note=texts.joined((part for part in notes if part), "common.detail_separator"),
        people=formats.number(row.people) if row.people is not None else "",
    )
