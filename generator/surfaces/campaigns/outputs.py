"""The plan of all pages, tables and calendars of campaigns."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.catalog.campaign_record import CampaignRecord
from generator.catalog.ledger_publication import PERSON
from generator.surfaces import addresses
from generator.surfaces.events.outputs import calendar_output
from generator.surfaces.outputs import Output, digest_of
from generator.surfaces.pages import PortalPages

from .issue_page import issue_page
from .ledger_page import ledger_page
from .ledger_tables import rows_table, sums_table
from .letter_page import letter_page
from .page import campaign_page
from .papers import letter_address


def outputs(pages: PortalPages) -> Iterator[Output]:
    """Plan everything of every campaign that is out."""
    for record in pages.around.campaign_records.values():
        needs = _digest(pages, record)
        yield pages.output(
            addresses.campaign(record.campaign.id),
            section="campaigns",
            template="campaign.html",
            needs=needs,
            build=partial(campaign_page, pages.around, record.campaign),
            subject=record.campaign.name,
        )
        yield from _papers(pages, record, needs)
        if record.has_ledger:
            yield from _ledger(pages, record, needs)
        name = record.campaign.name
        yield from calendar_output(pages.around, addresses.campaign_calendar(record.campaign.id), name, record.events)


def _papers(pages: PortalPages, record: CampaignRecord, needs: str) -> Iterator[Output]:
    for letter in record.letters:
        yield pages.output(
            letter_address(record, letter),
            section="campaigns",
            template="letter.html",
            needs=digest_of(needs, letter.key),
            build=partial(letter_page, pages.around, record, letter),
            subject=letter.title,
        )
    for issue in record.issues:
        if isinstance(issue.number, int):
            yield pages.output(
                addresses.campaign_issue(record.campaign.id, issue.number),
                section="campaigns",
                template="issue.html",
                needs=digest_of(needs, issue.key),
                build=partial(issue_page, pages.around, record, issue),
                subject=issue.title,
            )


def _ledger(pages: PortalPages, record: CampaignRecord, needs: str) -> Iterator[Output]:
    around, key = pages.around, record.campaign.id
    yield pages.output(
        addresses.campaign_ledger(key),
        section="campaigns",
        template="ledger.html",
        needs=digest_of(needs, "ledger"),
        build=partial(ledger_page, around, record),
        subject=around.texts("ledger.title", name=record.campaign.name),
    )
    path = around.place(addresses.campaign_ledger_table(key))
    yield Output(path, digest_of(around.base, needs), partial(sums_table, around, record), path)
    if around.config.ledger.publish == "rows" and any(row.buyer_kind != PERSON for row in record.rows):
        path = around.place(addresses.campaign_ledger_rows(key))
        yield Output(path, digest_of(around.base, needs), partial(rows_table, around, record), path)


def _digest(pages: PortalPages, record: CampaignRecord) -> str:
    """Return a digest of everything that pages of a campaign show, besides the base of all pages."""
    around, campaign = pages.around, record.campaign
    published = tuple(product for product in campaign.products if product.id in around.catalog.products)
    code = around.catalog.code_by_target.get(("campaign", campaign.id))
    entries = (entry for issue in record.issues for entry in around.catalog.entries_by_issue.get(issue.id, ()))
    known = (str(entry.product is not None and entry.product.id in around.catalog.products) for entry in entries)
    states = (around.catalog.placement_state(placement) for placement in record.placements)
    return digest_of(
        around.digest_of_products(published),
        code.digest if code is not None else "",
        *(item.digest for item in record.all_items()),
        *known,
        *states,
        str(sorted(record.reported)),
    )
