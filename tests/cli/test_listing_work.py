"""``shanhuo worklist`` as it is typed: texts, tables, programs, a page to print."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import shanhuo
from line.recalling import append

OpenSite = Callable[[str], Path]


@pytest.fixture
def site(open_site: OpenSite) -> Path:
    """The small shop with two labels, one of which has an old price."""
    site = open_site("shop")
    (site / "data/print_log.csv").unlink()
    own = {"sheet": "标签", "target_kind": "产品", "target": "ziyang-cha", "placement": "gui-zi", "code": "3QNMFJC"}
    append(site, "print_log", id="1", printed_on="2020-09-02", copies="2", shows="price=988.00;net=250克", **own)
    append(site, "print_log", id="2", printed_on="2020-09-03", copies="1", shows="price=1068.50;name=紫阳富硒茶", **own)
    return site


def test_the_list_in_all_forms(site: Path) -> None:
    """Text, CSV and JSON tell the same one label; the data is left as it is."""
    before = {path: path.read_bytes() for path in (site / "data").rglob("*") if path.is_file()}
    code, said, _ = shanhuo("worklist", site)
    assert code == 0
    assert said.startswith("1 件要换、要撤或要核对。\n\n示例智能柜  1\n  标签  紫阳富硒茶  2份")
    assert "售价：印的是 988.00 元/盒，现在是 1068.50 元/盒" in said
    (row,) = csv.DictReader(io.StringIO(shanhuo("worklist", site, "--format", "csv")[1].removeprefix("\ufeff")))
    assert (row["place"], row["id"], row["reason"], row["printed"]) == ("gui-zi", "1", "price", "988.00 元/盒")
    told = json.loads(shanhuo("worklist", site, "--format", "json")[1])
    assert (told["total"], told["tasks"][0]["id"], told["as_of"]) == (1, "1", "2020-09-30")
    assert "价格改了  1" in shanhuo("worklist", site, "--by", "reason")[1]
    assert {path: path.read_bytes() for path in before} == before


def test_strict_ends_with_1_while_there_is_something_to_do(site: Path) -> None:
    """For automatic checks; without it the list ends with 0."""
    assert shanhuo("worklist", site, "--strict")[0] == 1
    (site / "data/print_log.csv").unlink()
    code, said, _ = shanhuo("worklist", site, "--strict")
    assert (code, said) == (0, "没有要换、要撤的东西。\n")


def test_a_page_and_a_table_in_files(site: Path, tmp_path: Path) -> None:
    """``--out`` writes what ``--format`` says, a page by its name; data with an error writes nothing."""
    page, table = tmp_path / "待办.html", tmp_path / "待办.csv"
    assert shanhuo("worklist", site, "--out", page)[1] == f"1 件，已写入 {page}。\n"
    text = page.read_text(encoding="utf-8")
    assert "<script" not in text
    assert "现在是 1068.50 元/盒" in text
    assert shanhuo("worklist", site, "--format", "csv", "--out", table)[0] == 0
    assert table.read_bytes().startswith(b"\xef\xbb\xbfplace,")
    append(site, "recalls", id="x", product="nix", announced_on="2020-09-29", reason="a", action="b")
    code, said, told = shanhuo("worklist", site, "--out", tmp_path / "new.html")
    assert (code, "unknown-reference" in said, "没有列清单" in told) == (1, True, True)
    assert not (tmp_path / "new.html").exists()


def test_a_day_of_another_form_is_refused(site: Path) -> None:
    """``--since`` takes a day as all options do."""
    assert shanhuo("worklist", site, "--since", "昨天")[0] == 2
