"""Readers that type, in Chromium: scans are told, what a person types stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .pages import sensed, stays, write_page

pytestmark = pytest.mark.browser
GTIN = "6901234567892"
SCAN = {"type": "scan", "code": GTIN}


@pytest.fixture
def page(chromium: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page that listens to the keyboard; one gap may be long, because this machine may be busy."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(write_page(tmp_path, [{"kind": "keyboard", "gap": 300}]).as_uri())
    yield page
    context.close()


def test_a_scan_is_told(page: Page) -> None:
    """Keys of a reader and Enter; capitals, colons and slashes too."""
    page.keyboard.type(GTIN)
    page.keyboard.press("Enter")
    page.keyboard.type("HTTPS://SHANHUO.EXAMPLE/P/2A3B4C5")
    page.keyboard.press("Tab")
    assert sensed(page, 2) == [SCAN, {"type": "scan", "code": "HTTPS://SHANHUO.EXAMPLE/P/2A3B4C5"}]


def test_a_scan_leaves_a_field_as_it_was(page: Page) -> None:
    """Scanned into a half typed question, the code goes away, the question stays and is not asked."""
    page.locator("#question").press_sequentially("怎么", delay=120)
    page.locator("#question").press_sequentially("ab", delay=350)
    page.wait_for_timeout(400)
    page.keyboard.type(GTIN)
    page.keyboard.press("Enter")
    assert sensed(page, 1) == [SCAN]
    assert page.locator("#question").input_value() == "怎么ab"
    assert page.evaluate("submitted") == 0


def test_what_a_person_types_is_asked(chromium: Browser, tmp_path: Path) -> None:
    """Slowly, and Enter: no scan, nothing swallowed."""
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(write_page(tmp_path, [{"kind": "keyboard"}]).as_uri())
        page.locator("#question").press_sequentially("fuxicha", delay=90)
        page.keyboard.press("Enter")
        stays(page, [])
        assert page.locator("#question").input_value() == "fuxicha"
        assert page.evaluate("submitted") == 1


def test_a_reader_without_enter(page: Page) -> None:
    """A pause ends the code."""
    page.keyboard.type(GTIN)
    assert sensed(page, 1) == [SCAN]


def test_an_input_method_that_splits_the_code(page: Page) -> None:
    """The first key comes as one, the others as texts of the input method, Enter as a key again."""
    session = page.context.new_cdp_session(page)
    page.locator("#question").focus()
    page.keyboard.press("6")
    for digit in GTIN[1:]:
        key = {"key": "Unidentified", "code": "", "windowsVirtualKeyCode": 229}
        session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
        session.send("Input.insertText", {"text": digit})
        session.send("Input.dispatchKeyEvent", {"type": "keyUp", **key})
    page.keyboard.press("Enter")
    assert sensed(page, 1) == [SCAN]
    assert page.locator("#question").input_value() == ""
    assert page.evaluate("submitted") == 0


def test_an_input_method_that_composes(page: Page) -> None:
    """Keys are taken (`Process`), the composition is written at the end: their places tell the code."""
    session = page.context.new_cdp_session(page)
    page.locator("#question").focus()
    for place, digit in enumerate(GTIN):
        key = {"key": "Process", "code": f"Digit{digit}", "windowsVirtualKeyCode": 229}
        session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
        text = GTIN[: place + 1]
        session.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
    session.send("Input.insertText", {"text": GTIN})
    page.keyboard.press("Enter")
    assert sensed(page, 1) == [SCAN]
    assert page.locator("#question").input_value() == ""


def test_an_input_method_that_takes_even_enter(page: Page) -> None:
    """What it writes after the scan goes away as well; what a person types after that stays."""
    session = page.context.new_cdp_session(page)
    page.locator("#question").fill("怎么")
    for code in [f"Digit{digit}" for digit in GTIN] + ["Enter"]:
        key = {"key": "Process", "code": code, "windowsVirtualKeyCode": 229}
        session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
    session.send("Input.insertText", {"text": GTIN})
    assert sensed(page, 1) == [SCAN]
    assert page.locator("#question").input_value() == "怎么"
    page.keyboard.press("a")
    session.send("Input.insertText", {"text": "吃"})
    assert page.locator("#question").input_value() == "怎么a吃"


def test_a_listener_that_fails_does_not_keep_it_from_others(page: Page) -> None:
    """And an event of no kind is none; what was ended hears nothing."""
    page.evaluate("shanhuo.senses.listen(function () { throw new Error('mine'); })")
    page.evaluate("window.end = shanhuo.senses.listen(function (event) { window.late = event; })")
    page.evaluate("shanhuo.senses.emit({type: 'explode'}); shanhuo.senses.emit(null); end()")
    page.keyboard.type(GTIN)
    page.keyboard.press("Enter")
    assert sensed(page, 1) == [SCAN]
    assert page.evaluate("window.late") is None
    page.evaluate("running.stop()")
    page.keyboard.type(GTIN)
    page.keyboard.press("Enter")
    stays(page, [SCAN])
