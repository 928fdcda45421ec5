"""The page and the player in a real Chromium: signs of life, newer packs, what was learnt."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest
from line.site_copies import BuiltSite
from playwright.sync_api import Browser

from generator.kiosk.home import Home
from generator.kiosk.packing import make_pack

from .screens import DISPLAY, pack_of, playing

pytestmark = pytest.mark.browser


def test_a_page_follows_a_newer_pack_when_nobody_uses_it(tmp_path: Path, chromium: Browser) -> None:
    """It beats, stays as it is while somebody stands before it, and then shows the newer pack; no error comes up."""
    file, old = pack_of(tmp_path, "第一版", "2026-11-20")
    newer, new = pack_of(tmp_path, "第二版", "2026-11-21")
    screen = tmp_path / "screen"
    Home(screen).take(file)
    (tmp_path / "media").mkdir()
    page = chromium.new_page()
    page.clock.install()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    with playing(screen, "--usb", tmp_path / "media") as player:
        page.goto(player.address)
        assert page.url == f"{player.address}/p/{old.version}/guide/{DISPLAY}/index.html"
        page.wait_for_function("document.readyState === 'complete'")
        page.evaluate("shanhuo.idle = false")
        with page.expect_response("**/heartbeat"):
            page.clock.run_for(10_000)
        told = json.loads((screen / "heartbeat.json").read_text(encoding="utf-8"))
        assert (told["state"], told["event"], told["errors"]) == ("attract", "lift", 0)
        assert told["version"] == old.version

        shutil.copy(newer, tmp_path / "media")
        while player.ask("/version").json["version"] != new.version:
            page.wait_for_timeout(50)
        with page.expect_response("**/heartbeat"):
            page.clock.run_for(10_000)
        assert page.inner_text("#text") == "第一版"
        page.evaluate("shanhuo.idle = true")
        with page.expect_navigation():
            page.clock.run_for(10_000)
        assert page.inner_text("#text") == "第二版"
        assert page.url == f"{player.address}/p/{new.version}/guide/{DISPLAY}/index.html"

        slots = [{"slot": "01", "sensor": "W</script>\u202807", "tag": ""}]
        assert page.evaluate("slots => shanhuo.player.learn(slots)", slots) is True
        page.reload()
        assert page.evaluate("shanhuo.learnt") == slots
        assert page.evaluate("shanhuo.player.learn([{ slot: '' }])") is False
    page.clock.run_for(10_000)  # the player is gone: nothing on the screen changes
    assert page.inner_text("#text") == "第二版"
    # Chromium itself notes answers of 400 and connections that fail.
    assert [error for error in errors if not error.startswith("Failed to load resource")] == []
    page.close()


def test_an_unpacked_pack_opens_as_files(tmp_path: Path, chromium: Browser) -> None:
    """From its start page, without a player and without a server."""
    file, _ = pack_of(tmp_path, "茶", "2026-11-21")
    with zipfile.ZipFile(file) as archive:
        archive.extractall(tmp_path / "unpacked")
    page = chromium.new_page()
    page.goto((tmp_path / "unpacked" / "index.html").as_uri())
    page.wait_for_url(f"**/guide/{DISPLAY}/index.html")
    page.wait_for_function("window.shanhuo && shanhuo.idle === true")
    assert page.inner_text("#text") == "茶"
    assert page.evaluate("[shanhuo.learnt, shanhuo.player]") == [[], None]
    page.close()


def test_the_demonstration_plays_from_its_pack(tmp_path: Path, chromium: Browser, built_demo: BuiltSite) -> None:
    """The real display: through the player it comes up, beats and keeps what it learns; it comes up as files, too."""
    _, file = make_pack(built_demo.out, DISPLAY, "https://www.example.com/", tmp_path / "demo.shanhuo.zip")
    screen = tmp_path / "screen"
    pack = Home(screen).take(file)
    assert pack
    page = chromium.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    with playing(screen) as player:
        page.goto(player.address + "/")
        page.wait_for_selector("[data-ready]")
        while "heartbeat.json" not in os.listdir(screen):
            page.wait_for_timeout(50)
        told = json.loads((screen / "heartbeat.json").read_text(encoding="utf-8"))
        assert (told["version"], told["errors"]) == (pack.version, 0)
        assert told["state"] in ("attract", "closed")
        assert page.evaluate("shanhuo.player.learn([{ slot: '01', sensor: 'NEW', tag: '' }])") is True
        page.reload()
        page.wait_for_selector("[data-ready]")
        assert page.evaluate("shanhuo.display.slots[0].sensor") == "NEW"
    with zipfile.ZipFile(file) as archive:
        archive.extractall(tmp_path / "unpacked")
    page.goto((tmp_path / "unpacked" / "index.html").as_uri())
    page.wait_for_selector("[data-ready]")
    assert errors == []
    page.close()
