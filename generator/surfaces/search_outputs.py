"""Search: one index for all languages, and in each language its page and the results that it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from .outputs import Output, digest_of
from .pages import PortalPages
from .search_blocks import blocks_of
from .search_entries import Searched
from .search_facets import SearchFacets, labels_output
from .search_index import SearchIndex
from .search_page import page_output
from .search_prose import ProsePage
from .search_results import outputs as result_outputs
from .site_scripts import script_output


def outputs(portals: Sequence[PortalPages], prose: Sequence[Mapping[str, ProsePage]]) -> Iterator[Output]:
    """Plan search in all languages.

    Args:
        portals: Makes pages in each language, the site's own first.
        prose: The editors' prose in each language, in the same order; see :func:`.search_prose.prose_pages`.
    """
    main = portals[0].around
    searched = Searched(tuple(pages.around.catalog for pages in portals), tuple(prose))
    blocks = blocks_of(searched.subjects())
    index = SearchIndex(searched, blocks, main.theme.work, main.program)
    facets = SearchFacets(main, blocks)
    yield from index.outputs()
    yield from facets.outputs()
    yield script_output(main, "search")
    version = digest_of(index.version, facets.needs)[:10]
    for place, pages in enumerate(portals):
        results = [
            *result_outputs(pages.around, searched, place, blocks),
            labels_output(pages.around, blocks, searched.pages[place]),
        ]
        yield from results
        results_version = digest_of(*(output.needs for output in results))[:10]
        yield page_output(pages, index.sizes, version, results_version)
