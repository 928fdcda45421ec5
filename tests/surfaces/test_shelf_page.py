"""What stands behind a product's code: the label in its order, the state before it, the ways to buy after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from generator.surfaces.product_page import product_page
from generator.surfaces.shelf_label_views import ShelfPage
from generator.surfaces.shelf_page import shelf_page
from generator.surfaces.surroundings import Surroundings

from . import small_shop
from .small_shop import CANTEEN, ONLINE, OTHER_ONLINE, PRODUCT, SHOP, offer, shop
from .support import surroundings_of

CODE, CODE_ELSEWHERE = "3QNMFJC", "VERYX9U"


def behind(around: Surroundings, product: str = PRODUCT) -> ShelfPage:
    """Return the page behind the codes of *product*."""
    thing = around.catalog.products[product]
    return shelf_page(around, thing, product_page(around, thing))


def coded(
    folder: Path,
    offers: Sequence[Mapping[str, str]],
    product: Mapping[str, str] | None = None,
    tables: Mapping[str, Sequence[Mapping[str, str]]] | None = None,
    settings: str = "",
) -> Surroundings:
    """Return the small shop, whose product has a code of its own and one for the cabinet ``gui``."""
    own: dict[str, Sequence[Mapping[str, str]]] = {
        "qr_codes": [
            {"code": CODE, "target_kind": "产品", "target": PRODUCT, "issued_on": "2026-11-01", "status": "有效"},
            {
                "code": CODE_ELSEWHERE,
                "target_kind": "产品",
                "target": PRODUCT,
                "placement": "gui",
                "issued_on": "2026-11-02",
                "status": "有效",
            },
        ],
        "placements": [{"id": "gui", "name": "一楼智能柜", "kind": "智能柜", "status": "开放"}],
    }
    return shop(folder, offers, product, {**own, **(tables or {})}, settings)


def test_the_label_follows_the_order_of_the_settings(tmp_path: Path) -> None:
    """Each site orders its label; allergens stand out wherever they stand, and what has no value is left out."""
    product = {"allergens": "含大豆", "storage": "密封", "gtin": "", "as_of": "2026-11-01"}
    around = coded(tmp_path / "s", [], product, settings="label_order: [as_of, storage, allergens, gtin, net_content]")

    label = behind(around).label

    assert [line.label for line in label] == ["数据日期", "贮存条件", "过敏原", "净含量"]
    assert [line.label for line in label if line.stands_out] == ["过敏原"]


def test_seals_stand_where_the_order_says_and_else_first(tmp_path: Path) -> None:
    """A site whose settings are older than the seals' place in the order keeps them at the head of the label."""
    tables = {
        "sources": [{"id": "gongbao", "title": "公报", "kind": "公告", "publisher": "农业农村部"}],
        "certification_schemes": [{"id": "lv", "name": "绿色食品", "kind": "质量认证", "is_certification": "是"}],
        "certificates": [
            {"id": "z1", "product": PRODUCT, "scheme": "lv", "number": "LB-1", "basis": "已核验", "source": "gongbao",
             "issuer": "农业农村部", "issued_on": "2026-01-01"}
        ],
    }  # fmt: skip
    orders = {"net_content, certificates": ["净含量", "认证标志"], "net_content": ["认证标志", "净含量"]}

    for number, (order, expected) in enumerate(orders.items()):
        around = coded(tmp_path / str(number), [], {}, tables, f"label_order: [{order}]")
        label = behind(around).label
        assert [line.label for line in label] == expected
        assert [seal.name for line in label for seal in line.seals] == ["绿色食品"]


def test_a_channel_stands_once_with_all_its_packs(tmp_path: Path) -> None:
    """What it costs at a channel is told pack by pack, with all that comes on top; the way there stands once."""
    around = coded(
        tmp_path / "s",
        [
            offer(ONLINE, "40.00", variant="袋装", shipping="12", packing="4", url="https://wang.example.cn/cha"),
            offer(ONLINE, "76.00", variant="礼盒", shipping="0"),
            offer(SHOP, "38.00"),
            offer(CANTEEN, "180.00", variant="箱", case_quantity="20"),
        ],
    )

    page = behind(around)

    assert [(channel.name, len(channel.offers)) for channel in page.online] == [("网上商城", 2)]
    assert [channel.name for channel in page.offline] == ["县城门店", "机关食堂"]
    (channel,) = page.online
    assert (channel.href, channel.buys) == ("https://wang.example.cn/cha", True)
    assert [(fact.label, fact.value) for fact in channel.offers[0].facts] == [
        ("运费", "¥12.00"),
        ("包装", "¥4.00"),
        ("到手价", "¥56.00"),
    ]
    assert [fact.label for fact in page.offline[1].offers[0].facts] == []


def test_a_mini_program_gives_its_name_to_search_for(tmp_path: Path) -> None:
    """It has no address: what one copies is the name."""
    (channel,) = behind(coded(tmp_path / "s", [offer(OTHER_ONLINE, "40.00")])).online

    assert (channel.search, channel.href) == ("小程序", "")


def test_the_day_of_the_prices_stands_once_where_it_is_one(tmp_path: Path) -> None:
    """Prices of one day say it together; those of different days each for itself."""
    one, other = offer(ONLINE, "40.00", as_of="2026-11-01"), offer(SHOP, "38.00", as_of="2026-11-01")
    page = behind(coded(tmp_path / "one", [one, other]))
    assert (page.price_as_of, page.online[0].offers[0].as_of) == ("2026年11月1日", "")

    page = behind(coded(tmp_path / "two", [one, {**other, "as_of": "2026-11-02"}]))
    assert (page.price_as_of, page.offline[0].offers[0].as_of) == ("", "2026年11月2日")


def test_what_is_sold_out_everywhere_says_so_and_what_is_similar(tmp_path: Path) -> None:
    """The notice stands first, then the others of the category by their own codes; the offers stay as a record."""
    other = {
        "products": [
            {"id": "lv", "name": "绿茶", "kind": "商品", "categories": "tea", "origin": "610924", "description": "茶。",
             "net_content": "100克", "no_offer_reason": "还没有开卖"}
        ]
    }  # fmt: skip
    gone = [offer(ONLINE, "40.00", availability="售罄"), offer(SHOP, "38.00", availability="售罄")]
    page = behind(coded(tmp_path / "gone", gone, tables=other))
    assert [notice.title for notice in page.notices] == ["暂时售罄"]
    assert [(similar.name, similar.href) for similar in page.similar] == [("绿茶", "products/lv/")]

    page = behind(coded(tmp_path / "left", [gone[0], offer(SHOP, "38.00")], tables=other))
    assert (page.notices, page.similar) == ((), ())


def test_what_is_withdrawn_or_recalled_is_offered_nowhere(open_site: Callable[[str], Path]) -> None:
    """Its page has the notices, a telephone to press, what to take instead behind its own code, and nothing to buy."""
    around = surroundings_of(open_site("shop"))

    page = behind(around, "jiu-dan")

    assert [notice.kind for notice in page.notices] == ["recall", "withdrawn"]
    assert page.notices[0].tel == "08980000000"
    assert "0898-0000000" not in [fact.value for fact in page.notices[0].facts]
    replacement = page.notices[1].replacement
    assert replacement is not None
    assert replacement.href == f"P/{around.catalog.code_by_product['huishan-dan'].code}/"
    assert "会山鸡蛋" not in [similar.name for similar in page.similar]
    assert page.similar
    assert (page.online, page.offline, page.has_ways, page.is_handed_on) == ((), (), False, False)


def test_a_product_sold_only_in_person_says_why(open_site: Callable[[str], Path]) -> None:
    """There is something to say of where to buy, and nothing online."""
    around = surroundings_of(open_site("shop"))
    page = behind(around, "cha-shan-liang-ri")

    assert page.has_ways
    assert page.online == ()
    assert product_page(around, around.catalog.products["cha-shan-liang-ri"]).offer_title == "只在线下"


def test_the_small_shop_has_both_codes(tmp_path: Path) -> None:
    """A code of a place is not the product's own."""
    around = coded(tmp_path / "s", [])
    assert around.catalog.code_by_product[small_shop.PRODUCT].code == CODE
