"""``shanhuo export returns``, ``shanhuo collect`` and ``shanhuo report`` as an office types them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from command_line import shanhuo
from ledger_site import make_site

from generator.cli.reporting import cell_name


def test_a_return_goes_out_and_comes_back(tmp_path: Path) -> None:
    """Dry first, then written; a cell in doubt is named as spreadsheets name it, and who is missing is listed."""
    site, out, back = make_site(tmp_path / "site"), tmp_path / "out", tmp_path / "back"
    code, said, _ = shanhuo("export", "returns", site, "--campaign", "autumn", "--out", out, "--as-of", "2026-09-30")
    assert (code, "已导出 4 份填报表" in said) == (0, True)
    back.mkdir()
    for unit, amount in (("yi", 12), ("bing", "很多")):
        source = next(path for path in out.iterdir() if path.stem.endswith(f"-{unit}"))
        book = openpyxl.load_workbook(source)
        sheet = book["填报"]
        line = next(row for row in range(5, 100) if sheet.cell(row, 2).value is None)
        for column, value in ((2, date(2026, 9, 1)), (3, "工会"), (11, amount), (13, "付款")):
            sheet.cell(line, column).value = value
        book.save(back / f"{unit}.xlsx")

    code, said, _ = shanhuo("collect", back, site, "--as-of", "2026-09-30")
    assert code == 1
    assert "bing.xlsx K5  amount  错误 not-money" in said
    assert "会添 1 行，3 行登记过；加 --yes" in said
    assert "没有交（2 家）：甲单位、县总工会" in said
    code, said, _ = shanhuo("collect", back, site, "--as-of", "2026-09-30", "--yes")
    assert (code, "已添 1 行到 data/ledger.csv" in said) == (1, True)


def test_a_report_is_issued_and_verified(tmp_path: Path) -> None:
    """Number and digest are said; options that do not go together are refused in a sentence."""
    site = make_site(tmp_path / "site")
    words = ("report", site, "--scope", "campaign:autumn", "--as-of", "2026-09-30")
    code, said, _ = shanhuo(*words, "--issue", "--out", tmp_path / "a.docx")
    assert (code, "编号 2026-001，已登记" in said) == (0, True)
    assert "没有台账记录的参与单位（1 家）：丙单位" in said
    assert shanhuo("report", site, "--number", "2026-001", "--verify")[0] == 0
    for extra in (("--verify",), ("--format", "csv"), ("--trace", "site", "--format", "docx")):
        assert shanhuo(*words, *extra)[0] == 2


@pytest.mark.parametrize(("row", "column", "name"), [(7, 6, "F7"), (1, 26, "Z1"), (2, 27, "AA2"), (3, None, "第 3 行")])
def test_cells_have_the_names_of_spreadsheets(row: int, column: int | None, name: str) -> None:
    """A column of letters, a row of digits."""
    assert cell_name(row, column) == name
