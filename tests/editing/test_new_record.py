"""New records: a file that explains itself and is judged like any other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.contract import load_tables
from generator.editing.new_record import Words, new_record, record_text, scalar, table_named
from generator.editing.reading import read_site
from generator.errors import UsageError
from generator.intake.yaml_tree import parse_yaml

OpenSite = Callable[[str], Path]
VISIT = {
    "名称": "茶园一日",
    "品类": "cha",
    "产地": "610924",
    "介绍": "采茶: 半天 # 午饭在内",
    "时长": "一天",
    "集合地点": "村口",
    "暂无报价原因": "春天才开",
}


def uncommented(text: str) -> str:
    """Take the mark away before every field that is offered in a comment."""
    lines = text.split("\n")
    return "\n".join(line[2:] if line.startswith("# ") and line.rstrip().endswith(":") else line for line in lines)


def test_a_filled_record_is_good(open_site: OpenSite) -> None:
    """With its required fields given, a new visit is missing nothing but its code."""
    site = open_site("shop")
    category = next(row.key for row in read_site(site).rows["categories"])

    path = new_record(site, "产品", "cha-yuan-yi-ri", kind="体验", values={**VISIT, "品类": category})

    assert path == "data/products/cha-yuan-yi-ri.yml"
    assert [found.code for found in read_site(site).report.findings] == ["code-missing"]
    row = next(row for row in read_site(site).rows["products"] if row.key == "cha-yuan-yi-ri")
    assert (row.text("kind"), row.text("description")) == ("visit", "采茶: 半天 # 午饭在内")


def test_an_unfilled_record_names_what_is_missing(open_site: OpenSite) -> None:
    """As it is written, each required field is told at its own line, and nothing else is wrong with the file."""
    site = open_site("shop")

    path = new_record(site, "products", "xin-cha")

    errors = [found for found in read_site(site).report.findings if found.level == "error"]
    assert {found.place.file for found in errors} == {path}
    assert {found.code for found in errors} == {"required", "required-for-kind"}
    assert [found.field for found in errors] == ["name", "categories", "origin", "description", "net_content"]
    lines = (site / path).read_text("utf-8").splitlines()
    assert [lines[(found.place.line or 1) - 1] for found in errors] == ["名称:", "品类:", "产地:", "介绍: |", "净含量:"]


@pytest.mark.parametrize("chinese", [True, False])
@pytest.mark.parametrize("name", load_tables())
def test_every_table_has_a_template_of_all_its_fields(name: str, chinese: bool) -> None:
    """The file of any table reads as YAML, and with the marks away it offers every field of the table once."""
    table = load_tables()[name]
    text = record_text(table, "abc", {}, Words(chinese))

    for version in (text, uncommented(text)):
        tree, findings = parse_yaml(version.encode(), f"data/{name}/abc.yml")
        assert not findings
        assert tree
    assert isinstance(tree.value, dict)
    offered = [entry for entry in table.fields if not (table.key_field == entry and entry.name in ("id", "code"))]
    wanted = {entry.title if chinese else entry.name for entry in offered}
    assert wanted <= set(tree.value)


def test_english_sites_get_english_files() -> None:
    """A site in another language gets English names and no Chinese character."""
    text = record_text(load_tables()["products"], "abc", {"kind": "goods"}, Words(chinese=False))

    assert "kind: goods" in text
    assert not any("\u3000" <= character <= "\u9fff" or character == "：" for character in text)


@pytest.mark.parametrize(
    ("table", "key", "said"),
    [
        ("产品", "Cha", "不能作编号"),
        ("产品", "c" * 61, "不能作编号"),
        ("产品", "../cha", "不能作编号"),
        ("报价", "../../cha", "不能作编号"),
        ("产品", "index", "保留"),
        ("产品", "con", "保留"),
        ("产品", "ziyang-cha", "已经有 data/products/ziyang-cha.yml"),
        ("产品", "huishan-dan", "已经有编号"),
        ("产口", "cha", "没有叫“产口”的表"),
        ("qr_codes", "cha", "不是一个文件一条"),
        ("图片", "cha", "不是一个文件一条"),
    ],
)
def test_what_cannot_be_is_refused(open_site: OpenSite, table: str, key: str, said: str) -> None:
    """Keys that make no address, ways out of the folder, records that are there: each is refused in words."""
    site = open_site("shop")
    before = sorted(path for path in site.rglob("*") if ".shanhuo" not in path.parts)

    with pytest.raises(UsageError, match=said):
        new_record(site, table, key)

    assert sorted(path for path in site.rglob("*") if ".shanhuo" not in path.parts) == before


def test_unknown_fields_and_kinds_are_refused(open_site: OpenSite) -> None:
    """A field or kind that the table does not have is told with the nearest one."""
    site = open_site("shop")

    with pytest.raises(UsageError, match="名子") as told:
        new_record(site, "产品", "cha", values={"名子": "茶"})
    assert "名称" in told.value.mend
    with pytest.raises(UsageError, match="礼品") as told:
        new_record(site, "产品", "cha", kind="礼品")
    assert "套餐" in told.value.mend
    with pytest.raises(UsageError, match="编号"):
        new_record(site, "产品", "cha", values={"编号": "hong-cha"})


def test_tables_go_by_both_names() -> None:
    """A table is found by its English name and by its Chinese title."""
    assert table_named("产品") == table_named("products") == "products"


@pytest.mark.parametrize(
    "text", ["茶", "a: b", "# x", "- x", "'x", '"x"', "[a]", "第一\n第二", "no", "1.10", "x ", "甲：乙"]
)
def test_scalars_read_back(text: str) -> None:
    """Whatever is given for a field is what the file says."""
    tree, findings = parse_yaml(f"名称: {scalar(text)}\n".encode(), "data/products/x.yml")

    assert not findings
    assert tree
    assert isinstance(tree.value, dict)
    assert tree.value["名称"].text == text
