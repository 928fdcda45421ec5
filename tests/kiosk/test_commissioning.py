"""Setting up in a real Chromium: each product is lifted once, the player keeps what was learnt, the next pack too."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.displays import NOON
from line.site_copies import BuiltSite
from playwright.sync_api import Browser, Page

from generator.kiosk.home import Home
from generator.kiosk.packing import make_pack

from .screens import playing

pytestmark = pytest.mark.browser

DISPLAY = "yantian-huojia"


def lift(page: Page, sensor: str) -> None:
    """Let a sensor tell that something was lifted."""
    page.evaluate("sensor => shanhuo.senses.emit({ type: 'lift', sensor })", sensor)


def test_sensors_are_assigned_by_lifting(tmp_path: Path, chromium: Browser, built_demo: BuiltSite) -> None:
    """Other sensors than the data says: the display asks for one product after the other, and then shows them."""
    _, file = make_pack(built_demo.out, DISPLAY, "https://www.example.com/", tmp_path / "demo.shanhuo.zip")
    screen = tmp_path / "screen"
    Home(screen).take(file)
    page = chromium.new_page()
    page.clock.install(time=NOON)
    with playing(screen) as player:
        page.goto(player.address)
        page.wait_for_selector("body[data-ready]", state="attached")
        page.goto(f"{page.url}#commissioning")
        page.reload()
        page.wait_for_selector("body[data-ready]", state="attached")
        sheet = page.locator(".sh-g-commissioning")
        slots = page.evaluate("shanhuo.display.slots")
        for number, slot in enumerate(slots):
            assert slot["slot"] in sheet.inner_text()
            if number == 2:
                sheet.get_by_text("跳过这个货位").click()
                continue
            lift(page, f"N{number}")
            lift(page, f"N{number}")  # a chattering contact is no second product
        assert page.evaluate("shanhuo.screen.state().screen") == "attract"
        with page.expect_navigation():
            sheet.get_by_text("保存", exact=True).click()
        page.wait_for_selector("body[data-ready]", state="attached")
        assert sheet.count() == 0
        lift(page, "N7")
        assert page.locator(".sh-g-item").get_attribute("data-product") == slots[7]["product"]
        lift(page, slots[2]["sensor"])
        assert page.evaluate("shanhuo.screen.state().items").count(slots[2]["product"]) == 1
    page.close()
