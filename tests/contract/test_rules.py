"""Checks of our own: what they find, and what they leave alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.build.loading import contract_settings
from generator.config import read_config
from generator.contract import minor_places
from generator.contract.rules.regions import gb2260, successor_of
from generator.contract.rules.urls import fault_of
from generator.intake.records import Record

from .support import CHINA, EUROPE, SITES, check, codes, record

BASE = (
    record("category_schemes", 编号="main", 名称="品类"),
    record("categories", 编号="cha", 体系="main", 名称="茶"),
    record("origins", 区划代码="610924", 名称="紫阳县"),
    record("channels", 2, 编号="ping", 名称="平台", 种类="平台", 线上线下="线上"),
    record("channels", 3, 编号="ji", 名称="集市", 种类="集市", 线上线下="线下"),
    record("certification_schemes", 编号="agi", 名称="地理标志", 类别="地理标志", 属于认证="是"),
    record("suppliers", 编号="she", 名称="社"),
)


def tea(**more: str) -> Record:
    """Return a good product with further fields."""
    fields = {"编号": "cha", "名称": "茶", "种类": "商品", "品类": "cha", "产地": "610924", "供应商": "she"}
    return record("products", **{**fields, "介绍": "好茶", "净含量": "250克", "暂无报价原因": "未到", **more})


def certificate(**more: str) -> Record:
    """Return a good certificate of the product with further fields."""
    fields = {
        "编号": "z",
        "认证种类": "agi",
        "产品": "cha",
        "发证机构": "部",
        "发证日期": "2019年7月",
        "依据": "已核验",
    }
    return record("certificates", **{**fields, **more})


@pytest.mark.parametrize("number", ["6928114666681", "6930548603293", "96385074", "00012345678905", "2000000000015"])
def test_real_barcodes_pass(number: str) -> None:
    """EAN-13 of prefix 69, EAN-8, GTIN-14 and in-store numbers with their check digit are good."""
    assert codes(check(*BASE, tea(商品条码=number))) == []


@pytest.mark.parametrize("wrong", ["6928114666682", "6928114666618", "6298114666681"])
def test_wrong_barcodes_are_told(wrong: str) -> None:
    """A wrong digit and swapped neighbours are found."""
    assert codes(check(*BASE, tea(商品条码=wrong))) == [("gtin", "gtin-check-digit")]


def test_county_codes_in_force() -> None:
    """All origins of the demonstration, provinces and prefectures are codes in force."""
    for code in (
        "610924",
        "610630",
        "610825",
        "451028",
        "451027",
        "441625",
        "469002",
        "440308",
        "610112",
        "610000",
        "610900",
    ):
        assert any(region.until is None for region in gb2260()[code]), code


@pytest.mark.parametrize(
    ("old", "new"),
    [("130823", "130881"), ("110223", "110112"), ("540530", "540581"), ("110103", "")],
)
def test_withdrawn_codes_name_the_one_in_force(old: str, new: str) -> None:
    """A county that became a city or district keeps its name; one merged away has no successor by name."""
    assert successor_of(old) == new


def test_region_scheme_is_a_setting() -> None:
    """NUTS codes are good where the site says so, and GB/T 2260 codes are not."""
    origins = (record("origins", 2, code="FRC2", name="Jura"), record("origins", 3, code="610924", name="Ziyang"))

    assert [f.found for f in check(*origins, settings=EUROPE).findings] == ["610924"]
    assert [f.found for f in check(*origins, settings=CHINA).findings] == ["FRC2"]


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("https://www.example.cn/a?b=c#d", ""),
        ("HTTP://例子.中国/", ""),
        ("javascript:alert(1)", "url-scheme"),
        (" JavaScript://%0aalert(1)", "url-scheme"),
        ("data:text/html,x", "url-scheme"),
        ("//example.cn/", "url-scheme"),
        ("www.example.cn", "url-scheme"),
        ("https://", "url-malformed"),
        ("https://a b.cn/", "url-malformed"),
        ("https://user@example.cn/", "url-malformed"),
        ("https://example.cn:port/", "url-malformed"),
        ("https://[::1/", "url-malformed"),
        ('https://example.cn/"onload="x', "url-malformed"),
    ],
)
def test_addresses(address: str, fault: str) -> None:
    """Only whole http and https addresses pass."""
    assert fault_of(address) == fault


def test_redirects_stay_on_the_site_or_go_to_the_web() -> None:
    """An old address is a path of this site; the new one a path or a whole web address."""
    rows = [
        record("redirects", 2, 旧地址="/a/", 新地址="/b/"),
        record("redirects", 3, 旧地址="/c/", 新地址="https://example.cn/"),
        record("redirects", 4, 旧地址="/d/", 新地址="javascript:x"),
        record("redirects", 5, 旧地址="/../e", 新地址="//evil.example/"),
    ]

    assert [(f.place.line, f.field, f.code) for f in check(*rows).findings] == [
        (4, "to", "url-scheme"),
        (5, "from", "url-malformed"),
        (5, "to", "url-scheme"),
    ]


def test_a_claim_stands_on_a_certificate_of_the_product_itself() -> None:
    """A certificate in force on the day counts if it is the product's own; its supplier's stands on another page."""
    assert codes(check(*BASE, tea(宣称认证="agi"), certificate())) == []
    refused = check(*BASE, tea(宣称认证="agi"), certificate(产品="", 供应商="she"))
    assert codes(refused) == [("claims", "claim-without-certificate")]
    assert "供应商有一张" in refused.findings[0].message.zh


@pytest.mark.parametrize("more", [{"有效期起": "2020-10-01"}, {"发证日期": "2020-10"}, {"发证日期": "2027-07"}])
def test_a_certificate_of_a_later_day_bears_no_claim(more: dict[str, str]) -> None:
    """What is issued, or valid, only after the day says nothing yet; the finding names the day on which it does."""
    refused = check(*BASE, tea(宣称认证="agi"), certificate(**more))
    assert codes(refused) == [("claims", "claim-without-certificate")]
    assert "才生效" in refused.findings[0].message.zh


def test_a_certificate_whose_end_is_withheld_is_not_known_to_have_ended() -> None:
    """An end that is not disclosed is no end."""
    assert codes(check(*BASE, tea(宣称认证="agi"), certificate(有效期至="xx"))) == []


def test_an_expired_certificate_carries_no_claim() -> None:
    """The claim is an error, the certificate a warning; the last day itself is valid."""
    expired = check(*BASE, tea(宣称认证="agi"), certificate(有效期至="2020-09-29"))

    assert sorted(codes(expired)) == [("claims", "claim-without-certificate"), ("valid_until", "certificate-expired")]
    assert codes(check(*BASE, tea(宣称认证="agi"), certificate(有效期至="2020-09-30"))) == []


def test_prices_not_disclosed_contradict_nothing() -> None:
    """A masked price is neither zero nor above a list price."""
    offer = record("offers", 产品="cha", 渠道="ping", 售价="xx", 原价="10", 计价单位="盒")

    assert codes(check(*BASE, tea(暂无报价原因=""), offer)) == []


def test_drafts_and_withdrawn_products_need_no_offer() -> None:
    """Only what is on sale on the day must have an offer or a reason."""
    for more in ({"状态": "草稿"}, {"状态": "下架"}, {"上架日期": "2020-10-01"}, {"下架日期": "2020-09-30"}):
        assert codes(check(*BASE, tea(暂无报价原因="", **more))) == []
    assert codes(check(*BASE, tea(暂无报价原因="", 上架日期="2020-09-30"))) == [("no_offer_reason", "offer-missing")]


def test_personal_data_is_told_in_public_fields_alone() -> None:
    """A mobile number may stand in a private field, an allowed one anywhere; numbers that only look alike pass."""
    good = record(
        "suppliers",
        2,
        编号="a",
        名称="甲",
        联系人电话="13800138000",
        电话="13900000000",
        介绍="证号 110105194912310021",
    )
    bad = record("suppliers", 3, 编号="b", 名称="乙", 电话="13800138000", 介绍="户主 11010519491231002X")

    assert [(f.place.line, f.field) for f in check(good, bad).findings] == [(3, "phone"), (3, "description")]
    assert all("13800138000" not in f.message.zh + f.found for f in check(good, bad).findings)


def test_dates_of_one_record_run_forwards() -> None:
    """A month may hold the day that ends a span; a day before its start may not."""
    assert (
        codes(
            check(record("placements", 编号="a", 名称="柜", 类型="智能柜", 设立时间="2020-09", 授牌时间="2020-09-01"))
        )
        == []
    )
    assert codes(
        check(record("placements", 编号="a", 名称="柜", 类型="智能柜", 设立时间="2020-09", 授牌时间="2020-08"))
    ) == [("plaque_on", "date-order")]


def test_items_of_yaml_lists_are_told_at_their_own_lines() -> None:
    """A wrong reference among several is located at its item."""
    product = tea()
    product.values["品类"] = ["cha", "gua"]
    product.item_places = {"品类": [(4, 5), (5, 5)]}

    assert [(f.place.line, f.found) for f in check(*BASE, product).findings] == [(5, "gua")]


def priced(**more: str) -> Record:
    """Return an offer of the product with further fields."""
    return record("offers", **{"产品": "cha", "渠道": "ping", "售价": "10", "计价单位": "盒", **more})


@pytest.mark.parametrize("dates", [{"截止日期": "2020-09-29"}, {"生效日期": "2020-10-01"}])
def test_an_offer_of_another_day_is_none(dates: dict[str, str]) -> None:
    """An offer that has ended or has not begun is not seen, so that a reason is missing, and one given is right."""
    assert codes(check(*BASE, tea(暂无报价原因=""), priced(**dates))) == [("no_offer_reason", "offer-missing")]
    assert codes(check(*BASE, tea(), priced(**dates))) == []
    assert codes(check(*BASE, tea(暂无报价原因=""), priced(生效日期="2020-09-30", 截止日期="2020-09-30"))) == []


@pytest.mark.parametrize(
    ("price", "code"),
    [
        ("0.001", "amount-too-precise"),
        ("12.345元", "amount-too-precise"),
        ("0.0000001万元", "amount-too-precise"),
        ("9" * 16, "out-of-range"),
        ("9" * 46 + ".99", "out-of-range"),
        ("9999999999999亿元", "out-of-range"),
        ("0", "price-zero"),
        ("0.00元", "price-zero"),
    ],
)
def test_prices_that_nobody_can_pay_are_told(price: str, code: str) -> None:
    """Fractions of a coin, sums beyond reckoning and a price of nothing are not published as they are."""
    assert codes(check(*BASE, tea(暂无报价原因=""), priced(售价=price))) == [("price", code)]


@pytest.mark.parametrize("price", ["12.30", "12.300", "0.01", "1.23456万元", "9" * 15 + ".99", "000000000000000012"])
def test_prices_that_can_be_paid_pass(price: str) -> None:
    """Two decimals and fifteen digits are good, and zeros at the ends do not count."""
    assert codes(check(*BASE, tea(暂无报价原因=""), priced(售价=price))) == []


def test_the_places_of_an_amount_are_those_of_the_currency() -> None:
    """A currency without cents takes none, one of thousandths takes three."""
    offer = priced(售价="12.345")
    assert codes(check(*BASE, tea(暂无报价原因=""), offer, settings=replace(CHINA, currency_places=3))) == []
    whole = check(*BASE, tea(暂无报价原因=""), priced(售价="12.5"), settings=replace(CHINA, currency_places=0))
    assert codes(whole) == [("price", "amount-too-precise")]
    assert (minor_places("CNY"), minor_places("JPY"), minor_places("KWD")) == (2, 0, 3)


def test_a_service_may_cost_nothing() -> None:
    """What is done or shown for nothing is no mistake."""
    service = tea(种类="服务", 净含量="", 时长="1小时", 暂无报价原因="")
    assert codes(check(*BASE, service, priced(售价="0"))) == []


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ({"状态": "草稿"}, "bundle-part-hidden"),
        ({"上架日期": "2020-10-01"}, "bundle-part-hidden"),
        ({"状态": "下架"}, "bundle-part-withdrawn"),
        ({"下架日期": "2020-09-30"}, "bundle-part-withdrawn"),
    ],
)
def test_a_bundle_on_sale_loses_no_part_silently(part: dict[str, str], code: str) -> None:
    """A part that is not out, or gone, is told as long as the bundle itself is sold."""
    box = {"编号": "li", "名称": "礼盒", "种类": "套餐", "净含量": ""}
    item = record("bundle_items", 套餐="li", 产品="cha", 数量="1")
    assert codes(check(*BASE, tea(**part), tea(**box), item)) == [("product", code)]
    assert codes(check(*BASE, tea(**part), tea(**box, 状态="草稿"), item)) == []
    assert codes(check(*BASE, tea(**part), tea(**box, 状态="下架"), item)) == []


@pytest.mark.parametrize(
    ("word", "field"),
    [
        ("示例", "sample"),
        ("只在线下", "offline_only"),
        ("供应商", "supplier"),
        ("当季月份", "season_months"),
        ("品类", "categories"),
        ("状态", "status"),
        ("商品条码", "gtin"),
    ],
)
@pytest.mark.parametrize("mask", ["xx", "××", "未披露"])
def test_what_things_are_found_and_counted_by_cannot_be_withheld(word: str, field: str, mask: str) -> None:
    """Yes or no, references, lists, listed values and barcodes that are masked are told, never read as empty."""
    assert codes(check(*BASE, tea(**{word: mask}))) == [(field, "not-disclosable")]


def test_full_width_letters_and_capitals_find_what_was_meant() -> None:
    """A reference or an id as a Chinese input method writes it is told with the one that is there."""
    full_width = check(*BASE, tea(产地="６１０９２４", 供应商="ＳＨＥ"))
    assert [(f.field, f.code, f.allowed) for f in full_width.findings] == [
        ("origin", "unknown-reference", "610924"),
        ("supplier", "unknown-reference", "she"),
    ]
    (told,) = check(record("suppliers", 编号="Ｔest－１", 名称="社")).findings
    assert (told.code, "“test-1”" in told.message.zh) == ("id-pattern", True)


def test_advice_is_of_use_on_this_site() -> None:
    """A missing reference is shown with a record of the site, and an amount with the unit that the site writes."""
    (missing,) = check(*BASE, tea(品类="")).findings
    assert missing.mend.zh == "补上“品类”。例如：cha。"
    settings = contract_settings(read_config(SITES / "shop")[0])  # type: ignore[arg-type]
    told = check(*BASE, tea(暂无报价原因=""), priced(售价="十元"), settings=settings).findings
    assert ["12.50元" in found.mend.zh for found in told if found.code == "not-money"] == [True]
