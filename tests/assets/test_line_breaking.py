"""Titles in lines: balanced, broken where they may be, and cut where they must be."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.assets.line_breaking import CLOSING, OPENING, balanced, filled, shortened


def width(text: str) -> float:
    """A Chinese character is as wide as two letters."""
    return sum(1.0 if ord(char) > 0x2E7F else 0.5 for char in text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("紫阳富硒茶（毛尖）", ("紫阳富硒茶", "（毛尖）")),
        ("把山货带回家·2026年货（示例）", ("把山货带回家·", "2026年货（示例）")),
        ("黔北大山深处散养土鸡与当季鲜笋干礼盒装", ("黔北大山深处散养土鸡", "与当季鲜笋干礼盒装")),
        ("《山里》的“好货”，来了", ("《山里》的", "“好货”，来了")),
        ("Ziyang selenium-rich tea (Maojian)", ("Ziyang selenium-rich", "tea (Maojian)")),
        ("832平台 年货节", ("832平台", "年货节")),
    ],
)
def test_two_lines_end_where_a_reader_would_pause(text: str, lines: tuple[str, ...]):
    """At spaces and brackets before the middle of a phrase, as equal as that allows."""
    assert balanced(text, 2, width) == lines


def test_one_line_is_the_text_itself():
    """White space at the ends is left out, that between words stays."""
    assert balanced("  Huile d'olive de Nice ", 1, width) == ("Huile d'olive de Nice",)


@pytest.mark.parametrize(("text", "count"), [("茶", 2), ("", 1), ("Tea", 2), ("紫阳", 3), ("茶叶", 0)])
def test_more_lines_than_places_to_break_are_not_made(text: str, count: int):
    """One character cannot stand in two lines, a word neither."""
    assert balanced(text, count, width) is None


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.text(alphabet="紫阳富硒茶毛尖 （）《》，。、“”·-/Tea no 832%", max_size=40), st.integers(1, 4))
def test_nothing_is_lost_and_no_line_begins_or_ends_wrongly(text: str, count: int):
    """All characters come back in their order; closing marks never begin a line, opening ones never end one."""
    lines = balanced(text, count, width)
    if lines is None:
        return
    assert len(lines) == count
    assert "".join("".join(lines).split()) == "".join(text.split())
    for before, after in pairwise(lines):
        assert not before or before[-1] not in OPENING
        assert not after or after[0] not in CLOSING


def test_a_text_that_fits_is_left_alone():
    """Cutting begins where it must."""
    assert shortened("紫阳富硒茶", lambda text: len(text) <= 5) == "紫阳富硒茶"


@pytest.mark.parametrize(
    ("text", "most", "cut"),
    [("紫阳富硒茶（毛尖）", 6, "紫阳富硒茶…"), ("Selenium-rich tea", 13, "Selenium-r..."), ("茶叶", 0, "…")],
)
def test_a_text_that_does_not_fit_says_so(text: str, most: int, cut: str):
    """The ellipsis is the language's own, and no bracket hangs open before it."""
    assert shortened(text, lambda part: len(part) <= most) == cut


def test_running_text_fills_its_lines():
    """As much as fits stands on a line; a mark that closes never begins one, and a word is not torn."""
    assert filled("紫阳富硒茶，春天采。", 5, width) == ("紫阳富硒", "茶，春天", "采。")
    assert filled("a longer word", 5, len) == ("a", "longer", "word")
    assert filled("", 5, width) == ()


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.text(alphabet="紫阳富硒茶（）《》，。、·-/Tea no 832%", max_size=60), st.integers(3, 12))
def test_running_text_loses_nothing(text: str, room: int):
    """All characters come back in their order, and only what cannot be broken is longer than a line."""
    lines = filled(text, room, width)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= room or balanced(line, 2, width) is None for line in lines)
