"""Any two or more consecutive characters of a name find every record whose name holds them, ahead of all others."""

from __future__ import annotations

import csv
import os
import sys
from pathlib import Path

import pytest
from line.prepared_sites import copy_site
from line.site_copies import REPOSITORY
from line.sizes import record_result, sized
from playwright.sync_api import Browser, Page

from . import search_sites
from .search_bytes import asked_files, compressed
from .search_recall import recall

pytestmark = pytest.mark.browser

NAMES = "SHANHUO_PRODUCT_NAMES"
"""Environment variable with CSV files, separated like a search path, whose first columns hold product names."""
PRODUCTS = sized(400, 2000)
FIRST_QUERY = 100_000
"""Bytes that a first query may transfer."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Search of the demonstration site."""
    folder = tmp_path_factory.mktemp("search")
    return search_sites.write(search_sites.planned(copy_site("demo", folder / "demo")), folder / "out")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Search of a site of many products, 2,000 at the stated size; with real names where the environment has some."""
    folder = tmp_path_factory.mktemp("many")
    sys.path.insert(0, str(REPOSITORY / "benchmarks"))
    from workload import make_workload
    from workload_site import write_site

    write_site(make_workload(PRODUCTS), folder / "site", as_yaml=False)
    names = real_names()
    if names:
        rename(folder / "site", names)
    return search_sites.write(search_sites.planned(folder / "site"), folder / "out")


def real_names() -> list[str]:
    """Return the names that the environment tells of, each once."""
    found: dict[str, None] = {}
    for path in filter(None, os.environ.get(NAMES, "").split(os.pathsep)):
        with open(path, encoding="utf-8-sig", newline="") as source:
            rows = csv.reader(source)
            next(rows)
            found.update(dict.fromkeys(row[0].strip() for row in rows if row and len(row[0].strip()) > 1))
    return list(found)


def rename(site: Path, names: list[str]) -> None:
    """Give the products of a site other names, as many as there are."""
    path = site / "data/products.csv"
    with path.open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    for row, name in zip(rows, names, strict=False):
        row["名称"] = name
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def opened(chromium: Browser, out: Path, folder: str = "") -> Page:
    page = chromium.new_page()
    page.goto((out / folder / "search/index.html").as_uri())
    return page


@pytest.mark.parametrize(("folder", "longest", "sample"), [("", 99, 99_999), ("zh-hant", 99, 400), ("en", 4, 800)])
def test_every_part_of_every_name_is_found(
    chromium: Browser, demo: Path, folder: str, longest: int, sample: int
) -> None:
    """On the demonstration site, in each of its languages."""
    page = opened(chromium, demo, folder)
    told = recall(page, most=sized(sample, 99_999), longest=longest)
    page.close()
    assert told["wrong"] == []
    assert told["names"] > 70
    record_result(
        "search", told["queries"], f"parts of {told['names']} names", "each finds all that hold it, ahead of others"
    )


def test_every_part_of_many_names_is_found(chromium: Browser, many: Path) -> None:
    """Also where hundreds of names share their words."""
    page = opened(chromium, many)
    told = recall(page, most=sized(400, 20_000), kinds=1)
    page.close()
    assert told["wrong"] == []
    assert told["names"] == PRODUCTS
    record_result(
        "search", told["queries"], f"parts of {PRODUCTS} names", "each finds all that hold it, ahead of others"
    )


@pytest.mark.parametrize("query", ["茶叶", "富硒茶", "山药", "zyfxc", "有机大米"])
def test_a_first_query_is_small(chromium: Browser, many: Path, query: str) -> None:
    """Script, index and results together stay below a hundred kilobytes, compressed as servers send them."""
    with search_sites.served(many) as base:
        files = asked_files(chromium, f"{base}search/", query)
    sizes = {file: compressed(many, file) for file in files}
    assert len(sizes) > 3
    assert sum(sizes.values()) <= FIRST_QUERY, sizes
