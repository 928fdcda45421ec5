"""The page for canteens, unions and shops, and its table."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from line.prepared_sites import copy_site

from generator.surfaces.buyers import Buyers, is_for_many
from generator.surfaces.buyers_table import harmless
from generator.surfaces.month_runs import months_in_words, runs_of
from generator.surfaces.on_offer import OnOffer
from generator.surfaces.surroundings import Surroundings

from .plain_site import pages_of
from .small_shop import CANTEEN, ONLINE, OTHER_SHOP, SHOP, offer, shop
from .support import surroundings_of, texts_of


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Surroundings:
    """The demonstration site."""
    return surroundings_of(copy_site("demo", tmp_path_factory.mktemp("buyers") / "site"))


def _rows(around: Surroundings) -> list[dict[str, str]]:
    (table,) = (o for o in Buyers(OnOffer(around)).outputs(pages_of(around)) if o.path.endswith(".csv"))
    data = table.make()
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_page_and_table_hold_the_same_offers(demo: Surroundings) -> None:
    """Every offer for many stands in both, by category, the offers of a product together."""
    buyers = Buyers(OnOffer(demo))
    _, page = buyers._page()
    shown = [(p.name, row.variant, row.channel) for group in page.groups for p in group.products for row in p.rows]
    told = [(row["产品"], row["规格"], row["渠道"]) for row in _rows(demo)]
    assert shown == told
    assert sorted(shown) == sorted((o.product.name, o.variant, o.channel.name) for o in buyers.offers)
    assert [group.title for group in page.groups] == list(dict.fromkeys(row["品类"] for row in _rows(demo)))


def test_only_what_can_be_had_by_many_is_listed(tmp_path: Path) -> None:
    """A least number, a case, canteens, or months of supply; a single piece at a market is no offer for a canteen."""
    around = shop(
        tmp_path / "shop",
        [
            offer(ONLINE, "10"),
            offer(ONLINE, "9", variant="箱", minimum_order="12"),
            offer(SHOP, "8", variant="整箱", case_quantity="24"),
            offer(SHOP, "8", variant="单件", minimum_order="1"),
            offer(CANTEEN, "7"),
            offer(OTHER_SHOP, "6", supply_months="3;4"),
            offer(SHOP, "6", variant="按月", supply_months="3;4"),
            offer(SHOP, "5", variant="卖完", case_quantity="9", availability="售罄"),
        ],
    )
    found = {(o.channel.id, o.variant) for o in Buyers(OnOffer(around)).offers}
    assert found == {(ONLINE, "箱"), (SHOP, "整箱"), (CANTEEN, ""), (SHOP, "按月")}


def test_without_such_offers_there_is_no_page(tmp_path: Path) -> None:
    """A shop that sells by the piece has no page for those who buy for many."""
    around = shop(tmp_path / "shop", [offer(ONLINE, "10")])
    assert list(Buyers(OnOffer(around)).outputs(pages_of(around))) == []


def test_amounts_stay_exact_and_withheld_ones_are_said(tmp_path: Path) -> None:
    """The table has plain numbers with their currency; what is withheld is neither zero nor empty."""
    around = shop(
        tmp_path / "shop",
        [
            offer(ONLINE, "1234.5", minimum_order="1000"),
            offer(SHOP, "面议", variant="箱", case_quantity="24"),
            offer(CANTEEN, "", variant="散"),
        ],
    )
    rows = {row["规格"]: row for row in _rows(around)}
    assert (rows[""]["售价"], rows[""]["货币"], rows[""]["起订量"]) == ("1234.50", "CNY", "1000")
    assert (rows["箱"]["售价"], rows["箱"]["货币"]) == ("未披露", "")
    assert rows["散"]["售价"] == ""


def test_persons_are_not_told(demo: Surroundings, open_site: Callable[[str], Path]) -> None:
    """Contact persons and their numbers are never published; an office number is, on the page as a link."""
    site = open_site("demo")
    path = site / "data" / "suppliers.csv"
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    lines[0] += ",电话,联系人,联系人电话"
    lines[1:] = [f"{line},0915-0000000,张三丰,0915-1111111" for line in lines[1:]]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    around = surroundings_of(site)
    made = b"".join(o.make() for o in Buyers(OnOffer(around)).outputs(pages_of(around))).decode()
    assert 'href="tel:09150000000"' in made
    assert "张三丰" not in made
    assert "0915-1111111" not in made


@pytest.mark.parametrize("cell", ["=1+1", "+86 915", "-2", "@SUM(A1)", "\t=1", "\r=1"])
def test_formulas_are_words(cell: str) -> None:
    """What a spreadsheet would run gets an apostrophe."""
    assert harmless(cell) == f"'{cell}"


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text(max_size=8))
def test_no_cell_is_a_formula(cell: str) -> None:
    """Whatever is written, no cell begins with what a spreadsheet runs, and other cells stay as they are."""
    assert not harmless(cell).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert harmless(cell).removeprefix("'") == cell.removeprefix("'")


@pytest.mark.parametrize(
    ("months", "runs", "words"),
    [
        ((), [], ""),
        ((5,), [(5, 5)], "5月"),
        ((3, 4, 5), [(3, 5)], "3月至5月"),
        ((10, 11, 12, 1, 2), [(10, 2)], "10月至2月"),
        ((1, 2, 6, 12), [(6, 6), (12, 2)], "6月、12月至2月"),
        (tuple(range(1, 13)), [(1, 12)], "全年"),
    ],
)
def test_months_are_told_as_runs(months: tuple[int, ...], runs: list[tuple[int, int]], words: str) -> None:
    """Neighbouring months are one run, also across the end of the year."""
    assert runs_of(months) == runs
    assert months_in_words(texts_of("zh-Hans"), months) == words


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.sets(st.integers(1, 12)))
def test_runs_hold_exactly_the_months(months: set[int]) -> None:
    """Runs lie apart, and together they are the months."""
    found: list[int] = []
    for first, last in runs_of(tuple(months)):
        month = first
        found.append(month)
        while month != last:
            month = month % 12 + 1
            found.append(month)
    assert sorted(found) == sorted(months)


def test_an_offer_for_all_is_not_for_many(demo: Surroundings) -> None:
    """What anyone can buy by the piece, all year, says nothing to those who buy for many."""
    others = [o for group in demo.catalog.offers_by_product.values() for o in group if not is_for_many(o)]
    assert others
    assert all(o.case_quantity is None for o in others)
