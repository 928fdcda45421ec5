"""What is in a bundle: quantities, what the parts cost one by one, and what the bundle saves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from line.prepared_sites import copy_site

from generator.surfaces.bundle_parts import parts_digest, parts_table
from generator.surfaces.product_views import PartsTable

from .small_shop import ONLINE, OTHER_ONLINE, PRODUCT, SHOP, offer, shop
from .support import surroundings_of


def goods(key: str) -> dict[str, str]:
    """Return a product to put into a bundle."""
    own = {"id": key, "name": key, "kind": "商品", "categories": "tea", "origin": "610924"}
    return own | {"description": "一种货。", "net_content": "500克", "no_offer_reason": "还没有开卖"}


def bundle(
    folder: Path, offers: Sequence[Mapping[str, str]], parts: Sequence[tuple[str, str, str]]
) -> tuple[PartsTable, str]:
    """Return the parts of a bundle and their digest; *parts* are (key, quantity, unit)."""
    sold = {one["product"] for one in offers}
    rows = [goods(key) | ({"no_offer_reason": ""} if key in sold else {}) for key, _, _ in parts]
    around = shop(
        folder,
        offers,
        {"kind": "套餐"},
        {
            "products": rows,
            "bundle_items": [
                {"bundle": PRODUCT, "product": key, "quantity": quantity, "unit": unit} for key, quantity, unit in parts
            ],
        },
    )
    table = parts_table(around, around.catalog.products[PRODUCT])
    assert table is not None
    return table, parts_digest(around, around.catalog.products[PRODUCT])


def test_the_sum_of_the_parts_stands_beside_the_bundle(tmp_path: Path) -> None:
    """Two bags at 20 and a jar at 30 are 70; the bundle at 64 saves 6, all in the shop that sells it."""
    offers = [
        offer(SHOP, "64", unit="盒", content_amount="1500"),
        offer(SHOP, "20", product="mi"),
        offer(SHOP, "30", product="mian"),
        offer(ONLINE, "18", product="mi", shipping="0"),
    ]
    table, _ = bundle(tmp_path / "shop", offers, [("mi", "2", "袋"), ("mian", "1", "")])

    assert [(line.quantity, line.total) for line in table.lines] == [("2 袋", "¥40.00"), ("1", "¥30.00")]
    assert (table.sum, table.bundle) == ("¥70.00", "¥64.00")
    assert table.words == "套餐比分开买省 ¥6.00。"
    assert table.basis == "都按县城门店的价格，不含运费。"


def test_parts_are_priced_alike(tmp_path: Path) -> None:
    """Where the bundle's channel lacks a part, all are priced online as it is; else each at its lowest."""
    online = [
        offer(ONLINE, "70", unit="盒", content_amount="1500", shipping="0"),
        offer(OTHER_ONLINE, "35", product="mi", shipping="0"),
        offer(ONLINE, "30", product="mian", shipping="0"),
        offer(SHOP, "20", product="mi"),
    ]
    mixed = [online[0], offer(SHOP, "20", product="mi"), online[2]]
    parts = [("mi", "1", "袋"), ("mian", "1", "袋")]

    first, _ = bundle(tmp_path / "online", online, parts)
    second, _ = bundle(tmp_path / "mixed", mixed, parts)

    assert (first.sum, first.basis) == ("¥65.00", "都按线上的价格，不含运费。")
    assert first.words == "套餐比分开买多 ¥5.00。"
    assert (second.sum, second.basis) == ("¥50.00", "各按能买到的最低价，不含运费。")


@pytest.mark.parametrize(
    "offers",
    [[offer(SHOP, "64", unit="盒")], [offer(SHOP, "64", unit="盒"), offer(SHOP, "20", product="mi", unit="箱")]],
    ids=["no price", "another unit"],
)
def test_there_is_no_sum_where_a_part_has_no_price(tmp_path: Path, offers: list[dict[str, str]]) -> None:
    """A part that is not sold alone, or only in another unit, is listed; nothing is summed or said to be saved."""
    table, _ = bundle(tmp_path / "shop", offers, [("mi", "2", "袋")])

    assert [line.quantity for line in table.lines] == ["2 袋"]
    assert (table.sum, table.words, table.basis) == ("", "", "")
    assert table.bundle == "¥64.00"


def test_a_new_price_of_a_part_makes_the_page_anew(tmp_path: Path) -> None:
    """The digest of the parts follows their offers."""
    own = offer(SHOP, "64", unit="盒")
    digests = {
        bundle(tmp_path / price, [own, offer(SHOP, price, product="mi")], [("mi", "1", "袋")])[1]
        for price in ("20", "21")
    }

    assert len(digests) == 2


def test_sums_are_those_that_editors_write(tmp_path: Path) -> None:
    """Each bundle of the demonstration says in its price note what its parts cost; the sum is the same."""
    around = surroundings_of(copy_site("demo", tmp_path / "demo"))
    noted = 0
    for product in around.catalog.products.values():
        table = parts_table(around, product)
        for one in around.catalog.offers_by_product.get(product.id, ()) if table is not None else ():
            if table is not None and "分开购买合计" in one.price_note:
                amount = table.sum.removeprefix("¥").removesuffix(".00")
                assert f"合计{amount}元" in one.price_note, product.id
                noted += 1
    assert noted >= 3
