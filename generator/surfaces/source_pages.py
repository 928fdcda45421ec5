"""All sources, each with what rests on it, for those who check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.catalog.source import Source

from . import addresses
from .figure_views import SourceEntry, SourcesPage
from .outputs import Output, digest_of
from .pages import Head, PortalPages
from .structured_data import page_data
from .surroundings import Surroundings
from .views import Link

SHOWN = 12
"""Things of one kind that are named beneath a source; of the others their number is told."""
KINDS = ("figures", "stories", "campaigns", "origins", "suppliers", "placements", "products")
"""What may rest on a source, in the order in which it is named."""


def source_outputs(pages: PortalPages) -> Iterator[Output]:
    """Plan the index of sources, where there are any."""
    around = pages.around
    if not around.catalog.sources:
        return
    view = sources_page(around)
    data = page_data(around, view.intro, Link(view.title, addresses.sources()))
    head = Head(title=view.title, description=view.intro, address=addresses.sources(), data=data)
    yield pages.output(
        head.address,
        section=addresses.NEUTRAL,
        template="sources.html",
        needs=digest_of(repr(view)),
        build=lambda: (head, view),
        subject=view.title,
    )


def sources_page(around: Surroundings) -> SourcesPage:
    """Return all sources by their kind, in the order in which the kinds are listed in the data's description."""
    texts = around.texts
    resting = _resting(around)
    groups: list[tuple[str, tuple[SourceEntry, ...]]] = []
    for kind in around.tables["sources"].by_name["kind"].categories:
        sources = [source for source in around.catalog.sources.values() if source.kind == kind.value]
        if sources:
            entries = tuple(_entry(around, source, resting.get(source.id, {})) for source in sources)
            groups.append((texts.label("sources", "kind", kind.value), entries))
    return SourcesPage(texts("sources.title"), texts("sources.intro"), tuple(groups))


def _entry(around: Surroundings, source: Source, resting: dict[str, list[Link]]) -> SourceEntry:
    parts = (source.publisher, around.formats.period(source.date))
    return SourceEntry(
        id=source.id,
        title=source.title,
        href=source.url,
        detail=around.texts.joined((part for part in parts if part), "common.detail_separator"),
        note=source.note,
        rests=tuple(
            (around.texts(f"sources.{kind}"), tuple(resting[kind][:SHOWN]), _more(around, len(resting[kind]) - SHOWN))
            for kind in KINDS
            if kind in resting
        ),
    )


def _more(around: Surroundings, number: int) -> str:
    return around.texts.counted("sources.more", number) if number > 0 else ""


def _resting(around: Surroundings) -> dict[str, dict[str, list[Link]]]:
    """Return source → kind → links to the published things that rest on it."""
    catalog = around.catalog
    told: Iterable[tuple[str, Source | None, Link]] = (
        *(("figures", f.source, Link(f.label, addresses.figure(f.id))) for f in catalog.figures),
        *(("stories", s.source, Link(s.title, addresses.story(s.id))) for s in catalog.stories.values()),
        *(("campaigns", c.source, Link(c.name, addresses.campaign(c.id))) for c in catalog.campaigns.values()),
        *(("origins", o.source, Link(o.name, addresses.origin(o.code))) for o in catalog.origins.values()),
        *(("suppliers", s.source, Link(s.name, addresses.supplier(s.id))) for s in catalog.suppliers.values()),
        *(("placements", p.source, Link(p.name, addresses.place(p.id))) for p in catalog.placements.values()),
        *(("products", p.source, Link(p.name, addresses.product(p.id))) for p in catalog.products.values()),
    )
    resting: dict[str, dict[str, list[Link]]] = {}
    for kind, source, link in told:
        if source is not None:
            resting.setdefault(source.id, {}).setdefault(kind, []).append(link)
    return resting
