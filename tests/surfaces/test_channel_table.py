"""Every channel side by side: what is paid in all, which is the lowest, and what is not known."""

from __future__ import annotations

from pathlib import Path

from generator.surfaces.product_page import product_page
from generator.surfaces.product_views import ChannelRow, ChannelTable

from .small_shop import CANTEEN, ONLINE, OTHER_ONLINE, OTHER_SHOP, PRODUCT, SHOP, offer, shop


def table(folder: Path, *offers: dict[str, str], **product: str) -> ChannelTable:
    """Return the channels of a product with *offers*."""
    around = shop(folder / "shop", offers, product)
    found = product_page(around, around.catalog.products[PRODUCT]).channels
    assert found is not None
    return found


def row(found: ChannelTable, channel: str) -> ChannelRow:
    """Return the row of one channel."""
    return next(row for row in found.rows if row.line.channel == channel)


def test_the_sum_is_price_postage_and_packing(tmp_path: Path) -> None:
    """40 + 12 + 4 are 56 brought home, also for 500 g; what is fetched costs its price."""
    found = table(tmp_path, offer(ONLINE, "40", shipping="12", packing="4"), offer(SHOP, "38"))

    sent, fetched = row(found, "网上商城"), row(found, "县城门店")
    assert (sent.shipping, sent.packing, sent.total) == ("¥12.00", "¥4.00", "¥56.00")
    assert sent.total_per == "¥56.00 / 500 克"
    assert (fetched.shipping, fetched.packing, fetched.total, fetched.total_per) == ("", "", "¥38.00", "")


def test_the_lowest_is_said_in_words_and_stands_first(tmp_path: Path) -> None:
    """Postage decides: 42 sent free is lower than 38 with 6 of postage."""
    found = table(
        tmp_path, offer(ONLINE, "38", shipping="6"), offer(OTHER_ONLINE, "42", shipping="0"), offer(SHOP, "45")
    )

    assert [line.line.channel for line in found.rows] == ["小程序", "网上商城", "县城门店"]
    assert [bool(line.lowest) for line in found.rows] == [True, False, False]
    assert found.rows[0].shipping == "包邮"
    assert found.rows[0].lowest == ("同规格到手最低",)


def test_two_may_be_lowest_and_all_may_not(tmp_path: Path) -> None:
    """Two shops share the lowest price; where every shop asks the same, none is the lowest."""
    two = table(tmp_path / "two", offer(SHOP, "30"), offer(OTHER_SHOP, "30"), offer(ONLINE, "33", shipping="0"))
    same = table(tmp_path / "same", offer(SHOP, "30"), offer(OTHER_SHOP, "30"))

    assert [bool(line.lowest) for line in two.rows] == [True, True, False]
    assert not any(line.lowest for line in same.rows)


def test_an_unknown_postage_is_neither_free_nor_lowest(tmp_path: Path) -> None:
    """Where nobody told the postage, there is no sum; the shop is the lowest only if postage cannot change that."""
    found = table(tmp_path / "dearer", offer(ONLINE, "40"), offer(SHOP, "38"))
    cheaper = table(tmp_path / "cheaper", offer(ONLINE, "36"), offer(SHOP, "38"))

    online = row(found, "网上商城")
    assert (online.shipping, online.total, online.total_words) == ("未注明", "", "运费不明，算不出")
    assert row(found, "县城门店").lowest
    assert not found.total  # the price says it all
    assert not any(line.lowest for line in cheaper.rows)


def test_a_withheld_postage_is_not_disclosed(tmp_path: Path) -> None:
    """``xx`` is a value that is kept back: it is said so, and nothing is summed."""
    online = row(table(tmp_path, offer(ONLINE, "36", shipping="xx"), offer(SHOP, "38")), "网上商城")

    assert (online.shipping, online.total) == ("未披露", "")


def test_larger_packs_are_compared_by_their_measure(tmp_path: Path) -> None:
    """A bag of 2.5 kg at 150 is lower by weight than one of 500 g at 38, which is lower than the same at 40."""
    large = offer(OTHER_SHOP, "150", variant="大袋", content_amount="2500")
    found = table(tmp_path, offer(SHOP, "38"), large, offer(ONLINE, "40", shipping="0"))

    assert row(found, "县城门店").lowest == ("同规格到手最低",)
    assert row(found, "市集").lowest == ("折合每500 克到手最低",)


def test_canteens_are_compared_among_themselves(tmp_path: Path) -> None:
    """What one must take twenty of is not the lowest price of one."""
    found = table(
        tmp_path, offer(CANTEEN, "20", minimum_order="20"), offer(SHOP, "30"), offer(ONLINE, "35", shipping="0")
    )

    assert row(found, "县城门店").lowest
    assert not row(found, "机关食堂").lowest
    assert row(found, "机关食堂").minimum == "20 袋起"


def test_what_cannot_be_had_stands_last_and_has_no_way_there(tmp_path: Path) -> None:
    """A sold-out offer and a closed channel keep their price; they are not the lowest and lead nowhere."""
    found = table(
        tmp_path,
        offer(SHOP, "10", availability="售罄"),
        offer("guan", "9"),
        offer(ONLINE, "30", shipping="0", url="https://shop.example.cn/cha"),
    )

    assert found.rows[0].line.href == "https://shop.example.cn/cha"
    assert {line.line.availability for line in found.rows[1:]} == {"售罄", "渠道已停用"}
    assert not any(line.lowest or line.line.href for line in found.rows[1:])


def test_columns_that_no_channel_fills_are_left_out(tmp_path: Path) -> None:
    """Two shops without postage, packing, minimum, day and address have two columns: who, and at what price."""
    found = table(tmp_path, offer(SHOP, "30"), offer(OTHER_SHOP, "31"))

    assert found.columns == 2
    filled = (found.shipping, found.packing, found.minimum, found.as_of, found.act, found.total)
    assert not any(filled)


def test_nobody_posts_a_visit(tmp_path: Path) -> None:
    """A visit that is booked online costs its price: there is no postage to wonder about."""
    more = {"kind": "体验", "duration": "半日", "meeting_place": "村口", "capacity": "8"}
    found = table(tmp_path, offer(ONLINE, "98", unit="人", content_amount="1", content_unit="人"), **more)

    assert (found.rows[0].shipping, found.rows[0].total) == ("", "¥98.00")


def test_a_mini_program_is_found_by_its_name(tmp_path: Path) -> None:
    """What has no web page has words in the place of a link."""
    found = table(tmp_path, offer(OTHER_ONLINE, "30", shipping="0"))

    assert "小程序" in found.rows[0].how
    assert not found.rows[0].line.href
