"""What is known of figures: never without qualifier, day and source."""

from __future__ import annotations

from generator.catalog.figure import Figure
from generator.surfaces import cards
from generator.surfaces.surroundings import Surroundings

from .knowledge import Facts
from .telling import Teller, flat


def figure_facts(around: Surroundings, figure: Figure, field: str = "value") -> Facts:
    """Yield what *figure* counts, with what must be known with it."""
    view, texts = cards.figure_view(around, figure), around.texts
    whose = (
        *(str(each.name) for each in (figure.campaign, figure.placement, figure.supplier, figure.organisation) if each),
        str(figure.origin.name) if figure.origin else "",
    )
    owner = next((name for name in whose if name), "")
    teller = Teller(around, str(figure.label), day=figure.as_of, source=figure.source, sample=figure.sample)
    parts = {"before": view.qualifier, "number": view.value, "after": view.qualifier_after, "unit": view.unit}
    value = flat(texts("figure.value", **parts))
    note = flat(view.note).rstrip("。.")
    key = "ask.figure_of" if owner else "ask.figure"
    told = texts("ask.figure_note", note=note) if note else ""
    sentence = texts(key, label=str(figure.label), owner=owner, value=value, day=str(view.as_of), note=told)
    shown = texts.joined(
        (part for part in (f"{figure.label}{texts('ask.colon')}{value}", note) if part), "common.detail_separator"
    )
    yield from teller.said(field, shown, sentence)
    if field == "value":
        yield from teller.basis()
