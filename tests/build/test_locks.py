"""Two builds at once are refused, whichever folder they share."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from generator.build.locks import locked
from generator.errors import BuildRunning


@pytest.mark.parametrize(("work", "out"), [("a/.shanhuo", "b/site"), ("b/.shanhuo", "a/site")], ids=["site", "output"])
def test_a_second_build_is_refused(tmp_path: Path, work: str, out: str) -> None:
    """One site, or one output folder of two sites: a clear sentence at once; afterwards it is free again."""
    with locked(tmp_path / "a/.shanhuo", tmp_path / "a/site"):
        with pytest.raises(BuildRunning) as caught, locked(tmp_path / work, tmp_path / out):
            pass
        assert "另一个 shanhuo" in caught.value.message
        assert caught.value.exit_code == 3
    with locked(tmp_path / work, tmp_path / out):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="os.fork")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_dead_builds_lock_is_free(tmp_path: Path) -> None:
    """A process that ended without leaving its block holds nothing."""
    child = os.fork()
    if child == 0:
        with locked(tmp_path / ".shanhuo", tmp_path / "site"):
            os._exit(0)
    os.waitpid(child, 0)
    with locked(tmp_path / ".shanhuo", tmp_path / "site"):
        pass
