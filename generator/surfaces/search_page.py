"""The page of search: what its script has to know, and the ways in for those without it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from . import addresses
from .outputs import Output, digest_of
from .pages import Head, PortalPages
from .search_facets import BLOCKS_PER_FILE
from .search_index import FOLDER, Sizes
from .search_results import PER_FILE
from .site_scripts import script_path
from .structured_data import page_data
from .views import Link, Picture, Seal

ADDRESS = "search/"
"""From the root of the language."""
_DIRECTORIES: Mapping[str, Callable[[], str]] = {
    "nav.products": addresses.product_list,
    "nav.categories": partial(addresses.section, "categories"),
    "nav.origins": partial(addresses.section, "origins"),
    "nav.suppliers": partial(addresses.section, "suppliers"),
    "marks.title": addresses.marks,
    "channels.title": addresses.channels,
    "nav.campaigns": partial(addresses.section, "campaigns"),
    "nav.stories": partial(addresses.section, "stories"),
}
"""Key of a name → address of a directory: where everything can be found without a script."""


class ResultView(NamedTuple):
    """A result as its component shows it; the page carries one of which every part is there, to be filled."""

    title: str = ""
    href: str = ""
    kind: str = ""
    note: str = ""
    also: str = ""
    """Another name, where that is what was found."""
    text: str = ""
    lacking: str = ""
    """Which part of the query it lacks, in words."""
    price: str = ""
    unit: str = ""
    picture: Picture | None = None
    accent: str = ""
    seals: tuple[Seal, ...] = ()
    sample: bool = False
    withdrawn: bool = False
    recalled: bool = False
    lots_recalled: bool = False
    empty: bool = False
    """Every part is there, and nothing in it."""


EMPTY = ResultView(seals=(Seal("", "", "round", "verified", ""),), empty=True)
"""What the script fills."""


class SearchPage(NamedTuple):
    """The page of search in one language."""

    index_folder: str
    """The way from the root of the language to the index."""
    version: str
    """Of the index: another one has other files."""
    results_version: str
    sizes: Sizes
    blocks_per_file: int
    per_file: int
    script: str
    """The way from the root of the language to the script."""
    directories: tuple[Link, ...]
    facets: tuple[tuple[str, str], ...]
    """(facet, title)."""
    empty: ResultView


def page_output(pages: PortalPages, sizes: Sizes, version: str, results_version: str) -> Output:
    """Plan the page in one language.

    Args:
        pages: Makes pages in the language.
        sizes: Into how many files the index is split.
        version: Of the index.
        results_version: Of the results in this language.
    """
    around = pages.around
    title = around.texts("search.title")
    view = SearchPage(
        index_folder=around.shared + FOLDER,
        version=version,
        results_version=results_version,
        sizes=sizes,
        blocks_per_file=BLOCKS_PER_FILE,
        per_file=PER_FILE,
        script=around.shared + script_path(around, "search"),
        directories=tuple(Link(around.texts(key), address()) for key, address in _DIRECTORIES.items()),
        facets=tuple((key, around.texts(title)) for key, title in _FACET_TITLES.items()),
        empty=EMPTY,
    )
    intro = around.texts("search.intro")
    head = Head(title, intro, ADDRESS, page_data(around, intro, Link(title, ADDRESS)))
    return pages.output(
        ADDRESS,
        section="search",
        template="search.html",
        needs=digest_of(repr(view)),
        build=partial(_same, head, view),
        subject=title,
    )


_FACET_TITLES = {
    "kind": "search.kind",
    "category": "nav.categories",
    "origin": "facet.origin",
    "mark": "facet.mark",
    "mode": "facet.mode",
}


def _same(head: Head, view: SearchPage) -> tuple[Head, object]:
    return head, view
