"""What is made from the Table Schemas: kept up to date, and right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from generator.contract.generated import editor_files, generated_files
from generator.contract.json_schemas import json_schema
from generator.contract.schema import load_tables

from .support import SITES

ROOT = Path(__file__).parents[2]
RENEW = "python -c 'from pathlib import Path; from generator.contract.generated import write_generated as w; w(Path())'"


@pytest.mark.parametrize("path", sorted(generated_files()))
def test_generated_files_follow_the_schemas(path: str) -> None:
    """Reference, JSON Schemas and editor settings in the repository are what the Table Schemas make."""
    target = ROOT / path

    assert target.is_file(), f"renew by: {RENEW}"
    assert target.read_text("utf-8") == generated_files()[path], f"renew by: {RENEW}"


def records_of(site: str) -> list[tuple[str, Any]]:
    """Return (table, content) of every YAML file of a site, as an editor's program reads it."""
    files = sorted((SITES / site / "data").glob("*/*.yml"))
    return [(path.parent.name, yaml.safe_load(path.read_text("utf-8"))) for path in files]


def test_json_schemas_accept_good_files() -> None:
    """Completion draws no red line under the good site's files."""
    for table, content in records_of("shop"):
        plain = json.loads(json.dumps(content, default=str))
        assert [e.message for e in Draft7Validator(json_schema(load_tables()[table])).iter_errors(plain)] == []


@pytest.mark.parametrize("change", [{"产的": "610924"}, {"name": "茶"}, {"种类": "商品吧"}, {"报价": [{"售介": 1}]}])
def test_json_schemas_underline_slips(change: dict[str, object]) -> None:
    """Misspelt keys, a field written twice, values not listed and slips in nested lists are marked while typing."""
    content = dict(next(content for table, content in records_of("shop") if content.get("名称") == "紫阳富硒茶"))
    plain = json.loads(json.dumps({**content, **change}, default=str))

    assert not Draft7Validator(json_schema(load_tables()["products"])).is_valid(plain)


@pytest.mark.parametrize("table", load_tables())
def test_json_schemas_are_schemas(table: str) -> None:
    """Each is valid itself, and offers both names of every field."""
    schema = json_schema(load_tables()[table])
    Draft7Validator.check_schema(schema)

    assert set(load_tables()[table].words) == set(schema["properties"])


def test_settings_point_at_files_that_exist() -> None:
    """The editor's settings name a schema for every table."""
    settings = json.loads(editor_files()[".vscode/settings.json"])

    assert {path.removeprefix("./") for path in settings["yaml.schemas"]} == set(editor_files()) - {
        ".vscode/settings.json"
    }
