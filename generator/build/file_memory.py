"""
YAML files that were read before: parsing one takes far longer than recognising it by its content.

Kept in ``.shanhuo/files.jsonl``: a line that names the program and the libraries that read, then a line a file.  Only
files without findings are kept, so nothing that an editor is to be told can be lost; whatever cannot be understood
counts as nothing.
"""

from __future__ import annotations

import json
import os
from hashlib import blake2b
from pathlib import Path
from typing import Any

import yaml

from generator.intake.files import YAML_SUFFIXES, FileResult, read_file
from generator.intake.records import Record, Value
from generator.intake.tables import TableNames

_KEY_LENGTH = 32
"""Hexadecimal digits of a digest of path and content, at the start of a line; a blank follows."""


class FileMemory:
    """Reads data files, as :func:`generator.intake.files.read_file` does; those known by content at once."""

    def __init__(self, path: Path, program: str) -> None:
        """Recall what is kept at *path* for *program*, a digest of the code that reads."""
        self._path = path
        self._head = f"{program} {yaml.__version__}".encode()
        self._known: dict[bytes, bytes] = {}
        self._used: dict[bytes, bytes] = {}
        try:
            head, *lines = path.read_bytes().split(b"\n")
        except FileNotFoundError:
            return
        if head == self._head:
            self._known = {line[:_KEY_LENGTH]: line[_KEY_LENGTH + 1 :] for line in lines}

    def read(self, relative_path: str, data: bytes, tables: TableNames) -> FileResult:
        """Read one data file."""
        if not relative_path.endswith(YAML_SUFFIXES):
            return read_file(relative_path, data, tables)
        key = blake2b(relative_path.encode() + b"\0" + data, digest_size=_KEY_LENGTH // 2).hexdigest().encode()
        line = self._known.get(key)
        known = _decoded(line, relative_path) if line else None
        if known is not None:
            self._used[key] = line or b""
            return known
        result = read_file(relative_path, data, tables)
        if result.is_complete and not result.findings and len(result.records) == 1:
            self._used[key] = _encoded(result)
        return result

    def save(self) -> None:
        """Keep the files of this run, replacing what was kept in one step."""
        if self._used.keys() == self._known.keys():
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_suffix(".new")
        beside.write_bytes(b"\n".join([self._head, *(key + b" " + line for key, line in self._used.items())]))
        os.replace(beside, self._path)


def _encoded(result: FileResult) -> bytes:
    return json.dumps([result.table, _packed(result.records[0])], ensure_ascii=True, separators=(",", ":")).encode()


def _packed(record: Record) -> list[Any]:
    values = {
        word: [_packed(item) if isinstance(item, Record) else item for item in value]
        if isinstance(value, list)
        else value
        for word, value in record.values.items()
    }
    places = (dict(record.places), dict(record.key_places), {w: list(p) for w, p in record.item_places.items()})
    return [record.table, record.line, values, *places, sorted(record.reported), record.default_id]


def _decoded(line: bytes, file: str) -> FileResult | None:
    try:
        table, packed = json.loads(line)
        return FileResult(file, table, (_unpacked(packed, file),))
    except (ValueError, TypeError, AttributeError, LookupError):
        return None


def _unpacked(packed: list[Any], file: str) -> Record:
    table, line, values, places, key_places, item_places, reported, default_id = packed
    return Record(
        table=table,
        file=file,
        line=line,
        values={word: _value(value, file) for word, value in values.items()},
        places={word: (place[0], place[1]) for word, place in places.items()},
        default_id=default_id,
        key_places={word: (place[0], place[1]) for word, place in key_places.items()},
        item_places={word: [(place[0], place[1]) for place in each] for word, each in item_places.items()},
        reported=frozenset(reported),
    )


def _value(value: Any, file: str) -> Value:
    """Return a value as it was: a list of lists was one of records."""
    if isinstance(value, list) and value and isinstance(value[0], list):
        return [_unpacked(item, file) for item in value]
    return value  # type: ignore[no-any-return] # text, or a list of texts
