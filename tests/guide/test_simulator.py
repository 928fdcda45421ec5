"""The simulator: what is done to its shelf comes to the real display beside it, from a server and from files."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from kiosk.bridge.processes import served
from line.site_copies import BuiltSite, copy_edited
from playwright.sync_api import Browser, ConsoleMessage, FrameLocator, Page, expect
from surfaces.support import surroundings_of

from generator.surfaces.guide.simulator import simulator_outputs

from .displays import NOON

pytestmark = pytest.mark.browser
DISPLAY = "guide/yantian-huojia/"
SIMULATOR = f"{DISPLAY}simulator/index.html"


@pytest.fixture(scope="module")
def root(built_demo: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration with the simulators of its displays; all but ``guide/`` is the shared one."""
    folder = tmp_path_factory.mktemp("simulator")
    out = folder / "out"
    out.mkdir()
    for entry in built_demo.out.iterdir():
        if entry.name != "guide":
            (out / entry.name).symlink_to(entry)
    shutil.copytree(built_demo.out / "guide", out / "guide")
    for output in simulator_outputs(surroundings_of(copy_edited(built_demo.site, folder / "site"))):
        path = out / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.make())
    return out


@pytest.fixture(scope="module")
def address(root: Path) -> Iterator[str]:
    """Where it is served."""
    with served(root) as address:
        yield address


@pytest.fixture
def page(chromium: Browser, root: Path) -> Iterator[Page]:
    """The simulator, opened as a file; no error is written on the console."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    context.clock.install(time=NOON)
    page = context.new_page()
    wrong: list[str] = []

    def told(message: ConsoleMessage) -> None:
        if message.type == "error":
            wrong.append(message.text)

    page.on("console", told)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto((root / SIMULATOR).as_uri())
    _ready(page)
    yield page
    context.close()
    assert wrong == []


def _ready(page: Page) -> None:
    expect(page.locator("[data-state]")).to_have_text("屏幕已经连上")
    _frame(page).locator("body[data-ready]").wait_for(state="attached")


def _frame(page: Page) -> FrameLocator:
    return page.frame_locator(".sh-sim__frame")


def _shown(page: Page, screen: str, *names: str) -> None:
    """Wait until the display shows a screen with these goods."""
    part = _frame(page).locator(f".sh-g-{screen}, [data-screen={screen}].sh-g-screen").first
    part.wait_for()
    for name in names:
        expect(_frame(page).locator(f"[data-screen={screen}].sh-g-screen")).to_contain_text(name)


def test_goods_are_lifted_compared_and_put_back(page: Page) -> None:
    """By a press, by the keyboard, by drawing them up; two in the hand are compared."""
    first = page.locator('[data-slot="01"]')
    first.click()
    _shown(page, "item", "东源腐竹")
    expect(first).to_have_attribute("aria-pressed", "true")

    page.locator('[data-slot="02"]').focus()
    page.keyboard.press("Space")
    _shown(page, "compare", "东源腐竹", "东源茶油")

    first.click()
    _shown(page, "item", "东源茶油")

    box = page.locator('[data-slot="05"]').bounding_box()
    assert box is not None
    page.locator('[data-act="all"]').click()
    page.mouse.move(box["x"] + 40, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 40, box["y"], steps=5)
    _shown(page, "item", "东源客家黄酒")
    page.mouse.move(box["x"] + 40, box["y"] + 60, steps=5)
    page.mouse.up()
    expect(page.locator('[data-slot="05"]')).to_have_attribute("aria-pressed", "false")
    assert "放回 05 东源客家黄酒" in page.locator("[data-log]").inner_text()


def test_other_senses(page: Page) -> None:
    """Scans, chattering contacts, tags that nobody knows, sensors that are lost, data of a device."""
    code = page.locator("#codes option").nth(2)
    page.locator('[name="code"]').fill(code.get_attribute("value") or "")
    page.locator('[data-form="scan"] button').click()
    _shown(page, "item", str(code.evaluate("option => option.textContent")))

    page.locator('[data-act="unknown"]').click()
    expect(_frame(page).locator('[data-g="notice"]')).to_contain_text("没认出")

    silent = _frame(page).locator('[data-g="silent"]')
    expect(silent).to_be_hidden()
    page.locator('[data-act="silence"]').click()
    expect(silent).to_be_visible()
    page.locator('[data-act="silence"]').click()
    expect(silent).to_be_hidden()

    page.locator('[data-slot="04"]').click()
    _shown(page, "item", "东源绿茶")
    page.locator('[data-act="chatter"]').click()
    expect(page.locator('[data-slot="04"]')).to_have_attribute("aria-pressed", "false")

    page.locator("summary").click()
    page.locator('[name="decoder"]').select_option("json")
    page.locator('[name="data"]').fill('{"sensor":"W07",')
    page.locator('[data-form="raw"] button').click()
    expect(page.locator("[data-log]")).to_contain_text("没有认出什么")
    page.locator('[name="data"]').fill('"state":"lifted"}')
    page.locator('[data-form="raw"] button').click()
    _shown(page, "item", "万绿湖小鱼干")


def test_a_chattering_contact_ends_where_it_ends(page: Page) -> None:
    """Nine touches in a quarter of a second: the display shows the goods once and keeps them."""
    page.locator('[data-slot="06"]').click()
    _shown(page, "item", "东源鸡蛋")
    page.locator('[data-slot="06"]').click()
    page.locator('[data-act="chatter"]').click()
    page.wait_for_timeout(1200)
    expect(page.locator('[data-slot="06"]')).to_have_attribute("aria-pressed", "true")
    _shown(page, "item", "东源鸡蛋")


def test_another_screen(page: Page) -> None:
    """Each layout is the display at that size, scaled into its place."""
    for layout, width, height in (("portrait", 1080, 1920), ("tablet", 1280, 800), ("shelf-edge", 1024, 600)):
        page.locator("[data-layouts]").select_option(layout)
        _ready(page)
        frame = page.frames[-1]
        assert frame.evaluate("[innerWidth, innerHeight]") == [width, height]
        assert frame.evaluate("document.documentElement.dataset.layout") == layout
        box = page.locator("[data-glass]").bounding_box()
        assert box is not None
        assert abs((box["width"] - 16) / (box["height"] - 16) - width / height) < 0.02
    page.locator('[data-slot="03"]').click()
    _shown(page, "item", "东源大米")


@pytest.mark.parametrize("width", [1440, 390])
def test_it_is_accessible_and_served_as_well(chromium: Browser, address: str, width: int) -> None:
    """Axe finds nothing, nothing lies beyond the side of a phone, and over HTTP it works the same."""
    with chromium.new_context(viewport={"width": width, "height": 844}) as context:
        context.clock.install(time=NOON)
        page = context.new_page()
        page.goto(address + SIMULATOR)
        _ready(page)
        page.locator('[data-slot="01"]').click()
        _shown(page, "item", "东源腐竹")
        page.locator("summary").click()
        found: dict[str, Any] = Axe().run(page, options={"iframes": False}).response
        told = [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found["violations"]]
        assert not told
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nobody_else_lifts_anything(chromium: Browser, address: str, tmp_path: Path) -> None:
    """A page of another website that frames the display is not heard, nor one that frames it without the word."""
    (tmp_path / "frame.html").write_text(
        "<!doctype html><iframe id=f></iframe><script>"
        "function send() { f.contentWindow.postMessage({shanhuo: 1, type: 'sense',"
        " event: {type: 'lift', sensor: 'W01'}}, '*'); }</script>",
        encoding="utf-8",
    )
    with served(tmp_path) as elsewhere, chromium.new_context() as context:
        context.clock.install(time=NOON)
        page = context.new_page()
        page.goto(elsewhere + "frame.html")
        for end in ("#simulator", ""):
            page.evaluate("src => { f.src = src; }", f"{address}{DISPLAY}index.html?{end}")
            frame = page.frame_locator("#f")
            frame.locator("body[data-ready]").wait_for(state="attached")
            page.evaluate("send()")
            page.wait_for_timeout(300)
            expect(frame.locator("body")).to_have_attribute("data-screen", "attract")
