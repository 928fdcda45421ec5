"""Days, hours, brightness and drift, by the script of displays; and the words from which they come."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.surfaces.guide.hours import levels_of, spans_of

from .machine import FOLDER


@pytest.fixture(scope="module")
def clock() -> Any:
    """The functions of ``clock.js``: name and arguments → what it returns."""
    from quickjs import Context  # whose thread would keep tests that fork from doing so

    context = Context()
    context.eval((FOLDER / "clock.js").read_text(encoding="utf-8"))
    call = context.eval("(name, words) => JSON.stringify(shanhuo.clock[name](...JSON.parse(words)))")
    return lambda name, *words: json.loads(call(name, json.dumps(words)))


@pytest.mark.parametrize(
    ("words", "spans"),
    [
        ("每日9:00至20:00（示例）", [(540, 1200)]),
        ("9:00–12:00，14:00–18:30", [(540, 720), (840, 1110)]),
        ("8点到17点", [(480, 1020)]),
        ("8点30分到17点", [(510, 1020)]),
        ("9:00 to 18:00", [(540, 1080)]),
        ("22:00-6:00", [(1320, 360)]),
        ("全天", []),
        ("", []),
        ("9:75至20:00", []),
        ("25:00至26:00", []),
    ],
)
def test_hours_are_read_from_words(words: str, spans: list[tuple[int, int]]) -> None:
    """As offices write them; what tells no clock is no limit."""
    assert list(spans_of(words)) == spans


@given(st.text(max_size=40))
def test_any_words_are_read(words: str) -> None:
    """Whatever stands there, spans lie within a day."""
    assert all(0 <= start <= 1440 and 0 <= end <= 1440 and start != end for start, end in spans_of(words))


def test_brightness_is_read_and_followed(clock: Any) -> None:
    """From its minute on, each; before the first of the day, the last of the day before; nonsense is left out."""
    levels = levels_of(["18:00 70%", "9:00 100%", "23点 20", "nonsense", "9:00 400%"])
    assert levels == ((540, 100), (1080, 70), (1380, 20))
    assert [clock("level", minute, levels) for minute in (0, 540, 1079, 1080, 1439)] == [20, 100, 100, 70, 20]
    assert clock("level", 300, []) == 100


def test_a_screen_is_lit_by_the_hours_it_has(clock: Any) -> None:
    """Within them, past midnight too; always where none are told, or where the clock is not believed."""
    for span, within, beyond in (([540, 1200], (540, 1199), (539, 1200)), ([1320, 360], (1320, 0, 359), (1319, 360))):
        assert all(clock("isOpen", minute, [span], True) for minute in within)
        assert not any(clock("isOpen", minute, [span], True) for minute in beyond)
    assert clock("isOpen", 0, [], True)
    assert clock("isOpen", 0, [[540, 1200]], False)


def test_the_later_day_is_believed(clock: Any) -> None:
    """A clock before the pack's day stands in the past; one behind it is right."""
    assert clock("believed", "1970-01-01", "2026-11-21") == "2026-11-21"
    assert clock("believed", "2026-12-01", "2026-11-21") == "2026-12-01"


def test_the_picture_wanders_by_little_and_stands_nowhere(clock: Any) -> None:
    """At most 12 pixels, in many places within an hour."""
    places = [tuple(clock("drift", minute)) for minute in range(120)]
    assert all(abs(across) <= 12 and abs(down) <= 12 for across, down in places)
    assert len(set(places)) > 30
