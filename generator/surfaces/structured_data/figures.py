"""A figure with its date and its source (https://schema.org/Observation)."""

from __future__ import annotations

from decimal import Decimal

from generator.catalog.figure import Figure
from generator.surfaces import addresses
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Link

from .breadcrumbs import breadcrumbs
from .citations import cited
from .nodes import Node, identifier, node, page_address, statements

_SAYS = {"": "value", "exact": "value", "so-far": "value", "at-least": "minValue", "more-than": "minValue"}
"""Qualifier → what the number is said to be; what is only about so much is said in words alone."""


def figure_data(around: Surroundings, figure: Figure, words: str) -> Node:
    """Return the statements of a figure's page; *words* say it with qualifier and unit."""
    address = addresses.figure(figure.id)
    page = node(
        "WebPage",
        {
            "name": words,
            "url": page_address(around, address),
            "inLanguage": around.texts.language,
            "citation": cited(figure.source),
            "mainEntity": _observation(around, figure, words, address),
        },
    )
    steps = (Link(around.texts("figures.title"), addresses.figures()), Link(figure.label, address))
    return statements(page, breadcrumbs(around, *steps))


def _observation(around: Surroundings, figure: Figure, words: str, address: str) -> Node | None:
    """Return the figure; ``None`` where it is withheld, or invented for show."""
    if figure.sample or figure.qualifier == "not-disclosed" or not isinstance(figure.value, Decimal):
        return None
    says = _SAYS.get(figure.qualifier)
    value, unit = around.formats.plain_figure(figure.value, figure.unit)
    values = {
        "@id": identifier(around, address, "figure"),
        "name": figure.label,
        "description": words,
        "variableMeasured": figure.label,
        "unitText": unit,
        "observationDate": str(figure.as_of) if figure.as_of else "",
        **({says: f"{value:f}"} if says else {}),
    }
    return node("Observation", values)
