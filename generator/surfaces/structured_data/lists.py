"""Pages that list others: products of a category, all stories (https://schema.org/CollectionPage)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.catalog.category import Category
from generator.catalog.origin import Origin
from generator.catalog.supplier import Supplier
from generator.surfaces import addresses
from generator.surfaces.page_views import IndexPage, ListPage, SubjectPage
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Link

from .breadcrumbs import breadcrumbs
from .nodes import Node, node, page_address, statements
from .organisations import supplier as supplier_node
from .organisations import supplier_reference
from .places import place


class PageOfList(NamedTuple):
    """Which page of a list it is."""

    address: str
    number: int
    """Counted from 1."""
    total: int
    """Products of the whole list."""


def list_data(around: Surroundings, page: ListPage, at: PageOfList, *steps: Link) -> Node:
    """Return the statements of a page of a list of products; *steps* lead to the list, see :func:`breadcrumbs`."""
    return statements(_collection(around, page.title, page.intro, page, at), breadcrumbs(around, *steps))


def category_data(around: Surroundings, category: Category, page: SubjectPage, number: int) -> Node:
    """Return the statements of page *number* of a category."""
    steps = _steps(around, "categories", Link(category.name, addresses.category(category.id)))
    total = len(around.catalog.products_by_category.get(category.id, ()))
    at = PageOfList(addresses.category(category.id, number), number, total)
    collection = _collection(around, page.title, page.summary, page.listing, at)
    return statements(collection, breadcrumbs(around, *steps))


def origin_data(around: Surroundings, origin: Origin, page: SubjectPage, number: int) -> Node:
    """Return the statements of page *number* of an origin: the place and its products; none of an invented place."""
    steps = _steps(around, "origins", Link(origin.name, addresses.origin(origin.code)))
    total = len(around.catalog.products_by_origin.get(origin.code, ()))
    at = PageOfList(addresses.origin(origin.code, number), number, total)
    collection = _collection(around, page.title, page.summary, page.listing, at)
    if not origin.sample:
        collection["about"] = place(around, origin)
    return statements(collection, breadcrumbs(around, *steps))


def supplier_data(around: Surroundings, supplier: Supplier, page: SubjectPage, number: int) -> Node:
    """Return the statements of page *number* of a supplier: the organisation and its products."""
    steps = _steps(around, "suppliers", Link(supplier.name, addresses.supplier(supplier.id)))
    total = len(around.catalog.products_by_supplier.get(supplier.id, ()))
    at = PageOfList(addresses.supplier(supplier.id, number), number, total)
    collection = _collection(around, page.title, page.summary, page.listing, at)
    told = supplier_node(around, supplier)
    if told is not None:
        collection["about"] = supplier_reference(around, supplier)
    return statements(told, collection, breadcrumbs(around, *steps))


def index_data(around: Surroundings, page: IndexPage, address: str) -> Node:
    """Return the statements of an index at *address*: all that it leads to, in the order of the page."""
    entries = [Link(teaser.title, teaser.href) for _, group in page.sections for teaser in group]
    collection = node(
        "CollectionPage",
        {
            "name": page.title,
            "description": page.intro,
            "url": page_address(around, address),
            "inLanguage": around.texts.language,
            "mainEntity": _items(around, entries, first=1, total=len(entries)),
        },
    )
    return statements(collection, breadcrumbs(around, Link(page.title, address)))


def _steps(around: Surroundings, section: str, page: Link) -> tuple[Link, Link]:
    return Link(around.texts(f"nav.{section}"), addresses.section(section)), page


def _collection(around: Surroundings, title: str, description: str, page: ListPage, at: PageOfList) -> Node:
    first = (at.number - 1) * around.config.page_size + 1
    entries = [Link(card.name, card.href) for card in page.cards]
    values = {
        "name": title,
        "description": description or page.count,
        "url": page_address(around, at.address),
        "inLanguage": around.texts.language,
        "mainEntity": _items(around, entries, first=first, total=at.total),
    }
    return node("CollectionPage", values)


def _items(around: Surroundings, entries: Sequence[Link], *, first: int, total: int) -> Node:
    items = [
        node("ListItem", {"position": position, "name": entry.text, "url": page_address(around, entry.href)})
        for position, entry in enumerate(entries, start=first)
    ]
    return node("ItemList", {"numberOfItems": total, "itemListElement": items})
