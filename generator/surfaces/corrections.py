"""Corrections in public: what was wrong, what is right, when it was mended and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from generator.catalog.campaign import LedgerRow
from generator.catalog.campaign_record import corrections_until
from generator.catalog.figure import Correction
from generator.catalog.ledger_publication import PERSON
from generator.catalog.money import Money
from generator.languages.tags import is_chinese

from . import addresses
from .correction_views import CorrectionLine, CorrectionsPage
from .outputs import Output, digest_of
from .pages import Head, PortalPages
from .structured_data import page_data
from .surroundings import Surroundings
from .views import Link

_NUMBER = re.compile(r"-?\d+(\.\d{1,2})?")


def outputs(pages: PortalPages) -> Iterator[Output]:
    """Plan the log of all corrections, where something was corrected."""
    around = pages.around
    corrections = corrections_until(around.catalog)
    if corrections:
        yield pages.output(
            addresses.corrections(),
            section=addresses.NEUTRAL,
            template="corrections.html",
            needs=digest_of(*(correction.digest for correction in corrections)),
            build=partial(_page, around, corrections),
            subject=around.texts("corrections.title"),
        )


def correction_line(around: Surroundings, correction: Correction, *, in_campaign: bool = False) -> CorrectionLine:
    """Return a correction in a line; on its campaign's own page the campaign is not named again."""
    table, field = correction.table, correction.field
    is_told = _is_public(around, correction)
    schema = around.tables.get(table)
    is_known = schema is not None and field in schema.by_name
    parts = (
        _table_name(around, table),
        correction.record,
        around.texts.field_title(table, field) if is_known else field,
    )
    hidden = around.texts("corrections.hidden")
    campaign = None if in_campaign else correction.campaign
    return CorrectionLine(
        date=around.formats.day(correction.date),
        what=around.texts.joined((part for part in parts if part), "common.detail_separator"),
        old=_value(around, correction, correction.old) if is_told else hidden,
        new=_value(around, correction, correction.new) if is_told else hidden,
        reason=correction.reason,
        campaign=Link(campaign.name, addresses.campaign(campaign.id))
        if campaign is not None and campaign.id in around.catalog.campaigns
        else None,
    )


def _value(around: Surroundings, correction: Correction, text: str) -> str:
    """Return a value as it was written; a bare number in a field of money has its currency."""
    schema = around.tables.get(correction.table)
    field = schema.by_name.get(correction.field) if schema is not None else None
    if field is None or field.semantic != "money" or not _NUMBER.fullmatch(text):
        return text
    return around.formats.exact_money(Money(Decimal(text), around.config.currency.code))


def _table_name(around: Surroundings, table: str) -> str:
    """Return what a table is called; what names none is left as the editor wrote it."""
    schema, texts = around.tables.get(table), around.texts
    if schema is None:
        return table
    if not is_chinese(texts.language):
        return schema.title_en
    return texts.rewrite(schema.title) if texts.rewrite is not None else schema.title


def _is_public(around: Surroundings, correction: Correction) -> bool:
    """Tell whether the values may be shown: those of a public field, and of nothing that a person bought."""
    schema = around.tables.get(correction.table)
    field = schema.by_name.get(correction.field) if schema is not None else None
    if field is not None and not field.public:
        return False
    row = around.catalog.items["ledger"].get(correction.record) if correction.table == "ledger" else None
    return not (isinstance(row, LedgerRow) and row.buyer_kind == PERSON)


def _page(around: Surroundings, corrections: list[Correction]) -> tuple[Head, CorrectionsPage]:
    texts = around.texts
    page = CorrectionsPage(
        title=texts("corrections.title"),
        intro=texts("corrections.intro"),
        number=texts.counted("count.corrections", len(corrections)),
        lines=tuple(correction_line(around, correction) for correction in corrections),
    )
    data = page_data(around, page.intro, Link(page.title, addresses.corrections()))
    return Head(title=page.title, description=page.intro, address=addresses.corrections(), data=data), page
