"""Rows become items: typed, resolved, nothing half filled, digests that follow references."""

from __future__ import annotations

from decimal import Decimal

from contract.support import record

from generator.catalog.building import Items
from generator.catalog.money import Money
from generator.contract.quantities import NOT_DISCLOSED, Period
from generator.intake.records import Record

from .market import GROUND, KEHONG, items_of, offer, product


def test_amounts_become_money_of_the_site() -> None:
    """An amount with a unit is an exact sum in base units and the site's currency."""
    items = items_of(product("maojian", no_offer_reason=""), offer("maojian", price="0.5万元", shipping="8.00"))
    (made,) = items["offers"].values()
    assert made.price == Money(Decimal(5000), "CNY")
    assert made.shipping == Money(Decimal("8.00"), "CNY")


def test_not_disclosed_is_neither_empty_nor_zero() -> None:
    """A masked price, an empty one and one of nothing are three things."""
    items = items_of(
        product("maojian", no_offer_reason=""),
        offer("maojian", variant="a", price="xx"),
        offer("maojian", variant="b"),
        offer("maojian", variant="c", price="0元"),
    )
    prices = [made.price for made in items["offers"].values()]

    assert prices == [NOT_DISCLOSED, None, Money(Decimal(0), "CNY")]
    assert NOT_DISCLOSED is not None
    assert NOT_DISCLOSED != 0


def test_a_text_that_is_not_disclosed_says_so() -> None:
    """A masked text is shown in the words of the site, and not passed over; a masked day is no day."""
    made = items_of(product("maojian", net_content="xx", licence_number="×××", withdraw_on="xx"))["products"]["maojian"]
    assert (made.net_content, made.licence_number, made.withdraw_on) == ("未披露", "未披露", None)


def test_what_was_left_empty_has_one_form_each() -> None:
    """Empty text is an empty string, a list an empty tuple, a yes-or-no no, anything else ``None``."""
    made = items_of(product("maojian", supplier=""))["products"]["maojian"]
    assert (made.grade, made.aliases, made.featured) == ("", (), False)
    assert (made.capacity, made.publish_on, made.supplier, made.source) == (None, None, None, None)


def test_references_are_the_items_themselves() -> None:
    """A product holds its origin and its supplier; the supplier's origin is the same object."""
    items = items_of(product("maojian", season_months="3-5月"))
    made = items["products"]["maojian"]
    assert made.origin is items["origins"]["610924"]
    assert made.supplier is items["suppliers"]["kehong"]
    assert made.supplier.origin is made.origin
    assert made.categories == (items["categories"]["tea"],)
    assert made.season_months == (3, 4, 5)


def test_periods_keep_their_precision() -> None:
    """A month stays a month."""
    items = items_of(record("sources", id="notice", title="公告", kind="notice", date="2019年7月"))
    assert isinstance(items["sources"]["notice"].date, Period)
    assert str(items["sources"]["notice"].date) == "2019-07"


def test_a_name_that_python_keeps_is_renamed() -> None:
    """The field ``from`` of a redirect is ``from_path``."""
    items = items_of(record("redirects", **{"from": "/old/", "to": "/products/"}))
    assert [made.from_path for made in items["redirects"].values()] == ["/old/"]


def test_keys_of_several_parts_are_joined() -> None:
    """An offer's key names product, channel, variant and first day."""
    items = items_of(product("maojian", no_offer_reason=""), offer("maojian", variant="盒装", valid_from="2020-09-01"))
    assert list(items["offers"]) == ["maojian/online/盒装/2020-09-01"]


def test_items_stand_in_the_order_of_their_keys() -> None:
    """The order of files and rows does not show."""
    teas = [product(key) for key in ("c", "a", "b")]
    assert list(items_of(*teas)["products"]) == list(items_of(*reversed(teas))["products"]) == ["a", "b", "c"]


def test_a_digest_changes_with_what_the_record_refers_to() -> None:
    """Another text of a supplier changes the digests of its products and of their offers, and of nothing else."""
    records = (product("maojian", no_offer_reason=""), offer("maojian", price="38元"))
    before = _digests(items_of(*records))
    after = _digests(items_of(*records, ground=_described("紫阳的茶商")))
    assert {key for key, digest in before.items() if after[key] != digest} == {
        "suppliers kehong",
        "products maojian",
        "offers maojian/online//",
    }


def test_a_digest_does_not_hang_on_the_place_of_a_record() -> None:
    """The same values at another line or in another file have the same digest."""
    moved = record("products", 99, file="data/products/x.yml", **dict(product("maojian").values))
    assert items_of(product("maojian"))["products"]["maojian"].digest == items_of(moved)["products"]["maojian"].digest


def test_a_digest_does_not_hang_on_other_records() -> None:
    """A record that nothing refers to changes no other record's digest."""
    before = _digests(items_of(product("maojian")))
    after = _digests(items_of(product("maojian"), record("organisations", id="union", name="工会", kind="union")))
    assert before.items() <= after.items()


def _described(text: str) -> tuple[Record, ...]:
    """Return the ground of the market with a description of its supplier."""
    described = record("suppliers", **{**dict(KEHONG.values), "description": text})
    return tuple(described if each is KEHONG else each for each in GROUND)


def _digests(items: Items) -> dict[str, str]:
    return {f"{table} {key}": item.digest for table, group in items.items() for key, item in group.items()}
