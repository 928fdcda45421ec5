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


GUI = record("placements", 编号="gui", 名称="柜", 类型="智能柜")
YUE = record("campaigns", 编号="yue", 名称="月", 开始日期="2020-09-01", 结束日期="2020-09-30")
BAO = record("sources", 编号="bao", 标题="报告", 类型="工作报告")
SHI = record("stories", 编号="shi", 标题="事", 帮扶类别="消费帮扶", 正文="事。", 来源="bao")
QI = record("catalogue_issues", 编号="qi", 标题="一期", 期号="1")


@pytest.mark.parametrize(
    ("kind", "target"),
    [("点位", GUI), ("活动", YUE), ("故事", SHI), ("目录", QI)],
    ids=["点位", "活动", "故事", "目录"],
)
def test_a_code_of_any_kind_leads_to_its_record(kind: str, target: Record) -> None:
    """Everything that is published may have a code, and a code of it is lost with it."""
    key = {"点位": "gui", "活动": "yue", "故事": "shi", "目录": "qi"}[kind]
    row = issued(target=key, 对象类型=kind)
    assert codes(check(*BASE, BAO, target, row)) == []
    (found,) = check(*BASE, BAO, row).findings
    assert (found.code, found.field) == ("code-lost", "target")
    assert "放回来" in found.mend.zh


def test_a_renamed_record_is_recognised() -> None:
    """An uncoded record with nearly the same ID is what the old one became; a coded one is what it was merged into."""
    renamed = check(*BASE, tea(编号="cha-2"), issued())
    merged = check(*BASE, tea(编号="cha-2"), issued(), issued("E3ZH6PS", "cha-2", line=3))
    for checked, words in ((renamed, "改成了“cha-2”"), (merged, "并进了“cha-2”")):
        (found,) = (each for each in checked.findings if each.code == "code-lost")
        assert words in found.mend.zh


def test_a_draft_of_any_kind_has_no_page() -> None:
    """A code for a draft, or for a campaign of a later day, would show a blank page."""
    draft = record("catalogue_issues", 编号="qi", 标题="一期", 期号="1", 状态="编制")
    assert codes(check(*BASE, draft, issued(target="qi", 对象类型="目录"))) == [("target", "code-lost")]
    later = record(
        "campaigns", 编号="yue", 名称="月", 开始日期="2020-11-01", 结束日期="2020-11-30", 发布日期="2020-10-30"
    )
    assert codes(check(*BASE, later, issued(target="yue", 对象类型="活动"))) == [("target", "code-lost")]


def test_a_code_of_a_product_may_say_at_which_placement_it_hangs() -> None:
    """The placement must be there; a code of anything else names none."""
    own = issued("E3ZH6PS", line=3)
    assert codes(check(*BASE, tea(), GUI, own, issued(所在点位="gui"))) == []
    assert codes(check(*BASE, tea(), own, issued(所在点位="gui"))) == [("placement", "unknown-reference")]
    of_placement = issued(target="gui", 对象类型="点位", 所在点位="gui")
    assert codes(check(*BASE, GUI, of_placement)) == [("placement", "code-placement")]


def test_a_code_for_one_placement_is_not_the_products_own() -> None:
    """A product whose only code hangs at one place still needs one for everywhere else."""
    found = codes(check(*BASE, tea(), GUI, issued(所在点位="gui"), settings=ANNOUNCED))
    assert found == [("", "code-missing")]


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
