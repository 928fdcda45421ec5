"""Label stocks: the built-in ones are as good as any, and a site's own comes first."""

from __future__ import annotations

from pathlib import Path

import pytest
from surfaces.support import surroundings_of

from generator.catalog.stocks import built_in_stocks, label_stocks, measures_of
from generator.contract import load_tables
from generator.contract.label_geometry import geometry_faults

OWN = "编号,名称,形式,标签宽,标签高,安全边\nroll-40x30,自家的卷,卷筒,42,31,1\n"


@pytest.mark.parametrize("key", built_in_stocks())
def test_built_in_stocks_are_sound(key: str) -> None:
    """They have room for codes, stay on their page, and tell only what the table has."""
    stock = built_in_stocks()[key]

    assert list(geometry_faults(measures_of(stock))) == []
    assert stock.kind in {each.value for each in load_tables()["label_stocks"].by_name["kind"].categories}
    assert stock.name
    assert stock.key == stock.id == key


def test_a_site_s_own_stock_takes_the_place_of_a_built_in_one(tmp_path: Path, open_site) -> None:
    """One of the same id is the site's; the others stay."""
    site = open_site("shop")
    (site / "data/label_stocks.csv").write_text(OWN, "utf-8")

    stocks = label_stocks(surroundings_of(site).catalog.items)

    assert stocks["roll-40x30"].name == "自家的卷"
    assert stocks.keys() == built_in_stocks().keys()
