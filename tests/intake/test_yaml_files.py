"""One YAML file becomes one record, nested lists included."""

from __future__ import annotations

from generator.intake.records import Record
from generator.intake.tables import TableNames
from generator.intake.yaml_files import read_yaml

FILE = "data/placements/hall.yml"


def read(text: str, tables: TableNames) -> tuple[Record, list[tuple[str, int | None, str]]]:
    """Return the record and (code, line, canonical field) of what was found."""
    record, findings = read_yaml(text.encode(), FILE, "placements", "hall", tables)
    assert record is not None
    return record, [(found.code, found.place.line, found.field) for found in findings]


def test_keys_stay_the_editors_words(tables: TableNames) -> None:
    """Nothing is translated: keys are as written, the stem is the default id, the table is the folder's."""
    record, found = read("名称: 一楼大厅\nkind: section\n", tables)

    assert (record.table, record.file, record.line, record.default_id) == ("placements", FILE, 1, "hall")
    assert record.values == {"名称": "一楼大厅", "kind": "section"}
    assert record.places == {"名称": (1, 5), "kind": (2, 7)}
    assert record.key_places == {"名称": (1, 1), "kind": (2, 1)}
    assert found == []


def test_list_of_scalars_keeps_the_place_of_every_item(tables: TableNames) -> None:
    """A finding about the second item can point at the second item."""
    record, _ = read("图片:\n  - a.jpg\n  - b.jpg\n", tables)

    assert record.values == {"图片": ["a.jpg", "b.jpg"]}
    assert record.item_places == {"图片": [(2, 5), (3, 5)]}


def test_list_of_mappings_becomes_records(tables: TableNames) -> None:
    """Nested records carry the editor's key as their table and their own places."""
    record, _ = read("陈列:\n  - 产品: a\n    货位: '1'\n  - 产品: b\n", tables)

    nested = record.values["陈列"]
    assert [(item.table, item.line, item.values) for item in nested if isinstance(item, Record)] == [
        ("陈列", 2, {"产品": "a", "货位": "1"}),
        ("陈列", 4, {"产品": "b"}),
    ]


def test_mapping_in_place_of_text_is_told(tables: TableNames) -> None:
    """The field is named canonically and marked as reported, so that nobody tells it twice."""
    record, found = read("名称:\n  中文: 大厅\n", tables)

    assert found == [("nested-mapping", 2, "name")]
    assert record.values == {"名称": ""}
    assert record.reported == {"名称"}


def test_forgotten_dash_is_told_and_the_item_is_read(tables: TableNames) -> None:
    """A nested list written as one mapping is reported and still read as its only item."""
    record, found = read("陈列:\n  产品: a\n", tables)

    assert found == [("nested-mapping", 2, "stock")]
    nested = record.values["陈列"]
    assert [item.values for item in nested if isinstance(item, Record)] == [{"产品": "a"}]


def test_mixed_lists_are_told_item_by_item(tables: TableNames) -> None:
    """Items unlike the first are reported where they stand; the others are kept."""
    text = "语言:\n  - en\n  - [fr]\n  - c: d\n"
    record, findings = read_yaml(text.encode(), "data/displays/hall.yml", "displays", "hall", tables)

    told = [(found.code, found.place.line, found.field) for found in findings]
    assert told == [("nested-list", 3, "languages"), ("nested-list", 4, "languages")]
    assert record is not None
    assert record.values == {"语言": ["en"]}


def test_full_width_colon_in_a_list_item(tables: TableNames) -> None:
    """YAML reads such an item as text; where mappings belong and the word is a field, it is a mistyped colon."""
    _, found = read("陈列:\n  - 产品：a\n", tables)

    assert found == [("yaml-full-width-colon", 2, "stock")]


def test_fields_of_nested_records_are_canonical_too(tables: TableNames) -> None:
    """A key written twice in a nested record is named as its table names it."""
    _, found = read("陈列:\n  - 产品: a\n    产品: b\n", tables)

    assert found == [("yaml-duplicate-key", 3, "product")]


def test_values_with_strange_characters_are_marked(tables: TableNames) -> None:
    """A value with a hidden character is reported and marked, so that its cast is not complained of as well."""
    record, found = read("名称: 大\u200b厅\n种类: section\n", tables)

    assert found == [("hidden-character", 1, "name")]
    assert record.reported == {"名称"}
