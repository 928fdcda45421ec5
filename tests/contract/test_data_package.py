"""The data as a Data Package that other programs accept."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from frictionless import Package, system

from generator.contract import Checked, load_tables
from generator.contract.data_package import package_files
from generator.contract.publication import LedgerLevel

from .support import SITES, check, check_site, record


@pytest.fixture(scope="module")
def shop() -> Checked:
    """The checked records of the good site."""
    return check_site(SITES / "shop").checked


@pytest.mark.parametrize("public_only", [True, False])
def test_frictionless_accepts_the_package(shop: Checked, tmp_path: Path, public_only: bool) -> None:
    """Descriptor and tables are valid, with as many rows as the site has records."""
    files = package_files(
        shop.rows,
        name="shop",
        title="山货小店",
        language="zh-Hans",
        as_of=date(2020, 9, 30),
        public_only=public_only,
        ledger="rows",
    )
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")

    with system.use_context(trusted=True):
        package = Package(str(tmp_path / "datapackage.json"))
        report = package.validate()

    assert report.flatten(["type", "title", "note"]) == []
    rows = {task.name: task.stats["rows"] for task in report.tasks}
    told = {name for name, table in load_tables().items() if not public_only or any(f.public for f in table.fields)}
    assert rows == {table: len(each) for table, each in shop.rows.items() if each and table in told}


def test_only_public_fields_are_published(shop: Checked) -> None:
    """What only editors may see is in the full package and not in the public one."""
    full, public = (
        package_files(
            shop.rows,
            name="shop",
            title="山货小店",
            language="zh-Hans",
            as_of=date(2020, 9, 30),
            public_only=public_only,
        )
        for public_only in (False, True)
    )

    assert "contact_phone" in full["suppliers.csv"]
    for secret in ("contact_phone", "13800138000", "13900139000", "reviewed_by"):
        assert all(secret not in text for text in public.values())


def test_drafts_are_not_published_nor_what_speaks_of_them() -> None:
    """A draft is left out, and with it its offers; references that may be empty are emptied."""
    product = {"种类": "商品", "品类": "cha", "产地": "610924", "介绍": "茶", "净含量": "1克"}
    checked = check(
        record("category_schemes", 编号="main", 名称="品类"),
        record("categories", 编号="cha", 体系="main", 名称="茶"),
        record("origins", 区划代码="610924", 名称="紫阳县"),
        record("channels", 编号="ji", 名称="集市", 种类="集市", 线上线下="线下"),
        record("products", 2, 编号="new", 名称="新茶", 状态="草稿", **product),
        record("products", 3, 编号="old", 名称="旧茶", 替代产品="new", 暂无报价原因="售完", **product),
        record("offers", 产品="new", 渠道="ji", 计价单位="盒"),
    )

    files = package_files(
        checked.rows, name="x", title="x", language="zh-Hans", as_of=date(2020, 9, 30), public_only=True
    )

    products = list(csv.DictReader(io.StringIO(files["products.csv"])))
    assert [(row["id"], row["replaced_by"]) for row in products] == [("old", "")]
    assert "offers.csv" not in files
    assert "offers" not in [resource["name"] for resource in json.loads(files["datapackage.json"])["resources"]]


def test_texts_are_written_as_they_are(shop: Checked) -> None:
    """Amounts in base units, lists with semicolons, masks as xx, line ends inside cells kept."""
    files = package_files(
        shop.rows, name="shop", title="山货小店", language="zh-Hans", as_of=date(2020, 9, 30), public_only=True
    )
    offers = {row["product"] + row["channel"]: row for row in csv.DictReader(io.StringIO(files["offers.csv"]))}
    products = {row["id"]: row for row in csv.DictReader(io.StringIO(files["products.csv"]))}

    assert offers["ziyang-chap832"]["price"] == "1068.50"
    assert offers["shan-huo-lijishi"]["price"] == "xx"
    assert products["ziyang-cha"]["season_months"] == "3;4;5"
    assert "\n\n" in products["ziyang-cha"]["description"]


def test_nothing_is_published_before_its_day() -> None:
    """What is announced, published or valid later is left out, with all that would give it away; the full package
    has everything."""
    product = {"种类": "商品", "品类": "cha", "产地": "610924", "介绍": "茶", "净含量": "1克"}
    recall = {"产品": "now", "原因": "受潮", "处理办法": "退货"}
    certificate = {"认证种类": "gi", "发证机构": "部", "发证日期": "2019", "依据": "已核验"}
    checked = check(
        record("category_schemes", 编号="main", 名称="品类"),
        record("categories", 编号="cha", 体系="main", 名称="茶"),
        record("origins", 区划代码="610924", 名称="紫阳县"),
        record("channels", 编号="ji", 名称="集市", 种类="集市", 线上线下="线下"),
        record("certification_schemes", 编号="gi", 名称="地理标志", 类别="地理标志", 属于认证="是"),
        record("products", 2, 编号="now", 名称="旧茶", **product),
        record("products", 3, 编号="later", 名称="秘密新茶", 上架日期="2020-12-24", **product),
        record("offers", 2, 产品="now", 渠道="ji", 售价="20", 计价单位="盒", 生效日期="2020-09-30"),
        record("offers", 3, 产品="now", 渠道="ji", 售价="77", 计价单位="盒", 生效日期="2020-10-01"),
        record("offers", 4, 产品="later", 渠道="ji", 售价="88", 计价单位="盒"),
        record("certificates", 编号="c-later", 产品="later", **certificate),
        record("recalls", 2, 编号="r-now", 公告日期="2020-09-30", **recall),
        record("recalls", 3, 编号="r-later", 公告日期="2020-12-24", **recall),
        record(
            "campaigns",
            编号="yue",
            名称="秘密活动",
            开始日期="2021-01-01",
            结束日期="2021-01-31",
            发布日期="2020-12-01",
        ),
        record("translations", 2, 数据表="产品", 记录="later", 字段="名称", 语言="en", 译文="Secret tea"),
        record("translations", 3, 数据表="产品", 记录="now", 字段="名称", 语言="en", 译文="Old tea"),
    )
    assert [found for found in checked.findings if found.level == "error"] == []

    day = date(2020, 9, 30)
    public, full = (
        package_files(checked.rows, name="x", title="x", language="zh-Hans", as_of=day, public_only=public_only)
        for public_only in (True, False)
    )

    said = "".join(text for name, text in public.items() if name.endswith(".csv"))
    for secret in ("later", "秘密", "Secret", "77", "88", "c-later"):
        assert secret in "".join(full.values())
        assert secret not in said
    assert "certificates.csv" not in public
    for told in ("now", "r-now", "Old tea", "20"):
        assert told in said


def test_the_ledger_is_published_by_its_level() -> None:
    """Only the level ``rows`` has its table: without evidence, without what persons bought, without later entries."""
    row = {"活动": "yue", "采购单位": "firm", "依据": "付款", "日期": "2020-09-10"}
    checked = check(
        record("organisations", 编号="firm", 名称="企业", 类型="企业"),
        record("campaigns", 编号="yue", 名称="消费月", 开始日期="2020-09-01", 结束日期="2020-09-30"),
        record("ledger", 2, 编号="t1", 登记日期="2020-09-11", 采购方类型="企业", 金额="111", 凭证号="FP-SECRET", **row),
        record("ledger", 3, 编号="t2", 登记日期="2020-09-11", 采购方类型="个人", 金额="222", **row),
        record("ledger", 4, 编号="t3", 登记日期="2020-10-01", 采购方类型="企业", 金额="333", 重叠行="t1", **row),
    )
    assert [found.code for found in checked.findings] == []

    def published(level: LedgerLevel) -> dict[str, str]:
        day = date(2020, 9, 30)
        return package_files(
            checked.rows, name="x", title="x", language="zh-Hans", as_of=day, public_only=True, ledger=level
        )

    for level in ("totals", "organisation"):
        assert "ledger.csv" not in published(level)
    (told,) = csv.DictReader(io.StringIO(published("rows")["ledger.csv"]))
    assert (told["id"], told["amount"]) == ("t1", "111")
    assert "evidence" not in told
    assert "FP-SECRET" not in "".join(published("rows").values())
