"""A screen's folder: one pack takes another's place as a whole, whatever is pulled or cut in between."""

from __future__ import annotations

import random
import shutil
import sys
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from killing import run_and_kill

from generator.errors import EnvironmentRefused
from generator.kiosk.days import believed_day
from generator.kiosk.home import Home
from generator.kiosk.manifests import PackRefused
from generator.kiosk.supply import Supply

from .screens import pack_of

STEPS = ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "open", "os.scandir", "shutil.rmtree")


def test_the_new_pack_runs_and_the_old_one_is_kept(tmp_path: Path) -> None:
    """The one before the last is swept away; the same pack again changes nothing."""
    home = Home(tmp_path / "screen")
    packs = [pack_of(tmp_path, f"v{number}", f"2026-11-{number + 10}") for number in range(3)]
    for file, pack in packs:
        assert home.take(file) == pack
    assert home.take(packs[2][0]) is None
    assert home.start().pack == packs[2][1]
    assert home.pointer.previous == packs[1][1].version
    assert {path.name for path in (home.folder / "packs").iterdir()} == {packs[1][1].version, packs[2][1].version}


def test_older_packs_and_other_screens_packs_are_refused(tmp_path: Path) -> None:
    """An older one runs when it is insisted upon; another screen's never."""
    home = Home(tmp_path / "screen")
    new, _ = pack_of(tmp_path, "new", "2026-11-21")
    old, old_pack = pack_of(tmp_path, "old", "2026-11-20")
    other, _ = pack_of(tmp_path, "other", "2026-12-01", display="elsewhere")
    home.take(new)
    with pytest.raises(PackRefused, match="旧"):
        home.take(old)
    assert home.take(old, force=True) == old_pack
    for force in (False, True):
        with pytest.raises(PackRefused, match="elsewhere"):
            home.take(other, force=force)
    assert home.start().pack == old_pack


def test_a_damaged_pack_gives_way_to_the_one_before_it(tmp_path: Path) -> None:
    """A card that lost bytes; a good copy of the same pack can come again, and two damaged ones are told."""
    home = Home(tmp_path / "screen")
    first, first_pack = pack_of(tmp_path, "first", "2026-11-20")
    second, second_pack = pack_of(tmp_path, "second", "2026-11-21")
    home.take(first)
    home.take(second)
    damaged = home.pack_folder(second_pack.version) / "sounds" / "tea.mp3"
    damaged.write_bytes(b"")
    running = home.start()
    assert (running.pack, "sounds/tea.mp3" in running.fell_back) == (first_pack, True)
    assert home.take(second) == second_pack
    assert home.start().fell_back == ""
    for version in (first_pack.version, second_pack.version):
        (home.pack_folder(version) / "index.html").unlink()
    with pytest.raises(EnvironmentRefused, match="损坏"):
        home.start()
    assert home.take(second) == second_pack
    assert home.start().pack == second_pack


def test_going_back_and_no_coming_again_by_itself(tmp_path: Path) -> None:
    """The pack that was left is not taken from the stick that still holds it, but can be taken by hand."""
    home = Home(tmp_path / "screen")
    stick = tmp_path / "media" / "guide" / "STICK"
    first, first_pack = pack_of(tmp_path, "first", "2026-11-20")
    second, second_pack = pack_of(tmp_path, "second", "2026-11-21")
    home.take(first)
    with pytest.raises(EnvironmentRefused, match="没有前一个"):
        home.go_back()
    stick.mkdir(parents=True)
    shutil.copy(second, stick)
    supply = Supply(home, [tmp_path / "media", tmp_path / "not-there"])
    assert supply.look(first_pack) == (second_pack, [])
    assert home.go_back() == first_pack
    assert supply.look(first_pack) == (None, [])
    assert home.take(second) == second_pack


def test_two_packs_of_one_day_do_not_take_turns(tmp_path: Path) -> None:
    """Each is taken at most once by itself, the newest of several days at once."""
    home = Home(tmp_path / "screen")
    start, pack = pack_of(tmp_path, "start", "2026-11-19")
    home.take(start)
    media = tmp_path / "media"
    media.mkdir()
    for text, day in (("a", "2026-11-20"), ("b", "2026-11-21"), ("c", "2026-11-21")):
        pack_of(tmp_path, text, day)[0].rename(media / f"{text}.SHANHUO.ZIP")
    supply, taken = Supply(home, [media]), []
    for _ in range(6):
        found, told = supply.look(pack)
        assert not told
        if found:
            pack = found
            taken.append(found.day)
    assert taken in ([date(2026, 11, 21)], [date(2026, 11, 21)] * 2)


def test_a_bad_pack_on_a_stick_is_told_once(tmp_path: Path) -> None:
    """It is read once; a good copy in its place is taken."""
    home = Home(tmp_path / "screen")
    first, first_pack = pack_of(tmp_path, "first", "2026-11-20")
    second, second_pack = pack_of(tmp_path, "second", "2026-11-21")
    home.take(first)
    media = tmp_path / "media"
    media.mkdir()
    content = second.read_bytes()
    at = content.index(bytes(range(256)))
    (media / "x.shanhuo.zip").write_bytes(content[:at] + b"!" + content[at + 1 :])
    (media / "y.shanhuo.zip").write_bytes(content[:100])
    (media / "z.shanhuo.zip").symlink_to(second)
    supply = Supply(home, [media])
    found, told = supply.look(first_pack)
    assert found is None
    assert sorted(sentence.partition("：")[0] for sentence in told) == ["x.shanhuo.zip", "y.shanhuo.zip"]
    assert supply.look(first_pack) == (None, [])
    assert home.start().pack == first_pack
    (media / "x.shanhuo.zip").write_bytes(content)
    assert supply.look(first_pack) == (second_pack, [])


@given(clock=st.dates(), pack=st.dates())
def test_a_clock_before_the_pack_is_not_believed(clock: date, pack: date) -> None:
    """The day is never before the pack's, and otherwise the clock's."""
    day = believed_day(clock, pack)
    assert day >= pack
    assert day == clock or clock < pack


pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="os.fork and SIGKILL"),
    # Python 3.12 warns of any fork beside a thread; the threads are the test runner's and hold no lock of ours.
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]


def test_killed_at_any_step_the_old_pack_runs_or_the_new_one(tmp_path: Path) -> None:
    """At each file operation in turn; the folder verifies, and the next pack is taken."""
    home = Home(tmp_path / "screen")
    packs = [pack_of(tmp_path, f"v{number}", "2026-11-21") for number in range(4)]
    home.take(packs[0][0])
    home.take(packs[1][0])
    step, live = 0, 1
    while run_and_kill(partial(home.take, packs[(live + 1) % 4][0]), steps=STEPS, at_step=step):
        running = home.start()
        assert running.fell_back == ""
        assert running.pack in (packs[live][1], packs[(live + 1) % 4][1])
        live = (live + 2) % 4
        home.take(packs[live][0])
        assert home.start().pack == packs[live][1]
        step += 1
    assert step > 15


def test_killed_at_random_moments_the_screen_has_a_whole_pack(tmp_path: Path) -> None:
    """A child takes pack after pack until it is killed; what it leaves verifies and takes the next."""
    home = Home(tmp_path / "screen")
    packs = [pack_of(tmp_path, f"v{number}", "2026-11-21") for number in range(3)]
    known = [pack for _, pack in packs]
    home.take(packs[0][0])
    moments = random.Random(7)

    def take_on() -> None:
        for number in range(10_000):
            home.take(packs[number % 3][0])

    for _ in range(12):
        assert run_and_kill(take_on, after=moments.uniform(0.005, 0.1))
        running = home.start()
        assert running.pack in known
        assert running.fell_back == ""
    home.take(packs[1][0])
    assert home.start().pack == known[1]
    assert len(list((home.folder / "packs").iterdir())) == 2
    # What a kill has left of a file stands in one place, where the next writer takes it away.
    left = {path.name for path in home.folder.iterdir()} - {".running.json.new"}
    assert left == {".lock", "packs", "running.json"}
