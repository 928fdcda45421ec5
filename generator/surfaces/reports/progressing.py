"""Blocks on what was reached: sums of the ledger, targets, agreements, and figures that sources tell."""

from __future__ import annotations

from functools import partial

from generator.catalog.ledger import DIMENSIONS, Ledger
from generator.catalog.money import Money
from generator.catalog.progress import Rate, Span, TargetProgress, agreed, campaign_progress, target_progress
from generator.surfaces import cards
from generator.surfaces.figure_pages import value_in_words

from .model import Block, Column, Heading, Paragraph, Table
from .scope import Material
from .tables import amount_cell, amount_title, dimension_table, in_words

SECOND = 2


def totals(material: Material) -> tuple[Block, ...]:
    """Return the sums in words, each kind and basis apart."""
    texts, formats, ledger = material.around.texts, material.around.formats, material.ledger
    bought = ledger.total()
    told: list[str] = []
    if bought.amount is None:
        told.append(texts("report.nothing_bought"))
    else:
        rows = texts.counted("report.rows", len(bought.rows))
        bodies = texts.counted("report.bodies", len(ledger.by("organisation")))
        told.append(texts("report.bought", amount=in_words(material, bought.amount), rows=rows, bodies=bodies))
        returned = ledger.total("return")
        if returned.amount is not None:
            amount = returned.amount
            positive = Money(abs(amount.amount), amount.currency) if isinstance(amount, Money) else amount
            told.append(texts("report.returned", amount=in_words(material, positive)))
        samples = sum(row.sample for row in ledger.counted())
        if samples:
            told.append(texts.counted("report.samples", samples))
        if bought.people is not None:
            told.append(texts("report.people", people=formats.number(bought.people)))
    for nature, basis in (
        ("purchase", "order"), ("purchase", "delivery"), ("donation", "payment"), ("donation", "delivery"),
        ("investment", "payment"),
    ):  # fmt: skip
        total = ledger.total(nature, basis)
        if total.amount is not None:
            told.append(texts(f"report.apart.{nature}.{basis}", amount=in_words(material, total.amount)))
    return (Heading(SECOND, "", texts("report.totals")), Paragraph("".join(told)))


def targets(material: Material) -> tuple[Block, ...]:
    """Return how far targets are; no rate without a goal that is told."""
    texts = material.around.texts
    measured = [target_progress(each, material.whole, material.organisations) for each in material.targets]
    rows = (*_goals(material), *(_target_row(material, each) for each in measured))
    if not rows:
        return ()
    columns = (
        Column(texts("report.column.target"), weight=9),
        Column(texts("report.column.due"), is_number=True, weight=5),
        Column(texts("report.column.reached"), is_number=True, weight=6),
        Column(texts("report.column.rate"), is_number=True, weight=4),
        Column(texts("report.column.days_left"), is_number=True, weight=5),
    )
    return (Heading(SECOND, "", texts("report.targets")), Table(texts("report.targets_table"), columns, rows))


def _goals(material: Material) -> list[tuple[str, ...]]:
    """Return a row for each campaign's own goal; a county or a body has no part of it that anybody named."""
    if material.scope.kind not in ("site", "campaign"):
        return []
    around = material.around
    rows: list[tuple[str, ...]] = []
    for campaign in material.campaigns:
        if campaign.goal is None:
            continue
        own = around.catalog.ledger_by_campaign.get(campaign.id, ())
        progress = campaign_progress(campaign, Ledger.of(own, material.as_of), ())
        name = around.texts("report.whose_target", whose=campaign.name, kind=around.texts("common.goal"))
        due, reached = in_words(material, progress.goal), in_words(material, progress.reached.amount)
        rows.append((name, due, reached or "—", _rate(material, progress.rate), _days_left(material, progress.span)))
    return rows


def _rate(material: Material, rate: Rate | None) -> str:
    texts, formats = material.around.texts, material.around.formats
    return texts("report.percent", number=formats.number(rate.percent_exact)) if rate else "—"


def _days_left(material: Material, span: Span) -> str:
    left = span.days_left
    return material.around.formats.number(left) if left is not None else material.around.texts("report.ended")


def _target_row(material: Material, progress: TargetProgress) -> tuple[str, ...]:
    texts, formats, target = material.around.texts, material.around.formats, progress.target
    whose = target.organisation or target.campaign
    kind = texts.label("targets", "kind", target.kind)
    is_people = target.kind == "people"
    due = formats.number(progress.due_people) if is_people else in_words(material, progress.due)
    reached = formats.number(progress.reached.people) if is_people else in_words(material, progress.reached.amount)
    if progress.goal_state == "not-disclosed":
        due = texts("common.not_disclosed")
    name = texts("report.whose_target", whose=whose.name, kind=kind) if whose else kind
    rate, days = _rate(material, progress.rate), _days_left(material, progress.span)
    return (name, due or "—", reached or "—", rate, days)


def _dimension(name: str, material: Material) -> tuple[Block, ...]:
    total = material.ledger.total()
    table = dimension_table(material, name, material.ledger.by(name), total)
    return (Heading(SECOND, "", table.caption), table) if table is not None else ()


BY_DIMENSION = {name: partial(_dimension, name) for name in DIMENSIONS}
"""Dimension of the ledger → the block that shares purchases out over it."""


def agreements(material: Material) -> tuple[Block, ...]:
    """Return what was agreed, by kind of paper: nothing of it is a purchase."""
    texts = material.around.texts
    found = agreed(material.agreements, material.as_of)
    if not found:
        return ()
    columns = (
        Column(texts.field_title("agreements", "kind"), weight=4),
        Column(texts("report.column.papers"), is_number=True),
        Column(amount_title(material), is_number=True, weight=3),
    )
    rows = tuple(
        (
            texts.label("agreements", "kind", each.kind),
            material.around.formats.number(len(each.agreements)),
            amount_cell(material, each.amount),
        )
        for each in found
    )
    return (
        Heading(SECOND, "", texts("report.agreements")),
        Paragraph(texts("report.agreements_note")),
        Table(texts("report.agreements_table"), columns, rows),
    )


def figures(material: Material) -> tuple[Block, ...]:
    """Return what sources tell, with qualifier, day and source; never added to the ledger."""
    around = material.around
    texts = around.texts
    if not material.figures:
        return ()
    views = [cards.figure_view(around, each) for each in material.figures]
    columns = (
        Column(texts.field_title("figures", "label"), weight=4),
        Column(texts.field_title("figures", "value"), is_number=True, weight=3),
        Column(texts.field_title("figures", "as_of"), weight=3),
        Column(texts.field_title("figures", "source"), weight=5),
    )
    rows = tuple(
        (str(view.label), value_in_words(around, view), view.as_of or texts("common.not_disclosed"), view.source.title)
        for view in views
    )
    return (
        Heading(SECOND, "", texts("report.figures")),
        Paragraph(texts("report.figures_note")),
        Table(texts("report.figures_table"), columns, rows),
    )
