"""
Good sites that are built once a test run, by whichever worker asks first.

A copy of one may bring along what that build found out (``.shanhuo/``), as an editor's folder does: whatever is kept
there is known by its content, so an edit of the copy is read and judged like any other.
"""

from __future__ import annotations

import os
import pickle
import shutil
import tempfile
from pathlib import Path

from filelock import FileLock

from generator.build import Options, build

from .site_copies import BuiltSite, copy_edited_parts

STORE = "SHANHUO_TEST_STORE"
"""Environment variable with the folder of this run; workers inherit it."""
PREPARED = frozenset({"demo", "shop", "pdo", "schema-1"})
_KNOWN = ("files.jsonl", "clean.txt", "texts", "cache")
"""What is kept beside the published folder, and says nothing of it."""


def open_store() -> None:
    """Make the folder of this run; for the process that starts the workers."""
    os.environ[STORE] = tempfile.mkdtemp(prefix="shanhuo-prepared-")


def clear_store() -> None:
    """Take the folder of this run away."""
    shutil.rmtree(os.environ.pop(STORE), ignore_errors=True)


def prepared(name: str) -> BuiltSite:
    """Return the site *name*, one of ``PREPARED``, and what was built of it; for reading only."""
    folder = Path(os.environ[STORE]) / name
    site, out, told = folder / name, folder / "out", folder / "built.pickle"
    folder.mkdir(exist_ok=True)
    with FileLock(folder / "lock"):
        if not told.exists():
            copy_edited_parts(name, site)
            told.write_bytes(pickle.dumps(build(Options(site, out=out))))
        return BuiltSite(site, out, pickle.loads(told.read_bytes()))


def copy_site(name: str, target: Path, *, is_new: bool = False) -> Path:
    """Copy the site ``demo`` or a folder of ``tests/sites`` to *target*.

    Args:
        name: Which site.
        target: A folder that is not there yet.
        is_new: Bring nothing that an earlier build found out.
    """
    copy_edited_parts(name, target)
    if name in PREPARED and not is_new:
        known, work = prepared(name).site / ".shanhuo", target / ".shanhuo"
        work.mkdir()
        for part in _KNOWN:
            if (known / part).is_dir():
                shutil.copytree(known / part, work / part)
            elif (known / part).is_file():
                shutil.copy(known / part, work / part)
    return target
