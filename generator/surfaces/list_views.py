"""What lists of products receive: the filter beside them, the orders they come in, the list itself."""

from __future__ import annotations

from typing import NamedTuple

from generator.contract.frozen import frozen_record

from .page_views import ListPage
from .views import Link, Teaser


class FilterValue(NamedTuple):
    """A value that one can choose; without a script a link to the products that have it."""

    id: str
    text: str
    href: str
    number: str
    """Number of products that have it; empty where the page does not tell."""


class FilterFacet(NamedTuple):
    """One respect in which products differ, with its values."""

    key: str
    title: str
    is_open: bool
    """Its values are shown at first sight."""
    values: tuple[FilterValue, ...]
    """The commonest, where there are many."""
    all_href: str
    """Where all values are listed; empty where they all stand here or no page lists them."""


@frozen_record
class Filter:
    """All facets: the same on every page of a list."""

    facets: tuple[FilterFacet, ...]


class FilterScript(NamedTuple):
    """What makes links of a filter a choice of several."""

    src: str
    data: str
    """File with the facets of all products."""
    order: str
    """Name of the order in which the page lists them."""
    page_size: int
    """Cards shown at a time."""


class SortLink(NamedTuple):
    """An order that a list comes in."""

    name: str
    text: str
    href: str
    current: bool


class ProductListPage(NamedTuple):
    """Products in one order, or those that have one value."""

    kicker: str
    title: str
    intro: str
    sorts: tuple[SortLink, ...]
    filter: Filter | None
    script: FilterScript | None
    beside_title: str
    beside: tuple[Link, ...]
    """Lists of the other values: online and offline, the twelve months."""
    narrow: str
    """Where the same choice can be narrowed further; empty where the page itself can."""
    teasers_title: str
    teasers: tuple[Teaser, ...]
    """Origins on an official list."""
    listing: ListPage
