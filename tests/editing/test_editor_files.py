"""Completion for editors: what is written beside what an editor has set."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.contract import load_tables
from generator.editing.editor_files import BESIDE, SETTINGS, write_editor_files


def test_a_site_gets_a_schema_a_table(tmp_path: Path) -> None:
    """Every schema is there, and the settings name each of them for its files."""
    written = write_editor_files(tmp_path)

    settings = json.loads((tmp_path / SETTINGS).read_text("utf-8"))
    assert (written.schemas, written.settings) == (len(load_tables()), SETTINGS)
    assert settings["yaml.schemas"]["./.vscode/schemas/products.json"] == [
        "data/products/*.yml",
        "data/products/*.yaml",
    ]
    assert all((tmp_path / path).is_file() for path in settings["yaml.schemas"])


def test_what_an_editor_has_set_stays(tmp_path: Path) -> None:
    """Own settings and own schemas stay; of ours only those that stand for no table any more go."""
    (tmp_path / ".vscode").mkdir()
    own = {
        "files.eol": "\r\n",
        "editor.fontSize": 18,
        "[yaml]": {"editor.tabSize": 4},
        "yaml.schemas": {"own.json": "own.yml", "./.vscode/schemas/gone.json": "data/gone/*.yml"},
    }
    (tmp_path / SETTINGS).write_text(json.dumps(own), "utf-8")

    write_editor_files(tmp_path)
    first = (tmp_path / SETTINGS).read_bytes()
    write_editor_files(tmp_path)

    settings = json.loads(first)
    assert (settings["files.eol"], settings["editor.fontSize"]) == ("\r\n", 18)
    assert settings["[yaml]"] == {
        "editor.tabSize": 4,
        "editor.insertSpaces": True,
        "editor.quickSuggestions": {"strings": True},
    }
    assert settings["yaml.schemas"]["own.json"] == "own.yml"
    assert "./.vscode/schemas/gone.json" not in settings["yaml.schemas"]
    assert "./.vscode/schemas/products.json" in settings["yaml.schemas"]
    assert (tmp_path / SETTINGS).read_bytes() == first


@pytest.mark.parametrize("text", ['{\n  // 字大一点\n  "editor.fontSize": 18\n}\n', "[1]", '{"yaml.schemas": 1}', "{"])
def test_settings_with_comments_are_left_alone(tmp_path: Path, text: str) -> None:
    """Where the settings are not plain JSON they stay to the byte, and ours are put beside them."""
    (tmp_path / ".vscode").mkdir()
    (tmp_path / SETTINGS).write_text(text, "utf-8")

    written = write_editor_files(tmp_path)

    assert written.settings == BESIDE
    assert (tmp_path / SETTINGS).read_text("utf-8") == text
    assert "yaml.schemas" in json.loads((tmp_path / BESIDE).read_text("utf-8"))
