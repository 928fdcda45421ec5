"""The first page: one product and its story, what runs, what is in season, and the ways on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from line.prepared_sites import copy_site

from generator.build import Options, Timings
from generator.build.loading import load, program_digest
from generator.build.memory import Memory
from generator.build.planning import surroundings
from generator.surfaces import addresses
from generator.surfaces.home import LEAST_SEASON, home_page
from generator.surfaces.page_views import HomePage
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.year import year_of


def read(site: Path, as_of: date) -> Surroundings:
    """Read a site as it stands on a day."""
    options = Options(site, as_of=as_of)
    loaded = load(options, Timings(), Memory.open(options.work, program_digest(), use_cache=True))
    return surroundings(loaded)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration site."""
    return copy_site("demo", tmp_path_factory.mktemp("home") / "demo")


@pytest.fixture(scope="module")
def november(site: Path) -> Surroundings:
    """The demonstration site in November."""
    return read(site, date(2026, 11, 21))


@pytest.fixture(scope="module")
def page(november: Surroundings) -> HomePage:
    """Its first page."""
    return home_page(november)[1]


def test_all_products_of_the_season_are_in_season(november: Surroundings, page: HomePage) -> None:
    """What stands under the name of a month can be had in it; the product that opens the page is not told twice."""
    by_address = {addresses.product(product.id): product for product in november.catalog.products.values()}

    assert len(page.season) >= LEAST_SEASON
    assert all(11 in by_address[card.href].season_months for card in page.season)
    assert page.lead is not None
    assert page.lead.href not in {card.href for card in page.season}


def test_the_story_of_the_lead_is_told_once(page: HomePage) -> None:
    """The story beside the product that opens the page does not stand among the others again."""
    assert page.lead_story is not None
    assert page.stories
    assert page.lead_story.href not in {story.href for story in page.stories}


def test_the_year_counts_what_is_offered(november: Surroundings, page: HomePage) -> None:
    """Each month has its number, the tallest bar the greatest, and the month that is shown stands out."""
    offered = november.catalog.offered(november.catalog.products.values())
    counts = [sum(month in product.season_months for product in offered) for month in range(1, 13)]

    assert [int(month.number or 0) for month in page.year] == counts
    assert [month.height for month in page.year] == [round(100 * count / max(counts)) for count in counts]
    assert all(month.top + month.height == 100 for month in page.year)
    assert [month.now for month in page.year].index(True) == 10
    assert [month.href for month in page.year] == [addresses.season(n) if counts[n - 1] else "" for n in range(1, 13)]


def test_a_catalogue_without_seasons_has_no_year(november: Surroundings) -> None:
    """Where no product tells when it is in season, nothing is drawn, and recommended products stand instead."""
    offered = november.catalog.offered(november.catalog.products.values())
    timeless = [replace(product, season_months=()) for product in offered]

    assert year_of(november, timeless) == ()
    assert year_of(november, []) == ()


def test_a_month_with_little_in_season_shows_what_is_recommended(tmp_path: Path) -> None:
    """Two products are no season: the heading then promises none."""
    around = read(copy_site("shop", tmp_path / "shop"), date(2020, 9, 30))
    _, page = home_page(around)

    assert page.season_title == around.texts("home.products")


def test_the_ways_on_lead_to_pages(page: HomePage, november: Surroundings) -> None:
    """Every part of the page goes on where all of its kind stand."""
    assert page.ways.products == addresses.product_list()
    assert page.ways.figures == addresses.figures()
    assert november.catalog.figures
