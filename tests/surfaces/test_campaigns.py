"""Campaigns: where they stand by the day, what their ledgers say, their letters and lists."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from line.prepared_sites import copy_site

from generator.catalog.campaign_record import archived_from
from generator.surfaces.outputs import Output

from .campaign_sites import MANY, body, campaign, campaign_site, edges, planned, row
from .support import surroundings_of


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Output]:
    """Path → what is planned of the demonstration's campaigns."""
    return planned(surroundings_of(copy_site("demo", tmp_path_factory.mktemp("campaigns") / "site")))


@pytest.fixture(scope="module")
def edge(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Output]:
    """Path → what is planned of campaigns at their edges."""
    return planned(edges(tmp_path_factory.mktemp("edges") / "site"))


def html(plan: Mapping[str, Output], address: str) -> str:
    """Return the page at *address*."""
    return plan[f"{address}index.html"].make().decode()


def part(page: str, name: str) -> str:
    """Return the section of a page that its heading's id names; ``""`` where there is none."""
    return page.partition(f'id="{name}"')[2].partition("</section>")[0]


def words(markup: str) -> str:
    """Return markup as text."""
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


def table(plan: Mapping[str, Output], path: str) -> list[dict[str, str]]:
    """Return a CSV file."""
    return list(csv.DictReader(io.StringIO(plan[path].make().decode("utf-8-sig"))))


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        (date(2026, 10, 30), "coming"),
        (date(2026, 11, 1), "running"),
        (date(2026, 12, 31), "running"),
        (date(2027, 1, 1), "closed"),
        (date(2027, 12, 30), "closed"),
        (date(2027, 12, 31), "archived"),
    ],
)
def test_a_campaign_is_announced_runs_closes_and_is_archived_at_one_address(
    tmp_path: Path, day: date, stage: str
) -> None:
    """The last day still runs; a year after it the page is put into the archive and stays where it is."""
    around = campaign_site(tmp_path / "site", {"campaigns": [campaign("yue")]})
    catalog = replace(around.catalog, as_of=day)
    shown = replace(around, catalog=catalog, configuration=around.configuration._replace(as_of=day))
    page = html(planned(shown), "campaigns/yue/")
    assert f"sh-campaign-page--{stage}" in page
    told = {"coming": "还有 2 天", "running": "共 61 天", "closed": "2027年12月31日起归档", "archived": "网址不变"}
    assert told[stage] in words(page)


def test_the_29th_of_february_has_an_anniversary(tmp_path: Path) -> None:
    """A campaign that ends on it is archived from the 1st of March of the next year."""
    leap = campaign("run", starts_on="2024-02-01", ends_on="2024-02-29")
    around = campaign_site(tmp_path / "site", {"campaigns": [leap]})
    assert archived_from(around.catalog.campaigns["run"]) == date(2025, 3, 1)


def test_nothing_bought_is_told_and_no_line_is_drawn(edge: Mapping[str, Output]) -> None:
    """The goal stands there; there is neither a zero nor a ledger."""
    page = html(edge, "campaigns/zero/")
    assert "还没有登记的采购" in part(page, "progress")
    assert "sh-goal-line" not in page
    assert "campaigns/zero/ledger/index.html" not in edge
    assert "3 家参与单位截至2026年11月21日都还没有登记" in words(part(page, "bodies"))


def test_a_goal_not_disclosed_has_no_line(edge: Mapping[str, Output]) -> None:
    """What was bought is told, and that the goal is kept back; no share of it is told."""
    progress = part(html(edge, "campaigns/secret/"), "progress")
    assert "¥1000.00" in words(progress)
    assert "目标金额没有披露" in progress
    assert "sh-goal-line" not in progress
    assert "%" not in words(progress)


def test_more_than_the_goal_goes_past_the_mark(edge: Mapping[str, Output]) -> None:
    """The line is full and the goal's mark stands inside it; percent and what is beyond are exact."""
    progress = part(html(edge, "campaigns/over/"), "progress")
    assert '<rect class="sh-goal-line__fill" y="0.25rem" width="100%"' in progress
    assert '<line class="sh-goal-line__mark" x1="64%"' in progress
    assert "154%" in words(progress)
    assert "超出目标 5.40005 万元" in words(progress)
    assert "20 人" in words(progress)


def test_without_a_goal_there_is_a_sum_alone(edge: Mapping[str, Output]) -> None:
    """No line, no percent, and the page says that no goal was set."""
    progress = part(html(edge, "campaigns/free/"), "progress")
    assert "¥2000.00" in words(progress)
    assert "没有设目标" in progress
    assert "sh-goal-line" not in progress


def test_one_row_needs_no_chart(edge: Mapping[str, Output]) -> None:
    """A single bar compares nothing; a cent is missing and the line is not told to be full."""
    page = html(edge, "campaigns/single/")
    assert "sh-bars" not in page
    assert "sh-columns" not in page
    assert "99%" in part(page, "progress")
    assert "距目标 ¥0.01" in words(part(page, "progress"))


def test_five_hundred_buyers_are_drawn_in_few_bars_and_all_stand_in_the_table(edge: Mapping[str, Output]) -> None:
    """Twelve bars and one line for all others; the ledger's page folds the long table and has every one."""
    chart = part(html(edge, "campaigns/many/"), "by-body")
    assert chart.count('class="sh-bars__bar"') == 12
    assert "其余 488 项合计" in chart
    ledger = part(html(edge, "campaigns/many/ledger/"), "by-organisation")
    assert len(set(re.findall(r"第(\d+)家单位的工会委员会</th>", ledger))) == MANY
    assert "其余 485 项" in ledger


def test_who_has_not_reported_is_named(edge: Mapping[str, Output]) -> None:
    """A participant without a row by the day is told, and only such a one."""
    missing, reported = words(part(html(edge, "campaigns/over/"), "bodies")).split("已经登记的")
    assert "第3家单位" in missing
    assert "第1家单位" not in missing
    assert "第1家单位" in reported


def test_a_row_of_a_body_below_counts_for_the_participant(tmp_path: Path) -> None:
    """What the office of a participant bought was bought by the participant."""
    tables = {
        "campaigns": [campaign("yue", participants="head")],
        "organisations": [body("head", "总会"), body("office", "分会", parent="head")],
        "ledger": [row("r1", "yue", "office", "100.00")],
    }
    told = part(html(planned(campaign_site(tmp_path / "site", tables)), "campaigns/yue/"), "bodies")
    assert "1 笔 · ¥100.00" in words(told)


def test_totals_of_every_dimension_agree_with_the_rows(edge: Mapping[str, Output]) -> None:
    """In the table for spreadsheets each dimension sums to the total, to the cent."""
    rows = table(edge, "campaigns/many/ledger/ledger.csv")
    whole = next(Decimal(line["金额"]) for line in rows if line["分法"] == "合计")
    assert whole == sum(Decimal(number) * Decimal("3.07") for number in range(1, MANY + 1))
    for dimension in {line["分法"] for line in rows} - {"合计"}:
        assert sum(Decimal(line["金额"]) for line in rows if line["分法"] == dimension) == whole
    assert sum(1 for line in rows if line["分法"] == "单位") == MANY


@pytest.mark.parametrize(("level", "bodies", "rows"), [("totals", 0, 0), ("organisation", 2, 0), ("rows", 2, 1)])
def test_the_ledger_is_published_as_far_as_the_site_says(tmp_path: Path, level: str, bodies: int, rows: int) -> None:
    """By default totals alone; bodies and rows only where the site says so, and never a row of a person."""
    tables = {
        "campaigns": [campaign("yue", participants="jia;yi")],
        "organisations": [body("jia", "甲单位"), body("yi", "乙单位")],
        "ledger": [
            row("r1", "yue", "jia", "100.00", evidence="FP-0001"),
            row("r2", "yue", "yi", "70.00", buyer_kind="个人", note="张三自购"),
        ],
    }
    settings = f"ledger:\n  publish: {level}\n" if level != "totals" else ""
    plan = planned(campaign_site(tmp_path / "site", tables, settings))
    every = "".join(output.make().decode("utf-8-sig") for output in plan.values())
    ledger = html(plan, "campaigns/yue/ledger/")
    assert "¥170.00" in words(ledger)
    assert len(set(re.findall(r'<th scope="row">([甲乙]单位)', part(ledger, "by-organisation")))) == bodies
    assert ledger.count('class="sh-ledger-rows__date"') == rows
    assert ("campaigns/yue/ledger/rows.csv" in plan) == (level == "rows")
    assert "张三" not in every
    assert "FP-0001" not in every
    if level == "totals":
        assert "甲单位" not in ledger
        assert "¥" not in part(html(plan, "campaigns/yue/"), "bodies")


def test_a_correction_of_what_is_not_public_keeps_its_values(tmp_path: Path) -> None:
    """The log tells that there was one, and shows no value of a field that is not public or of a person's row."""
    tables = {
        "campaigns": [campaign("yue")],
        "organisations": [body("jia", "甲单位")],
        "ledger": [row("r1", "yue", "jia", "100.00"), row("r2", "yue", "jia", "70.00", buyer_kind="个人")],
        "corrections": [
            {"id": "g1", "date": "2026-11-10", "table": "ledger", "record": "r1", "field": "amount", "old": "10.00"}
            | {"new": "100.00", "reason": "少写一位", "campaign": "yue"},
            {"id": "g2", "date": "2026-11-11", "table": "ledger", "record": "r1", "field": "evidence", "old": "FP-9"}
            | {"new": "FP-8", "reason": "写错", "campaign": "yue"},
            {"id": "g3", "date": "2026-11-12", "table": "ledger", "record": "r2", "field": "amount", "old": "77.00"}
            | {"new": "70.00", "reason": "写错", "campaign": "yue"},
        ],
    }
    page = html(planned(campaign_site(tmp_path / "site", tables)), "corrections/")
    assert "¥10.00" in page
    assert "少写一位" in page
    assert not re.search("FP-|77.00", page)
    assert page.count("<del") == 3


def test_stages_stand_apart(demo: Mapping[str, Output]) -> None:
    """Intent, framework, order and purchase have a sum each; none of them holds another."""
    stages = part(html(demo, "campaigns/cha-xiang-weiyang-2020/"), "agreements")
    assert "150 万元" in words(stages)
    page = html(demo, "campaigns/nianhuo-2026/")
    told = words(part(page, "stages"))
    assert "意向书" in told
    assert "1.85 万元" in told
    assert "8.5872 万元" in words(part(page, "progress"))


def test_the_letter_has_a_page_of_its_own(demo: Mapping[str, Output]) -> None:
    """Title, text, signature and day as on paper, and the short text with the address for chat groups."""
    page = html(demo, "campaigns/nianhuo-2026/letter/")
    letter = page.partition('<article class="sh-letter">')[2].partition("</article>")[0]
    assert "今年的年货，从产地买一样" in letter
    assert "城区总工会（示例）" in letter.partition("sh-letter__issuer")[2]
    assert "2026年11月1日" in letter.partition("sh-letter__date")[2]
    message = page.partition('id="message-1">')[2].partition("</p>")[0]
    assert message.endswith("\nhttps://www.shanhuo.example/campaigns/nianhuo-2026/")
    assert 'data-sh-copy="message-1"' in page


def test_an_issue_is_compared_with_the_one_before(demo: Mapping[str, Output]) -> None:
    """What is new, what was dropped and which price changed; the first issue is compared with nothing."""
    first, second = (html(demo, f"campaigns/baiyuan-aixin-gou-2020/issues/{number}/") for number in (1, 2))
    assert not part(first, "changes")
    told = words(part(second, "changes"))
    assert "新增 紫阳茶山疗休养两日" in told
    assert "不再推荐 紫阳红茶" in told
    assert "价格有变 紫阳富硒茶" in told
    assert "推荐理由" in part(second, "entries")
    assert 'href="../../../../campaigns/baiyuan-aixin-gou-2020/issues/2/"' in first
