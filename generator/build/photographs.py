"""Photographs of the data folder as renditions, made once for each content."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from generator.assets.pictures import PictureRefused, read_photo, renditions
from generator.contract import Row
from generator.findings import Finding
from generator.surfaces.pictures import Rendition

FOLDER = "data/pictures"
"""Where editors put photographs, from the site's root."""
_FORM = "1"
"""Part of a rendition's key; to be raised when the asset room encodes otherwise."""


def read_photographs(
    site_dir: Path, rows: Sequence[Row], work: Path
) -> tuple[dict[str, tuple[Rendition, ...]], list[Finding]]:
    """Return file name → renditions of every registered photograph, smallest first, and what is wrong with others.

    Args:
        site_dir: The site's folder.
        rows: Rows of the table ``pictures``.
        work: The site's working folder; renditions are kept in ``cache/pictures/``.
    """
    made: dict[str, tuple[Rendition, ...]] = {}
    findings: list[Finding] = []
    folder = (site_dir / FOLDER).resolve()
    for row in rows:
        path = (folder / row.key).resolve()
        if not path.is_relative_to(folder) or not path.is_file():
            findings.append(row.finding("picture-missing", "file"))
            continue
        focus = (_focus(row, "focus_x"), _focus(row, "focus_y"))
        try:
            made[row.key] = _kept(path, focus, work / "cache" / "pictures")
        except PictureRefused as refusal:
            findings.append(row.finding("picture-refused", "file", reason=refusal.chinese, reason_en=refusal.english))
    return made, findings


def _focus(row: Row, name: str) -> float:
    """Return where a picture's subject is, 0 to 1; the middle where nobody said."""
    value = row.amount(name)
    return 0.5 if value is None else float(value)


def _kept(path: Path, focus: tuple[float, float], cache: Path) -> tuple[Rendition, ...]:
    content = hashlib.sha256(path.read_bytes()).hexdigest()
    key = hashlib.sha256(f"{_FORM}|{content}|{focus}".encode()).hexdigest()[:32]
    about = cache / key / "index.json"
    if not about.is_file():
        _make(path, focus, cache / key)
    return tuple(
        Rendition(f"pictures/{name}", width, height, digest, cache / key / name)
        for name, width, height, digest in json.loads(about.read_text(encoding="utf-8"))
    )


def _make(path: Path, focus: tuple[float, float], folder: Path) -> None:
    index: list[tuple[str, int, int, str]] = []
    folder.mkdir(parents=True, exist_ok=True)
    for rendition in sorted(renditions(read_photo(path), focus=focus), key=lambda made: made.width):
        digest = hashlib.sha256(rendition.content).hexdigest()
        suffix = "jpg" if rendition.format == "jpeg" else rendition.format
        name = f"photo-{rendition.width}-{digest[:12]}.{suffix}"
        (folder / name).write_bytes(rendition.content)
        index.append((name, rendition.width, rendition.height, digest))
    beside = folder / "index.new"
    beside.write_text(json.dumps(index), encoding="utf-8")
    os.replace(beside, folder / "index.json")
