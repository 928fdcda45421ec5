"""Reports that are issued: numbered, hashed, and the same again after whatever is recorded later."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from ledger_site import add_rows, make_site
from line.sizes import record_result, sized

from generator.editing.reports.issuing import FORMATS, ReportOrder, ReportRefused, make
from generator.editing.reports.register import REGISTER, TEXTS
from generator.errors import UsageError

DAY = date(2026, 9, 30)
RUNS = sized(4, 60)
ISSUE = ReportOrder("campaign:autumn", as_of=DAY, issue=True)
CORRECTION = "r9,2026-07-02,2026-10-05,autumn,ja,企业,shop,-200.10元,采购,付款,,,,,r1,多记了"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small site."""
    return make_site(tmp_path / "site")


@pytest.mark.parametrize("form", FORMATS)
def test_an_issued_report_is_the_same_after_a_correction(site: Path, tmp_path: Path, form: str) -> None:
    """A correcting row, a public correction and other words of a later day change no byte of it."""
    issued = make(site, ISSUE._replace(form=form), out=tmp_path / "a")
    add_rows(site, CORRECTION, "r10,2026-09-29,2026-10-06,autumn,bing,企业,shop,77元,采购,付款,,,,,,迟报")
    (site / "data/corrections.csv").write_text(
        "编号,日期,数据表,记录,字段,原值,新值,原因,活动\nc1,2026-10-05,ledger,r1,amount,1200.10,1000,多记,autumn\n",
        "utf-8",
    )
    (site / "reports/campaign-autumn.md").write_text("## 问题和建议\n\n下一季的话。\n", "utf-8")
    again = make(site, ReportOrder(number=issued.report.number, form=form), out=tmp_path / "b")

    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes() == issued.content
    assert again.sha256 == issued.sha256
    assert issued.report.number == "2026-001"
    later = make(site, ReportOrder("campaign:autumn", as_of=date(2026, 10, 31)), out=None)
    assert next(f for f in later.report.figures if f.key == "purchase.payment").value == "1577.20"


@settings(
    max_examples=RUNS, deadline=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
@given(
    st.lists(
        st.tuples(
            st.integers(1, 99_999), st.sampled_from(["ja", "yi", "bing"]),
            st.sampled_from(["采购", "退货", "捐赠", "投资"]),
            st.sampled_from(["订单", "到货", "付款"]), st.dates(date(2026, 7, 1), DAY),
        ),
        min_size=1, max_size=8, unique=True,
    )
)  # fmt: skip
def test_rows_of_later_days_never_reach_an_issued_report(tmp_path_factory: pytest.TempPathFactory, rows: list) -> None:
    """Whatever is recorded after the day of the data, in whatever kind and basis: the same bytes."""
    folder = tmp_path_factory.mktemp("later")
    site = make_site(folder / "site")
    issued = make(site, ISSUE, out=None)
    add_rows(
        site,
        *(
            f"x{n},{day},2026-10-{1 + n:02},autumn,{body},企业,,{cents / 100:.2f}元,{nature},{basis},,,,,,"
            for n, (cents, body, nature, basis, day) in enumerate(rows)
        ),
    )

    assert make(site, ReportOrder(number=issued.report.number), out=None).content == issued.content
    record_result("reports", RUNS, "random sets of later rows", "the issued report is the same to the byte")


def test_an_old_row_that_was_altered_is_named_by_its_figures(site: Path, tmp_path: Path) -> None:
    """Nothing is written, and each number that differs is told with then and now."""
    make(site, ISSUE, out=None)
    ledger = site / "data/ledger.csv"
    ledger.write_bytes(ledger.read_bytes().replace("1200.10元".encode(), "1300.10元".encode()))

    with pytest.raises(ReportRefused) as told:
        make(site, ReportOrder(number="2026-001"), out=tmp_path / "b")

    assert "采购额（purchase.payment）：登记的是 1700.30，现在是 1800.30。" in told.value.message
    assert not (tmp_path / "b").exists()


def test_words_that_were_altered_are_told_apart_from_numbers(site: Path) -> None:
    """A body that is called otherwise leaves the numbers, and is told so."""
    make(site, ISSUE, out=None)
    names = site / "data/organisations.csv"
    names.write_text(names.read_text("utf-8").replace("甲单位", "甲公司"), "utf-8")

    with pytest.raises(ReportRefused, match="数字都一样，文字变了"):
        make(site, ReportOrder(number="2026-001"), out=None)


def test_one_number_may_have_several_formats(site: Path) -> None:
    """The second is noted under the same number with the same content; the next report has the next number."""
    first = make(site, ISSUE, out=None)
    second = make(site, ReportOrder(number="2026-001", form="xlsx", issue=True), out=None)
    third = make(site, ISSUE, out=None)
    lines = (site / REGISTER).read_text("utf-8-sig").splitlines()

    assert first.report.digest == second.report.digest
    assert [line.split(",")[:2] for line in lines[1:]] == [
        ["2026-001", "docx"], ["2026-001", "xlsx"], [third.report.number, "docx"],
    ]  # fmt: skip
    assert third.report.number == "2026-002"
    assert (site / TEXTS / "2026-001.md").read_text("utf-8").startswith("## 组织领导")


def test_an_unfinished_report_is_not_issued(site: Path, tmp_path: Path) -> None:
    """Without the editors' proposals nothing is written and nothing is registered; a draft can be had."""
    (site / "reports/campaign-autumn.md").unlink()

    with pytest.raises(ReportRefused, match="问题和建议"):
        make(site, ISSUE, out=tmp_path / "a")

    assert not (tmp_path / "a").exists()
    assert not (site / REGISTER).exists()
    assert make(site, ISSUE._replace(issue=False), out=None).report.lacking == ("问题和建议",)


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (ReportOrder("campaign:autum"), "autumn"),
        (ReportOrder("county:999999"), "产地"),
        (ReportOrder("town"), "范围"),
        (ReportOrder("site", first=date(2026, 9, 1), last=date(2026, 8, 1)), "倒着"),
        (ReportOrder(number="2026-009"), "2026-009"),
        (ReportOrder(text=Path("nowhere.md")), "nowhere.md"),
    ],
)
def test_an_order_that_cannot_be_met_is_told_in_a_sentence(site: Path, order: ReportOrder, said: str) -> None:
    """With what could be asked for instead."""
    with pytest.raises(UsageError) as told:
        make(site, order, out=None)

    assert said in told.value.message + told.value.mend
    assert told.value.mend
