"""
JSON Schemas of the YAML files, for completion and hints while an editor types.

One schema a table, keys by English name and by Chinese title; values as an editor may write them, which is wider than
what they mean: amounts with units, lists as text.  The contract itself judges; these only help.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .schema import Field, Nested, Table, Word, load_tables

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The draft that yaml-language-server understands in full."""

_SCALARS = ["string", "number", "boolean", "null"]


def json_schema(table: Table) -> dict[str, Any]:
    """Return the JSON Schema of a YAML file that holds one record of *table*."""
    children = {nested.table: nested for nested in table.nested}
    schema: dict[str, Any] = {
        "$schema": DIALECT,
        "title": f"{table.title} {table.name}",
        "description": _both(table.description, table.description_en),
        **_mapping(table, "#", skip=_filled_by_file(table)),
    }
    if children:
        schema["definitions"] = {
            name: _mapping(load_tables()[name], f"#/definitions/{name}", skip=(nested.parent,))
            for name, nested in children.items()
        }
    return schema


def vscode_settings(schema_folder: str) -> dict[str, Any]:
    """
    Return ``.vscode/settings.json`` for a site: which schema stands for which files.

    Args:
        schema_folder: Folder of the JSON Schemas, relative to the site, with forward slashes.
    """
    return {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True, "editor.quickSuggestions": {"strings": True}},
        "yaml.schemas": {
            f"{schema_folder}/{table.name}.json": [f"data/{table.name}/*.{ending}" for ending in ("yml", "yaml")]
            for table in load_tables().values()
        },
        "yaml.schemaStore.enable": False,
    }


def _mapping(table: Table, pointer: str, skip: tuple[str, ...]) -> dict[str, Any]:
    """Return the schema of one record; *pointer* is where it will stand, so that titles can refer to names."""
    properties: dict[str, Any] = {}
    words: tuple[Word, ...] = (*table.fields, *table.nested)
    for word in words:
        properties[word.title] = {"$ref": f"{pointer}/properties/{word.name}"}
        properties[word.name] = _field(word) if isinstance(word, Field) else _nested(word)
    wanted = [entry for entry in table.fields if entry.required and entry.name not in skip]
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "allOf": [*_one_of(wanted), *_not_both((*table.fields, *table.nested))],
    }


def _one_of(wanted: Iterable[Field]) -> list[dict[str, Any]]:
    return [{"anyOf": [{"required": [entry.title]}, {"required": [entry.name]}]} for entry in wanted]


def _not_both(entries: Iterable[Field | Nested]) -> list[dict[str, Any]]:
    return [{"not": {"required": [entry.title, entry.name]}} for entry in entries]


def _filled_by_file(table: Table) -> tuple[str, ...]:
    """Name the field that the file's name fills where it is not written."""
    return (table.key_field.name,) if table.key_field else ()


def _nested(nested: Nested) -> dict[str, Any]:
    child = load_tables()[nested.table]
    return {
        "title": f"{nested.title} {nested.title_en}",
        "description": _both(child.description, child.description_en),
        "type": ["array", "null"],
        "items": {"$ref": f"#/definitions/{nested.table}"},
    }


def _field(entry: Field) -> dict[str, Any]:
    schema: dict[str, Any] = {"title": f"{entry.title} {entry.title_en}"}
    if description := _both(entry.description, entry.description_en):
        schema["description"] = description
    if entry.examples:
        schema["examples"] = list(entry.examples)
    if entry.categories:
        schema["enum"] = [*dict.fromkeys(_spellings(entry)), *([] if entry.required else ["xx", "", None])]
    elif entry.type == "boolean":
        schema["enum"] = ["是", "否", True, False, "true", "false", "yes", "no", "1", "0", 1, 0, "xx", "", None]
    elif entry.is_list:
        items = {"type": ["string", "number"]}
        schema["anyOf"] = [{"type": "array", "items": items}, {"type": ["string", "number", "null"]}]
    else:
        schema["type"] = _SCALARS
        if pattern := entry.constraints.get("pattern"):
            schema["pattern"] = f"^(?:{pattern})$"
    return schema


def _spellings(entry: Field) -> list[str]:
    """Return the spellings of listed values, Chinese labels first, as completion shows them."""
    labels = [category.label for category in entry.categories]
    return [*labels, *(word for category in entry.categories for word in (category.value, category.label_en))]


def _both(chinese: str, english: str) -> str:
    return "\n\n".join(filter(None, (chinese, english)))
