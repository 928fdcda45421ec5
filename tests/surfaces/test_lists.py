"""Lists of products: pages, the pager, groups and their order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from line.prepared_sites import copy_site

from generator.surfaces import addresses, lists
from generator.surfaces.surroundings import Surroundings

from .support import surroundings_of


@pytest.fixture(scope="module")
def around(tmp_path_factory: pytest.TempPathFactory) -> Surroundings:
    """The frozen site of the tests, four products a page."""
    return surroundings_of(copy_site("schema-1", tmp_path_factory.mktemp("lists") / "site"))


@pytest.mark.parametrize(
    ("number", "count", "shown"),
    [
        (1, 1, [1]),
        (1, 2, [1, 2]),
        (1, 9, [1, 2, 3, 0, 9]),
        (4, 9, [1, 2, 3, 4, 5, 6, 0, 9]),
        (5, 9, [1, 0, 3, 4, 5, 6, 7, 0, 9]),
        (9, 9, [1, 0, 7, 8, 9]),
        (50, 100, [1, 0, 48, 49, 50, 51, 52, 0, 100]),
    ],
)
def test_the_pager_shows_first_last_and_near(number: int, count: int, shown: list[int]) -> None:
    """However many pages there are, at most nine entries stand in the pager; 0 is a gap."""
    assert lists._numbers_around(number, count) == shown


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.integers(1, 300), st.integers(1, 300))
def test_every_page_can_be_reached(one: int, other: int) -> None:
    """The pager rises, names the page itself, and has at most nine entries."""
    number, count = min(one, other), max(one, other)
    shown = [each for each in lists._numbers_around(number, count) if each]
    assert shown == sorted(set(shown))
    assert {1, number, count} <= set(shown)
    assert len(lists._numbers_around(number, count)) <= 9


def test_every_product_stands_on_one_page(around: Surroundings) -> None:
    """Pages hold all products once, in their order; an empty list takes one page."""
    products = around.catalog.offered(around.catalog.products.values())
    pages = [lists.products_on(around, products, number) for number in range(1, lists.page_count(around, products) + 1)]
    assert tuple(product for page in pages for product in page) == products
    assert [len(page) for page in pages] == [4, len(products) - 4]
    assert lists.page_count(around, ()) == 1


def test_a_full_last_page_is_followed_by_none(around: Surroundings) -> None:
    """As many products as fit take one page, one more takes two."""
    products = tuple(around.catalog.products.values())
    assert lists.page_count(around, products[:4]) == 1
    assert lists.page_count(around, products[:5]) == 2


def test_pages_lead_to_their_neighbours(around: Surroundings) -> None:
    """The first page has no page before it, the last none behind it; the page itself is marked."""
    first, last = (_page(around, number) for number in (1, 2))
    assert (first.previous, first.next.href) == (None, "products/page/2/")
    assert (last.previous.href, last.next) == ("products/", None)
    assert [(link.text, link.href, link.current) for link in last.pages] == [
        ("1", "products/", False),
        ("2", "products/page/2/", True),
    ]


def test_one_page_has_no_pager(around: Surroundings) -> None:
    """A list that fits says only how many it holds."""
    products = tuple(around.catalog.products.values())[:1]
    page = lists.listing(around, products, 1, title="", intro="", address=addresses.product_list)
    assert (page.pages, page.previous, page.next, page.count) == ((), None, None, "1 件产品")


def test_a_page_hangs_on_what_it_shows(around: Surroundings) -> None:
    """The digest changes with number, products, their count and what else is shown, and with nothing else."""
    products = tuple(around.catalog.products.values())
    digests = [
        lists.digest_of_list(around, products, 1),
        lists.digest_of_list(around, products, 2),
        lists.digest_of_list(around, products[:-1], 1),
        lists.digest_of_list(around, products[::-1], 1),
        lists.digest_of_list(around, products, 1, "more"),
    ]
    assert len(set(digests)) == len(digests)
    assert lists.digest_of_list(around, products, 1) == digests[0]


def test_groups_stand_in_their_order(around: Surroundings) -> None:
    """Categories of the primary scheme that hold products stand by their order, with counts."""
    categories = lists.category_groups(around)
    assert [group.href for group in categories] == ["categories/drinks/", "categories/eggs/", "categories/stays/"]
    for group in categories:
        key = group.href.split("/")[1]
        assert group.count == str(len(around.catalog.products_by_category[key]))


def _page(around: Surroundings, number: int) -> lists.ListPage:
    products = around.catalog.offered(around.catalog.products.values())
    return lists.listing(around, products, number, title="", intro="", address=addresses.product_list)
