"""Sections of a product's page: places, whom to ask, certificates by standing, what each part rests on, sharing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from line.prepared_sites import copy_site
from line.site_copies import SITES

from generator.surfaces.citations import citation
from generator.surfaces.page_views import ProductPage
from generator.surfaces.product_page import product_page
from generator.surfaces.surroundings import Surroundings

from .small_shop import ONLINE, OTHER_SHOP, PRODUCT, SHOP, offer, shop
from .support import surroundings_of


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Surroundings:
    """The demonstration site, read once."""
    return surroundings_of(copy_site("demo", tmp_path_factory.mktemp("sections") / "demo"))


def page(around: Surroundings, key: str = PRODUCT) -> ProductPage:
    """Return the page of one product."""
    return product_page(around, around.catalog.products[key])


def test_goods_sold_only_in_person_tell_where_with_address_and_price(demo: Surroundings) -> None:
    """Eggs say first that they are sold only in person, then why, then the places with what is known of them."""
    eggs = page(demo, "qionghai-tujidan")

    assert eggs.offer_title == "只在线下"
    assert eggs.offer_words.startswith("易碎品")
    assert eggs.places_title == "到这里买"
    hall, market = eggs.places
    assert (hall.name, hall.kind, hall.address, hall.price) == ("会山农旅体验馆", "专馆", "琼海市会山镇", "¥32.00")
    assert (market.name, market.kind) == ("爱心消费集市", "集市")
    assert "农户" in market.note


def test_a_place_is_named_once(tmp_path: Path) -> None:
    """A shop that is a placement and a channel by one name stands once, with hours, telephone and what is sold out."""
    around = shop(
        tmp_path / "shop",
        [offer(SHOP, "38"), offer(OTHER_SHOP, "39", availability="售罄"), offer("shitang", "20")],
        tables={
            "placements": [
                {
                    "id": "men",
                    "name": "县城门店",
                    "kind": "门店",
                    "address": "正街1号",
                    "status": "开放",
                    "hours": "9:00–18:00",
                    "phone": "0915-1234567",
                },
                {"id": "gui", "name": "没开的柜", "kind": "智能柜", "address": "", "status": "筹备"},
            ],
            "placement_stock": [
                {"placement": "men", "slot": "1", "product": PRODUCT, "price": "38", "quantity": "0"},
                {"placement": "gui", "slot": "1", "product": PRODUCT, "price": "38", "quantity": "3"},
            ],
        },
    )

    (place,) = page(around).places
    assert (place.name, place.address, place.hours) == ("县城门店", "正街1号", "9:00–18:00")
    assert (place.phone, place.tel) == ("0915-1234567", "09151234567")
    assert place.note == "目前卖完了"


def test_a_product_without_offer_says_why_and_whom_to_ask(tmp_path: Path) -> None:
    """The reason stands in the place of prices, with the numbers of supplier and publisher; a sold one needs none."""
    settings = "publisher:\n  name: 编辑部\n  phone: 010-1234\n"
    supplier = {"suppliers": [{"id": "he", "name": "合作社", "kind": "合作社", "phone": "0915-1"}]}
    none = page(shop(tmp_path / "none", [], {"supplier": "he"}, supplier, settings))
    sold = page(shop(tmp_path / "sold", [offer(SHOP, "38")], {"supplier": "he"}, supplier, settings))

    assert (none.offer_title, none.offer_words) == ("暂无报价", "还没有开卖")
    assert [(contact.role, contact.name, contact.tel) for contact in none.contacts] == [
        ("供应商", "合作社", "09151"),
        ("主办单位", "编辑部", "0101234"),
    ]
    assert none.channels is None
    assert none.compare_words == ""
    assert sold.contacts == ()
    assert sold.compare_words == "看 1 处的价格"


def test_a_gone_product_has_neither_channels_nor_places(open_site: Callable[[str], Path]) -> None:
    """What was recalled or withdrawn is not to be bought: the notices speak, nothing leads to a shop."""
    withdrawn = page(surroundings_of(open_site("shop")), "jiu-dan")

    assert [notice.kind for notice in withdrawn.notices] == ["recall", "withdrawn"]
    assert withdrawn.channels is None
    assert withdrawn.gap is None
    assert (withdrawn.places, withdrawn.contacts) == ((), ())
    assert (withdrawn.offer_title, withdrawn.offer_words) == ("", "")


def test_certificates_stand_by_their_standing_with_what_it_means(tmp_path: Path) -> None:
    """Verified, self-stated, expired, mere records: each under words of its own; a record has no seal."""
    scheme = {"kind": "地理标志", "is_certification": "是"}
    own = {"product": PRODUCT, "issuer": "农业部门", "issued_on": "2020-01-01"}
    around = shop(
        tmp_path / "shop",
        [offer(SHOP, "38")],
        {"claims": "zi"},
        {
            "certification_schemes": [
                {"id": "he", "name": "已核", **scheme},
                {"id": "zi", "name": "自称", **scheme},
                {"id": "guo", "name": "过期", **scheme},
                {"id": "ji", "name": "普查", "kind": "普查备案", "is_certification": "否"},
            ],
            "certificates": [
                {"id": "a", "scheme": "ji", "basis": "已核验", **own},
                {"id": "b", "scheme": "guo", "basis": "已核验", "valid_until": "2025-12-31", **own},
                {"id": "c", "scheme": "zi", "basis": "自述", **own},
                {"id": "d", "scheme": "he", "basis": "已核验", **own},
            ],
        },
    )
    view = page(around)

    assert [group.state for group in view.certificate_groups] == ["verified", "self-stated", "expired", "record"]
    assert len({group.meaning for group in view.certificate_groups}) == 4
    assert [line.claimed for group in view.certificate_groups for line in group.lines] == [False, True, False, False]
    assert [line.scheme for line in view.certificates] == ["已核", "自称", "过期"]
    assert [seal.name for seal in view.seals].count("普查") == 0


def test_many_seals_are_told_in_number(demo: Surroundings) -> None:
    """Beside the name stand the first four; no product of the demonstration has more, so none says so."""
    for product in demo.catalog.products.values():
        view = product_page(demo, product)
        assert view.head_seals == view.seals
        assert view.more_seals == ""


def test_each_part_names_its_sources_and_its_day(demo: Surroundings) -> None:
    """Rice rests on a report, its prices on the sample data; every number leads to a source in the list."""
    rice = page(demo, "qionghai-shengtai-dami")

    assert [title for _, title in rice.sections.about.sources] == ["一份市级消费帮扶工作进展报告"]
    assert [title for _, title in rice.sections.offers.sources] == ["示例数据"]
    assert rice.sections.offers.as_of == "2026年11月1日"
    for basis in rice.sections:
        for number, title in basis.sources:
            assert rice.sources[int(number) - 1].title == title


def test_admissions_to_platforms_come_with_their_day(demo: Surroundings) -> None:
    """The platform that took in the tea is named with the month."""
    tea = page(demo, "ziyang-fuxi-cha")

    assert [(line.channel, line.dates) for line in tea.admissions] == [("陕西工会消费扶贫采购平台", "2020年8月起")]


def test_one_shares_the_permanent_address(demo: Surroundings) -> None:
    """The message ends with the address that the printed code has; without a code it is the page's own."""
    rice = page(demo, "qionghai-shengtai-dami")
    lines = rice.share.text.splitlines()

    assert rice.code is not None
    assert rice.share.address == f"https://s.shanhuo.example/P/{rice.code.code}/"
    assert lines == [
        "琼海生态大米",
        "同一袋米两个价，线上贵在邮费和包装",
        "海南省琼海市 · ¥38.00 起/袋",
        rice.share.address,
    ]


def test_without_a_code_the_page_itself_is_shared(tmp_path: Path) -> None:
    """A product that has no code yet has an address all the same."""
    assert page(shop(tmp_path / "shop", [])).share.address == "https://portal.example.cn/products/cha/"


def test_changes_name_the_field_by_its_title(tmp_path: Path) -> None:
    """A field logged by its English name is read under the title that readers know."""
    change = {"product": PRODUCT, "date": "2026-10-01", "field": "net_content", "old": "250克", "new": "500克"}
    view = page(shop(tmp_path / "shop", [offer(SHOP, "38")], tables={"changes": [change]}))

    assert [(line.date, line.field, line.old, line.new) for line in view.changes] == [
        ("2026年10月1日", "净含量", "250克", "500克")
    ]


def test_citations_take_the_form_of_the_language(demo: Surroundings) -> None:
    """Chinese after GB/T 7714, with type mark and two dates; others after ISO 690; without a day none is made up."""
    french = surroundings_of(SITES / "pdo")

    assert citation(demo, title="米", address="products/mi/", date="2026-11").text == (
        "山里好货编辑部（示例）. 米[EB/OL]. (2026-11)[2026-11-21]. https://www.shanhuo.example/products/mi/."
    )
    assert citation(demo, title="米", address="x/").text.startswith("山里好货编辑部（示例）. 米[EB/OL]. [2026-11-21]. ")
    assert citation(french, title="Salers", address="products/salers/", date="2026").text == (
        "Office des terroirs (exemple). Salers [en ligne]. 2026 [consulté le 2026-10-15]. "
        "Disponible à l’adresse : https://portail.terroirs.example/products/salers/"
    )


def test_what_one_comes_to_has_open_months(demo: Surroundings) -> None:
    """A stay is not harvested: its months are those in which it is open."""
    assert page(demo, "ziyang-chashan-liaoxiu").season_title == "开放月份"
    assert page(demo, "qionghai-shengtai-dami").season_title == "出产月份"


def test_an_online_offer_alone_has_no_gap(tmp_path: Path) -> None:
    """One side has nothing to be compared with."""
    view = page(shop(tmp_path / "shop", [offer(ONLINE, "38", shipping="5")]))

    assert view.gap is None
    assert view.gap_words == ""
