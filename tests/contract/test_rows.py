"""Checked records are typed and know their places."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generator.contract import NOT_DISCLOSED, Checked, Period, Precision
from generator.contract.rows import Row

from .support import SITES, check, check_site, record


@pytest.fixture(scope="module")
def shop() -> Checked:
    """The checked records of the good site."""
    return check_site(SITES / "shop").checked


def row_of(checked: Checked, table: str, key: str) -> Row:
    """Return one row by its key."""
    return next(row for row in checked.rows[table] if row.key == key)


def test_values_are_typed(shop: Checked) -> None:
    """Amounts are decimals in base units, days dates, months numbers, masks a value of their own."""
    offer = row_of(shop, "offers", "ziyang-cha/p832//2020-09-01").values
    assert offer["price"] == Decimal("1068.50")
    assert offer["supply_months"] == (11, 12, 1, 2)
    assert offer["shipping"] == 0
    assert offer["packing"] is None
    assert row_of(shop, "offers", "shan-huo-li/jishi//").values["price"] is NOT_DISCLOSED
    assert row_of(shop, "campaigns", "xiaofei-yue").values["goal"] == Decimal(1_500_000)
    assert row_of(shop, "targets", "yu-liu").values["share"] == Decimal(30)
    product = row_of(shop, "products", "ziyang-cha").values
    assert product["publish_on"] == date(2020, 9, 1)
    assert product["featured"] is True
    assert product["gtin"] == "2000000000015"
    assert product["aliases"] == ("紫阳毛尖", "紫阳绿茶")
    signed = row_of(shop, "agreements", "xie-yi").values["signed_on"]
    assert signed == Period(date(2020, 9, 17), date(2020, 9, 18), Precision.DAY)


def test_rows_stand_in_the_order_of_their_keys(shop: Checked) -> None:
    """Every table is sorted, so that the order of files changes nothing."""
    for table, rows in shop.rows.items():
        assert [row.key for row in rows] == sorted(row.key for row in rows), table


def test_places_lead_back_to_the_file(shop: Checked) -> None:
    """A nested record knows its own lines; a field that was not written stands at the record's start."""
    row = row_of(shop, "certificates", "ziyang-cha-agi")
    lines = (SITES / "shop" / row.place().file).read_text("utf-8").splitlines()

    assert row.place("number").file == "data/products/ziyang-cha.yml"
    assert lines[(row.place("number").line or 0) - 1] == "    证书编号: AGI00001"
    assert row.place("notice").line == row.named.record.line


def test_digest_goes_by_content_alone() -> None:
    """The same record elsewhere, spelt otherwise, has the same digest; another value has another."""
    one = check(record("suppliers", 编号="a", 名称="甲", 类型="合作社")).rows["suppliers"][0]
    same = check(record("suppliers", 7, file="data/x.csv", kind="cooperative", name="甲 ", id="a")).rows["suppliers"][0]
    other = check(record("suppliers", 编号="a", 名称="乙", 类型="合作社")).rows["suppliers"][0]

    assert one.digest == same.digest != other.digest


def test_rows_with_faults_say_what_could_not_be_read() -> None:
    """A wrong value is None and listed as unread, so that no rule draws conclusions from it."""
    checked = check(record("suppliers", 编号="a", 名称="甲", 带动户数="约30", 示例="是"))
    row = checked.rows["suppliers"][0]

    assert [finding.code for finding in checked.findings] == ["not-an-integer"]
    assert row.values["households"] is None
    assert row.unread == {"households"}
    assert not row.lacks("households")
