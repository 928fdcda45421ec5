"""What is not simply goods: lists of bundles with what is inside, of services and visits with how long and where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from generator.catalog.product import Product

from . import addresses, cards
from .bundle_parts import parts_table
from .lists import digest_of_list, listing, page_count, products_on
from .outputs import Output, digest_of
from .page_views import ListPage
from .pages import Head, PortalPages
from .structured_data import PageOfList, list_data
from .surroundings import Surroundings
from .views import Fact, Link, ProductCard


class KindEntry(NamedTuple):
    """A bundle, service or visit with its own facts."""

    card: ProductCard
    facts: tuple[Fact, ...]
    """How long, where to meet, for how many, in which months; of a bundle what it saves."""
    parts: tuple[str, ...]
    """What is inside a bundle."""


class KindsPage(NamedTuple):
    """A page of bundles, or of services and visits."""

    listing: ListPage
    entries: tuple[KindEntry, ...]


class _Kinds(NamedTuple):
    """Kinds of products that have a list of their own."""

    name: str
    """Begins the keys of their texts."""
    kinds: tuple[str, ...]
    address: Callable[[int], str]


LISTS = (
    _Kinds("bundles", ("bundle",), addresses.bundles),
    _Kinds("services", ("service", "visit"), addresses.services),
)


def kinds_outputs(pages: PortalPages) -> Iterator[Output]:
    """Plan the lists of bundles and of services, each where there are any."""
    around = pages.around
    for kinds in LISTS:
        products = tuple(
            product
            for product in around.catalog.offered(around.catalog.products.values())
            if product.kind in kinds.kinds
        )
        if not products:
            continue
        for number in range(1, page_count(around, products) + 1):
            yield pages.output(
                kinds.address(number),
                section="products",
                template="kinds.html",
                needs=_needs(around, products, number),
                build=partial(kinds_page, around, kinds, products, number),
                subject=around.texts(f"{kinds.name}.title"),
            )


def _needs(around: Surroundings, products: tuple[Product, ...], number: int) -> str:
    parts = (
        part
        for product in products_on(around, products, number)
        for part in around.catalog.parts_by_bundle.get(product.id, ())
    )
    inside = (f"{part.digest} {around.product_digests[part.product.id]}" for part in parts)
    return digest_of_list(around, products, number, digest_of(*inside))


def kinds_page(
    around: Surroundings, kinds: _Kinds, products: tuple[Product, ...], number: int
) -> tuple[Head, KindsPage]:
    """Return head and view of page *number* of a list."""
    title, intro = around.texts(f"{kinds.name}.title"), around.texts(f"{kinds.name}.intro")
    address = kinds.address(number)
    listed = listing(around, products, number, title=title, intro=intro, address=kinds.address)
    at = PageOfList(address, number, len(products))
    data = list_data(around, listed, at, Link(title, kinds.address(1)))
    shown = products_on(around, products, number)
    return Head(title=title, description=intro, address=address, data=data), KindsPage(
        listing=listed,
        entries=tuple(_entry(around, product) for product in shown),
    )


def _entry(around: Surroundings, product: Product) -> KindEntry:
    texts = around.texts
    inside = parts_table(around, product)
    facts = (
        Fact(texts.field_title("products", "duration"), product.duration),
        Fact(texts.field_title("products", "meeting_place"), product.meeting_place),
        Fact(texts.field_title("products", "capacity"), around.formats.number(product.capacity)),
        Fact(
            texts.field_title("products", "season_months"),
            texts.joined(texts(f"month.short.{month}") for month in product.season_months),
        ),
        Fact(texts("parts.sum"), inside.sum if inside is not None else ""),
    )
    return KindEntry(
        card=cards.product_card(around, product),
        facts=tuple(fact for fact in facts if fact.value),
        parts=tuple(_part(around, line.name, line.quantity) for line in inside.lines) if inside is not None else (),
    )


def _part(around: Surroundings, name: str, quantity: str) -> str:
    return around.texts("parts.line", name=name, quantity=quantity)
