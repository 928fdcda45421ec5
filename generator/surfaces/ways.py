"""Other ways to the goods than the list of them all: for organisations, by kind, by mark, by channel."""

from __future__ import annotations

from collections.abc import Iterator

from . import addresses
from .buyers import is_for_many
from .surroundings import Surroundings
from .views import Link


def other_ways(around: Surroundings) -> tuple[Link, ...]:
    """Return links to those directories that this site has something for."""
    return tuple(Link(around.texts(title), address) for title, address in _ways(around))


def _ways(around: Surroundings) -> Iterator[tuple[str, str]]:
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
    if catalog.certification_schemes:
        yield "marks.title", addresses.marks()
