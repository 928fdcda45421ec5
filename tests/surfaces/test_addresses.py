"""Addresses are promises: their exact forms."""

from __future__ import annotations

import pytest

from generator.config import SiteConfig
from generator.surfaces import addresses

from .support import settings_of

SITE = settings_of("shop")
BELOW = SITE._replace(base_url="https://www.example.cn/shanhuo/")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (addresses.product("ziyang-cha"), "products/ziyang-cha/"),
        (addresses.product_list(), "products/"),
        (addresses.product_list(3), "products/page/3/"),
        (addresses.products_by_price(), "products/by-price/"),
        (addresses.products_by_name(2), "products/by-name/page/2/"),
        (addresses.newest_products(), "products/newest/"),
        (addresses.products_of_mode("offline"), "products/offline/"),
        (addresses.season(12, 2), "products/season/12/page/2/"),
        (addresses.official_list("832"), "lists/832/"),
        (addresses.official_list("国家名录", 2), "lists/770e299c05e3/page/2/"),
        (addresses.mark("agi"), "marks/agi/"),
        (addresses.channel("platform-832", 2), "channels/platform-832/page/2/"),
        (addresses.story_kind("care"), "stories/kind/care/"),
        (addresses.buyers_table(), "buyers/products.csv"),
        (addresses.origin("610924"), "origins/610924/"),
        (addresses.origin("610924", 2), "origins/610924/page/2/"),
        (addresses.supplier("kehong"), "suppliers/kehong/"),
        (addresses.category("tea"), "categories/tea/"),
        (addresses.story("cha-xiang"), "stories/cha-xiang/"),
        (addresses.campaign("yue"), "campaigns/yue/"),
        (addresses.shelf("3QNMFJC"), "P/3QNMFJC/"),
        (addresses.shelf("3QNMFJC", "en/", small=True), "p/3qnmfjc/en/"),
        (addresses.typing("en/"), "S/en/"),
        (addresses.typing("en/", "7"), "S/7/en/"),
        (addresses.gtin("02000000000015", "en/"), "01/02000000000015/en/"),
        (addresses.gtin("02000000000015", lot="A-1"), "01/02000000000015/10/A-1/"),
        (addresses.linkset("02000000000015"), "01/02000000000015/linkset.json"),
        (addresses.qr("3QNMFJC", "svg"), "qr/3QNMFJC.svg"),
    ],
)
def test_each_thing_stands_at_its_address(address: str, expected: str) -> None:
    """Forms of addresses never change; a first page has no number."""
    assert address == expected


@pytest.mark.parametrize(
    ("address", "file", "root"),
    [
        ("", "index.html", ""),
        ("products/", "products/index.html", "../"),
        ("products/tea/", "products/tea/index.html", "../../"),
        ("origins/610924/page/2/", "origins/610924/page/2/index.html", "../../../../"),
        ("404.html", "404.html", ""),
        ("api/v1/products.json", "api/v1/products.json", "../../"),
    ],
)
def test_files_and_ways_to_the_root(address: str, file: str, root: str) -> None:
    """A folder's page is its index; the way up leads exactly to the root."""
    assert addresses.file_of(address) == file
    assert addresses.root_from(address) == root


@pytest.mark.parametrize(("site", "path"), [(SITE, "/"), (BELOW, "/shanhuo/")])
def test_a_portal_may_stand_below_its_host(site: SiteConfig, path: str) -> None:
    """Whole addresses and the base path hold the folder that the portal stands in."""
    assert addresses.base_path(site) == path
    assert addresses.whole(site, "products/") == site.base_url + "products/"


def test_a_code_says_its_address_in_capitals() -> None:
    """Scheme, host and path in capitals and a closing slash make the smallest symbol without a redirect."""
    assert addresses.code_uri(SITE, "3QNMFJC") == "HTTPS://S.EXAMPLE.CN/P/3QNMFJC/"


def test_a_host_that_refuses_capitals_gets_none() -> None:
    """A code that was printed in small letters is so from end to end; the setting changes no code that was issued."""
    assert addresses.code_uri(SITE, "3QNMFJC", small=True) == "https://s.example.cn/p/3qnmfjc/"
    lower = SITE._replace(codes=SITE.codes._replace(case="lower"))
    assert addresses.code_uri(lower, "3QNMFJC") == addresses.code_uri(SITE, "3QNMFJC")


def test_codes_do_not_hang_on_where_the_portal_stands() -> None:
    """Another base_url changes no printed code."""
    assert addresses.code_uri(BELOW, "3QNMFJC") == addresses.code_uri(SITE, "3QNMFJC")
