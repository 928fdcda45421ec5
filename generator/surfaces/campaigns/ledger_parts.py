"""What was bought, by one dimension: a picture and the table that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import NamedTuple

from generator.catalog.campaign_record import CampaignRecord
from generator.catalog.ledger import Total
from generator.surfaces.campaign_views import LedgerPart, ShareRow, ShareTable
from generator.surfaces.charts import ColumnChart, Datum, bar_chart, column_chart
from generator.surfaces.ledger_values import ranked, value_name
from generator.surfaces.surroundings import Surroundings

from .amounts import is_large, money_alike, share, size

BARS = 12
"""Bars drawn; what is beyond them is told in one line, without a bar that would dwarf them all."""
ROWS = 15
"""Parts of a table that are read at once."""
WEEKLY_UP_TO = 93
"""Days: the course of a longer campaign is told by the month."""
WEEK = timedelta(days=7)


class Named(NamedTuple):
    """A part of the total with its name."""

    label: str
    href: str
    short: str
    """The name where there is little room."""
    total: Total


def by_dimension(around: Surroundings, record: CampaignRecord, dimension: str, key: str = "") -> LedgerPart | None:
    """Return the total by one of the ledger's dimensions; ``None`` where no row tells anything of it.

    Months stand in their order, everything else by its amount; what rows do not say comes last.
    """
    parts = record.ledger.by(dimension)
    if not any(part.key for part in parts):
        return None
    named = [Named(*value_name(around, dimension, part.key), part.total) for part in ranked(dimension, parts)]
    return _part(around, record, key or dimension, around.texts(f"ledger.by.{dimension}"), dimension, named)


def course(around: Surroundings, record: CampaignRecord) -> LedgerPart | None:
    """Return the course of a campaign: by weeks from its first day, or by months where it is long."""
    rows = record.ledger.counted()
    if not rows:
        return None
    campaign = record.campaign
    first = min(campaign.starts_on, *(row.date for row in rows))
    last = max(min(campaign.ends_on, record.catalog.as_of), *(row.date for row in rows))
    if (last - first).days + 1 > WEEKLY_UP_TO:
        return by_dimension(around, record, "month", "course")
    weeks: list[Named] = []
    while first <= last:
        end = min(first + WEEK - timedelta(days=1), last)
        label = around.texts.span("day", start=around.formats.day(first), end=around.formats.day(end))
        total = record.ledger.between(first, end).total()
        weeks.append(Named(label, "", around.texts("date.short", month=first.month, day=first.day), total))
        first += WEEK
    return _part(around, record, "course", around.texts("ledger.by.week"), "week", weeks)


def _part(
    around: Surroundings, record: CampaignRecord, key: str, title: str, dimension: str, named: Sequence[Named]
) -> LedgerPart:
    whole = record.ledger.total()
    is_course = dimension in ("month", "week")
    words = _words(around, named, whole)
    return LedgerPart(
        id=key,
        title=title,
        bars=None if is_course else bar_chart(key, title, words, _bars(around, record, named)),
        columns=_columns(around, key, title, words, named) if is_course else None,
        table=_table(around, title, dimension, named, whole),
    )


def _bars(around: Surroundings, record: CampaignRecord, named: Sequence[Named]) -> list[Datum]:
    shown = named if len(named) <= BARS + 1 else named[:BARS]
    told = partial(money_alike, around, is_large=any(is_large(around, each.total.amount) for each in shown))
    data = [Datum(each.label, told(each.total.amount), size(each.total.amount)) for each in shown]
    if len(shown) < len(named):
        drawn = {key for each in shown for key in each.total.rows}
        rest = record.ledger.where(lambda row: row.key not in drawn).total()
        count = len(named) - len(shown)
        label = around.texts.counted("ledger.rest", count)
        data.append(Datum(label, told(rest.amount), None))
    return data


def _columns(around: Surroundings, key: str, title: str, words: str, named: Sequence[Named]) -> ColumnChart | None:
    is_in_large = any(is_large(around, each.total.amount) for each in named)
    data = [
        Datum(
            each.short,
            money_alike(around, each.total.amount, is_large=is_in_large, has_unit=False),
            size(each.total.amount),
        )
        for each in named
    ]
    if sum(1 for each in named if each.total.rows) < 2:
        return None
    unit = around.config.currency.large_unit if is_in_large else ""
    return column_chart(key, title, words, data, around.texts("chart.unit", unit=unit) if unit else "")


def _words(around: Surroundings, named: Sequence[Named], whole: Total) -> str:
    """Return what a picture shows, in a sentence: the first three of all parts, and that a table has them all."""
    told = [f"{each.label} {around.formats.money(each.total.amount)}" for each in named if each.total.rows]
    first = around.texts.joined(told[:3])
    return around.texts("chart.words", count=len(named), first=first, sum=around.formats.money(whole.amount))


def _table(around: Surroundings, title: str, dimension: str, named: Sequence[Named], whole: Total) -> ShareTable:
    rows = [_row(around, each, whole) for each in named]
    is_long = len(rows) > ROWS + 3
    texts = around.texts
    return ShareTable(
        title=title,
        head=texts(f"ledger.head.{dimension}"),
        parts=tuple(rows[:ROWS] if is_long else rows),
        folded=tuple(rows[ROWS:] if is_long else ()),
        more=texts.counted("ledger.more", len(rows) - ROWS) if is_long else "",
        sum=_row(around, Named(texts("ledger.sum"), "", "", whole), whole) if len(rows) > 1 else None,
        has_people=any(row.people for row in rows),
    )


def _row(around: Surroundings, each: Named, whole: Total) -> ShareRow:
    people = each.total.people
    return ShareRow(
        label=each.label,
        href=each.href,
        amount=around.formats.exact_money(each.total.amount) if each.total.rows else around.texts("ledger.none"),
        share=share(around, each.total.amount, whole.amount),
        people=around.formats.number(people) if people is not None else "",
        rows=around.formats.number(len(each.total.rows)),
    )
