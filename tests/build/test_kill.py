"""``kill -9`` while publishing: the reader finds the old site or the new one, and the next build succeeds."""

from __future__ import annotations

import random
import sys
from functools import partial
from pathlib import Path

import pytest
from killing import run_and_kill

from generator.build.exchange import exchange, journal_path, repair
from generator.build.verify import verify

from .publishing import Publisher, contents

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="os.fork and SIGKILL"),
    # Python 3.12 warns of any fork beside a thread; the threads are the test runner's and hold no lock of ours.
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]

STEPS = ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "open", "os.listdir", "os.scandir", "os.utime")


def version(number: int) -> dict[str, str]:
    """A small site in which half of the pages, and one address, differ from version to version."""
    pages = {f"products/p{index}/index.html": f"{index} in {number if index % 2 else 0}" for index in range(8)}
    return {**pages, "index.html": f"version {number}", f"only/{number}.html": "x"}


def assert_whole(publisher: Publisher, *versions: int) -> None:
    """The output folder is exactly one of the versions, and its manifest verifies."""
    assert contents(publisher.out) in [version(number) for number in versions]
    found = verify(publisher.out)
    assert found.whole
    assert not found.foreign


def test_killed_at_any_step_the_site_is_old_or_new(tmp_path: Path) -> None:
    """At each file operation of a publication in turn: whole before and after, and a later build gives its own plan."""
    publisher = Publisher(tmp_path)
    publisher.build(version(0))
    publisher.build(version(1))
    step, live = 0, 1
    while run_and_kill(partial(publisher.build, version(live + 1)), steps=STEPS, at_step=step):
        assert_whole(publisher, live, live + 1)
        live += 2
        publisher.build(version(live))
        assert_whole(publisher, live)
        step += 3
    assert step > 60


def test_killed_in_the_first_publication_there_is_no_site_or_a_whole_one(tmp_path: Path) -> None:
    """Before there is a site, a kill leaves nothing in its place that could be taken for one."""
    step = 0
    while True:
        publisher = Publisher(tmp_path / str(step))
        publisher.site.mkdir()
        if not run_and_kill(partial(publisher.build, version(1)), steps=STEPS, at_step=step):
            break
        if publisher.out.exists():
            assert_whole(publisher, 1)
        publisher.build(version(2))
        assert_whole(publisher, 2)
        step += 5
    assert step > 30


def test_killed_at_random_moments_a_reader_finds_a_whole_site(tmp_path: Path) -> None:
    """A child publishes version after version until it is killed; what it leaves verifies and can be built upon."""
    publisher = Publisher(tmp_path)
    publisher.build(version(0))
    moments = random.Random(20)

    def publish_on() -> None:
        for number in range(1, 10_000):
            publisher.build(version(number))

    for _ in range(15):
        assert run_and_kill(publish_on, after=moments.uniform(0.005, 0.08))
        number = int((publisher.out / "index.html").read_text(encoding="utf-8").split()[1])
        assert_whole(publisher, number)
        publisher.build(version(0))
        assert_whole(publisher, 0)


def test_the_journal_repairs_a_kill_at_each_step(tmp_path: Path) -> None:
    """Between the renames of the exchange without kernel support, the next command completes it."""
    step = 0
    while True:
        live, idle = tmp_path / str(step) / "site", tmp_path / str(step) / ".site.idle"
        for folder, text in ((live, "old"), (idle, "new")):
            folder.mkdir(parents=True)
            (folder / "page").write_text(text, encoding="utf-8")
        killed = run_and_kill(partial(exchange, live, idle, method="journal"), steps=STEPS, at_step=step)
        repair(live)
        assert {(at / "page").read_text(encoding="utf-8") for at in (live, idle)} == {"old", "new"}
        assert sorted(at.name for at in live.parent.iterdir()) == [".site.idle", "site"]
        if not killed:
            assert (live / "page").read_text(encoding="utf-8") == "new"
            assert not journal_path(live).exists()
            break
        step += 1
    assert step >= 5
