"""Photographs of the data folder as renditions, made once for each content."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.apart import start_apart
from generator.assets.pictures import PictureRefused, encoding, mean_colour, read_photo, renditions
from generator.contract import Row, load_tables
from generator.findings import Finding
from generator.surfaces.pictures import Rendition

from .photograph_keys import PhotographKeys

FOLDER = "data/pictures"
"""Where editors put photographs, from the site's root."""
MIN_FOR_PROCESSES = 4
"""New photographs from which starting processes pays."""
_FORM = "2"
"""To be raised when ``index.json`` says something else."""
_MOST_USERS = 3
"""So many of the records that show a picture are named where it cannot be used."""


class _Photograph(NamedTuple):
    row: Row
    path: Path
    kept: Path
    """Folder of its renditions."""


def read_photographs(
    site_dir: Path,
    rows: Sequence[Row],
    work: Path,
    *,
    tables: Mapping[str, Sequence[Row]] | None = None,
    jobs: int = 1,
    use_cache: bool = True,
) -> tuple[dict[str, tuple[Rendition, ...]], list[Finding]]:
    """Return file name → renditions of every registered photograph, smallest first, and what is wrong with others.

    Args:
        site_dir: The site's folder.
        rows: Rows of the table ``pictures``.
        work: The site's working folder; renditions are kept in ``cache/pictures/``.
        tables: Table → rows of the whole site, to name who shows a picture that cannot be used.
        jobs: Processes to use at most for photographs that are new.
        use_cache: Take the renditions that earlier runs made.
    """
    if not rows:
        return {}, []
    findings: list[Finding] = []
    photographs: list[_Photograph] = []
    folder, cache = (site_dir / FOLDER).resolve(), work / "cache" / "pictures"
    with PhotographKeys(cache / "known.json", f"{_FORM}|{encoding()}", use_cache=use_cache) as keys:
        for row in rows:
            path = (folder / row.key).resolve()
            if not path.is_relative_to(folder) or not path.is_file():
                used, used_en = _users(tables or {}, row.key)
                findings.append(row.finding("picture-missing", "file", used=used, used_en=used_en))
                continue
            try:
                photographs.append(_Photograph(row, path, cache / keys.key(path)))
            except PictureRefused as refusal:
                findings.append(_refused(row, refusal, tables or {}))
    for photograph in () if use_cache else photographs:
        shutil.rmtree(photograph.kept, ignore_errors=True)
    _make_all([photograph for photograph in photographs if not _index(photograph.kept).is_file()], jobs)
    made: dict[str, tuple[Rendition, ...]] = {}
    for photograph in photographs:
        try:
            made[photograph.row.key] = _renditions(photograph)
        except PictureRefused as refusal:
            findings.append(_refused(photograph.row, refusal, tables or {}))
    return made, findings


def _make_all(photographs: Sequence[_Photograph], jobs: int) -> None:
    """Make renditions in several processes; what is refused is left out, to be told by whoever asks for it."""
    shares = [photographs[start::jobs] for start in range(jobs)] if len(photographs) >= MIN_FOR_PROCESSES else []
    others = [(share, start_apart(partial(_make_share, share))) for share in shares[1:]]
    _make_share(shares[0] if shares else photographs)
    for share, other in others:
        if other is None:
            _make_share(share)
        else:
            other.result()


def _make_share(photographs: Sequence[_Photograph]) -> None:
    for photograph in photographs:
        with suppress(PictureRefused):
            _make(photograph)


def _renditions(photograph: _Photograph) -> tuple[Rendition, ...]:
    """Return what is kept of a photograph; raises PictureRefused where nothing can be made of it."""
    kept = photograph.kept
    if not _index(kept).is_file():
        _make(photograph)
    return tuple(
        Rendition(f"pictures/{name}", width, height, digest, kept / name, colour)
        for name, width, height, digest, colour in json.loads(_index(kept).read_text(encoding="utf-8"))
    )


def _index(folder: Path) -> Path:
    return folder / "index.json"


def _make(photograph: _Photograph) -> None:
    """Make the renditions of a photograph in a folder of this process, and put that in its place as a whole."""
    photo = read_photo(photograph.path)
    colour = mean_colour(photo)
    beside = photograph.kept.with_name(f"{photograph.kept.name}.{os.getpid()}")
    beside.mkdir(parents=True, exist_ok=True)
    index: list[tuple[str, int, int, str, str]] = []
    for rendition in renditions(photo):
        digest = hashlib.sha256(rendition.content).hexdigest()
        suffix = "jpg" if rendition.format == "jpeg" else rendition.format
        name = f"photo-{rendition.width}-{digest[:12]}.{suffix}"
        (beside / name).write_bytes(rendition.content)
        index.append((name, rendition.width, rendition.height, digest, colour))
    _index(beside).write_text(json.dumps(index), encoding="utf-8")
    try:
        beside.rename(photograph.kept)
    except OSError:  # another command has put the same there meanwhile
        shutil.rmtree(beside, ignore_errors=True)


def _refused(row: Row, refusal: PictureRefused, tables: Mapping[str, Sequence[Row]]) -> Finding:
    used, used_en = _users(tables, row.key)
    reason, reason_en = refusal.chinese + used, refusal.english + used_en
    return row.finding("picture-refused", "file", reason=reason, reason_en=reason_en)


def _users(tables: Mapping[str, Sequence[Row]], file: str) -> tuple[str, str]:
    """Return who shows the picture *file*, to stand behind a sentence in Chinese and in English; nothing for nobody."""
    users = list(_names_of_users(tables, file))
    if not users:
        return "", ""
    named, more = users[:_MOST_USERS], len(users) - _MOST_USERS
    chinese, english = "、".join(f"“{name}”" for name in named), ", ".join(f"“{name}”" for name in named)
    if more > 0:
        chinese, english = f"{chinese}等 {len(users)} 处", f"{english} and {more} more"
    return f"（用在{chinese}）", f" (shown by {english})"


def _names_of_users(tables: Mapping[str, Sequence[Row]], file: str) -> Iterator[str]:
    for name, table in load_tables().items():
        fields = [field for field in table.fields if field.target == "pictures"]
        for row in tables.get(name, ()) if fields else ():
            if any(file == row.text(field.name) or file in row.items(field.name) for field in fields):
                yield next((row.text(label) for label in ("name", "title") if label in table.by_name), "") or row.key
