"""Lettering: every character has a form, and no text leaves its box."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw

from generator.assets.lettering import LINE_HEIGHT, letter, setting, width_of
from generator.assets.typefaces import REPLACEMENT, in_glyphs


def characters_of(encoding: str) -> list[str]:
    """Return every character that two bytes of *encoding* stand for, without its private ones."""
    found = []
    for first in range(0x81, 0xFF):
        for second in range(0x40, 0xFF):
            try:
                char = bytes([first, second]).decode(encoding)
            except UnicodeDecodeError:
                continue
            if len(char) == 1 and not "\ue000" <= char <= "\uf8ff":
                found.append(char)
    return found


def text_of(text: str, *, traditional: bool = False) -> str:
    return "".join(run.text for run in in_glyphs(text, traditional=traditional))


@pytest.mark.parametrize(("encoding", "traditional"), [("gb2312", False), ("big5", True)])
def test_every_character_of_the_standards_is_drawn_as_itself(encoding: str, traditional: bool):
    """GB/T 2312 and, but for a few signs of its code table, Big5: every third character of each."""
    known = {unicodedata.normalize("NFC", char) for char in characters_of(encoding)[::3]}
    missing = [char for char in known if not char.isspace() and text_of(char, traditional=traditional) != char]
    assert [char for char in missing if "\u3400" <= char <= "\u9fff"] == []
    assert len(missing) <= 4


def test_latin_and_numbers_are_drawn_as_themselves():
    """English and French with all their marks, digits, currencies and units."""
    text = "The quick brown fox ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜ àâæçéèêëîïôœùûüÿ 0123456789 ¥€£ 500 g, 75 cl – 13 % ℃ № ½"
    assert text_of(text) == text


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Łódź", "Lódz"),
        ("čšž", "csz"),
        ("茶😀叶", "茶叶"),
        ("ไทย", REPLACEMENT * 3),
        ("叱\ufe00咤\u200d", "叱咤"),
        ("Yan’an “A”", 'Yan\'an "A"'),
        ("“好货”", "“好货”"),
        ("e\u0301", "é"),
        ("a\tb\u3000c", "a b c"),
    ],
)
def test_what_no_face_holds_is_replaced_and_never_an_empty_box(text: str, drawn: str):
    """A letter loses its mark, a sign becomes the one that compositors set for a missing sort, an emoji is left out."""
    assert text_of(text) == drawn


def test_traditional_chinese_has_forms_of_its_own():
    """骨 and 直 are drawn otherwise for readers of traditional Chinese; what only the other face has comes from it."""
    assert [run.face for run in in_glyphs("骨直", traditional=True)] == ["traditional"]
    assert [run.face for run in in_glyphs("骨直")] == ["simplified"]
    assert [run.face for run in in_glyphs("骨猪贰", traditional=True)] == ["traditional", "simplified"]
    pictures = []
    for traditional in (False, True):
        image = Image.new("L", (300, 100))
        letter(ImageDraw.Draw(image), (10, 50), "骨直", 80, "#ffffff", traditional=traditional)
        pictures.append(image)
    assert ImageChops.difference(*pictures).getbbox() is not None


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=90), st.integers(200, 700), st.integers(40, 220))
def test_no_text_leaves_its_box(text: str, width: int, height: int):
    """Whatever is written, the lines keep to width and height; what cannot be read at the smallest size is left out."""
    found = setting(text, width=width, height=height, largest=90, smallest=12)
    assert found.height <= height + 0.01
    assert all(width_of(line) * found.size <= width + 0.01 for line in found.lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [("秦岭土蜂蜜", 1), ("紫阳富硒茶（毛尖）", 1), ("黔北大山深处散养土鸡与当季鲜笋干礼盒装", 2), ("字" * 60, 3)],
)
def test_a_name_is_as_large_as_its_box_allows_in_as_few_lines_as_look_well(text: str, lines: int):
    """A short name stands in one line, one of 60 characters in three."""
    found = setting(text, width=600, height=168, largest=88, smallest=24)
    assert len(found.lines) == lines
    assert "".join(found.lines) == text
    assert found.size >= 30


def test_one_line_of_letters_stands_where_it_is_put():
    """Left, middle and right ends are where they were asked for; the height is the middle of the characters."""
    for align, at in (("left", 20), ("middle", 200), ("right", 380)):
        image = Image.new("L", (400, 100))
        letter(ImageDraw.Draw(image), (at, 50), "茶叶茶叶", 40, "#ffffff", align=align)
        left, top, right, bottom = image.getbbox()
        ends = {"left": left, "middle": (left + right) / 2, "right": right}
        assert ends[align] == pytest.approx(at, abs=4)
        assert (top + bottom) / 2 == pytest.approx(50, abs=3)


def test_titles_are_stronger_than_text():
    """The weight of a title covers more of the paper, in every stroke."""
    covered = []
    for strong in (False, True):
        image = Image.new("L", (300, 100))
        letter(ImageDraw.Draw(image), (10, 50), "紫阳", 80, "#ffffff", strong=strong)
        covered.append(sum(value * count for value, count in enumerate(image.histogram())))
    assert covered[1] > covered[0] * 1.15


def test_an_empty_text_has_no_lines():
    """Nothing is set where nothing is written."""
    assert setting(" \n ", width=100, height=100, largest=40, smallest=10).lines == ()
    assert LINE_HEIGHT > 1
