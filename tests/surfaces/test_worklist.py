"""The worklist names what is no longer right, where it is and why, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from line.sizes import record_result, sized

from generator.catalog.catalog import link
from generator.catalog.item import Item
from generator.catalog.money import Money
from generator.catalog.printing import PrintedThing
from generator.surfaces.label_facts import LABEL_FACTS, label_facts
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.worklist import Task, since, worklist

from .small_shop import CANTEEN, ONLINE, PRODUCT, SHOP, offer, shop

PLACES = ("dating", "menkou", "shitang-kou", "zhanting")
OTHERS = ("mi", "mu-er")
DAY = date(2026, 11, 21)


def _place(key: str, **more: str) -> dict[str, str]:
    return {"id": key, "name": f"{key}专柜", "kind": "专柜", "address": "一层", "status": "开放"} | more


def _product(key: str, **more: str) -> dict[str, str]:
    own = {"id": key, "name": f"山货{key}", "kind": "商品", "categories": "tea", "origin": "610924"}
    return own | {"description": "好。", "net_content": "1袋"} | more


def _stock(place: str, slot: str, product: str, price: str = "") -> dict[str, str]:
    return {"placement": place, "slot": slot, "product": product, "price": price}


def _market(folder: Path) -> Surroundings:
    """Three products; the tea stands in three places, in one of them at a price of its own."""
    offers = [offer(ONLINE, "120.00"), offer(SHOP, "128.00", valid_from="2026-11-10"), offer(CANTEEN, "99.00")]
    offers += [offer(SHOP, "20.00") | {"product": key, "content_amount": "", "content_unit": ""} for key in OTHERS]
    stock = [
        *(_stock(place, "A1", PRODUCT) for place in PLACES[:2]),
        _stock(PLACES[2], "A1", PRODUCT, "138.00元"),
        *(_stock(place, "B1", OTHERS[0]) for place in PLACES[1:]),
        _stock(PLACES[3], "C1", OTHERS[1], "18.00元"),
    ]
    tables = {
        "placements": [_place(key) for key in PLACES],
        "placement_stock": stock,
        "products": [_product(key) for key in OTHERS],
    }
    return shop(folder / "site", offers, tables=tables)


@cache
def market() -> Surroundings:
    """The market, read once for all tests that change it in memory."""
    return _market(Path(mkdtemp()))


def printed(around: Surroundings) -> list[PrintedThing]:
    """A label for every product in every place that holds it, saying what is true today."""
    things = []
    for key, entries in around.catalog.stock_by_product.items():
        for entry in entries:
            facts = label_facts(around, around.catalog.products[key], entry.placement)
            shows = tuple(f"{field}={text}" for field, text in facts.items())
            things.append(_thing(f"{entry.placement.id}-{key}", key, entry.placement, shows))
    return things


def _thing(key: str, product: str, place: Any, shows: tuple[str, ...]) -> PrintedThing:
    return PrintedThing(
        key=key,
        digest=key,
        id=key,
        printed_on=date(2026, 11, 11),
        sheet="label",
        stock="",
        target_kind="product",
        target=product,
        code="",
        placement=place,
        copies=2,
        shows=shows,
        taken_down_on=None,
    )


def changed(around: Surroundings, **tables: dict[str, Item]) -> Surroundings:
    """The same run with some items in the place of others."""
    items = {**around.catalog.items}
    for name, own in tables.items():
        items[name] = {**items[name], **own}
    return replace(around, catalog=link(items, around.catalog.as_of))


def logged(around: Surroundings, things: list[PrintedThing]) -> Surroundings:
    """The same run with printed things."""
    return changed(around, print_log={thing.key: thing for thing in things})


def words(tasks: tuple[Task, ...]) -> Iterator[str]:
    """Every reason in words."""
    for task in tasks:
        for reason in task.reasons:
            yield reason.words


def test_what_is_right_is_not_listed() -> None:
    """Labels that say what is true today make no work."""
    around = market()
    assert len(printed(around)) == 7
    assert worklist(logged(around, printed(around))) == ()


def test_a_label_says_the_facts_of_its_place() -> None:
    """The price is the slot's own, else the one in person for one piece; canteens and the internet do not count."""
    around = market()
    tea, places = around.catalog.products[PRODUCT], around.catalog.placements
    assert tuple(label_facts(around, tea, None)) == LABEL_FACTS
    assert {key: label_facts(around, tea, places[key])["price"] for key in PLACES[:3]} == {
        PLACES[0]: "128.00",
        PLACES[1]: "128.00",
        PLACES[2]: "138.00",
    }
    assert label_facts(around, tea, None) == {
        "name": "富硒茶",
        "price": "128.00",
        "unit": "袋",
        "origin": "紫阳县",
        "net": "500克",
        "mark": "",
        "uri": "",
    }


def test_a_changed_price_is_told_in_words() -> None:
    """The sentence has what was printed and what it is now, with the unit, and from what day on."""
    around = market()
    things = [
        replace(thing, shows=("price=118.00", "unit=袋"))
        for thing in printed(around)
        if thing.placement is not None and thing.placement.id == PLACES[0]
    ]
    (task,) = worklist(logged(around, things))
    (reason,) = task.reasons
    assert reason.words == "售价：印的是 118.00 元/袋，现在是 128.00 元/袋"
    assert (task.place, task.place_name, task.name, reason.since) == (
        PLACES[0],
        "dating专柜",
        "富硒茶",
        date(2026, 11, 10),
    )


@settings(max_examples=sized(40, 1000), deadline=None)
@given(data=st.data())
def test_one_changed_price_lists_exactly_the_places_that_stock_the_product(data: st.DataObject) -> None:
    """A new price in person concerns the places without one of their own; a slot's own price concerns that place."""
    around = market()
    before = logged(around, printed(around))
    price = Money(Decimal(data.draw(st.integers(1, 99999), label="cents")) / 100, "CNY")
    if data.draw(st.booleans(), label="in person"):
        offers = [each for each in around.catalog.items["offers"].values() if each.channel.id == SHOP]  # type: ignore[attr-defined]
        old: Any = data.draw(st.sampled_from(offers), label="offer")
        after = changed(before, offers={old.key: replace(old, price=price)})
        stocked = around.catalog.stock_by_product[old.product.id]
        expected = {entry.placement.id for entry in stocked if entry.price is None}
    else:
        entries = [each for each in around.catalog.items["placement_stock"].values() if each.price is not None]  # type: ignore[attr-defined]
        old = data.draw(st.sampled_from(entries), label="slot")
        after = changed(before, placement_stock={old.key: replace(old, price=price)})
        expected = {old.placement.id}
    tasks = worklist(after)
    assert {task.place for task in tasks} == (set() if old.price == price else expected)
    assert {task.name for task in tasks} <= {old.product.name}
    assert {reason.kind for task in tasks for reason in task.reasons} <= {"price"}


def test_the_property_is_recorded() -> None:
    """The acceptance table tells how many random changes were tried."""
    record_result("worklist", sized(40, 1000), "price changes", "each lists exactly the places that stock the product")


@pytest.mark.parametrize(
    ("table", "change", "told"),
    [
        ("products", {"name": "富硒绿茶"}, "名称：印的是 富硒茶，现在是 富硒绿茶"),
        ("products", {"net_content": "250克"}, "净含量：印的是 500克，现在是 250克"),
        ("products", {"status": "withdrawn"}, "“富硒茶”已下架，请撤下。"),
        ("products", {"withdraw_on": DAY}, "“富硒茶”已下架，请撤下。"),
        ("products", {"status": "draft"}, "“cha”已不在目录里，请撤下。"),
    ],
)
def test_every_change_of_a_label_is_told_everywhere_it_hangs(table: str, change: dict[str, Any], told: str) -> None:
    """Another name or content, a withdrawal and a draft concern all three places of the tea, and no other product."""
    around = market()
    before = logged(around, printed(around))
    old = around.catalog.items[table][PRODUCT]
    new = replace(old, **change)  # type: ignore[type-var]
    stock = {
        key: replace(entry, product=new)  # type: ignore[type-var]
        for key, entry in around.catalog.items["placement_stock"].items()
        if entry.product is old  # type: ignore[attr-defined]
    }
    offers = {
        key: replace(each, product=new)  # type: ignore[type-var]
        for key, each in around.catalog.items["offers"].items()
        if each.product is old  # type: ignore[attr-defined]
    }
    tasks = worklist(changed(before, **{table: {PRODUCT: new}}, placement_stock=stock, offers=offers))
    assert {task.place for task in tasks} == set(PLACES[:3])
    assert set(words(tasks)) == {told}


def _read(folder: Path, tables: dict[str, list[dict[str, str]]]) -> Surroundings:
    """A shop with one place, one bundle and what a test adds, read from files."""
    base = {
        "placements": [_place("dating"), _place("jiu", status="关闭")],
        "placement_stock": [_stock("dating", "A1", PRODUCT)],
        "products": [_product("mi"), _product("li-he", kind="套餐")],
        "bundle_items": [{"bundle": "li-he", "product": PRODUCT, "quantity": "1", "unit": "袋"}],
    }
    offers = [
        offer(SHOP, "128.00"),
        offer(SHOP, "20.00") | {"product": "mi"},
        offer(SHOP, "150.00") | {"product": "li-he"},
    ]
    merged = {name: [*base.get(name, []), *tables.get(name, [])] for name in {**base, **tables}}
    return shop(folder / "site", offers, tables=merged)


def _printed(key: str, target: str = PRODUCT, **more: str) -> dict[str, str]:
    own = {"id": key, "printed_on": "2026-11-01", "sheet": "标签", "target_kind": "产品", "target": target}
    return own | {"placement": "dating", "shows": "price=128.00;unit=袋"} | more


def test_a_recall_takes_down_the_labels_of_the_product_and_of_bundles_with_it(tmp_path: Path) -> None:
    """Both are urgent and stand first, with the reason of the recall."""
    recall = {"id": "r", "product": PRODUCT, "announced_on": "2026-11-20", "reason": "封口不严", "action": "退货"}
    log = [
        _printed("1"),
        _printed("2", "li-he", shows="price=150.00", placement=""),
        _printed("3", "mi", shows="price=21.00", placement=""),
        _printed("4", taken_down_on="2026-11-20"),
    ]
    tasks = worklist(_read(tmp_path, {"recalls": [recall], "print_log": log}))
    assert [(task.id, task.is_urgent) for task in tasks] == [("1", True), ("2", True), ("3", False)]
    assert [reason.kind for task in tasks for reason in task.reasons] == ["recalled", "recalled", "price"]
    assert tasks[0].reasons[0].words == "“富硒茶”在2026年11月20日召回（封口不严），请马上撤下。"


def test_recalled_lots_ask_to_look_at_the_shelf_and_the_label_stays(tmp_path: Path) -> None:
    """The sentence names the lots; nothing else is said of a label that is right."""
    recall = {"id": "r", "product": PRODUCT, "lots": "A1;A2", "announced_on": "2026-11-20", "reason": "受潮"}
    around = _read(tmp_path, {"recalls": [recall | {"action": "退货"}], "print_log": [_printed("1")]})
    (task,) = worklist(around)
    assert [reason.kind for reason in task.reasons] == ["recalled-lots"]
    assert "批次 A1、A2" in task.reasons[0].words


def test_places_that_closed_and_goods_that_left_are_told(tmp_path: Path) -> None:
    """A label in a closed place, and one for what the place no longer holds."""
    log = [_printed("1", placement="jiu"), _printed("2", "mi", shows="name=山货mi")]
    tasks = {task.id: task for task in worklist(_read(tmp_path, {"print_log": log}))}
    assert [reason.kind for reason in tasks["1"].reasons] == ["place-closed"]
    assert [reason.kind for reason in tasks["2"].reasons] == ["not-stocked"]


def test_a_thing_for_any_place_tells_where_it_may_hang(tmp_path: Path) -> None:
    """Where no place was written down, the open places that hold the product are named."""
    (task,) = worklist(_read(tmp_path, {"print_log": [_printed("1", placement="", shows="price=1.00")]}))
    assert task.place == ""
    assert task.place_name == "不分点位（可能在：dating专柜）"


def test_values_that_hold_signs_of_lists_are_compared_whole(tmp_path: Path) -> None:
    """An entry without its field belongs to the one before it, so that “春茶、秋茶” is one value."""
    log = [
        _printed("1", "mi", placement="", shows="name=山货、mi;net=1袋"),
        _printed("2", "mi", placement="", shows="net=1袋"),
    ]
    around = _read(tmp_path, {"print_log": log})
    (task,) = worklist(around)
    assert (task.id, task.reasons[0].printed) == ("1", "山货、mi")


def test_screens_with_an_older_pack_are_told_with_what_is_newer(tmp_path: Path) -> None:
    """A pack of the day of the data is good; an older one is told with the products that have changed since."""
    displays = [
        {"id": "xin", "name": "新屏", "placement": "dating", "playlist": PRODUCT, "pack_date": "2026-11-21"},
        {"id": "jiu-ping", "name": "旧屏", "placement": "dating", "playlist": "mi", "pack_date": "2026-11-10"},
        {"id": "bu-zhi", "name": "不知", "placement": "dating", "playlist": PRODUCT},
    ]
    changes = [{"product": PRODUCT, "date": "2026-11-12", "field": "净含量", "old": "250克", "new": "500克"}]
    (task,) = worklist(_read(tmp_path, {"displays": displays, "changes": changes}))
    assert (task.kind, task.id, task.place) == ("display", "jiu-ping", "dating")
    assert task.reasons[0].words == "导购包是2026年11月10日的，之后有更新：富硒茶（2026年11月12日）"


def test_pasted_columns_and_copies_on_other_hosts_are_told(tmp_path: Path) -> None:
    """A pasted column is wrong when a product of it was renamed or withdrawn since; a copy when anything is newer."""
    column = {"id": "zl", "title": "专栏", "selection": "清单", "products": f"{PRODUCT};mi"}
    site = {"column": "zl", "url": "https://example.com/a"}
    hosts = [
        site | {"id": "h1", "name": "旧粘贴", "grade": "纯文本", "copied_on": "2026-11-10"},
        site | {"id": "h2", "name": "新粘贴", "grade": "纯文本", "copied_on": "2026-11-20"},
        site | {"id": "h3", "name": "旧副本", "grade": "固定框", "self_hosted": "是", "since": "2026-11-10"},
        site | {"id": "h4", "name": "直接用", "grade": "固定框", "since": "2026-11-10"},
    ]
    changes = [{"product": PRODUCT, "date": "2026-11-12", "field": "名称", "old": "老名字", "new": "富硒茶"}]
    around = _read(tmp_path, {"embed_columns": [column], "hosts": hosts, "changes": changes})
    tasks = {task.id: task for task in worklist(around)}
    assert tasks.keys() == {"h1", "h3"}
    assert tasks["h1"].reasons[0].words == "“老名字”在2026年11月12日改名为“富硒茶”。"
    assert tasks["h3"].reasons[0].kind == "old-data"
    assert since(tuple(tasks.values()), date(2026, 11, 13)) == ()


def test_an_issue_is_told_product_by_product(tmp_path: Path) -> None:
    """A printed directory is wrong where one of its products changed since, and the sentence names it."""
    tables = {
        "catalogue_issues": [{"id": "q1", "title": "第一期", "number": "1"}],
        "catalogue_entries": [{"issue": "q1", "product": PRODUCT}, {"issue": "q1", "product": "mi"}],
        "changes": [{"product": "mi", "date": "2026-11-12", "field": "净含量", "old": "2袋", "new": "1袋"}],
        "print_log": [
            _printed(
                "1", "q1", target_kind="目录", sheet="目录册", placement="", shows=f"title=第一期;{PRODUCT}.price=99.00"
            ),
        ],
    }
    (task,) = worklist(_read(tmp_path, tables))
    assert [reason.words for reason in task.reasons] == [
        "富硒茶：售价：印的是 99.00 元/袋，现在是 128.00 元/袋",
        "山货mi：净含量在2026年11月12日改过。",
    ]
