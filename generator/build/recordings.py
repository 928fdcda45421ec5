"""Recordings of the data folder, read and freed of their tags once for each content."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from generator.assets.photos import PictureRefused
from generator.assets.recordings import RecordingRefused, SoundRefusal, read_sound
from generator.contract import Row
from generator.findings import Finding
from generator.surfaces.recordings import RecordingFile

from .photograph_keys import PhotographKeys

FOLDER = "data/recordings"
"""Where editors put recordings, from the site's root."""
_FORM = "1"
"""To be raised when recordings are prepared in another way."""


def read_recordings(
    site_dir: Path, rows: Sequence[Row], work: Path, *, use_cache: bool = True
) -> tuple[dict[str, RecordingFile], list[Finding]]:
    """Return file name → recording of every registered one, and what is wrong with others.

    Args:
        site_dir: The site's folder.
        rows: Rows of the table ``recordings``.
        work: The site's working folder; recordings are kept in ``cache/recordings/``.
        use_cache: Take what earlier runs made.
    """
    if not rows:
        return {}, []
    findings: list[Finding] = []
    found: dict[str, RecordingFile] = {}
    folder, cache = (site_dir / FOLDER).resolve(), work / "cache" / "recordings"
    with PhotographKeys(cache / "known.json", _FORM, use_cache=use_cache) as keys:
        for row in rows:
            path = (folder / row.key).resolve()
            if not path.is_relative_to(folder) or not path.is_file():
                findings.append(row.finding("recording-missing", "file"))
                continue
            try:
                found[row.key] = _kept(path, cache / _key(keys, path), use_cache=use_cache)
            except RecordingRefused as refusal:
                reason, english = refusal.chinese, refusal.english
                findings.append(row.finding("recording-refused", "file", reason=reason, reason_en=english))
    return found, findings


def _key(keys: PhotographKeys, path: Path) -> str:
    try:
        return keys.key(path)
    except PictureRefused as error:  # the file system does not hand it over
        raise RecordingRefused(SoundRefusal.UNREADABLE, path) from error


def _kept(path: Path, kept: Path, *, use_cache: bool) -> RecordingFile:
    """Return what is kept of a recording, made before where there is nothing."""
    index = kept / "index.json"
    if not use_cache or not index.is_file():
        _make(path, kept)
    name, media_type, seconds, size, digest = json.loads(index.read_text(encoding="utf-8"))
    return RecordingFile(f"recordings/{name}", media_type, seconds, size, digest, kept / name)


def _make(path: Path, kept: Path) -> None:
    """Write the bare recording into a folder of this process, and put that in its place as a whole."""
    sound = read_sound(path)
    digest = hashlib.sha256(sound.content).hexdigest()
    name = f"sound-{digest[:12]}.{sound.suffix}"
    beside = kept.with_name(f"{kept.name}.{os.getpid()}")
    beside.mkdir(parents=True, exist_ok=True)
    (beside / name).write_bytes(sound.content)
    index = (name, sound.media_type, sound.seconds, len(sound.content), digest)
    (beside / "index.json").write_text(json.dumps(index), encoding="utf-8")
    shutil.rmtree(kept, ignore_errors=True)
    try:
        beside.rename(kept)
    except OSError:  # another command has put the same there meanwhile
        shutil.rmtree(beside, ignore_errors=True)
