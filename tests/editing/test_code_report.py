"""The report on codes: what the command prints, in all forms, and how it ends."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path

from command_line import shanhuo
from wcwidth import wcswidth

from generator.editing.code_report import code_report
from generator.editing.reading import read_site

OpenSite = Callable[[str], Path]
STOCKS = "编号,名称,形式,标签宽,标签高,安全边,打印点数\na,纸甲,卷筒,70,37,3,\nb,窄纸乙 40,卷筒,40,16,1.5,203\n"


def with_stocks(site: Path) -> Path:
    """Let a site name two stocks, of which the second is too small."""
    (site / "data/label_stocks.csv").write_text(STOCKS, "utf-8")
    return site


def test_every_code_in_use_is_counted_once_a_stock(open_site: OpenSite) -> None:
    """The site's own stocks take the place of the usual ones, and withdrawn codes are left out."""
    site = open_site("shop")
    loaded = read_site(with_stocks(site))
    assert loaded.configuration is not None

    report = code_report(loaded.configuration.site, loaded.rows)

    active = sum(row.text("status") == "active" for row in loaded.rows["qr_codes"])
    assert [(line.stock.name, line.codes) for line in report.stocks] == [("纸甲", active), ("窄纸乙 40", active)]
    assert [line.fit.is_legible for line in report.stocks] == [True, False]
    assert report.is_own
    assert not report.is_legible


def test_the_command_aligns_its_table_and_fails_for_fine_modules(open_site: OpenSite) -> None:
    """Columns stand under one another in a terminal, where a Chinese character takes two places; the end is 1."""
    site = with_stocks(open_site("shop"))

    code, told, said = shanhuo("qr", "report", site)

    head, first, second, *rest = told.splitlines()
    places = {wcswidth(line[: line.index(word)] + word) for line, word in ((first, "70×37"), (second, "40×16"))}
    assert places == {wcswidth(head[: head.index("标签 mm")] + "标签 mm")}
    assert second.endswith("太细")
    assert any(line.startswith("错误：有 1 种情形一格不到 0.396 毫米") for line in rest)
    assert (code, said) == (1, "")


def test_csv_and_json_say_the_same(open_site: OpenSite) -> None:
    """Both have a row a stock, with lengths in millimetres."""
    site = with_stocks(open_site("shop"))
    rows = list(csv.DictReader(StringIO(shanhuo("qr", "report", site, "--format", "csv")[1])))
    told = json.loads(shanhuo("qr", "report", site, "--format", "json")[1])
    assert [row["stock"] for row in rows] == [each["stock"] for each in told["stocks"]] == ["纸甲", "窄纸乙 40"]
    assert [row["legible"] for row in rows] == ["true", "false"]
    assert [float(row["module_mm"]) for row in rows] == [each["module_mm"] for each in told["stocks"]]
    assert told["least_module_mm"] == 0.396
    assert told["pictures"][0]["least_side_mm"] == round(told["pictures"][0]["modules"] * 0.396, 2)


def test_without_stocks_and_codes_it_tells_of_what_will_be(open_site: OpenSite) -> None:
    """A new site learns what its host means for labels before the first code is given out."""
    site = open_site("shop")
    (site / "data/qr_codes.csv").unlink()
    (site / "data/label_stocks.csv").unlink()

    code, told, _ = shanhuo("qr", "report", site)

    assert code == 0
    assert "将来会发的码" in told
    assert "常见的几种" in told


def test_what_a_site_does_not_use_is_no_error(open_site: OpenSite) -> None:
    """A long host on stocks that are only usual is told as something to mind, and the command ends well."""
    site = open_site("shop")
    (site / "data/label_stocks.csv").unlink()
    path = site / "site_config.yml"
    path.write_text(path.read_text("utf-8").replace("https://s.example.cn/", f"https://{'long.' * 120}cn/"), "utf-8")

    code, told, _ = shanhuo("qr", "report", site)

    assert code == 0
    assert "太细" in told
    assert re.search(r"提醒：有 \d+ 种情形", told)


def test_a_host_that_no_code_holds_is_one_sentence(open_site: OpenSite) -> None:
    """An address longer than any symbol ends with a sentence that names the setting."""
    site = open_site("shop")
    path = site / "site_config.yml"
    long = "https://" + "a." * 1500 + "cn/"
    lines = path.read_text("utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("codes:"))
    lines[at : at + 2] = [f"codes: {{base_url: {long}}}"]
    path.write_text("\n".join(lines), "utf-8")

    code, _, said = shanhuo("qr", "report", site)

    assert code == 2
    assert "codes.base_url" in said
