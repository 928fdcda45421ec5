"""What is passed as evidently sound is sound in Table Schema's own eyes."""

from __future__ import annotations

import random

import pytest
from line.sizes import record_result, sized

from generator.contract import load_tables
from generator.contract.evident import LARGE, are_keys_sound, doubtful_rows
from generator.contract.schema import Field
from generator.contract.table_keys import Keys
from generator.contract.tables import validate_tables
from generator.contract.texts import Texts

from .support import check, read, record

ROWS = sized(60, 300)
"""Rows a table, all judged by frictionless: fewer than it is worth looking at first."""
TRICKY = (
    *("", "xx", "a", "A b", "a\nb", "a-1", "-", "0", "-0", "1", "-1", "00", "1.5", ".5", "1.", "1e3", "NaN"),
    *("Infinity", "100", "101", "1,5", "١", "１", "true", "True", "false", "1;2", "1;", ";", "2020-02-29"),
    *("2021-02-29", "2020-1-1", "0001-01-01", "9999-12-31", "2020-13-01", " 2020-01-01", "purchase", "goods", "茶"),
)


@pytest.mark.parametrize("name", load_tables())
def test_what_table_schema_objects_to_is_doubtful(name: str) -> None:
    """Whatever stands in a cell, each row with an error of type or constraint was among the doubtful ones."""
    table, chance = load_tables()[name], random.Random(name)
    source = read(record("suppliers", 编号="a", 名称="甲"))["suppliers"][0].source
    rows = [
        Texts(
            table=name,
            texts={entry.name: text for entry in table.fields if (text := _text(entry, chance)) != ""},
            key=(str(number),),
            digest=str(number),
            line=number + 2,
            source=source,
        )
        for number in range(ROWS)
    ]
    told = validate_tables({name: rows}, unknown_targets=load_tables()).errors[name]
    objected = {error.row for error in told if error.kind not in ("duplicate", "reference")}
    doubtful = doubtful_rows(table, rows, range(ROWS))

    assert objected <= set(doubtful)
    record_result("evident", ROWS, "rows", "nothing passed that frictionless objects to")


def _text(entry: Field, chance: random.Random) -> str:
    listed = [each.value for each in entry.categories]
    return chance.choice([*TRICKY, *listed, *(["1", "true", "2020-01-01", "a"] * 12)])


def test_good_rows_are_passed_without_doubt() -> None:
    """Nothing of a good table is left to be judged, and its keys are seen to be good."""
    rows = read(
        record("origins", 2, 区划代码="610924", 名称="紫阳县", 纬度="32.52", 经度="108.53", 坐标系="WGS-84"),
        record("suppliers", 2, 编号="a", 名称="甲", 所在地="610924", 带动户数="36", 示例="是"),
        record("suppliers", 3, 编号="b", 名称="乙", 类型="合作社"),
    )
    table = load_tables()["suppliers"]

    assert doubtful_rows(table, rows["suppliers"], range(2)) == []
    assert are_keys_sound(Keys.of(table, rows["suppliers"], frozenset()), rows)


def test_keys_told_twice_and_references_to_nothing_are_doubtful() -> None:
    """Either is left to Table Schema."""
    table = load_tables()["suppliers"]
    twice = read(*(record("suppliers", line, 编号="a", 名称="甲") for line in (2, 3)))
    nowhere = read(record("suppliers", 2, 编号="a", 名称="甲", 所在地="610924"))

    for rows in (twice, nowhere):
        assert not are_keys_sound(Keys.of(table, rows["suppliers"], frozenset()), rows)


def test_a_large_table_is_told_its_faults_as_a_small_one_is() -> None:
    """Among thousands of good rows each fault stands where it was written, and the good ones are known to be clean."""
    good = [record("suppliers", line, 编号=f"s{line}", 名称="甲") for line in range(2, LARGE + 2)]
    bad = [
        record("suppliers", LARGE + 2, 编号="s2", 名称="乙"),
        record("suppliers", LARGE + 3, 编号="S-3", 名称="丙"),
        record("suppliers", LARGE + 4, 编号="x", 名称="", 带动户数="-1", 来源="a"),
    ]
    checked = check(*good, *bad)

    assert [(found.place.line, found.field, found.code) for found in checked.findings] == [
        (LARGE + 2, "id", "duplicate-key"),
        (LARGE + 3, "id", "id-pattern"),
        (LARGE + 4, "name", "required"),
        (LARGE + 4, "households", "out-of-range"),
        (LARGE + 4, "source", "unknown-reference"),
    ]
    assert len(checked.clean) >= LARGE
