"""The Table Schemas agree with each other and with what editors may type."""

from __future__ import annotations

import json
from collections import Counter
from importlib.resources import files

import pytest

from generator.contract.schema import TABLE_NAMES, Field, Nested, Table, load_tables, table_words

TABLES = list(load_tables().values())


def test_every_schema_file_is_a_table() -> None:
    """Each file under schemas/ is named in TABLE_NAMES and names itself."""
    folder = files("generator.contract").joinpath("schemas")
    names = {entry.name.removesuffix(".json") for entry in folder.iterdir() if entry.name.endswith(".json")}

    assert names == set(TABLE_NAMES)
    assert {json.loads(folder.joinpath(f"{name}.json").read_text("utf-8"))["name"] for name in names} == names


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_words_of_a_table_mean_one_thing(table: Table) -> None:
    """No English name and no Chinese title stands for two fields of one table."""
    entries: list[Field | Nested] = [*table.fields, *table.nested]
    words = Counter(word for entry in entries for word in {entry.name, entry.title})

    assert [word for word, count in words.items() if count > 1] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_references_lead_to_simple_keys(table: Table) -> None:
    """Whatever a field refers to is a table with a key of one field, so that a value can name a record."""
    for entry in table.fields:
        if entry.target:
            assert load_tables()[entry.target].key_field is not None, entry.name


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_keys_and_nested_lists_name_fields_that_exist(table: Table) -> None:
    """A primary key is made of the table's fields, the first of them required; a nested list's parent is one too."""
    assert set(table.primary_key) <= set(table.by_name)
    for nested in table.nested:
        child = load_tables()[nested.table]
        assert child.by_name[nested.parent].target == table.name


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_everything_has_both_titles(table: Table) -> None:
    """Tables, fields and listed values have a Chinese and an English title each, unique where they are typed."""
    assert "" not in (table.title, table.title_en)
    for entry in table.fields:
        assert "" not in (entry.title, entry.title_en), entry.name
        spellings = [
            (word.casefold(), category.value)
            for category in entry.categories
            for word in (category.value, category.label, category.label_en)
        ]
        assert len(dict(spellings)) == len(set(spellings)), entry.name


def test_ids_share_one_pattern() -> None:
    """Every id is made of a to z, digits and hyphens, sixty at most."""
    patterns = {
        (entry.name, entry.constraints["pattern"])
        for table in TABLES
        for entry in table.fields
        if "pattern" in entry.constraints
    }

    assert patterns == {("id", "[a-z0-9-]{1,60}")}


def test_tables_go_by_chinese_titles_too() -> None:
    """A table is found by its name and by its title."""
    assert table_words()["产品"] == table_words()["products"] == "products"
    assert len(table_words()) == 2 * len(TABLE_NAMES)
