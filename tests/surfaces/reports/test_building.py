"""What a progress report says: the portal's numbers, the editors' words, the theme's form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from ledger_site import make_site

from generator.build.planning import surroundings
from generator.catalog.ledger import DIMENSIONS, Ledger
from generator.catalog.money import Money, cents
from generator.editing.reading import read_sound_site
from generator.errors import UsageError
from generator.surfaces.reports.building import make_report
from generator.surfaces.reports.model import Heading, Paragraph, ProgressReport, Table
from generator.surfaces.reports.scope import Material, Scope, Span
from generator.surfaces.reports.template import chinese_number

CAMPAIGN = Scope("campaign", "autumn")
AUTUMN = Span(date(2026, 7, 1), date(2026, 9, 30))


def material_of(site: Path, scope: Scope = CAMPAIGN, span: Span = AUTUMN) -> Material:
    """Return the facts of a scope."""
    return Material(surroundings(read_sound_site(site, purpose="做报告")), scope, span)


def tables_of(report: ProgressReport) -> dict[str, Table]:
    """Return caption → table."""
    return {block.caption: block for part in report.parts for block in part.blocks if isinstance(block, Table)}


def text_of(report: ProgressReport) -> str:
    """Return all running text."""
    return "\n".join(block.text for part in report.parts for block in part.blocks if isinstance(block, Paragraph))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site."""
    return make_site(tmp_path_factory.mktemp("ledger"))


def test_every_sum_is_that_of_the_ledger(site: Path) -> None:
    """A purchase told twice counts once, returns are taken off, orders and donations stand apart."""
    material = material_of(site)
    report = make_report(material)
    figures = {figure.key: figure for figure in report.figures}

    assert figures["purchase.payment"].value == "1700.30"
    assert figures["purchase.payment"].rows == ("r1", "r2", "r3")
    assert figures["return.payment"].value == "-300.00"
    assert figures["purchase.order"].value == "5000.00"
    assert figures["donation.payment"].value == "90.00"
    assert figures["people"].value == "17"
    assert "共采购1700.30元" in text_of(report)
    assert "按订单入账的5000元，不与付款相加" in text_of(report)


def test_tables_share_out_the_same_total_in_every_dimension(site: Path) -> None:
    """The last row of each table is the total, and the others sum to it in cents."""
    material = material_of(site)
    report, total = make_report(material), material.ledger.total().amount
    assert isinstance(total, Money)

    for dimension in ("organisation", "month", "buyer_kind", "channel"):
        table = tables_of(report)[material.around.texts(f"report.by.{dimension}")]
        amounts = [round(float(row[1].replace(",", "")) * 100) for row in table.rows]
        assert table.rows[-1][1].replace(",", "") == cents(total.amount)
        assert sum(amounts[:-1]) == amounts[-1]


@pytest.mark.parametrize("scope", ["site", "county:610924", "organisation:shili-jiguan", "campaign:nianhuo-2026"])
def test_scopes_of_the_demonstration_sum_what_is_theirs(open_site: Callable[[str], Path], scope: str) -> None:
    """Each scope's total is that of its rows, whoever sums them."""
    kind, _, key = scope.partition(":")
    material = material_of(open_site("demo"), Scope(kind, key), Span(date(2026, 11, 1), date(2026, 11, 21)))
    own = {
        "site": lambda row: True,
        "county": lambda row: DIMENSIONS["county"](row) == key,
        "organisation": lambda row: row.organisation.id == key,
        "campaign": lambda row: row.campaign is not None and row.campaign.id == key,
    }[kind]
    expected = Ledger.of(material.whole.rows, material.as_of).where(own).between(*material.span).total()

    assert material.ledger.total() == expected
    assert expected.rows


def test_what_is_not_disclosed_is_said_and_never_zero(site: Path) -> None:
    """A figure without its value stands with its source; the ledger has nothing of it."""
    report = make_report(material_of(site))
    rows = tables_of(report)["其他来源的数字（不与台账相加）"].rows

    assert [row[:2] for row in rows] == [("平台销售额", "未披露"), ("推介企业", "36余家")]
    assert {row[3] for row in rows} == {"县报报道"}
    assert next(figure for figure in report.figures if figure.key == "hid").value == "xx"


def test_bodies_that_have_not_reported_are_named(site: Path) -> None:
    """Those that take part and have no row in the period."""
    assert "还有1家本期没有台账记录：丙单位。" in text_of(make_report(material_of(site)))


def test_the_editors_words_come_first_and_numbers_are_put_in(site: Path) -> None:
    """Headings are numbered anew, numbers come from the ledger and from figures, lists keep theirs."""
    text = "## 四、问题和建议\n\n### （九）存在的问题\n\n1. 采购额{{采购额}}。\n2. 企业{{ tui }}。\n"
    part = make_report(material_of(site), text=text).parts[-1]

    assert part.blocks[:3] == (
        Heading(2, "（一）", "存在的问题"), Paragraph("1.采购额1700.30元。"), Paragraph("2.企业36余家。"),
    )  # fmt: skip
    assert part.blocks[3] == Heading(2, "（二）", "尚未报数的单位")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("## 问题与建议\n\n有。\n", "第 1 行：报告里没有“问题与建议”"),
        ("先写一段。\n", "第 1 行的文字不知道属于哪一部分"),
        ("## 工作进展\n\n共{{采够额}}。\n", "第 3 行：没有叫“采够额”的数字"),
    ],
)
def test_text_that_does_not_fit_is_told_with_its_line(site: Path, text: str, said: str) -> None:
    """One sentence with file and line, and what could stand there."""
    with pytest.raises(UsageError) as told:
        make_report(material_of(site), text=text, text_name="a.md")

    assert told.value.message.startswith(f"a.md {said}")
    assert told.value.mend


def test_a_report_without_the_editors_proposals_is_a_draft(site: Path) -> None:
    """The part says so, and the report tells which part it is."""
    assert make_report(material_of(site)).lacking == ("问题和建议",)
    assert make_report(material_of(site), text="## 问题和建议\n\n有。\n").lacking == ()


def test_a_site_has_its_own_form(tmp_path: Path) -> None:
    """Titles, order, blocks and numbering of its theme's file hold; what that leaves out stays."""
    site = make_site(tmp_path)
    form = site / "themes/default/reports/progress.yml"
    form.parent.mkdir(parents=True)
    form.write_text(
        'title: "{scope}季报"\nparts:\n  - {part: progress, title: 完成情况, holds: [totals]}\n'
        'numbering:\n  zh: ["第{chinese}部分 ", "{number}. ", "a ", "b "]\n',
        "utf-8",
    )
    report = make_report(material_of(site))

    assert report.title == "秋季采购季报"
    assert [(part.number, part.title) for part in report.parts] == [("第一部分 ", "完成情况")]
    assert report.parts[0].blocks[0] == Heading(2, "1. ", "总体情况")


def test_a_form_with_an_unknown_block_is_told_with_its_line(tmp_path: Path) -> None:
    """The file, the line, and the blocks that there are."""
    site = make_site(tmp_path)
    form = site / "themes/default/reports/progress.yml"
    form.parent.mkdir(parents=True)
    form.write_text("title: 甲\nparts:\n  - {part: progress, holds: [totls]}\n", "utf-8")

    with pytest.raises(UsageError, match=r"default/reports/progress.yml 第 2 行.*totls.*totals"):
        make_report(material_of(site))


def test_numbers_of_headings_are_chinese() -> None:
    """One to ninety-nine."""
    assert [chinese_number(n) for n in (1, 9, 10, 11, 20, 21, 99)] == [
        "一",
        "九",
        "十",
        "十一",
        "二十",
        "二十一",
        "九十九",
    ]
