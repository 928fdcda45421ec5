"""``shanhuo report --trace`` as an auditor types it."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest
from command_line import shanhuo

CONFIG = """schema: 1
title: 示例站
base_url: https://portal.example.cn/
codes:
  base_url: https://s.example.cn/
as_of: 2020-09-30
"""
LEDGER = """编号,日期,登记日期,采购单位,采购方类型,金额,性质,依据,凭证号,重叠行,更正行
t1,2020-09-02,2020-09-03,yan,企业,5200元,采购,付款,FP-SECRET,,
t2,2020-09-03,2020-09-03,fen,企业,5200元,采购,付款,,t1,
t3,2020-09-08,2020-09-08,yan,企业,300元,退货,付款,,,t1
t4,2020-09-09,2020-10-09,yan,工会,80.50元,采购,付款,,,
"""
BODIES = "编号,名称,类型\nyan,盐业公司,国有企业\nfen,分公司,国有企业\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with two purchases that are one, a return, and a row of a later day."""
    (tmp_path / "site_config.yml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/ledger.csv").write_text(LEDGER, encoding="utf-8")
    (tmp_path / "data/organisations.csv").write_text(BODIES, encoding="utf-8")
    return tmp_path


def test_a_figure_names_its_rows_and_what_is_left_out(site: Path) -> None:
    """Each with its file and line; evidence stays with the editors."""
    code, said, _ = shanhuo("report", site, "--trace", "site/purchase/payment")

    assert code == 0
    lines = said.splitlines()
    assert lines[0] == "site/purchase/payment  按 2020-09-30 已登记的行"
    assert [line.split()[0] for line in lines[3:6]] == ["t1", "t3", "合计"]
    assert "-300.00 CNY" in lines[4]
    assert "data/ledger.csv:4" in lines[4]
    assert "4900.00 CNY" in lines[5]
    assert "t2" in said.partition("没有算进去的")[2]
    assert "与 t1 是同一笔" in said
    assert "那天以后才登记" in said
    assert "SECRET" not in said


def test_the_csv_sums_to_the_figure(site: Path) -> None:
    """Rows that are left out bring nothing, and tell why."""
    said = shanhuo("report", site, "--trace", "site/purchase/payment", "--format", "csv", "--as-of", "2020-10-31")[1]
    rows = list(csv.DictReader(io.StringIO(said.removeprefix("\ufeff"))))

    assert [(row["id"], row["counted"], row["why"]) for row in rows] == [
        ("t1", "yes", ""),
        ("t3", "yes", ""),
        ("t4", "yes", ""),
        ("t2", "no", "overlap"),
    ]
    assert sum(Decimal(row["amount"]) for row in rows) == Decimal("4980.50")
    assert (rows[1]["amount"], rows[1]["written"], rows[3]["written"]) == ("-300.00", "300.00", "5200.00")
    assert "SECRET" not in said


def test_the_beginning_of_a_name_lists_what_is_under_it(site: Path) -> None:
    """With rows and sums, in both forms."""
    code, said, _ = shanhuo("report", site, "--trace", "site/purchase")
    listed = shanhuo("report", site, "--trace", "site/purchase/", "--format", "csv")[1].removeprefix("\ufeff")

    assert code == 0
    assert "site/purchase/payment/organisation/yan" in said
    assert next(csv.DictReader(io.StringIO(listed))) == {
        "figure": "site/purchase/payment",
        "rows": "2",
        "amount": "4900.00",
        "currency": "CNY",
        "people": "",
    }


def test_a_wrong_name_is_answered_with_near_ones(site: Path) -> None:
    """One sentence, and names that can be copied."""
    code, said, error = shanhuo("report", site, "--trace", "site/purchase/paymnet")

    assert (code, said) == (2, "")
    assert error.startswith("错误：没有“site/purchase/paymnet”这个数字。\n  相近的有：\n    site/purchase/payment\n")
    assert shanhuo("report", site)[0] == 2


def test_findings_stop_it(site: Path) -> None:
    """Nothing is summed from data that holds errors."""
    (site / "data/ledger.csv").write_text(LEDGER.replace("5200元,采购,付款,FP", "-5200元,采购,付款,FP"), "utf-8")
    code, said, error = shanhuo("report", site, "--trace", "site")

    assert code == 1
    assert "data/ledger.csv:2" in said
    assert "没有追查数字" in error
