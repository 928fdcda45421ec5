"""
Ways beside the sections of the portal: to the goods for organisations, by kind, by mark, by channel, and to what they
rest on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.catalog.campaign_record import all_events, corrections_until
from generator.languages.tags import is_chinese

from . import addresses
from .buyers import is_for_many
from .embed.addresses import webmaster
from .embed.selection import columns_of
from .surroundings import Surroundings
from .views import Link


def other_ways(around: Surroundings) -> tuple[Link, ...]:
    """Return links to those directories of goods that this site has something for."""
    return _links(around, _to_goods(around))


def foot_ways(around: Surroundings, root: str) -> str:
    """Return the list at the foot of each page, as markup: every way that the head does not have.

    Args:
        around: The site in one language.
        root: What stands for the root of the language in the links.
    """
    links = _links(around, (*_to_goods(around), *_to_grounds(around)))
    return around.templates.render("portal/ways.html", ways=links, root=root) if links else ""


def _links(around: Surroundings, ways: Iterable[tuple[str, str]]) -> tuple[Link, ...]:
    return tuple(Link(around.texts(title), address) for title, address in ways)


def _to_goods(around: Surroundings) -> Iterator[tuple[str, str]]:
    catalog = around.catalog
    kinds = {product.kind for product in catalog.offered(catalog.products.values())}
    if any(is_for_many(offer) for offers in catalog.offers_by_product.values() for offer in offers):
        yield "buyers.title", addresses.buyers()
    if "bundle" in kinds:
        yield "bundles.title", addresses.bundles()
    if kinds & {"service", "visit"}:
        yield "services.title", addresses.services()
    if catalog.channels:
        yield "channels.title", addresses.channels()
    if catalog.placements:
        yield "places.title", addresses.places()
    if catalog.certification_schemes:
        yield "marks.title", addresses.marks()


def _to_grounds(around: Surroundings) -> Iterator[tuple[str, str]]:
    """Yield the ways to what the portal's words rest on."""
    if "ask" in around.config.surfaces and any(map(is_chinese, around.config.all_languages)):
        yield "ask.page.title", addresses.ask()
    if all_events(around.catalog):
        yield "events.title", addresses.events()
    if around.catalog.items["policies"]:
        yield "policies.title", addresses.policies()
    if around.catalog.figures:
        yield "figures.title", addresses.figures()
    if around.catalog.sources:
        yield "sources.title", addresses.sources()
    if "embed" in around.config.surfaces and columns_of(around.catalog):
        yield "embed.title", webmaster()
    if corrections_until(around.catalog):
        yield "corrections.title", addresses.corrections()
