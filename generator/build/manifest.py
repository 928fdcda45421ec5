"""
The manifest of a published site: every file with its SHA-256, at the root of the output folder.

It is public, deterministic (same files, same bytes) and one file a line, so two
manifests compare with ``diff``.  It also marks a folder as ours to replace.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from generator.errors import EnvironmentRefused

from .output_paths import MANIFEST_NAME

GENERATOR = "shanhuo"
SCHEMA = 1
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Manifest(NamedTuple):
    """A manifest as read from a folder."""

    files: dict[str, str]
    """Path of each file (``/`` between its parts) to its SHA-256; the manifest itself is not among them."""
    sha256: str
    """Digest of the manifest's own bytes."""


def manifest_bytes(files: Iterable[tuple[str, str]]) -> bytes:
    """The canonical manifest of (path, SHA-256) pairs in any order: JSON sorted by path, UTF-8, one file a line."""
    quote = json.encoder.encode_basestring
    lines = ",\n".join([f'{quote(path)}:"{digest}"' for path, digest in sorted(files)])
    return f'{{"files":{{\n{lines}\n}},"generator":"{GENERATOR}","schema":{SCHEMA}}}\n'.encode()


def manifest_digest(content: bytes) -> str:
    """The SHA-256 that names a manifest."""
    return hashlib.sha256(content).hexdigest()


def parse_manifest(content: bytes) -> Manifest | None:
    """The manifest in ``content``, or None when it is not a whole manifest of ours."""
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or value.get("generator") != GENERATOR or value.get("schema") != SCHEMA:
        return None
    files = value.get("files")
    if not isinstance(files, dict) or not all(_is_digest(digest) for digest in files.values()):
        return None
    return Manifest(files, manifest_digest(content))


def read_manifest(folder: Path) -> Manifest | None:
    """
    The manifest of ``folder``; None when there is none of ours.

    Raises EnvironmentRefused when it was written by a later schema of this program.
    """
    try:
        content = (folder / MANIFEST_NAME).read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    found = parse_manifest(content)
    if found is None and _is_later(content):
        raise EnvironmentRefused(
            f"输出文件夹「{folder}」由更新版本的 shanhuo 发布，这个版本读不懂它的清单。",
            mend="请升级 shanhuo,或换一个输出文件夹(--out)。",
        )
    return found


def _is_digest(value: object) -> bool:
    return isinstance(value, str) and _DIGEST.fullmatch(value) is not None


def _is_later(content: bytes) -> bool:
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        return False
    if not isinstance(value, dict) or value.get("generator") != GENERATOR:
        return False
    schema = value.get("schema")
    return isinstance(schema, int) and schema > SCHEMA
