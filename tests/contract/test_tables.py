"""Table Schema's verdicts, mapped back to where the editor wrote."""

from __future__ import annotations

from generator.contract import check_texts, read_texts
from generator.contract.tables import TableError, Validation, validate_tables

from .support import CHINA, check, files_of, record
from .support import read as texts


def test_errors_name_row_field_and_rule() -> None:
    """Types, constraints, keys and references are told by row and field; clean tables have an empty verdict."""
    rows = texts(
        record("suppliers", 2, 编号="a", 名称="甲", 所在地="610924", 带动户数="-1"),
        record("suppliers", 3, 编号="a", 名称="", 示例="大概", 类型="厂"),
        record("origins", 2, 区划代码="610630", 名称="宜川县"),
    )

    verdict = validate_tables(rows)

    assert sorted(verdict.errors["suppliers"]) == [
        TableError(0, "households", "minimum"),
        TableError(0, "origin", "reference"),
        TableError(1, "id", "duplicate", 0),
        TableError(1, "kind", "enum"),
        TableError(1, "name", "required"),
        TableError(1, "sample", "type"),
    ]
    assert verdict.errors["origins"] == ()


def test_a_record_with_nothing_in_it_lacks_everything_required() -> None:
    """Rows of empty cells are told by their required fields, beside rows that hold something."""
    rows = texts(record("suppliers", 2, 编号="", 名称=""), record("suppliers", 3, 编号="a", 名称="甲"))

    assert validate_tables(rows).errors["suppliers"] == (
        TableError(0, "id", "required"),
        TableError(0, "name", "required"),
    )


def test_more_than_a_thousand_errors_are_all_told() -> None:
    """The library's limit of 1,000 errors is lifted."""
    checked = check(*(record("suppliers", line, 编号=f"s{line}", 名称="") for line in range(2, 1502)))

    assert len(checked.findings) == 1500


def test_numbers_have_bounds() -> None:
    """A latitude beyond the pole is out of range, and both bounds are told."""
    origin = record("origins", 区划代码="610924", 名称="紫阳县", 纬度="132.52", 经度="108.53", 坐标系="WGS-84")

    assert [(f.field, f.code, f.allowed) for f in check(origin).findings] == [
        ("latitude", "out-of-range", "≥ -90, ≤ 90")
    ]


def test_composite_keys_may_be_partly_empty() -> None:
    """An offer without a variant and a day is one offer; a second like it is a repetition."""
    offers = [record("offers", line, 产品="cha", 渠道="ji", 计价单位="盒") for line in (2, 3)]
    verdict = validate_tables(texts(*offers), unknown_targets=["products", "channels"])

    assert verdict.errors["offers"] == (TableError(1, "product", "duplicate", 0),)


def test_references_into_incomplete_tables_are_not_judged() -> None:
    """Where a file could not be read, a missing record proves nothing, nor do records nested in it."""
    offer = record("offers", 产品="cha", 渠道="ji", 计价单位="盒")
    partly = read_texts(files_of(offer, incomplete=["products", "channels"]), CHINA)

    assert [finding.field for finding in check(offer).findings] == ["product", "channel"]
    assert check_texts(partly, CHINA).findings == ()


def test_what_was_clean_is_not_judged_again() -> None:
    """A row elsewhere in the files is the same; one changed row, or a changed key it refers to, is judged anew."""
    origin = record("origins", 区划代码="610924", 名称="紫阳县")
    supplier = record("suppliers", 编号="a", 名称="甲", 所在地="610924")
    first = validate_tables(texts(origin, supplier))

    again = validate_tables(texts(record("origins", 9, 区划代码="610924", 名称="紫阳县"), supplier), clean=first.clean)
    assert again == first

    moved = validate_tables(texts(record("origins", 区划代码="610630", 名称="宜川县"), supplier), clean=first.clean)
    assert moved.errors["suppliers"] == (TableError(0, "origin", "reference"),)

    spoilt = texts(origin, supplier, record("suppliers", 3, 编号="b", 名称="", 所在地="610924"))
    assert validate_tables(spoilt, clean=first.clean).errors["suppliers"] == (TableError(1, "name", "required"),)
    assert validate_tables(spoilt).errors == validate_tables(spoilt, clean=first.clean).errors


def test_a_cell_that_a_clean_row_has_is_not_judged_again() -> None:
    """Another wording leaves nothing to judge; another listed value, no name and another key are judged rightly."""
    county = record("origins", 区划代码="610924", 名称="紫阳县")
    other = record("suppliers", 2, 编号="s2", 名称="甲", 类型="企业", 所在地="610924")
    written = {"编号": "s3", "名称": "甲", "类型": "企业", "所在地": "610924"}
    first = validate_tables(texts(county, other, record("suppliers", 3, **written)))

    def errors(**changed: str) -> tuple[bool, tuple[TableError, ...]]:
        rows = texts(county, other, record("suppliers", 3, **{**written, **changed}))
        known = Validation(rows, clean=first.clean)
        told = known.verdict().errors["suppliers"]
        assert told == validate_tables(rows).errors["suppliers"]
        return known.has_work, told

    assert errors(名称="乙") == (False, ())
    assert errors(类型="合作社") == (True, ())
    assert errors(类型="什么") == (True, (TableError(1, "kind", "enum"),))
    assert errors(名称="") == (True, (TableError(1, "name", "required"),))
    assert errors(编号="S 3") == (True, (TableError(1, "id", "pattern"),))
    assert errors(编号="s2") == (True, (TableError(1, "id", "duplicate", 0),))
    assert errors(所在地="") == (True, ())


def test_a_name_in_place_of_an_id_is_understood() -> None:
    """Who writes a county's name is told its code."""
    checked = check(
        record("origins", 区划代码="610924", 名称="紫阳县"),
        record("suppliers", 编号="a", 名称="甲", 所在地="紫阳县"),
    )

    assert [(f.code, f.field, f.found, f.allowed) for f in checked.findings] == [
        ("unknown-reference", "origin", "紫阳县", "610924")
    ]
