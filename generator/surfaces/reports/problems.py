"""Blocks on what is in the way: who has not reported, what cannot be sent by post, what was corrected."""

from __future__ import annotations

from generator.contract.schema import load_tables
from generator.surfaces.texts import Texts

from .model import Block, Column, Heading, Paragraph, Table
from .scope import Material

SECOND = 2


def not_reported(material: Material) -> tuple[Block, ...]:
    """Return the bodies that take part and have no row in the period."""
    texts, found = material.around.texts, material.not_reported
    if not found:
        return ()
    names = texts.joined(each.name for each in found)
    said = texts.counted("report.not_reported", len(found))
    return (Heading(SECOND, "", texts("report.not_reported_title")), Paragraph(said + names + texts("report.stop")))


def offline_only(material: Material) -> tuple[Block, ...]:
    """Return the products of the scope's campaigns that can only be bought on the spot."""
    around, texts = material.around, material.around.texts
    products = {each.id: each for campaign in material.campaigns for each in campaign.products}
    found = [each for key, each in products.items() if each.offline_only and key in around.catalog.products]
    if not found:
        return ()
    names = texts.joined(each.name for each in found)
    said = texts.counted("report.offline_only", len(found))
    return (Heading(SECOND, "", texts("report.offline_only_title")), Paragraph(said + names + texts("report.stop")))


def corrections(material: Material) -> tuple[Block, ...]:
    """Return the public corrections: old, new, day, reason; fields that are not public are not named by value."""
    texts, formats = material.around.texts, material.around.formats
    if not material.corrections:
        return ()
    columns = (
        Column(texts.field_title("corrections", "date"), weight=3),
        Column(texts("report.column.what"), weight=4),
        Column(texts.field_title("corrections", "old"), weight=3),
        Column(texts.field_title("corrections", "new"), weight=3),
        Column(texts.field_title("corrections", "reason"), weight=5),
    )
    tables, rows = load_tables(), []
    for each in material.corrections:
        known = tables.get(each.table)
        entry = known.by_name.get(each.field) if known else None
        if entry is not None and not entry.public:
            continue
        field = texts.field_title(each.table, each.field) if entry is not None else each.field
        what = f"{each.record} {field}".strip()
        rows.append((formats.day(each.date), what, each.old or "—", each.new or "—", each.reason))
    if not rows:
        return ()
    return (
        Heading(SECOND, "", texts("report.corrections")),
        Table(texts("report.corrections_table"), columns, tuple(rows)),
    )


def waiting(material: Material) -> Paragraph:
    """Return what stands where the editors' own words are still to come."""
    return Paragraph(material.around.texts("report.waiting"))


def nothing(texts: Texts) -> Paragraph:
    """Return what a part says that has neither facts nor words."""
    return Paragraph(texts("report.nothing"))
