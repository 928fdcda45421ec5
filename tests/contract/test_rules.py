"""Checks of our own: what they find, and what they leave alone."""

from __future__ import annotations

import pytest

from generator.contract.rules.regions import gb2260, successor_of
from generator.contract.rules.urls import fault_of
from generator.intake.records import Record

from .support import CHINA, EUROPE, check, codes, record

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


def test_a_claim_stands_on_a_certificate_of_product_or_supplier() -> None:
    """A certificate valid on the day counts, whether it is the product's own or its supplier's."""
    assert codes(check(*BASE, tea(宣称认证="agi"), certificate())) == []
    assert codes(check(*BASE, tea(宣称认证="agi"), certificate(产品="", 供应商="she"))) == []
    assert codes(check(*BASE, tea(宣称认证="agi"), certificate(有效期起="2020-10-01"))) == [
        ("claims", "claim-without-certificate")
    ]


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
