"""
What this machine remembers of a published generation: from which key each file was made, and its size and time.

A state lies in the site's work folder and belongs to one manifest *file*: its
name holds the manifest's digest and modification time.  It is written before
the generation goes live, so a kill in between leaves the live manifest with
the state that belongs to it.  A state that is missing, torn or of another
format costs time, never correctness: its files are made again.
"""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from functools import partial
from pathlib import Path
from typing import NamedTuple

from .manifest import manifest_digest
from .output_paths import MANIFEST_NAME

_FORMAT = "shanhuo-state-2"
_DIGITS = 64
"""Hexadecimal digits of a SHA-256; the digests of a state stand in one text, which is quicker to write and to read."""


class Entry(NamedTuple):
    """One published file."""

    key: str
    """What it was made from: the plan's cache key."""
    sha256: str
    size: int
    """Bytes."""
    mtime_ns: int
    """Time of the last change, nanoseconds since 1970."""


class State(NamedTuple):
    """One generation."""

    files: dict[str, Entry]
    """The manifest's files by path."""
    folders: dict[str, int]
    """Every folder (the root is the empty string), parents first, to its mtime in ns; 0 where not to be relied on."""
    foreign: frozenset[str]
    """Paths of files that are not ours; an empty folder that is not ours ends in ``/``."""


_as_entry = partial(tuple.__new__, Entry)
"""``Entry._make`` without the frame of a call."""


def states_folder(work: Path, out: Path) -> Path:
    """Where the states of the output folder ``out`` (absolute) lie inside a site's work folder."""
    name = hashlib.sha256(os.fsencode(out)).hexdigest()[:16]
    return work / "outputs" / name


def state_name(root: str) -> str | None:
    """The file name of the state that belongs to the manifest in folder ``root``; None when there is no manifest."""
    try:
        with open(f"{root}/{MANIFEST_NAME}", "rb") as manifest:
            digest = manifest_digest(manifest.read())
            return f"{digest}-{os.fstat(manifest.fileno()).st_mtime_ns}.json"
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def load_state(states: Path, name: str | None) -> State | None:
    """The state of that name, or None when it is missing or not whole."""
    if name is None:
        return None
    try:
        content = (states / name).read_bytes()
    except FileNotFoundError:
        return None
    end = content.find(b"\n")
    body = memoryview(content)[end + 1 :]  # one and a half megabytes for 9,000 files: not to be copied
    if content[: max(end, 0)] != _header(body):
        return None
    value = json.loads(str(body, "ascii"))
    digests = value["sha256"]
    each = [digests[start : start + _DIGITS] for start in range(0, len(digests), _DIGITS)]
    rows = zip(value["keys"], each, value["sizes"], value["mtimes"], strict=True)
    files = dict(zip(value["paths"], map(_as_entry, rows), strict=True))
    return State(files, value["folders"], frozenset(value["foreign"]))


def save_state(states: Path, name: str, state: State) -> None:
    """Write the state so that a reader finds it whole or not at all, and on the disk."""
    keys, digests, sizes, mtimes = zip(*state.files.values(), strict=True) if state.files else ((), (), (), ())
    body = json.dumps(
        {
            "paths": list(state.files),
            "keys": keys,
            "sha256": "".join(digests),
            "sizes": sizes,
            "mtimes": mtimes,
            "folders": state.folders,
            "foreign": sorted(state.foreign),
        },
        ensure_ascii=True,  # a foreign file's name may be no valid UTF-8
        check_circular=False,
        separators=(",", ":"),
    ).encode("ascii")
    states.mkdir(parents=True, exist_ok=True)
    temporary = states / f"{name}.tmp"
    with open(temporary, "wb") as target:
        target.writelines((_header(body), b"\n", body))
        target.flush()
        os.fsync(target.fileno())
    os.replace(temporary, states / name)


def prune_states(states: Path, keep: set[str]) -> None:
    """Remove every state but those of the generations that exist."""
    for name in os.listdir(states):
        if name not in keep:
            (states / name).unlink(missing_ok=True)


def _header(body: bytes | memoryview) -> bytes:
    return f"{_FORMAT} {len(body)} {zlib.crc32(body):08x}".encode("ascii")
