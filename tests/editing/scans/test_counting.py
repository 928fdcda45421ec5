"""One definition of a scan, and a count that keeps nobody's address."""

from __future__ import annotations

import gzip
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from line.sizes import is_acceptance, record_result, sized

from generator.editing.scans.counting import count, in_order, is_program
from generator.editing.scans.log_files import LONGEST_LINE, lines_of
from generator.errors import EnvironmentRefused

from .logs import CHINA, EGGS, NOON, NOW, PHONE, TEA, counted, counting, entry, shop_settings, write_log

DAY = date(2020, 10, 1)


def minutes(number: float) -> timedelta:
    """A time."""
    return timedelta(minutes=number)


def test_one_client_within_half_an_hour_counts_once() -> None:
    """Loads of one code by one client less than thirty minutes after the last that counted do not; others do."""
    lines = [entry(when=NOON + minutes(each)) for each in (0, 1, 29.9, 30, 45, 61)]
    tally = counted(*lines)
    assert tally.scans == {(DAY, TEA): 3}
    assert tally.repeated == 3


def test_another_client_and_another_code_count_for_themselves() -> None:
    """Address and agent tell clients apart, since a whole hall may share an address."""
    lines = [
        entry(),
        entry(f"/P/{EGGS}/"),
        entry(address="203.0.113.8"),
        entry(agent=PHONE + " other"),
        entry(agent=None),
    ]
    tally = counted(*lines)
    assert tally.scans == {(DAY, TEA): 4, (DAY, EGGS): 1}


def test_another_language_of_the_same_page_is_no_second_scan() -> None:
    """A reader who changes the language has scanned once."""
    assert counted(entry(), entry(f"/P/{TEA}/en/", NOON + minutes(2))).scans == {(DAY, TEA): 1}


def test_programs_unknown_codes_and_languages_are_told_apart() -> None:
    """Crawlers, tools and what says nothing of itself are programs; what the site has not is unknown."""
    programs = [entry(agent=name) for name in ("curl/8.4.0", "Baiduspider/2.0", "python-requests/2.31", "-", "")]
    unknown = [entry("/P/ZZZZZZZ/"), entry(f"/P/{TEA}/fr/"), entry(f"/elsewhere/P/{TEA}/")]
    tally = counted(*programs, *unknown)
    assert (tally.programs, tally.unknown, sum(tally.scans.values())) == (5, 3, 0)


@pytest.mark.parametrize(
    "agent", [PHONE, "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1"]
)
def test_phones_are_no_programs(agent: str) -> None:
    """What people scan with counts."""
    assert not is_program(agent.encode())


def test_a_day_is_one_of_the_site() -> None:
    """A log in UTC tells the evening before; the day begins at midnight of the site's zone."""
    before, after = (entry().replace("12:00:00 +0800", told) for told in ("15:59:59 +0000", "16:00:00 +0000"))
    assert counted(before).scans == {(date(2020, 10, 1), TEA): 1}
    assert counted(after).scans == {(date(2020, 10, 2), TEA): 1}


def test_a_day_that_has_not_come_is_odd() -> None:
    """A clock may be wrong by hours, not by days."""
    tally = counted(entry(when=NOW + timedelta(days=2)), entry(when=NOW + timedelta(hours=3)))
    assert (tally.odd, sum(tally.scans.values())) == (1, 1)


def test_a_portal_in_a_folder_of_its_host_is_counted_there_too() -> None:
    """Codes stand at the root of their host, and under the portal's folder where both are one host."""
    config = shop_settings()._replace(base_url="https://portal.example.cn/goods/")
    tally = counted(entry(f"/goods/P/{TEA}/"), entry(f"/P/{EGGS}/"), config=config)
    assert tally.scans == {(DAY, TEA): 1, (DAY, EGGS): 1}


def test_nothing_that_is_kept_tells_who_it_was() -> None:
    """Neither address nor agent stands in what a counting holds, and two countings tell one client by other digests."""
    one, other = counting(), counting()
    for own in (one, other):
        own.line(entry(address="203.0.113.99", agent="Secret/1.0 Chrome").encode())
        held = repr(own.__dict__)
        assert "203.0.113" not in held
        assert "Secret" not in held
    assert sum(one.tally.scans.values()) == 1
    assert one._counted.keys() != other._counted.keys()


def test_logs_are_read_from_the_oldest_whatever_their_names(tmp_path: Path) -> None:
    """Rotated logs come newest first from a shell; a log that is named twice is read once."""
    new = write_log(tmp_path / "access.log", [entry(when=NOON + minutes(20)), entry(when=NOON + minutes(40))])
    old = tmp_path / "access.log.1.gz"
    old.write_bytes(gzip.compress(f"{entry()}\n".encode()))
    assert in_order([new, old, new]) == [old, new]
    tally = count([new, old, new], counting())
    assert tally.scans == {(DAY, TEA): 2}
    assert tally.lines == 3


def test_a_giant_line_is_skipped_and_the_next_is_read(tmp_path: Path) -> None:
    """A line of megabytes is one odd line, held in memory nowhere as a whole."""
    log = tmp_path / "access.log"
    giant = b'1.1.1.1 - - [01/Oct/2020:12:00:00 +0800] "GET /P/' + b"A" * (40 * LONGEST_LINE)
    log.write_bytes(b"\n".join([giant, entry().encode(), b"\xff\xfe\x00", b"", giant]))
    tally = count([log], counting())
    assert (tally.lines, tally.odd, sum(tally.scans.values())) == (4, 3, 1)


@pytest.mark.parametrize("spoil", ["cut", "bytes"])
def test_a_broken_packed_log_is_told_in_one_sentence(tmp_path: Path, spoil: str) -> None:
    """A gz that ends too early or is not what it says stops the run with the file's name."""
    packed = gzip.compress("".join(f"{entry(address=f'203.0.{n // 250}.{n % 250}')}\n" for n in range(5000)).encode())
    log = tmp_path / "access.log.gz"
    middle = len(packed) // 2
    log.write_bytes(packed[:middle] if spoil == "cut" else packed[:middle] + b"\0" * 64 + packed[middle + 64 :])
    with pytest.raises(EnvironmentRefused, match=r"access\.log\.gz 的压缩包不完整"):
        count([log], counting())


def test_progress_tells_all_bytes_of_the_file(tmp_path: Path) -> None:
    """What is told adds up to the file's size."""
    log = write_log(tmp_path / "access.log", [entry()] * 10000)
    told: list[int] = []
    with lines_of(log, told.append) as lines:
        assert sum(1 for _ in lines) == 10000
    assert sum(told) == log.stat().st_size
    assert len(told) > 1


@settings(max_examples=sized(60, 1000), deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from([TEA, EGGS]), st.integers(0, 60 * 24)), max_size=40))
def test_a_count_is_what_the_definition_says(loads: list[tuple[int, str, int]]) -> None:
    """Against the definition said plainly: in order of time, a load counts half an hour after the last that counted."""
    loads.sort(key=lambda load: load[2])
    last: dict[tuple[int, str], int] = {}
    expected = 0
    for client, code, minute in loads:
        if (client, code) not in last or minute - last[client, code] >= 30:
            last[client, code] = minute
            expected += 1
    midnight = NOON.replace(hour=0).astimezone(CHINA)
    lines = [entry(f"/P/{code}/", midnight + minutes(at), address=f"10.0.0.{client}") for client, code, at in loads]
    assert sum(counted(*lines).scans.values()) == expected


def test_a_million_lines_are_counted_in_time(tmp_path: Path) -> None:
    """A million lines of a log, a third of them scans, take twenty seconds at most.

    Of processor time, which on a machine with nothing else to do is the time by the clock: it reads and reckons alone.
    """
    number = sized(20_000, 1_000_000)
    agents = [f"{PHONE} {each}" for each in range(400)]
    paths = [f"/P/{TEA}/", "/products/ziyang-cha/", "/assets/site/portal-1a2b3c4d.css"]
    log = tmp_path / "access.log"
    with log.open("w", encoding="utf-8") as file:
        for each in range(number):
            when = NOON + timedelta(seconds=each // 4)
            address = f"10.{each % 199}.{each // 7 % 251}.{each % 241}"
            file.write(entry(paths[each % 3], when, address=address, agent=agents[each % 400]) + "\n")
    begun = time.process_time()
    tally = count([log], counting())
    seconds = time.process_time() - begun
    assert tally.lines == number
    assert sum(tally.scans.values()) + tally.repeated == -(-number // 3)
    assert seconds <= (20 if is_acceptance() else 5)
    record_result("scans", number, "lines of a log", f"counted in {seconds:.1f} s of processor time")
