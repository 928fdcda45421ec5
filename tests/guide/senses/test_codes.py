"""What a scanned text is: an address of ours, a trade item number, a tag, or text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum import ean

from generator.contract.shelf_code import ALPHABET, check_character

from .scripts import Engine

CODE = "2A3B4C" + check_character("2A3B4C")


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        (f"HTTPS://SHANHUO.EXAMPLE/P/{CODE}", "link", {"host": "shanhuo.example", "code": CODE}),
        (f"https://shanhuo.example/P/{CODE.lower()}/en/?a=1", "link", {"code": CODE}),
        (f"https://shanhuo.example/base/P/{CODE}/", "link", {"code": CODE}),
        ("https://shanhuo.example/P/AAAAAAB/", "link", {"code": None}),
        ("https://id.example/01/06901234567892/10/A%2F1?17=271231", "link", {"gtin": "06901234567892", "lot": "A/1"}),
        ("https://id.example/01/06901234567893", "link", {"gtin": None}),
        ("https://elsewhere.example/", "link", {"host": "elsewhere.example", "code": None, "gtin": None}),
        ("https://u.wechat.com/%E4%ZZ", "link", {"host": "u.wechat.com"}),
        (CODE, "link", {"host": "", "code": CODE}),
        (f"{CODE[:3]} {CODE[3:].lower()}", "link", {"code": CODE}),
        ("(01)06901234567892(10)A1(17)271231", "gtin", {"gtin": "06901234567892", "lot": "A1"}),
        ("]C101069012345678921727123110A1\x1d21777", "gtin", {"gtin": "06901234567892", "lot": "A1"}),
        ("]d2010690123456789210A1{GS}21777", "gtin", {"gtin": "06901234567892", "lot": "A1"}),
        ("]Q3010690123456789210A1<GS>21777", "gtin", {"gtin": "06901234567892", "lot": "A1"}),
        ("]E06901234567892", "gtin", {"gtin": "06901234567892"}),
        ("6901234567892", "gtin", {"gtin": "06901234567892"}),
        ("690-1234-56789-2\r", "gtin", {"gtin": "06901234567892"}),
        ("036000291452", "gtin", {"gtin": "00036000291452"}),
        ("96385074", "gtin", {"gtin": "00000096385074"}),
        ("16901234567899", "gtin", {"gtin": "16901234567899"}),
        ("6901234567893", "text", {}),
        ("96385075", "text", {}),
        ("E28011606000020612345678", "tag", {"tag": "E28011606000020612345678"}),
        ("04:a2:b3:c4:d5:e6:f7", "tag", {"tag": "04A2B3C4D5E6F7"}),
        ("0x04A2B3C4", "tag", {"tag": "04A2B3C4"}),
        ("0001234567", "tag", {"tag": "1234567"}),
        ("紫阳富硒茶", "text", {}),
        ("javascript:alert(1)", "text", {}),
        ("", "text", {}),
    ],
)
def test_a_text_is_read(text: str, kind: str, told: dict[str, str | None], engine: Engine) -> None:
    """Each way of writing is known; a number that does not check is text, an address stays one."""
    read = engine.call("codes.read", text)
    assert read["kind"] == kind
    assert {name: read.get(name) for name in told} == told


@given(st.text("0123456789", min_size=7, max_size=13))
@settings(derandomize=True)
def test_check_digits_are_those_of_gs1(digits: str) -> None:
    """Ours is the sum that python-stdnum makes."""
    length = len(digits) + 1
    expected = (digits + ean.calc_check_digit(digits)) if length in (8, 12, 13, 14) else ""
    for last in "0123456789":
        whole = digits + last
        assert ENGINE.call("codes.gtin", whole) == (whole.rjust(14, "0") if whole == expected else "")


@given(st.text(ALPHABET, min_size=6, max_size=6), st.sampled_from(ALPHABET))
@settings(derandomize=True)
def test_shelf_codes_check_as_they_are_issued(body: str, last: str) -> None:
    """The sum is the contract's."""
    assert ENGINE.call("codes.isShelfCode", body + last) is (check_character(body) == last)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("002", "2", True),
        ("04:A2:B3:C4", "0x04a2b3c4", True),
        ("TAG-0001", "tag0001", True),
        ("12", "21", False),
        ("0", "00", True),
    ],
)
def test_tags_are_the_same_however_written(first: str, second: str, same: bool, engine: Engine) -> None:
    """Controllers, readers and editors write one tag differently."""
    assert (engine.call("codes.key", first) == engine.call("codes.key", second)) is same


@given(st.text(max_size=200))
@settings(derandomize=True)
def test_no_text_throws(text: str) -> None:
    """Whatever a symbol holds is told as something."""
    read: dict[str, Any] = ENGINE.call("codes.read", text)
    assert read["kind"] in ("link", "gtin", "tag", "text")


ENGINE = Engine()
