"""Workbooks of units: out with their rows, back into the ledger, each cell judged, nothing twice, nothing lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from ledger_site import CANARY, make_site

from generator.editing.reading import read_site
from generator.editing.returns.collecting import Collected, collect_returns
from generator.editing.returns.exporting import export_returns
from generator.editing.returns.layout import HEAD_ROW, IDENTITY_SHEET, ROWS_SHEET
from generator.errors import EnvironmentRefused, UsageError

DAY = date(2026, 9, 30)
GOOD = {
    "日期": date(2026, 9, 28),
    "采购方类型": "工会",
    "渠道": "采购平台",
    "金额": 0.1 + 0.2,
    "依据": "付款",
    "说明": "=2+2",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small site."""
    return make_site(tmp_path / "site")


@pytest.fixture
def out(site: Path, tmp_path: Path) -> Path:
    """A folder with the workbooks of its campaign."""
    export_returns(site, "autumn", tmp_path / "out", as_of=DAY)
    return tmp_path / "out"


def book_of(out: Path, unit: str) -> Path:
    """Return the workbook of a unit."""
    return next(path for path in out.iterdir() if path.stem.endswith(f"-{unit}"))


def sent_back(out: Path, unit: str, folder: Path, *rows: dict, change: tuple[str, str, object] | None = None) -> Path:
    """Fill in *rows* as a clerk does, and save the workbook into *folder*; *change* alters a recorded row's cell."""
    folder.mkdir(exist_ok=True)
    source = book_of(out, unit)
    book = openpyxl.load_workbook(source)
    sheet = book[ROWS_SHEET]
    head = {cell.value.rstrip("*"): cell.column for cell in sheet[HEAD_ROW + 1]}
    first = next(row for row in range(HEAD_ROW + 2, sheet.max_row) if sheet.cell(row, 2).value is None)
    for number, row in enumerate(rows):
        for title, value in row.items():
            sheet.cell(first + number, head[title]).value = value
            if isinstance(value, str):
                sheet.cell(first + number, head[title]).data_type = "s"
    if change is not None:
        key, title, value = change
        line = next(row for row in range(1, sheet.max_row) if sheet.cell(row, 1).value == key)
        sheet.cell(line, head[title]).value = value
    book.save(folder / source.name)
    return folder / source.name


def codes(found: Collected) -> list[tuple[str, str, int | None, int | None]]:
    """Return code, field and cell of each finding."""
    return [(each.code, each.field, each.place.line, each.place.column) for each in found.report.findings]


def test_each_unit_gets_its_own_rows_and_lists_to_choose_from(out: Path) -> None:
    """Rows of others are not in it, its own are locked, empty ones are open and held to the site's words."""
    sheet = openpyxl.load_workbook(book_of(out, "ja"))[ROWS_SHEET]
    ids = [sheet.cell(row, 1).value for row in range(HEAD_ROW + 2, HEAD_ROW + 5)]
    formulas = [str(rule.formula1) for rule in sheet.data_validations.dataValidation]

    assert ids == ["r1", "r3", "r5"]
    assert sheet.protection.sheet
    assert sheet.cell(HEAD_ROW + 2, 2).protection.locked
    assert not sheet.cell(HEAD_ROW + 6, 2).protection.locked
    assert '"采购,捐赠,投资,退货"' in formulas
    assert any("选项" in formula for formula in formulas)
    assert len(list(out.iterdir())) == 4


def test_the_unit_stands_hidden_in_the_workbook(out: Path) -> None:
    """Whatever a clerk calls the file, it is known whose it is."""
    book = openpyxl.load_workbook(book_of(out, "yi"))

    assert book[IDENTITY_SHEET].sheet_state == "veryHidden"
    assert [cell.value for cell in book[IDENTITY_SHEET]["A"]][1:] == ["yi", "autumn", "2026-09-30"]


def test_returns_are_added_once_and_nothing_else_changes(site: Path, out: Path, tmp_path: Path) -> None:
    """Names become keys, sums are exact, text stays text; the second time there is nothing to add."""
    before = (site / "data/ledger.csv").read_bytes()
    sent_back(out, "yi", tmp_path / "back", GOOD, {**GOOD, "金额": "1.2万元", "凭证号": "FP-1"})
    first = collect_returns(site, tmp_path / "back", as_of=DAY)
    assert (site / "data/ledger.csv").read_bytes() == before
    first.write()
    after = (site / "data/ledger.csv").read_bytes()
    second = collect_returns(site, tmp_path / "back", as_of=date(2026, 10, 2))
    second.write()

    assert after.startswith(before)
    rows = [line.split(",") for line in after[len(before) :].decode().splitlines()]
    assert [(row[1], row[2], row[3], row[4], row[6], row[7], row[9]) for row in rows] == [
        ("2026-09-28", "2026-09-30", "autumn", "yi", "web", "0.3", "付款"),
        ("2026-09-28", "2026-09-30", "autumn", "yi", "web", "12000", "付款"),
    ]
    assert [row[12] for row in rows] == ["", "FP-1"]
    assert (first.known, len(first.rows), second.known, second.rows) == (3, 2, 5, [])
    assert (site / "data/ledger.csv").read_bytes() == after
    assert not read_site(site).report.stops()


def test_units_are_told_apart_by_what_they_sent(site: Path, out: Path, tmp_path: Path) -> None:
    """With new rows, without, to be mended, and not at all."""
    back = tmp_path / "back"
    sent_back(out, "yi", back, GOOD)
    sent_back(out, "ja", back)
    sent_back(out, "bing", back, {**GOOD, "金额": "很多"})
    found = collect_returns(site, back, as_of=DAY)

    assert {each.unit: (each.state, each.new_rows) for each in found.units} == {
        "乙单位": ("reported", 1), "甲单位": ("blank", 0), "丙单位": ("refused", 0), "县总工会": ("missing", 0),
    }  # fmt: skip


def test_wrong_cells_are_told_by_file_and_cell_and_the_rest_is_taken(site: Path, out: Path, tmp_path: Path) -> None:
    """A workbook with an error adds nothing; the others add all; mended and sent again it adds the rest."""
    back = tmp_path / "back"
    sent_back(out, "yi", back, GOOD)
    bad = sent_back(out, "bing", back, GOOD, {**GOOD, "金额": "很多", "渠道": "没有的渠道"})
    found = collect_returns(site, back, as_of=DAY)
    found.write()

    assert codes(found) == [("unknown-reference", "channel", 6, 4), ("not-money", "amount", 6, 11)]
    assert {each.place.file for each in found.report.findings} == {bad.name}
    assert found.refused == (bad.name,)
    assert len(found.rows) == 1
    sent_back(out, "bing", back, GOOD, GOOD | {"金额": 7})
    again = collect_returns(site, back, as_of=DAY)
    assert (len(again.rows), again.refused) == (2, ())


def test_a_recorded_row_that_was_altered_is_refused(site: Path, out: Path, tmp_path: Path) -> None:
    """The finding names the cell, what is recorded and what was sent; evidence that is not shown is not missed."""
    sent_back(out, "ja", tmp_path / "back", GOOD, change=("r1", "金额", 1))
    found = collect_returns(site, tmp_path / "back", as_of=DAY)

    assert codes(found) == [("return-row-changed", "amount", 5, 11)]
    assert "1200.10" in found.report.findings[0].message.zh
    assert CANARY not in str(found.report)
    assert found.rows == []


def test_two_returns_of_one_unit_that_differ_are_both_refused(site: Path, out: Path, tmp_path: Path) -> None:
    """The same twice is one; otherwise nobody guesses which is right."""
    back = tmp_path / "back"
    one = sent_back(out, "yi", back, GOOD)
    one.rename(back / "第一次.xlsx")
    sent_back(out, "yi", back, GOOD)
    assert len(collect_returns(site, back, as_of=DAY).rows) == 1
    sent_back(out, "yi", back, {**GOOD, "金额": 9})
    found = collect_returns(site, back, as_of=DAY)

    assert {each.code for each in found.report.findings} == {"return-row-twice"}
    assert (len(found.refused), found.rows) == (2, [])


@pytest.mark.parametrize("spoil", ["text", "other", "unit", "error"])
def test_a_file_that_is_no_return_is_told_and_loses_nothing(site: Path, out: Path, tmp_path: Path, spoil: str) -> None:
    """No workbook, another workbook, another site's unit, a formula's error: each a finding."""
    back = tmp_path / "back"
    sent_back(out, "yi", back, GOOD)
    bad = back / "坏.xlsx"
    if spoil == "text":
        bad.write_bytes(b"abc")
    elif spoil == "other":
        openpyxl.Workbook().save(bad)
    elif spoil == "unit":
        book = openpyxl.load_workbook(book_of(out, "bing"))
        book[IDENTITY_SHEET]["A2"] = "nobody"
        book.save(bad)
    else:
        sent_back(out, "bing", back, {**GOOD, "金额": "#REF!"}).rename(bad)
    found = collect_returns(site, back, as_of=DAY)

    expected = {"unit": "return-unknown-unit", "error": "return-cell-error"}.get(spoil, "return-unreadable")
    assert [each.code for each in found.report.findings if each.place.file == bad.name] == [expected]
    assert (found.refused, len(found.rows)) == ((bad.name,), 1)


def test_workbooks_that_are_there_are_not_replaced(site: Path, out: Path) -> None:
    """A folder with filled ones keeps them, and nothing is written beside them."""
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    with pytest.raises(EnvironmentRefused):
        export_returns(site, "autumn", out, as_of=DAY)

    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_folders_and_campaigns_that_are_not_there_are_told(site: Path, tmp_path: Path) -> None:
    """In one sentence each."""
    with pytest.raises(UsageError, match="没有编号为“autum”的活动"):
        export_returns(site, "autum", tmp_path / "out")
    with pytest.raises(UsageError, match="没有文件夹"):
        collect_returns(site, tmp_path / "nowhere")
    with pytest.raises(UsageError, match="没有填报表"):
        collect_returns(site, site)
