"""The filter beside lists of products: plain links to the lists of single values, which a script lets one combine."""

from __future__ import annotations

from collections.abc import Iterable

from .facets import Facet
from .list_views import Filter, FilterFacet, FilterValue
from .outputs import digest_of

SHOWN = 8
"""Values of a facet that stand in pages where another page lists all of them; a script brings the others."""
OPEN = 2
"""Facets that are open at first."""


def shown_facets(facets: Iterable[Facet], total: int) -> tuple[Facet, ...]:
    """Return the facets by which *total* products can be told apart: one value that all of them have is none."""
    return tuple(
        facet for facet in facets if facet.values and any(len(value.products) < total for value in facet.values)
    )


def filter_of(facets: Iterable[Facet], *, counted: bool) -> Filter:
    """Return *facets* as the filter of a page; *counted* tells with how many products each value has.

    Numbers stand on the first page of a list alone, so that one product more does not change all the others.
    """
    return Filter(
        tuple(
            FilterFacet(
                key=facet.key,
                title=facet.title,
                is_open=place < OPEN,
                values=tuple(
                    FilterValue(value.id, value.label, value.href, str(len(value.products)) if counted else "")
                    for value in (facet.values[:SHOWN] if facet.all_href else facet.values)
                ),
                all_href=facet.all_href if len(facet.values) > SHOWN else "",
            )
            for place, facet in enumerate(facets)
        )
    )


def digest_of_filter(facets: Iterable[Facet], shown: Filter) -> str:
    """Return a digest of what *shown* says of *facets*."""
    things = {(facet.key, value.id): value.digest for facet in facets for value in facet.values}
    return digest_of(
        *(
            f"{facet.key}:{value.id}:{value.number}:{things[facet.key, value.id]}"
            for facet in shown.facets
            for value in facet.values
        ),
        *(f"{facet.title}:{facet.all_href}" for facet in shown.facets),
    )
