"""Columns on other sites that do not follow by themselves: pasted into a page, or copied with all their files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.catalog.embedding import EmbedColumn, Host
from generator.catalog.tables import items_of
from generator.contract.schema import Field
from generator.surfaces.embed.selection import products_of
from generator.surfaces.page_days import day_of_product
from generator.surfaces.surroundings import Surroundings

from .tasks import Reason, Task, newer_words, shown_reasons

PASTED = ("a", "b")
"""Grades whose names and addresses stand in the other site's own page: picture link and plain text."""


def column_tasks(around: Surroundings) -> Iterator[Task]:
    """Yield every pasted column and every copy on another host that is no longer right."""
    for host in items_of(around.catalog.items, "hosts", Host):
        if host.grade in PASTED:
            kind, reasons = "column", tuple(_of_pasted(around, host))
        elif host.self_hosted:
            kind, reasons = "copy", tuple(_of_copy(around, host))
        else:
            continue
        if reasons:
            yield Task(
                kind=kind,
                kind_words=around.texts(f"worklist.{kind}"),
                table="hosts",
                id=host.id,
                name=str(host.column.title),
                place=host.id,
                place_name=str(host.name),
                detail=host.url,
                reasons=reasons,
            )


def _made_on(host: Host) -> date | None:
    return host.copied_on or host.since


def _of_pasted(around: Surroundings, host: Host) -> Iterator[Reason]:
    """Yield what was renamed, recalled or withdrawn since it was pasted, and that the column has ended."""
    yield from _ended(around, host.column)
    made = _made_on(host)
    for product in products_of(around.catalog, host.column):
        if product.id not in around.catalog.products:
            yield Reason("not-published", str(around.texts("worklist.not_published", name=product.name)))
            continue
        yield from shown_reasons(around, product, made)
        for change in around.catalog.changes_by_product.get(product.id, ()):
            if _is_name(around, change.field) and _is_news(around, change.date, made):
                words = around.texts(
                    "worklist.renamed", before=change.old, name=product.name, day=around.formats.day(change.date)
                )
                yield Reason("name", str(words), change.date, str(change.old), str(product.name))


def _of_copy(around: Surroundings, host: Host) -> Iterator[Reason]:
    """Yield what of the copied products is newer than the copy."""
    yield from _ended(around, host.column)
    texts, made = around.texts, _made_on(host)
    newer: list[tuple[date, str]] = []
    for product in products_of(around.catalog, host.column):
        gone = shown_reasons(around, product, made)
        yield from gone
        day = day_of_product(around, product)
        if not gone and day is not None and made is not None and day > made:
            newer.append((day, str(product.name)))
    if newer:
        words = texts("worklist.old_copy", day=around.formats.day(made), products=newer_words(around, newer))
        yield Reason("old-data", str(words), max(newer)[0])


def _ended(around: Surroundings, column: EmbedColumn) -> Iterator[Reason]:
    last = column.valid_until
    if last is not None and last < around.configuration.as_of:
        yield Reason("ended", str(around.texts("worklist.column_ended", day=around.formats.day(last))), last)
    if column.channel is not None and column.channel.status == "closed":
        yield Reason("ended", str(around.texts("worklist.channel_closed", name=column.channel.name)))


def _is_name(around: Surroundings, written: str) -> bool:
    field = around.tables["products"].words.get(written)
    return isinstance(field, Field) and field.name == "name"


def _is_news(around: Surroundings, day: date, made: date | None) -> bool:
    return day <= around.configuration.as_of and (made is None or day > made)
