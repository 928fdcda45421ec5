"""Paged lists of products, and the categories that lead to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from generator.catalog.category import Category
from generator.catalog.product import Product

from . import addresses, cards
from .outputs import digest_of
from .page_views import ListPage
from .surroundings import Surroundings
from .views import Group, Link

T = TypeVar("T")


def page_count(around: Surroundings, things: Sequence[object]) -> int:
    """Return how many pages *things* take; an empty list takes one."""
    return max(1, -(-len(things) // around.config.page_size))


def products_on(around: Surroundings, things: Sequence[T], number: int) -> tuple[T, ...]:
    """Return those of *things* that stand on page *number*, counted from 1."""
    size = around.config.page_size
    return tuple(things[(number - 1) * size : number * size])


def listing(
    around: Surroundings,
    products: Sequence[Product],
    number: int,
    *,
    title: str,
    intro: str,
    address: Callable[[int], str],
) -> ListPage:
    """Return page *number* of a list of products.

    Args:
        around: The run.
        products: All products of the list, in their order.
        number: Page, counted from 1.
        title: Heading of the list.
        intro: A sentence beneath it.
        address: Page number → address from the root.
    """
    steps = pager(around, page_count(around, products), number, address)
    return ListPage(
        title=title,
        intro=intro,
        count=around.texts.counted("count.products", len(products)),
        cards=tuple(cards.product_card(around, product) for product in products_on(around, products, number)),
        pages=steps.pages,
        previous=steps.previous,
        next=steps.next,
    )


class Pager(NamedTuple):
    """The ways from a page of a list to the others."""

    pages: tuple[Link, ...]
    """Numbered pages; empty when there is only one."""
    previous: Link | None
    next: Link | None


def pager(around: Surroundings, count: int, number: int, address: Callable[[int], str]) -> Pager:
    """Return the ways from page *number* of *count* pages; *address* makes addresses of page numbers."""
    texts, numbers = around.texts, _numbers_around(number, count)
    return Pager(
        pages=tuple(Link(str(n), address(n), current=n == number) if n else Link("…", "") for n in numbers)
        if count > 1
        else (),
        previous=Link(texts("pager.previous"), address(number - 1)) if number > 1 else None,
        next=Link(texts("pager.next"), address(number + 1)) if number < count else None,
    )


def _numbers_around(number: int, count: int) -> list[int]:
    """Return the page numbers worth a link: first, last and those nearby; 0 stands for a gap."""
    wanted = sorted({1, count, *(n for n in range(number - 2, number + 3) if 1 <= n <= count)})
    numbers: list[int] = []
    for n in wanted:
        if numbers and n - numbers[-1] > 1:
            numbers.append(0)
        numbers.append(n)
    return numbers


def digest_of_list(around: Surroundings, products: Sequence[Product], number: int, *more: str) -> str:
    """Return a digest of page *number* of a list and of *more* that the page shows."""
    shown = products_on(around, products, number)
    return digest_of(str(len(products)), str(number), around.digest_of_products(shown), *more)


def category_groups(around: Surroundings) -> tuple[Group, ...]:
    """Return the categories of the primary scheme that hold products, in their order."""
    by_category = around.catalog.products_by_category
    return tuple(
        Group(
            text=category.name,
            href=addresses.category(category.id),
            count=str(len(by_category[category.id])),
            accent=category.accent or cards.DEFAULT_ACCENT,
            note=category.description,
            picture=around.pictures.drawing(
                category.motif, accent=category.accent or cards.DEFAULT_ACCENT, seed=category.id, alt=""
            ),
        )
        for category in ordered_categories(around)
        if category.scheme.primary and category.id in by_category
    )


def ordered_categories(around: Surroundings) -> list[Category]:
    """Return all categories by scheme, order and key; the primary scheme comes first."""
    return sorted(
        around.catalog.categories.values(),
        key=lambda c: (not c.scheme.primary, c.scheme.id, c.order if isinstance(c.order, int) else 999, c.id),
    )
