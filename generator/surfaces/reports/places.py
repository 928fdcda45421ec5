"""Blocks on where goods are bought and seen: channels, placements, events."""

from __future__ import annotations

from collections import Counter

from .model import Block, Column, Heading, Paragraph, Table
from .scope import Material
from .tables import amount_cell, amount_title

SECOND = 2


def channels(material: Material) -> tuple[Block, ...]:
    """Return the channels that were bought through, those that campaigns name besides."""
    texts, catalog = material.around.texts, material.around.catalog
    sums = {part.key: part.total for part in material.ledger.by("channel")}
    named = {channel.id for campaign in material.campaigns for channel in campaign.channels}
    shown = [each for key, each in catalog.channels.items() if key in sums or key in named]
    if not shown:
        return ()
    columns = (
        Column(texts("report.dimension.channel"), weight=4),
        Column(texts.field_title("channels", "kind"), weight=2),
        Column(texts.field_title("channels", "mode"), weight=2),
        Column(amount_title(material), is_number=True, weight=3),
    )
    rows = tuple(
        (
            each.name,
            texts.label("channels", "kind", each.kind),
            texts.label("channels", "mode", each.mode) if each.mode else "—",
            amount_cell(material, sums[each.id].amount if each.id in sums else None),
        )
        for each in shown
    )
    return (
        Heading(SECOND, "", texts("report.channels")),
        Table(texts("report.channels_table"), columns, rows),
    )


def placements(material: Material) -> tuple[Block, ...]:
    """Return the places by kind and state, then one by one."""
    texts, formats, found = material.around.texts, material.around.formats, material.placements
    if not found:
        return ()
    counted = Counter((each.kind, each.status or "open") for each in found)
    words = texts.joined(
        texts(
            "report.places_of_kind",
            kind=texts.label("placements", "kind", kind),
            status=texts.label("placements", "status", status),
            number=number,
        )
        for (kind, status), number in sorted(counted.items())
    )
    columns = (
        Column(texts.field_title("placements", "name"), weight=5),
        Column(texts.field_title("placements", "kind"), weight=2),
        Column(texts.field_title("placements", "status"), weight=2),
        Column(texts.field_title("placements", "host"), weight=4),
        Column(texts.field_title("placements", "installed_on"), weight=3),
    )
    rows = tuple(
        (
            each.name,
            texts.label("placements", "kind", each.kind),
            texts.label("placements", "status", each.status) if each.status else "—",
            (each.host.name if each.host else each.host_name) or "—",
            formats.period(each.installed_on) or "—",
        )
        for each in found
    )
    said = Paragraph(texts.counted("report.places", len(found)) + words + texts("report.stop"))
    return (Heading(SECOND, "", texts("report.placements")), said, Table(texts("report.placements"), columns, rows))


def events(material: Material) -> tuple[Block, ...]:
    """Return the events of the period with what they brought."""
    texts, formats, found = material.around.texts, material.around.formats, material.events
    if not found:
        return ()
    columns = (
        Column(texts.field_title("events", "name"), weight=4),
        Column(texts("report.column.day"), weight=3),
        Column(texts.field_title("events", "place"), weight=3),
        Column(texts.field_title("events", "result"), weight=4),
    )
    rows = tuple((each.name, formats.period(each.starts_on), each.place or "—", each.result or "—") for each in found)
    return (Heading(SECOND, "", texts("report.events")), Table(texts("report.events_table"), columns, rows))
