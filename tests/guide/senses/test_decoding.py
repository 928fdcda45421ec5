"""Any stream: cut anywhere it means the same, noise is nothing, and memory stays small."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .scripts import Engine

STREAMS = ("nexmosphere", "json", "weight", "scanner")
ENGINE = Engine()
"""One for all examples; decoders keep nothing of their own."""
LARGEST = 64_000
"""Characters of a memory, whatever came."""

addresses = st.integers(1, 999).map("X{:03}".format)
x_talk = st.one_of(
    st.builds(
        "XR[P{}{:03}]\r\n{}A[{}]\r\n".format,
        st.sampled_from("UB"),
        st.integers(1, 99),
        addresses,
        st.sampled_from("01"),
    ),
    st.builds("{}A[{}]\r\n".format, addresses, st.integers(0, 12)),
    st.builds(
        "{}B[T{}=UID:{}]\r\n".format,
        addresses,
        st.sampled_from("DR"),
        st.text("0123456789ABCDEF", min_size=8, max_size=14),
    ),
    st.builds("{}B[Dz={}]\r\n".format, addresses, st.sampled_from(["AB", "XX", "01", "05"])),
)
objects = st.one_of(
    st.builds(
        '{{"sensor": "W{:02}", "state": "{}"}}'.format, st.integers(1, 9), st.sampled_from(["lifted", "returned"])
    ),
    st.builds('{{"tag":"{}","lifted":true}}\n'.format, st.integers(1, 9)),
    st.builds('{{"code":"a}}\\"{{{}"}}\r\n'.format, st.integers(1, 9)),
    st.builds('{{\n "presence": {},\n "sensor": "P1"\n}}'.format, st.sampled_from(["true", "false"])),
    st.builds('{{"sensor":"W1","grams":{}}}'.format, st.integers(0, 900)),
)
readings = st.builds("W{:02} {}\n".format, st.integers(1, 3), st.integers(0, 900))
lines = st.builds("{}\r\n".format, st.text("0123456789AB", max_size=30))
junk = st.text(st.characters(codec="latin-1"), max_size=20)
streams = st.one_of(
    *(
        st.tuples(st.just(decoder), st.lists(messages | junk, max_size=12).map("".join))
        for decoder, messages in (("nexmosphere", x_talk), ("json", objects), ("weight", readings), ("scanner", lines))
    )
)


@given(streams, st.data())
@settings(max_examples=200, deadline=None, derandomize=True)
def test_any_split_gives_the_same_events(stream: tuple[str, str], data: st.DataObject) -> None:
    """Where packets end is chance; what they say is not."""
    decoder, text = stream
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=10)))
    packets = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    assert ENGINE.decoded(decoder, packets) == ENGINE.decoded(decoder, [text])


@given(st.sampled_from(STREAMS), st.lists(st.text(max_size=300), max_size=6))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_noise_never_throws(decoder: str, packets: list[str]) -> None:
    """Whatever a port sends is taken, and what is remembered of it stays small."""
    assert ENGINE.told(decoder, packets)["largest"] < LARGEST


happenings = st.fixed_dictionaries(
    {
        "type": st.sampled_from(["key", "key", "key", "text", "release", "pause", "other"]),
        "at": st.integers(0, 5000),
    },
    optional={
        "key": st.sampled_from(["Enter", "Tab", "Process", "Unidentified", "Alt", "Shift", "Dead", ""])
        | st.text(max_size=2),
        "code": st.sampled_from(["KeyA", "Digit1", "Numpad5", "Slash", "Enter", "", "Lang1"]),
        "text": st.text(max_size=8),
        "shift": st.booleans(),
        "alt": st.booleans(),
        "control": st.booleans(),
    },
)


@given(st.lists(happenings, max_size=40))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_no_keys_throw(packets: list[dict[str, Any]]) -> None:
    """Whatever keys and input methods tell is taken."""
    assert ENGINE.told("wedge", packets)["largest"] < LARGEST


@given(st.text("abcdefghij 0123456789", min_size=1, max_size=30), st.integers(70, 400))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_a_person_is_no_reader(text: str, gap: int) -> None:
    """Nothing that is typed at a person's pace is a scan, with an input method or without, and no key is swallowed."""
    for key, code in (("", ""), ("Process", "KeyA"), ("Unidentified", "")):
        packets: list[dict[str, Any]] = [
            {"type": "key", "key": key or letter, "code": code, "at": place * gap} for place, letter in enumerate(text)
        ]
        end = len(text) * gap
        packets += [
            {"type": "text", "text": text, "at": end},
            {"type": "key", "key": "Enter", "code": "Enter", "at": end},
        ]
        told = ENGINE.told("wedge", packets)
        assert (told["events"], told["swallowed"]) == ([], 0)


@pytest.mark.parametrize("decoder", STREAMS)
def test_a_flood_leaves_little_behind(decoder: str) -> None:
    """A line that never ends, an object that never closes: what is remembered stays small, what comes after is read."""
    sound = {
        "nexmosphere": "X001A[3]",
        "json": '\n{"sensor":"X001","lifted":true}',
        "weight": "\nW1 500\nW1 0\n",
        "scanner": "\nX001\n",
    }[decoder]
    for filling in ("x", "{", '{"', "X001A[", "9", "W1 "):
        told = ENGINE.told(decoder, [filling * 5000, filling * 5000, sound])
        assert told["largest"] < LARGEST
        if decoder != "json" or filling not in ("{", '{"'):
            assert [event["type"] for event in told["events"]] == ["scan" if decoder == "scanner" else "lift"], filling
