"""The numbers that a report rests on, each with its value, its words and the rows or the source behind it."""

from __future__ import annotations

from decimal import Decimal

from generator.catalog.figure import Figure
from generator.catalog.item import Amount
from generator.catalog.ledger import Total
from generator.catalog.money import Money, cents
from generator.contract.quantities import NotDisclosed
from generator.surfaces import cards
from generator.surfaces.figure_pages import value_in_words

from .model import KeyFigure
from .scope import Material
from .tables import in_words

SUMS = (
    ("purchase", "payment"), ("purchase", "order"), ("purchase", "delivery"), ("return", "payment"),
    ("donation", "payment"), ("donation", "delivery"), ("investment", "payment"),
)  # fmt: skip
"""Nature and basis of the sums that are told: each alone, none added to another."""


def key_figures(material: Material) -> tuple[KeyFigure, ...]:
    """Return the sums of the ledger that there are, numbers of rows, bodies and people, then the figures of sources."""
    texts, ledger = material.around.texts, material.ledger
    found: list[KeyFigure] = []
    for nature, basis in SUMS:
        total = ledger.total(nature, basis)
        if total.amount is not None:
            key = f"{nature}.{basis}"
            found.append(
                KeyFigure(
                    key, texts(f"report.sum.{key}"), plain(total.amount), in_words(material, total.amount), total.rows
                )
            )
    bought = ledger.total()
    found.append(_count(material, "rows", len(bought.rows), bought))
    found.append(_count(material, "organisations", len(ledger.by("organisation")), bought))
    if bought.people is not None:
        found.append(_count(material, "people", bought.people, bought))
    return (*found, *(_of_source(material, figure) for figure in material.figures))


def plain(amount: Amount) -> str:
    """Return an amount as registers keep it: two decimals, ``xx`` where it is withheld, ``""`` where there is none."""
    if isinstance(amount, NotDisclosed):
        return amount.value
    return cents(amount.amount) if isinstance(amount, Money) else ""


def _count(material: Material, key: str, number: int, total: Total) -> KeyFigure:
    around = material.around
    return KeyFigure(key, around.texts(f"report.sum.{key}"), str(number), around.formats.number(number), total.rows)


def _of_source(material: Material, figure: Figure) -> KeyFigure:
    view = cards.figure_view(material.around, figure)
    hidden = not view.disclosed or not isinstance(figure.value, Decimal)
    return KeyFigure(
        key=figure.id,
        label=figure.label,
        value="xx" if hidden else f"{figure.value} {figure.unit}".strip(),
        shown=value_in_words(material.around, view),
        source=view.source.title,
        as_of=view.as_of,
    )
