"""What a label says: the price of its place, never one that is withheld, and facts by which it is known as right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.surfaces.label_choice import Choice, chosen
from generator.surfaces.label_facts import label_facts
from generator.surfaces.labels import Labelled
from generator.surfaces.printed_sheets import issue_booklet, placement_sheet, poster_of_product
from generator.surfaces.surroundings import Surroundings

from .support import surroundings_of

OpenSite = Callable[[str], Path]
STOCK = "data/placement_stock.csv"


@pytest.fixture(scope="module")
def demo(built_demo) -> Surroundings:
    """The demonstration site's surroundings; for reading only."""
    return surroundings_of(built_demo.site)


def labels(around: Surroundings, **asked) -> dict[str, Labelled]:
    """Return product → its label."""
    return {label.product.id: label for label in chosen(around, Choice(**asked)).labels}


def edited(site: Path, path: str, old: str, new: str) -> Surroundings:
    """Change one text of a site and read it."""
    file = site / path
    text = file.read_text("utf-8-sig")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    return surroundings_of(site)


def test_a_placement_has_its_own_price(open_site: OpenSite) -> None:
    """At a placement its price stands, with the unit of the offer in the shop; elsewhere the shop's."""
    around = edited(open_site("demo"), STOCK, "dongyuan-chayou,98.00", "dongyuan-chayou,97.50")

    here = labels(around, placement="yantian-zhongxin")["dongyuan-chayou"]
    anywhere = labels(around, products=("dongyuan-chayou",))["dongyuan-chayou"]

    assert here.text.price is not None
    assert anywhere.text.price is not None
    assert (here.text.price.whole, here.text.price.decimals, here.text.price.after) == ("97", ".50", "/瓶")
    assert here.text.price.per == ""
    assert anywhere.text.price.whole == "98"


def test_a_withheld_price_is_never_printed(open_site: OpenSite) -> None:
    """Neither the placement's nor the shop's stands in its place: the label leads to the price tag."""
    around = edited(open_site("demo"), STOCK, "dongyuan-chayou,98.00", "dongyuan-chayou,面议")

    label = labels(around, placement="yantian-zhongxin")["dongyuan-chayou"]

    assert label.text.price is None
    assert label.text.price_words == "见价签"
    assert not any(fact.startswith("price=") for fact in label.facts)
    assert not any(fact.startswith("unit=") for fact in label.facts)


def test_an_online_price_is_not_a_shelf_s(demo: Surroundings) -> None:
    """What is sold online alone has no price on a shelf."""
    assert labels(demo, products=("ziyang-fuxi-cha",))["ziyang-fuxi-cha"].text.price is None


def test_facts_tell_what_is_printed(demo: Surroundings) -> None:
    """Facts are canonical: names, and two decimals for the price."""
    assert label_facts(demo, demo.catalog.products["leye-mihoutao"], None)["name"] == "乐业红心猕猴桃"
    facts = labels(demo, placement="yantian-zhongxin")["dongyuan-chayou"].facts

    assert facts == (
        "name=东源茶油",
        "price=98.00",
        "unit=瓶",
        "origin=东源县",
        "net=1升",
        "uri=HTTPS://S.SHANHUO.EXAMPLE/P/YWMKTRC/",
    )


def test_slots_come_in_their_order(demo: Surroundings) -> None:
    """Labels of a placement are printed as one walks along its shelf."""
    slots = [label.stock.slot for label in chosen(demo, Choice(placement="yantian-zhongxin")).labels if label.stock]

    assert slots == sorted(slots)
    assert len(slots) == 11


def test_categories_and_campaigns_narrow(demo: Surroundings) -> None:
    """Everything that is asked for holds at once."""
    tea = labels(demo, category="chongtiao-yinpin")
    both = labels(demo, category="chongtiao-yinpin", placement="yantian-zhongxin")

    assert "ziyang-fuxi-cha" in tea
    assert set(both) == {"dongyuan-huangjiu", "dongyuan-lvcha", "lingyun-baihaocha"}
    assert set(labels(demo, campaign="nianhuo-2026")) <= set(demo.catalog.products)


def test_an_id_that_is_not_there_is_told(demo: Surroundings) -> None:
    """The nearest one is proposed."""
    with pytest.raises(UsageError) as told:
        chosen(demo, Choice(placement="yantian-zongxin"))

    assert "yantian-zhongxin" in told.value.mend


def test_recalled_and_withdrawn_products_get_no_label(open_site: OpenSite) -> None:
    """They are left out, and it is said why."""
    site = open_site("demo")
    recalls = "编号,产品,公告日期,原因,处理办法,电话\nzh-1,dongyuan-chayou,2026-11-20,示例,停止食用,0000-0000000\n"
    (site / "data/recalls.csv").write_text(recalls, "utf-8")
    tea = site / "data/products/dongyuan-lvcha.yml"
    tea.write_text(tea.read_text("utf-8").replace("状态: 在架", "状态: 下架"), "utf-8")

    found = chosen(surroundings_of(site), Choice(placement="yantian-zhongxin"))

    assert {(product.id, reason) for product, reason in found.left_out} == {
        ("dongyuan-chayou", "recalled"),
        ("dongyuan-lvcha", "withdrawn"),
    }
    assert not {"dongyuan-chayou", "dongyuan-lvcha"} & {label.product.id for label in found.labels}


def test_a_placement_s_own_code_stands_on_its_labels(open_site: OpenSite) -> None:
    """Where a product has a code for the placement, its label there says that one."""
    site = open_site("shop")
    path = site / "data/qr_codes.csv"
    header, *rows = path.read_text("utf-8-sig").split()
    lines = [f"{header},所在点位", *(f"{row}," for row in rows), "4R39R8A,产品,ziyang-cha,2020-09-02,有效,gui-zi"]
    path.write_text("\n".join(lines), "utf-8")
    around = surroundings_of(site)
    placement = around.catalog.placements["gui-zi"]
    stocked = chosen(around, Choice(placement=placement.id)).labels

    assert [label.code.code for label in stocked if label.product.id == "ziyang-cha"] == ["4R39R8A"]
    assert labels(around)["ziyang-cha"].code.code == "3QNMFJC"


def test_a_poster_says_a_price_that_is_found_anywhere(demo: Surroundings) -> None:
    """On a wall there is no price tag to lead to: the price is the one on the product's page, or none."""
    poster = poster_of_product(demo, demo.catalog.products["ziyang-fuxi-cha"])

    assert poster.price is not None
    assert (poster.price.whole, poster.price_words) == ("128", "")


def test_a_placement_s_sheet_has_its_plaque(demo: Surroundings) -> None:
    """Words of the plaque, who gave it, that no fees are taken, and the code of the place itself."""
    sheet = placement_sheet(demo, demo.catalog.placements["zhongrui-zhuanguan"])

    assert (sheet.plaque, sheet.plaque_line) == ("消费帮扶专馆", "市扶贫开发领导小组 授牌")
    assert sheet.rule == "这里不收进场费、押金和管理费。"
    assert sheet.code is not None
    assert sheet.code.code == "Q2XF339"


def test_an_issue_holds_its_entries_in_order(demo: Surroundings) -> None:
    """Number, entries with reason, price and code."""
    issue = issue_booklet(demo, demo.catalog.items["catalogue_issues"]["baiyuan-2020-1"])

    assert issue.number == "第 1 期"
    assert [entry.subject for entry in issue.entries] == ["ziyang-fuxi-cha", "ziyang-hongcha", "ziyang-jinqiangan"]
    assert all(entry.code for entry in issue.entries)
    assert issue.entries[0].reason == "农产品企业（示例条目）"


def test_facts_do_not_age(open_site: OpenSite) -> None:
    """Another day of the same data changes no fact: a label is wrong when what it says is."""
    site = open_site("demo")
    before = {key: label.facts for key, label in labels(surroundings_of(site)).items()}
    config = site / "site_config.yml"
    config.write_text(config.read_text("utf-8").replace("as_of: 2026-11-21", f"as_of: {date(2026, 11, 25)}"), "utf-8")

    assert {key: label.facts for key, label in labels(surroundings_of(site)).items()} == before
