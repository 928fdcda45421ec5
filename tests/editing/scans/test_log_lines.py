"""What a line of a log tells, in every format that is read, and that nothing in a line can do harm."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from line.sizes import sized

from generator.editing.scans.log_lines import Load, Other, load_of, moment_of

from .logs import NOON, PHONE, TEA, counting, entry


@pytest.mark.parametrize(
    "line",
    [
        entry(),
        entry(agent=None),
        entry(address="2408:8456:3a01::1"),
        entry(address="::ffff:203.0.113.7"),
        entry(user="li ming"),
        f"www.example.cn:443 {entry()}",
        f'{entry()} "-" 0.004 upstream=unix:/run/x',
        entry(f"/p/{TEA.lower()}/"),
        entry(f"/P/{TEA}"),
        entry(f"/P/{TEA}/index.html"),
        entry(f"/P/{TEA}/?from=singlemessage&isappinstalled=0"),
        entry(f"https://s.example.cn/P/{TEA}/"),
        entry(agent=r"a \"quoted\" \x22name\x22"),
        entry(status=304),
    ],
)
def test_every_form_of_a_line_is_a_load(line: str) -> None:
    """Common and combined, with a virtual host or further fields, IPv6, any case, with a query or without a slash."""
    load = load_of(line.encode())
    assert isinstance(load, Load)
    assert (load.code, load.language, load.moment) == (TEA, "", int(NOON.timestamp()))
    assert load.address in (b"203.0.113.7", b"2408:8456:3a01::1", b"::ffff:203.0.113.7")


def test_a_language_of_the_page_is_told() -> None:
    """``/P/<CODE>/en/`` is the same code."""
    load = load_of(entry(f"/P/{TEA}/EN/").encode())
    assert isinstance(load, Load)
    assert (load.code, load.language) == (TEA, "en")


@pytest.mark.parametrize(
    "line",
    [
        entry("/products/"),
        entry(f"/qr/{TEA}.svg"),
        entry(f"/P/{TEA}/picture.png"),
        entry(f"/P/{TEA}X/"),
        entry("/P/"),
        entry(method="HEAD"),
        entry(method="POST"),
        entry(status=301),
        entry(status=404),
        entry(status=206),
        entry(agent=f"/P/{TEA}/"),
    ],
)
def test_what_is_no_answered_page_of_a_code_is_elsewhere(line: str) -> None:
    """Other files, other methods, redirects and failures are not loads, even where an agent names a code."""
    changed = line.replace(f"/P/{TEA}/ HTTP", "/ HTTP") if line.endswith(f'"/P/{TEA}/"') else line
    assert load_of(changed.encode()) is Other.ELSEWHERE


@pytest.mark.parametrize(
    "line",
    [
        "hello",
        '{"request": {"uri": "/P/3QNMFJC/"}}',
        entry().replace("Oct", "Okt"),
        entry().replace("01/Oct", "31/Feb"),
        entry().replace("/2020:", "/0000:"),
        entry().replace(":12:00:00", ":25:00:00"),
        entry().replace(":12:00:00", ":12:00:99"),
        entry().replace('"GET', "GET"),
        f"\x1b[2J{entry()[5:20]}",
    ],
)
def test_odd_lines_are_odd(line: str) -> None:
    """Other formats, days and hours that do not exist, broken quotes."""
    assert load_of(line.encode()) is Other.ODD


def test_the_log_has_its_own_offset() -> None:
    """The same moment told with another offset is the same moment."""
    west = entry().replace("01/Oct/2020:12:00:00 +0800", "30/Sep/2020:21:30:00 -0630")
    assert moment_of(west.encode()) == int(NOON.timestamp())


@settings(max_examples=sized(300, 10000), deadline=None)
@given(st.binary(max_size=300))
@example(b'1.1.1.1 - - [01/Oct/2020:12:00:00 +9999] "GET /P/3QNMFJC/ HTTP/1.1" 200 1 "-" "a"')
@example(b'1.1.1.1 - - [01/Oct/9999:23:59:59 -9999] "GET /P/3QNMFJC/ HTTP/1.1" 200 1 "-" "a"')
@example(b'1.1.1.1 - - [01/Oct/0001:00:00:00 +2359] "GET /P/3QNMFJC/ HTTP/1.1" 200 1 "-" "a"')
def test_no_bytes_break_the_reading(line: bytes) -> None:
    """Whatever stands in a log, a line is a load, elsewhere or odd, and counting goes on."""
    own = counting()
    own.line(line)
    assert own.tally.odd + own.tally.unknown + own.tally.programs + sum(own.tally.scans.values()) <= 1


@settings(max_examples=sized(200, 5000), deadline=None)
@given(st.data())
def test_no_mutation_of_a_line_breaks_the_reading(data: st.DataObject) -> None:
    """Bytes put into, and taken out of, a good line at any place, newlines and quotes among them."""
    line = entry().encode()
    for _ in range(data.draw(st.integers(1, 4))):
        at, to = sorted((data.draw(st.integers(0, len(line))), data.draw(st.integers(0, len(line)))))
        put = data.draw(
            st.one_of(st.binary(max_size=8), st.sampled_from([b'"', b"\\", b"\n", b"[", b"]", b"/P/", b"%0a"]))
        )
        line = line[:at] + put + (line[at:] if data.draw(st.booleans()) else line[to:])
    own = counting()
    own.line(line)
    assert set(own.tally.scans) <= {(NOON.date(), TEA)} or len(own.tally.scans) == 1


def test_a_line_of_quotes_takes_no_long_time() -> None:
    """The longest line that is read at all is judged at once, however it is built."""
    head = entry().encode().partition(b'"')[0]
    for filler in (b'"', b"\\", b"\\\\", b'\\"', b" ", b"a ", b"/P/"):
        load_of(head + b'"GET /P/' + filler * (65536 // len(filler)))
        load_of(filler * (65536 // len(filler)) + b"/P/")
    assert isinstance(load_of(entry(agent=PHONE).encode()), Load)
