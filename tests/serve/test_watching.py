"""Watching: what counts as a change, and what programs do while they save."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.serve.watching import Watcher

from .running import PATIENCE


@pytest.fixture(params=[False, True], ids=["notified", "polling"])
def watch(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Watcher]]:
    """Make a watcher of ``tmp_path``, by the system's notices or by polling."""
    made: list[Watcher] = []

    def make() -> Watcher:
        made.append(Watcher(tmp_path, polling=request.param))
        return made[-1]

    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yml").write_text("a", encoding="utf-8")
    (tmp_path / "site_config.yml").write_text("a", encoding="utf-8")
    yield make
    for watcher in made:
        watcher.stop()


def started(make: Callable[[], Watcher]) -> Watcher:
    watcher = make()
    watcher.start()
    return watcher


def test_a_file_saved_in_one_step_is_one_batch(watch: Callable[[], Watcher], tmp_path: Path) -> None:
    """A program that writes beside and renames, leaving a backup, has changed one file."""
    watcher = started(watch)
    (tmp_path / "data" / "saving").write_text("b", encoding="utf-8")
    (tmp_path / "data" / "a.yml~").write_text("a", encoding="utf-8")
    os.replace(tmp_path / "data" / "saving", tmp_path / "data" / "a.yml")
    assert "data/a.yml" in watcher.next_batch(PATIENCE)


def test_settings_are_watched_through_replacement(watch: Callable[[], Watcher], tmp_path: Path) -> None:
    """The settings file may be replaced again and again, and other files beside it do not matter."""
    watcher = started(watch)
    (tmp_path / "notes.txt").write_text("b", encoding="utf-8")
    assert watcher.next_batch(0.6) == frozenset()
    for number in range(2):
        (tmp_path / "new").write_text(str(number) * 9, encoding="utf-8")
        os.replace(tmp_path / "new", tmp_path / "site_config.yml")
        assert watcher.next_batch(PATIENCE) == {"site_config.yml"}


def test_what_editing_programs_leave_is_no_change(watch: Callable[[], Watcher], tmp_path: Path) -> None:
    """Locks, swap files and probes of WPS, Excel, LibreOffice and Vim start no build."""
    watcher = started(watch)
    for name in ("~$offers.csv", ".~lock.offers.csv#", ".offers.csv.swp", "4913", "offers.csv~", "x.tmp"):
        (tmp_path / "data" / name).write_text("x", encoding="utf-8")
    assert watcher.next_batch(0.8) == frozenset()


def test_a_change_before_the_start_is_the_first_batch(watch: Callable[[], Watcher], tmp_path: Path) -> None:
    """Between making a watcher and starting it the first build runs, and nothing that happens then is lost."""
    watcher = watch()
    (tmp_path / "data" / "b.yml").write_text("b", encoding="utf-8")
    (tmp_path / "data" / "a.yml").unlink()
    watcher.start()
    assert watcher.next_batch(PATIENCE) == {"data/a.yml", "data/b.yml"}


def test_a_site_without_folders_is_watched_until_there_are_some(watch: Callable[[], Watcher], tmp_path: Path) -> None:
    """A folder made later is watched from then on, whatever is in it already."""
    (tmp_path / "data" / "a.yml").unlink()
    (tmp_path / "data").rmdir()
    watcher = started(watch)
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text("a", encoding="utf-8")
    assert watcher.next_batch(PATIENCE) <= {"content/", "content/a.md"}
    watcher.next_batch(1.0)
    (tmp_path / "content" / "a.md").write_text("changed", encoding="utf-8")
    assert watcher.next_batch(PATIENCE) == {"content/a.md"}
