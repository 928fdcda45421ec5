"""The view of a product: what its page says, and what it leaves unsaid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from line.prepared_sites import copy_site

from generator.build import Options, Timings, build
from generator.build.loading import load, program_digest
from generator.build.memory import Memory
from generator.build.planning import surroundings
from generator.surfaces import cards
from generator.surfaces.home import home_page
from generator.surfaces.page_views import ProductPage
from generator.surfaces.product_page import digest_of_page, product_page, related_to
from generator.surfaces.surroundings import Surroundings


def read(site: Path, as_of: date | None = None) -> Surroundings:
    """Read a site as it stands on a day."""
    options = Options(site, as_of=as_of)
    loaded = load(options, Timings(), Memory.open(options.work, program_digest(), use_cache=True))
    assert loaded.catalog is not None, loaded.report
    return surroundings(loaded)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Surroundings:
    """The demonstration site, read once."""
    return read(copy_site("demo", tmp_path_factory.mktemp("pages") / "demo"))


def page(around: Surroundings, key: str) -> ProductPage:
    """Return the page of one product."""
    return product_page(around, around.catalog.products[key])


def test_prices_online_and_offline_stand_apart_and_the_gap_is_explained(demo: Surroundings) -> None:
    """Rice costs 38 in the hall and 40 + 12 + 4 sent home; the gap of 18 is said with its reason."""
    rice = page(demo, "qionghai-shengtai-dami")

    assert [line.price.amount for line in rice.online if line.price] == ["40.00"]
    assert [line.price.amount for line in rice.offline if line.price] == ["38.00", "182.50"]
    assert "¥18.00" in rice.gap_words


def test_a_name_breaks_before_the_part_in_brackets_that_ends_it(demo: Surroundings) -> None:
    """Three names of the demonstration say in brackets which one of several they are; any other may break anywhere."""
    keys = demo.catalog.products.keys()

    assert {page(demo, key).name for key in keys if page(demo, key).bracketed} == {
        "紫阳富硒茶（毛尖）",
        "琼海胡椒（白）",
        "琼海油茶（山柚油）",
    }


def test_a_range_of_prices_spans_only_equal_quantities(demo: Surroundings) -> None:
    """The sack of 25 kg is no part of the price range of the bag of 5 kg."""
    rice = page(demo, "qionghai-shengtai-dami")

    assert rice.price is not None
    assert (rice.price.amount, rice.price.range_end) == ("38.00", "40.00")


def test_goods_sold_only_offline_give_the_reason_and_no_buy_link(demo: Surroundings) -> None:
    """Live animals have no online offer; their page says why and where to go instead."""
    for product in demo.catalog.products.values():
        if product.offline_only:
            view = product_page(demo, product)
            assert not view.online, product.id
            assert view.offer_words, product.id


def test_every_product_has_text_supplier_and_an_offer_or_a_reason(demo: Surroundings) -> None:
    """No page of the demonstration is half filled."""
    for product in demo.catalog.products.values():
        view = product_page(demo, product)
        assert len(product.description) >= 120, product.id
        assert view.supplier is not None, product.id
        assert view.online or view.offline or view.offer_words, product.id
        assert view.pictures, product.id
        assert view.code is not None, product.id


def test_seals_stand_only_for_certificates(demo: Surroundings) -> None:
    """A survey record is no certificate: it has no seal."""
    for product in demo.catalog.products.values():
        certificates = demo.catalog.certificates_by_product.get(product.id, ())
        real = [certificate for certificate in certificates if certificate.scheme.is_certification]
        assert len(cards.seals_of(demo, product)) == len(real), product.id


def test_related_products_form_a_ring(demo: Surroundings) -> None:
    """Every product whose category has others is shown beneath one of them, and never beneath itself."""
    shown: set[str] = set()
    expected: set[str] = set()
    for product in demo.catalog.products.values():
        related = related_to(demo, product)
        assert product not in related
        shown.update(other.id for other in related)
        if related:
            expected.add(product.id)
    assert shown == expected


def test_a_recalled_and_a_withdrawn_product_say_so_first(open_site: Callable[[str], Path]) -> None:
    """The notices of a product come with reason, action and replacement; a withdrawn one has no price."""
    shop = read(open_site("shop"))
    notices = {
        product.id: [notice.kind for notice in product_page(shop, product).notices]
        for product in shop.catalog.products.values()
    }

    assert notices["jiu-dan"] == ["recall", "withdrawn"]
    withdrawn = page(shop, "jiu-dan")
    assert withdrawn.price is None
    assert not withdrawn.online
    assert not withdrawn.offline
    assert withdrawn.notices[0].facts


def test_goods_that_lie_in_store_say_so_until_their_flag_ends(open_site: Callable[[str], Path]) -> None:
    """The flag of the dried bamboo shoots holds on its last day, with that day told; the day after it is gone."""
    site = open_site("demo")
    last, after = (page(read(site, day), "huishan-sanjian") for day in (date(2026, 12, 20), date(2026, 12, 21)))

    assert [(notice.kind, notice.title) for notice in last.notices] == [("slow", "有积压，请先买")]
    assert "2026年12月20日" in last.notices[0].text
    assert not after.notices


def test_a_certificate_expires_with_its_last_day(open_site: Callable[[str], Path]) -> None:
    """On its last day a certificate holds; the day after, its seal is broken."""
    site = open_site("demo")
    (site / "data" / "certificates.csv").write_text(
        "编号,认证种类,产品,发证机构,发证日期,有效期起,有效期至,依据\n"
        "green,LUSHI,dongyuan-dami,示例机构,2024-01-01,2024-01-01,2026-06-30,已核验\n".replace(
            "LUSHI", certification_scheme(site)
        ),
        encoding="utf-8",
    )

    states = [
        cards.seals_of(around, around.catalog.products["dongyuan-dami"])[-1].state
        for around in (read(site, date(2026, 6, 30)), read(site, date(2026, 7, 1)))
    ]

    assert states == ["verified", "expired"]


def certification_scheme(site: Path) -> str:
    """Return a certification scheme of the site that counts as a certificate."""
    around = read(site)
    schemes = around.catalog.items["certification_schemes"].values()
    return next(scheme.key for scheme in schemes if getattr(scheme, "is_certification", False))


def test_the_digest_of_a_page_follows_what_it_shows(open_site: Callable[[str], Path]) -> None:
    """A changed supplier changes the digests of its products' pages and of no others'."""
    site = open_site("demo")
    before = read(site)
    supplier = next(p.supplier for p in before.catalog.products.values() if p.supplier is not None)
    path = site / "data" / "suppliers.csv"
    text = path.read_text(encoding="utf-8-sig")
    path.write_text(text.replace(supplier.name, supplier.name + "（新）"), encoding="utf-8-sig")
    after = read(site)

    changed = {
        key
        for key, product in after.catalog.products.items()
        if digest_of_page(before, before.catalog.products[key]) != digest_of_page(after, product)
    }

    own = {product.id for product in before.catalog.products_by_supplier[supplier.id]}
    assert own <= changed
    assert changed != set(after.catalog.products)


@pytest.mark.parametrize("status", ["下架", "草稿"])
def test_a_site_where_nothing_can_be_bought_has_a_first_page(tmp_path: Path, status: str) -> None:
    """With its only product withdrawn or in draft, the first page has no lead and still leads everywhere."""
    site = tmp_path / "mini"
    (site / "data" / "products").mkdir(parents=True)
    (site / "site_config.yml").write_text(
        "schema: 1\ntitle: 小站\nbase_url: https://portal.example.cn/\ncodes:\n  base_url: https://s.example.cn/\n",
        encoding="utf-8",
    )
    (site / "data" / "origins.csv").write_text("区划代码,名称\n610924,紫阳县\n", encoding="utf-8")
    (site / "data" / "category_schemes.csv").write_text("编号,名称\nmain,品类\n", encoding="utf-8")
    (site / "data" / "categories.csv").write_text("编号,体系,名称\ntea,main,茶\n", encoding="utf-8")
    (site / "data" / "products" / "cha.yml").write_text(
        "名称: 茶\n种类: 商品\n品类: tea\n产地: 610924\n介绍: 一种茶。\n净含量: 250克\n"
        f"暂无报价原因: 还没有开卖\n状态: {status}\n",
        encoding="utf-8",
    )

    head, view = home_page(read(site))

    assert head.address == ""
    assert view.lead is None
    assert build(Options(site, out=tmp_path / "out")).out.joinpath("index.html").is_file()


def test_the_headline_price_is_that_of_the_label(demo: Surroundings) -> None:
    """Apples labelled 5 kg show the box's price, not the canteen's price a kilogram from 200 kg on."""
    apples = page(demo, "yichuan-pingguo")

    assert apples.price is not None
    assert apples.price.amount == "68.00"
    assert apples.price.variant == ""
