"""Why sending costs more than fetching: the sentence and the sum behind it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.surfaces.price_gap import gap_table
from generator.surfaces.product_views import GapTable

from .small_shop import CANTEEN, ONLINE, OTHER_ONLINE, PRODUCT, SHOP, offer, shop


def gap(folder: Path, *offers: dict[str, str]) -> GapTable | None:
    """Return the gap between *offers*."""
    around = shop(folder / "shop", offers)
    return gap_table(around, around.catalog.offers_by_product[PRODUCT])


def test_the_gap_adds_up_part_by_part(tmp_path: Path) -> None:
    """18 more are 2 of price, 12 of postage and 4 of packing; every line can be checked."""
    found = gap(tmp_path, offer(ONLINE, "40", shipping="12", packing="4"), offer(SHOP, "38"))

    assert found is not None
    assert "¥18.00" in found.words
    assert [tuple(row)[:4] for row in found.rows] == [
        ("售价", "¥38.00", "¥40.00", "+¥2.00"),
        ("运费", "¥0.00", "¥12.00", "+¥12.00"),
        ("包装", "¥0.00", "¥4.00", "+¥4.00"),
        ("到手价", "¥38.00", "¥56.00", "+¥18.00"),
    ]
    assert [row.is_sum for row in found.rows] == [False, False, False, True]


def test_sending_may_cost_less(tmp_path: Path) -> None:
    """The difference keeps its sign, and the sentence tells which side pays more."""
    found = gap(tmp_path, offer(ONLINE, "30", shipping="5"), offer(SHOP, "38"))

    assert found is not None
    assert found.words == "同样是一袋，自己去买比送到家贵 ¥3.00。"
    assert found.rows[-1].difference == "-¥3.00"


def test_without_the_postage_only_prices_are_compared(tmp_path: Path) -> None:
    """Where nobody told the postage, the sentence says so and there is no sum."""
    found = gap(tmp_path, offer(ONLINE, "36"), offer(SHOP, "32"))

    assert found is not None
    assert "没有注明" in found.words
    assert found.rows == ()


@pytest.mark.parametrize(
    "offers",
    [
        (offer(ONLINE, "40", shipping="xx"), offer(SHOP, "38")),
        (offer(ONLINE, "38", shipping="0"), offer(SHOP, "38")),
        (offer(ONLINE, "40", shipping="0"), offer(SHOP, "38", content_amount="250")),
        (offer(ONLINE, "40", shipping="0"), offer(SHOP, "38", availability="售罄")),
        (offer(ONLINE, "40", shipping="0"),),
    ],
    ids=["withheld", "equal", "other content", "sold out", "one side"],
)
def test_there_is_nothing_to_explain(tmp_path: Path, offers: tuple[dict[str, str], ...]) -> None:
    """A withheld part, equal sums, different packs, what is sold out, one side alone: no gap is told."""
    assert gap(tmp_path, *offers) is None


def test_a_difference_of_prices_alone_needs_no_sum(tmp_path: Path) -> None:
    """Sent free at 84 and fetched at 74: the sentence says ten, and no table repeats it."""
    found = gap(tmp_path, offer(ONLINE, "84", shipping="0"), offer(SHOP, "74"))

    assert found is not None
    assert "¥10.00" in found.words
    assert found.rows == ()


def test_the_lowest_of_each_side_are_compared(tmp_path: Path) -> None:
    """Postage counts for which online offer is the lowest; a canteen's price counts only without another."""
    found = gap(
        tmp_path,
        offer(ONLINE, "38", shipping="12"),
        offer(OTHER_ONLINE, "44", shipping="0"),
        offer(CANTEEN, "20", minimum_order="50"),
        offer(SHOP, "40"),
    )

    assert found is not None
    assert (found.online, found.offline) == ("小程序", "县城门店")
    assert "¥4.00" in found.words
