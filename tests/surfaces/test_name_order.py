"""The order of names: by pinyin in Chinese, by letters elsewhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.surfaces.name_order import letters_key, name_keys, pinyin_key


def _sorted(names: list[str], language: str, work: Path) -> list[str]:
    keys = name_keys(names, language, work)
    return sorted(names, key=lambda name: keys[name])


def test_chinese_names_stand_as_in_a_dictionary(tmp_path: Path) -> None:
    """Figures and letters come first, then syllable by syllable; of one syllable the tone decides."""
    names = ["紫阳富硒茶", "乐业猕猴桃", "会山豆豉", "A级大米", "会山黑胡椒", "2号茶", "东源鸡蛋", "东源腐竹"]
    assert _sorted(names, "zh-Hans", tmp_path) == [
        "2号茶",
        "A级大米",
        "东源腐竹",
        "东源鸡蛋",
        "会山豆豉",
        "会山黑胡椒",
        "乐业猕猴桃",
        "紫阳富硒茶",
    ]
    assert [pinyin_key(name) for name in ("妈", "马", "骂")] == ["ma1", "ma3", "ma4"]


def test_a_character_is_read_by_its_word() -> None:
    """The same character has another sound in another word."""
    assert pinyin_key("重庆") == "chong2 qing4"
    assert pinyin_key("重量") == "zhong4 liang4"


def test_traditional_characters_sort_as_simplified_ones() -> None:
    """Both scripts of a name have one key."""
    assert pinyin_key("紫陽富硒茶") == pinyin_key("紫阳富硒茶")


def test_accents_and_capitals_do_not_part_what_belongs_together(tmp_path: Path) -> None:
    """Élan stands beside elan; a ligature stands as its letters; other scripts come last."""
    names = ["Zèbre", "œuf", "Étoile", "茶", "élan", "Oeuvre", "eté"]
    assert _sorted(names, "fr", tmp_path) == ["élan", "eté", "Étoile", "œuf", "Oeuvre", "Zèbre", "茶"]


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text(max_size=12))
def test_letters_make_a_key_of_any_text(text: str) -> None:
    """A key has neither accents nor capitals, and is its own key."""
    key = letters_key(text)
    assert letters_key(key) == key
    assert letters_key(text.upper().lower()) == letters_key(text.lower())


def test_known_names_need_no_dictionary(tmp_path: Path) -> None:
    """A run whose names were there before does not load pypinyin; one new name does."""
    assert name_keys(["会山豆豉", "东源腐竹"], "zh-Hans", tmp_path)
    program = (
        "import os, sys; from pathlib import Path; from generator.surfaces.name_order import name_keys\n"
        "vars(os).pop('fork', None)  # so that it is loaded here where it is loaded at all\n"
        "keys = name_keys(sys.argv[2:], 'zh-Hans', Path(sys.argv[1]))\n"
        "print(len(keys), 'pypinyin' in sys.modules)"
    )
    for names, told in ((["东源腐竹"], "1 False"), (["东源腐竹", "乐业猕猴桃"], "2 True")):
        done = subprocess.run(
            [sys.executable, "-c", program, str(tmp_path), *names], capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == told


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"version": "older", "keys": {"a": "b"}}'])
def test_what_is_kept_may_be_spoilt(tmp_path: Path, data: bytes) -> None:
    """A file that was half written, or written by another release of the dictionary, is made anew."""
    kept = tmp_path / "name-order-zh-Hans.json"
    kept.write_bytes(data)
    assert name_keys(["茶"], "zh-Hans", tmp_path) == {"茶": "cha2"}
    assert json.loads(kept.read_bytes())["keys"] == {"茶": "cha2"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_the_dictionary_goes_with_the_process_that_needed_it(tmp_path: Path) -> None:
    """Fifty megabytes of words are not there any more when pages are made."""
    code = (
        "import sys; from pathlib import Path; from generator.surfaces.name_order import name_keys;"
        "print(name_keys(['重庆小面', '东源腐竹'], 'zh-Hans', Path(sys.argv[1])));"
        "print('pypinyin' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-P", "-c", code, str(tmp_path)], capture_output=True, text=True, encoding="utf-8", check=True
    )
    keys, is_loaded = run.stdout.splitlines()
    assert "chong2 qing4" in keys
    assert is_loaded == "False"
