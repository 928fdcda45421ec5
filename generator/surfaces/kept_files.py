"""What took long to find out and is kept between runs: JSON in the work folder, for one release of a library."""

from __future__ import annotations

import json
import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def release_of(library: str) -> str:
    """Return the release of an installed *library* without importing it: the name of the folder that tells of it.

    :mod:`importlib.metadata` says the same and takes 70 ms to be imported.
    """
    spec = find_spec(library)
    assert spec is not None
    assert spec.origin is not None
    beside = Path(spec.origin).parents[1]
    return "".join(
        sorted(path.name for path in beside.glob("*.dist-info") if path.name.lower().startswith(f"{library}-"))
    )


def read_kept(path: Path, release: str) -> object:
    """Return what :func:`write_kept` wrote for *release*, ``None`` where there is nothing of it."""
    try:
        told = json.loads(path.read_bytes())
    except (OSError, ValueError):  # not there, or half written on a full disk
        return None
    return told.get("content") if isinstance(told, dict) and told.get("release") == release else None


def write_kept(path: Path, release: str, content: object) -> None:
    """Keep *content*, which JSON must be able to say; other processes see the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    beside.write_text(json.dumps({"release": release, "content": content}, ensure_ascii=False), encoding="utf-8")
    os.replace(beside, path)
