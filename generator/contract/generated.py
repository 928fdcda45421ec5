"""What is made from the Table Schemas and kept in the repository beside them; a test refuses drift."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .json_schemas import json_schema, vscode_settings
from .reference import reference_markdown
from .schema import load_tables

SCHEMA_FOLDER = ".vscode/schemas"
"""Where a site keeps the JSON Schemas for its editors."""


def editor_files() -> dict[str, str]:
    """Return path in a site → text, for completion in editors: JSON Schemas and ``.vscode/settings.json``."""
    schemas = {f"{SCHEMA_FOLDER}/{table.name}.json": _json(json_schema(table)) for table in load_tables().values()}
    return {".vscode/settings.json": _json(vscode_settings(f"./{SCHEMA_FOLDER}")), **schemas}


def generated_files() -> dict[str, str]:
    """Return path in the repository → text of everything made from the schemas."""
    return {"docs/reference.md": reference_markdown(), **editor_files()}


def write_generated(root: Path) -> None:
    """Write all generated files of the repository at *root* anew."""
    for path, text in generated_files().items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
