"""Editors' keys become canonical names, or findings."""

from __future__ import annotations

from generator.contract.names import Named, Namer
from generator.findings import Finding
from generator.intake.files import FileResult
from generator.intake.records import HeaderRow, Record

from .support import record


def named_of(*records: Record, header: HeaderRow | None = None) -> tuple[dict[str, list[Named]], list[Finding]]:
    """Name the records of one file, by default of suppliers."""
    table = records[0].table if records else "suppliers"
    return Namer(chinese=True).name(FileResult(f"data/{table}.csv", table, records, header))


def test_chinese_and_english_keys_mix() -> None:
    """A record may be written with titles and names side by side."""
    named, findings = named_of(record("suppliers", 编号="nong", name="农社"))

    assert findings == []
    assert named["suppliers"][0].written == {"id": "nong", "name": "农社"}


def test_unknown_column_is_told_once_where_the_header_stands() -> None:
    """A misspelt CSV header gives one finding at its own cell, however many rows follow, even none."""
    header = HeaderRow("data/suppliers.csv", 1, (("编号", 1), ("名成", 2)))
    rows = [record("suppliers", line, 编号=f"n{line}", 名成="农社") for line in (2, 3)]

    for records in (rows, []):
        _, findings = named_of(*records, header=header)
        assert [(f.place.line, f.place.column, f.code, f.allowed) for f in findings] == [
            (1, 2, "unknown-field", "名称")
        ]


def test_misspelt_required_field_is_not_missing_too() -> None:
    """The field that was probably meant counts as told, so that one slip gives one finding."""
    named, findings = named_of(record("suppliers", 编号="nong", 名成="农社"))

    assert [finding.code for finding in findings] == ["unknown-field"]
    assert named["suppliers"][0].reported == {"name"}


def test_nested_records_are_checked_as_strictly_as_columns() -> None:
    """An unknown key inside a nested list is told at its own line, with the nearest name of the child table."""
    offer = Record("报价", "data/products/cha.yml", 9, {"渠道": "p832", "售介": "68"}, {"售介": (10, 9)})
    product = Record("products", "data/products/cha.yml", 1, {"报价": [offer]}, default_id="cha")

    named, findings = named_of(product)

    assert [(f.place.line, f.field, f.code, f.allowed) for f in findings] == [(10, "售介", "unknown-field", "售价")]
    assert named["offers"][0].written == {"channel": "p832", "product": "cha"}


def test_stem_is_the_id_where_none_is_written() -> None:
    """A written id wins over the file's name; without one the stem is the id, and no name ever is."""
    written = Record("suppliers", "data/suppliers/a.yml", 1, {"编号": "nong", "名称": "农社"}, default_id="a")
    silent = Record("suppliers", "data/suppliers/b.yml", 1, {"名称": "农社"}, default_id="b")

    named, _ = named_of(written, silent)

    assert [each.written["id"] for each in named["suppliers"]] == ["nong", "b"]


def test_finding_carries_canonical_name_and_editors_word() -> None:
    """`field` is the English name, the message uses the word that was typed."""
    named, _ = named_of(record("suppliers", 编号="nong", 名称=""))

    finding = named["suppliers"][0].finding("required", "name", hint_zh="", hint_en="")

    assert finding.field == "name"
    assert "名称" in finding.message.zh
