"""What pages say that list things and have no record of their own: for buyers, for web masters, sources, places."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import MappingProxyType

from generator.catalog.campaign_record import corrections_until
from generator.surfaces.places import STATES
from generator.surfaces.source_pages import sources_page
from generator.surfaces.surroundings import Surroundings

from .knowledge import Facts
from .papers import correction_fact
from .telling import Teller, sentences

NOTES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "buyers": ("buyers.intro", "buyers.note"),
        "embed": (
            "embed.intro",
            "embed.column_intro",
            "embed.grade.a.what",
            "embed.grade.b.what",
            "embed.grade.c.what",
            "embed.grade.d.what",
            "embed.grade.e.what",
            "embed.mixed",
            "embed.programs_intro",
            "embed.progress_intro",
        ),
        "categories": ("categories.intro",),
        "corrections": ("corrections.intro",),
        "figures": ("figures.intro", "figure.undisclosed"),
        "places": ("places.intro",),
        "sources": ("sources.intro",),
    }
)
"""Section → what its page says of itself."""


def section_facts(around: Surroundings, section: str) -> Facts:
    """Yield what the page of a *section* says, and what it counts."""
    texts = around.texts
    teller = Teller(around, texts(f"{section}.title"), day=around.configuration.as_of)
    for key in NOTES[section]:
        for sentence in sentences(texts(key)):
            yield from teller.said(
                "description", sentence, texts("ask.under", heading=teller.name, sentence=teller.closed(sentence))
            )
    if section in MORE:
        yield from MORE[section](teller)


def _corrections(teller: Teller) -> Facts:
    found = corrections_until(teller.around.catalog)
    count = teller.texts.counted("count.corrections", len(found))
    yield from teller.fact("count", teller.texts("ask.number"), count)
    for correction in found:
        yield from correction_fact(teller.around, correction, teller)


def _figures(teller: Teller) -> Facts:
    count = teller.texts.counted("count.figures", len(teller.around.catalog.figures))
    yield from teller.fact("count", teller.texts("ask.number"), count)


def _places(teller: Teller) -> Facts:
    texts, catalog = teller.texts, teller.around.catalog
    placements = tuple(catalog.placements.values())
    yield from teller.fact("count", texts("ask.number"), texts.counted("count.places", len(placements)))
    for code, county in catalog.origins.items():
        here = [placement for placement in placements if placement.region == code]
        if here:
            parts = (texts.counted("count.places", len(here)), teller.names(each.name for each in here))
            yield from teller.fact("count", str(county.name), texts.joined(parts, "common.detail_separator"))
    for kind in dict.fromkeys(placement.kind for placement in placements):
        states = [catalog.placement_state(each) for each in placements if each.kind == kind]
        by_state = (
            f"{texts.label('placements', 'status', state)} {states.count(state)}" for state in STATES if state in states
        )
        told = texts.joined((texts.counted("count.places", len(states)), *by_state), "common.detail_separator")
        label = texts.label("placements", "kind", kind)
        yield from teller.fact("count", str(label), told)


def _sources(teller: Teller) -> Facts:
    around = teller.around
    for kind, entries in sources_page(around).groups:
        for entry in entries:
            title = around.texts("ask.titled", title=entry.title)
            told = around.texts.joined((part for part in (entry.detail, kind) if part), "common.detail_separator")
            source = around.catalog.sources[entry.id]
            one = Teller(around, title, day=source.date, source=source)
            yield from one.fact("published", around.texts("ask.published"), told)
            yield from one.prose("note", entry.note, named=True)


MORE: Mapping[str, Callable[[Teller], Facts]] = MappingProxyType(
    {"corrections": _corrections, "figures": _figures, "places": _places, "sources": _sources}
)
"""Section → what else its page tells."""


def sections(around: Surroundings) -> Iterator[tuple[str, str, Callable[[], Facts]]]:
    """Yield (section, title, facts) of the pages that the site has."""
    catalog = around.catalog
    has = {
        "buyers": bool(catalog.offers_by_product),
        "embed": "embed" in around.config.surfaces,
        "categories": bool(catalog.categories),
        "corrections": bool(corrections_until(catalog)),
        "figures": bool(catalog.figures),
        "places": bool(catalog.placements),
        "sources": bool(catalog.sources),
    }
    for section in NOTES:
        if has[section]:
            yield section, str(around.texts(f"{section}.title")), partial(section_facts, around, section)
