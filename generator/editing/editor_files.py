"""Completion and hints in editors: the JSON Schemas of a site's YAML files, and the settings that name them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.contract.generated import SCHEMA_FOLDER, editor_files

from .file_writing import write_file

SETTINGS = ".vscode/settings.json"
"""Settings of VS Code for one folder."""
BESIDE = ".vscode/settings.shanhuo.json"
"""Where ours are put when the editor's own cannot be added to."""
_SCHEMAS = "yaml.schemas"


@dataclass(frozen=True, slots=True)
class EditorFiles:
    """What was written into a site."""

    schemas: int
    """JSON Schemas, one a table."""
    settings: str
    """Path of the settings: the editor's own, or ``BESIDE`` where those could not be added to."""


def write_editor_files(site_dir: Path) -> EditorFiles:
    """Write the JSON Schemas, and add what names them to the settings of VS Code.

    What an editor has set stays; settings with comments in them (which JSON has not) are left alone.

    Raises:
        EnvironmentRefused: The system does not let it be written.
    """
    files = editor_files()
    ours = json.loads(files.pop(SETTINGS))
    for path, text in files.items():
        write_file(site_dir / path, text.encode())
    existing = site_dir / SETTINGS
    theirs = _settings(existing) if existing.exists() else {}
    where = BESIDE if theirs is None else SETTINGS
    text = json.dumps(merged(theirs or {}, ours), ensure_ascii=False, indent=1) + "\n"
    write_file(site_dir / where, text.encode())
    return EditorFiles(len(files), where)


def merged(theirs: dict[str, Any], ours: dict[str, Any]) -> dict[str, Any]:
    """Return *theirs* with what is missing taken from *ours*; which schema stands for which files is ours to say."""
    result = dict(theirs)
    for key, value in ours.items():
        if key == _SCHEMAS:
            own = theirs.get(key)
            foreign = {name: files for name, files in own.items() if SCHEMA_FOLDER not in name} if own else {}
            result[key] = {**foreign, **value}
        elif isinstance(value, dict) and isinstance(theirs.get(key), dict):
            result[key] = {**value, **theirs[key]}
        else:
            result.setdefault(key, value)
    return result


def _settings(path: Path) -> dict[str, Any] | None:
    """Return an editor's settings; ``None`` where they are not plain JSON."""
    try:
        value = json.loads(path.read_text(encoding="utf-8-sig") or "{}")
    except ValueError:
        return None
    is_usable = isinstance(value, dict) and isinstance(value.get(_SCHEMAS, {}), dict)
    return value if is_usable else None
