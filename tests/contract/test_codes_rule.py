"""The register of codes against the records that its codes lead to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.intake.records import Record

from .support import CHINA, check, codes, record
from .test_rules import BASE, tea

ANNOUNCED = replace(CHINA, shelf_codes=True)
"""Settings of a site with shelf pages."""


def issued(code: str = "4R39R8A", target: str = "cha", *, line: int = 2, **more: str) -> Record:
    """Return a good row of the register."""
    row = {"码": code, "对象类型": "产品", "对象编号": target, "发码日期": "2020-09-01", "状态": "有效"}
    return record("qr_codes", line, **{**row, **more})


@pytest.mark.parametrize("code", ["4R39R8B", "R439R8A", "4R39R8", "4R39R0A", "4r39r8a"])
def test_a_spoilt_code_is_told(code: str) -> None:
    """A code with a wrong character, a swap, a lost character or small letters does not check."""
    assert codes(check(*BASE, tea(), issued(code))) == [("code", "code-invalid")]


def test_a_withdrawn_product_keeps_its_code() -> None:
    """A product that is no longer sold has a page that says so: its code is not lost, and it needs no other."""
    assert codes(check(*BASE, tea(状态="下架"), issued(), settings=ANNOUNCED)) == []
    assert codes(check(*BASE, tea(状态="下架"), settings=ANNOUNCED)) == []


def test_a_code_without_a_page_is_lost() -> None:
    """A code that leads to nothing, to a draft, or to a product of a later day would show a blank page."""
    assert codes(check(*BASE, issued())) == [("target", "code-lost")]
    assert codes(check(*BASE, tea(状态="草稿"), issued())) == [("target", "code-lost")]
    assert codes(check(*BASE, tea(上架日期="2020-10-01"), issued())) == [("target", "code-lost")]
    assert codes(check(*BASE, tea(上架日期="2020-09-30"), issued())) == []


def test_a_withdrawn_code_still_promises_a_page() -> None:
    """A code that was withdrawn hangs on old labels: what it leads to must stay."""
    assert codes(check(*BASE, issued(状态="停用"))) == [("target", "code-lost")]


@pytest.mark.parametrize("kind", ["点位", "活动", "故事", "目录"])
def test_a_code_of_a_kind_without_pages_is_refused(kind: str) -> None:
    """Only products have pages behind their codes: a code for anything else would be printed for nothing."""
    campaign = record("campaigns", 编号="yue", 名称="月", 开始日期="2020-09-01", 结束日期="2020-09-30")
    checked = check(*BASE, campaign, issued(target="yue", 对象类型=kind))
    assert codes(checked) == [("target_kind", "code-kind-without-page")]


def test_a_code_of_a_product_may_say_at_which_placement_it_hangs() -> None:
    """The placement is a remark; the code leads to the product."""
    assert codes(check(*BASE, tea(), issued(所在点位="gui"))) == []


def test_a_product_without_an_active_code_is_told_where_shelf_pages_are_made() -> None:
    """A product on sale needs a code that is in force; a site without shelf pages and without codes needs none."""
    assert codes(check(*BASE, tea(), settings=ANNOUNCED)) == [("", "code-missing")]
    assert codes(check(*BASE, tea(), issued(状态="停用"), settings=ANNOUNCED)) == [("", "code-missing")]
    assert codes(check(*BASE, tea(), issued(), settings=ANNOUNCED)) == []
    assert codes(check(*BASE, tea())) == []


def test_drafts_and_later_products_need_no_code_yet() -> None:
    """What is not out has no page, so that no code is missed."""
    assert codes(check(*BASE, tea(状态="草稿"), settings=ANNOUNCED)) == []
    assert codes(check(*BASE, tea(上架日期="2020-10-01"), settings=ANNOUNCED)) == []


def test_a_record_with_a_wrong_id_is_not_asked_for_a_code_too() -> None:
    """The id comes first: a code could not be given out before it is mended."""
    assert codes(check(*BASE, tea(编号="Cha"), settings=ANNOUNCED)) == [("id", "id-pattern")]
