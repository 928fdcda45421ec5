"""Blocks on who organised what, and by which papers."""

from __future__ import annotations

from .model import Block, Column, Paragraph, Table
from .scope import Material


def campaigns(material: Material) -> tuple[Block, ...]:
    """Return the campaigns of the period with their bodies."""
    around, found = material.around, material.campaigns
    texts = around.texts
    if not found:
        return ()
    rows = tuple(
        (
            each.name,
            texts.span("day", start=around.formats.day(each.starts_on), end=around.formats.day(each.ends_on)),
            texts.joined(body.name for body in each.organisers) or "—",
            texts.joined(body.name for body in each.participants) or "—",
        )
        for each in found
    )
    columns = (
        Column(texts("report.column.campaign"), weight=3),
        Column(texts("campaign.dates"), weight=3),
        Column(texts.field_title("campaigns", "organisers"), weight=3),
        Column(texts.field_title("campaigns", "participants"), weight=4),
    )
    said = Paragraph(texts.counted("report.campaigns", len(found)))
    return (said, Table(texts("report.campaigns_table"), columns, rows))


def letters(material: Material) -> tuple[Block, ...]:
    """Return the open letters that were issued."""
    texts = material.around.texts
    if not material.letters:
        return ()
    titles = texts.joined(texts("report.title_of_paper", title=each.title) for each in material.letters)
    return (Paragraph(texts("report.letters", titles=titles)),)


def policies(material: Material) -> tuple[Block, ...]:
    """Return the papers that the campaigns go by."""
    texts = material.around.texts
    if not material.policies:
        return ()
    titles = texts.joined(
        texts("report.paper_of", title=each.title, issuer=each.issuer)
        if each.issuer
        else texts("report.title_of_paper", title=each.title)
        for each in material.policies
    )
    return (Paragraph(texts("report.policies", titles=titles)),)
