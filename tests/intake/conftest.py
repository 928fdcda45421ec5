"""What the tests of intake share: the words of the real tables."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.intake.tables import NestedWord, TableNames, TableWords

SCHEMAS = Path(__file__).parents[2] / "generator" / "contract" / "schemas"


def _words(schema: dict[str, Any]) -> TableWords:
    fields = {word: field["name"] for field in schema["fields"] for word in (field["name"], field["title"])}
    nested = {
        word: NestedWord(entry["name"], entry["table"])
        for entry in schema.get("nested", [])
        for word in (entry["name"], entry["title"])
    }
    return TableWords(schema["title"], fields, nested)


@pytest.fixture(scope="session")
def tables() -> TableNames:
    """Every table with its English and Chinese words, straight from the schemas."""
    schemas = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(SCHEMAS.glob("*.json"))]
    return TableNames({schema["name"]: _words(schema) for schema in schemas})
