"""The words of a display's inputs become ways in."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.contract.input_words import DECODERS, EXAMPLES, SENSOR_KINDS, WORDS, read_input
from generator.surfaces.guide.inputs import BRIDGE, sensor_inputs

BY_BRIDGE = {"kind": "socket", "url": BRIDGE}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("感应器;扫码枪;触摸", [BY_BRIDGE, {"kind": "keyboard"}, {"kind": "touch"}]),
        ("重力感应;扫码枪;RFID;触摸屏", [BY_BRIDGE, {"kind": "keyboard"}, {"kind": "touch"}]),
        ("Sensors;Barcode Scanner;Touch", [BY_BRIDGE, {"kind": "keyboard"}, {"kind": "touch"}]),
        ("感应器;串口", [{"kind": "serial", "decoder": "nexmosphere"}]),
        ("串口@9600,json", [{"kind": "serial", "baud": 9600, "decoder": "json"}]),
        ("串口：115200，扫码", [{"kind": "serial", "baud": 115200, "decoder": "scanner"}]),
        ("ws://127.0.0.1:8765;感应器", [{"kind": "socket", "url": "ws://127.0.0.1:8765"}]),
        ("ＲＦＩＤ;前缀=~;后缀=#", [{"kind": "keyboard", "prefix": "~", "suffix": "#"}]),
        ("扫码枪;间隔=120", [{"kind": "keyboard", "gap": 120}]),
        (
            "串口;X003=磁吸;X005=人体",
            [{"kind": "serial", "decoder": "nexmosphere", "sensors": {"X003": "magnetic", "X005": "presence"}}],
        ),
        ("魔杖;触摸", [{"kind": "touch"}]),
        ("", []),
    ],
)
def test_words_become_ways_in(words: str, told: list[dict[str, Any]]) -> None:
    """Editors' words, installers' words, both together; what nobody understands is left out."""
    assert [each.settings() for each in sensor_inputs(words.split(";"))] == told


@pytest.mark.parametrize(
    "word",
    [
        "魔杖",
        "串口@12",
        "串口@9600,魔法",
        "ws://",
        "ws://a:b@host/",
        "ws://[",
        "http://127.0.0.1/",
        "X003=会飞",
        "X003=",
        "",
    ],
)
def test_a_word_that_nobody_understands_is_none(word: str) -> None:
    """These have a finding of their own."""
    assert read_input(word) is None


def test_all_offered_words_are_understood() -> None:
    """What a finding offers, and every word of the lists, is read as what it stands for."""
    assert all(read_input(word) for word in EXAMPLES.split("、"))
    for kind, words in WORDS.items():
        assert {getattr(read_input(word.upper()), "kind", "") for word in words} == {kind}
    for meanings, form in ((SENSOR_KINDS, "X001={}"), (DECODERS, "串口,{}")):
        for name, words in meanings.items():
            assert {getattr(read_input(form.format(word)), "meaning", "") for word in words} == {name}


@given(st.text(max_size=40))
@settings(derandomize=True)
def test_no_word_throws(word: str) -> None:
    """Whatever stands in a list is understood or not."""
    read_input(word)
    sensor_inputs([word])
