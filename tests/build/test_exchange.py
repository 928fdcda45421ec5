"""Two folders change places, by whichever way the system has."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from generator.build.exchange import exchange, journal_path, repair
from generator.errors import EnvironmentRefused


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A live and an idle folder with a page each."""
    live, idle = tmp_path / "site", tmp_path / ".site.idle"
    for folder in (live, idle):
        folder.mkdir()
        (folder / "page").write_text(folder.name, encoding="utf-8")
    return live, idle


@pytest.mark.parametrize("method", [None, "journal", pytest.param("swap", marks=pytest.mark.skipif(
    sys.platform not in ("linux", "darwin"), reason="no exchange in one step"))])  # fmt: skip
def test_the_folders_change_places(folders: tuple[Path, Path], method: str | None) -> None:
    """Each way exchanges the folders themselves, and twice is as before; no journal is left."""
    live, idle = folders
    before = (live.stat().st_ino, idle.stat().st_ino)
    exchange(live, idle, method=method)
    assert (idle.stat().st_ino, live.stat().st_ino) == before
    assert (live / "page").read_text(encoding="utf-8") == ".site.idle"
    exchange(live, idle, method=method)
    assert (live.stat().st_ino, idle.stat().st_ino) == before
    assert sorted(at.name for at in live.parent.iterdir()) == [".site.idle", "site"]


@pytest.mark.parametrize("method", ["swap", "journal", None])
def test_a_refused_exchange_changes_nothing(folders: tuple[Path, Path], method: str | None) -> None:
    """When one of the folders is gone the sentence says so, and the live folder is where it was."""
    live, _ = folders
    with pytest.raises(EnvironmentRefused):
        exchange(live, live.parent / ".missing", method=method)
    assert (live / "page").read_text(encoding="utf-8") == "site"
    assert not journal_path(live).exists()


def test_repair_completes_what_was_interrupted(folders: tuple[Path, Path]) -> None:
    """With the live folder put aside, the idle one takes its place, also when an empty folder has appeared there."""
    live, idle = folders
    live.rename(live.parent / ".site.aside")
    live.mkdir()
    journal_path(live).write_text(json.dumps([".site.idle", ".site.aside"]), encoding="utf-8")
    assert repair(live)
    assert (live / "page").read_text(encoding="utf-8") == ".site.idle"
    assert (idle / "page").read_text(encoding="utf-8") == "site"
    assert not repair(live)


def test_repair_removes_nothing_that_came_between(folders: tuple[Path, Path]) -> None:
    """Files that somebody put in the output folder's place stop the repair until they are moved away."""
    live, idle = folders
    live.rename(live.parent / ".site.aside")
    live.mkdir()
    (live / "mine").touch()
    journal_path(live).write_text(json.dumps([".site.idle", ".site.aside"]), encoding="utf-8")
    with pytest.raises(EnvironmentRefused):
        repair(live)
    assert (live / "mine").exists()
    assert idle.is_dir()
    (live / "mine").unlink()
    assert repair(live)


@pytest.mark.parametrize("content", ['["../x", ".y"]', '[".site.idle"', "{}", '["a", "b"]', ""])
def test_a_journal_that_is_not_whole_moves_nothing(folders: tuple[Path, Path], content: str) -> None:
    """A cut off journal was written before any rename; one that names other places is not followed."""
    live, _ = folders
    journal_path(live).write_text(content, encoding="utf-8")
    assert repair(live)
    assert (live / "page").read_text(encoding="utf-8") == "site"
