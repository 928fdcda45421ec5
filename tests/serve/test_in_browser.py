"""What an editor sees in a real browser: the page follows the files, and the overlay says what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .running import running, until

pytestmark = pytest.mark.browser

TEA = "data/products/ziyang-cha.yml"
TEA_PAGE = "products/ziyang-cha/"
PATIENCE_MS = 20_000
HIDE = """
Object.defineProperty(document, "visibilityState", { get: () => window.__visibility ?? "visible" });
window.__show = (state) => { window.__visibility = state; document.dispatchEvent(new Event("visibilitychange")); };
"""
"""Lets a test hide a page, which a headless browser never does by itself."""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page that fails the test when it logs an error or asks another host for anything."""
    context = chromium.new_context(viewport={"width": 1000, "height": 500})
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE_MS)
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("request", lambda request: "127.0.0.1" in request.url or faults.append(request.url))
    yield opened
    context.close()
    assert faults == []


def panel(page: Page) -> object:
    return page.locator("shanhuo-preview .panel")


def test_a_saved_price_appears_and_the_scroll_position_stays(shop: Path, page: Page) -> None:
    """The page reloads by itself, where the reader was."""
    with running(shop) as preview:
        page.goto(preview.address + TEA_PAGE)
        page.evaluate("window.scrollTo(0, 300)")
        page.wait_for_function("window.scrollY > 250")
        at = page.evaluate("window.scrollY")
        preview.edit(TEA, "一句话介绍: 清明前后采的一芽一叶。", "一句话介绍: 今年的新茶到了。")
        expect(page.get_by_text("今年的新茶到了").first).to_be_attached(timeout=PATIENCE_MS)
        page.wait_for_function("at => Math.abs(window.scrollY - at) < 5", arg=at)
        expect(page.locator("shanhuo-preview .panel")).to_be_hidden()


def test_the_overlay_lists_findings_over_the_last_good_page_and_goes_when_they_are_mended(
    shop: Path, page: Page
) -> None:
    """File, line, field, message and mending in Chinese; the page beneath is the old one; mended, it is the new one."""
    with running(shop) as preview:
        page.goto(preview.address + TEA_PAGE)
        preview.edit(TEA, "名称: 紫阳富硒茶\n", "名称: 汉江新茶\n颜色: 绿\n")
        found = page.locator("shanhuo-preview .panel")
        expect(found).to_be_visible(timeout=PATIENCE_MS)
        expect(found.locator("h2")).to_have_text("1 处错误")
        expect(found.locator("li")).to_have_count(1)
        expect(found.locator(".place")).to_contain_text(f"{TEA}:3")
        expect(found.locator(".field")).to_have_text("颜色")
        expect(found.locator(".message")).to_contain_text("没有字段“颜色”")
        expect(found.locator(".mend")).to_contain_text("怎么改：")
        expect(page.locator("h1").first).to_contain_text("紫阳富硒茶")
        preview.edit(TEA, "颜色: 绿\n", "")
        expect(page.locator("h1").first).to_contain_text("汉江新茶", timeout=PATIENCE_MS)
        expect(found).to_be_hidden()


def test_what_an_editor_wrote_is_text_in_the_overlay_and_never_markup(shop: Path, page: Page) -> None:
    """A script or picture in a field name is shown as it was written."""
    attack = "<img src=x onerror=window.__attacked=1><script>window.__attacked=1</script>"
    with running(shop) as preview:
        page.goto(preview.address)
        preview.edit(TEA, "名称: 紫阳富硒茶\n", f"名称: 紫阳富硒茶\n'{attack}': 一\n")
        found = page.locator("shanhuo-preview .panel")
        expect(found.locator(".field")).to_have_text(attack, timeout=PATIENCE_MS)
        expect(found.locator("img, script")).to_have_count(0)
        assert page.evaluate("window.__attacked") is None


def test_the_overlay_folds_by_key_and_button_and_comes_back(shop: Path, page: Page) -> None:
    """A reader can look at the page beneath, with the keyboard alone; the number of errors stays in sight."""
    with running(shop) as preview:
        page.goto(preview.address)
        preview.edit(TEA, "产地:", "产弟:")
        found, pill = page.locator("shanhuo-preview .panel"), page.locator("shanhuo-preview .pill")
        expect(found).to_be_visible(timeout=PATIENCE_MS)
        found.get_by_role("button", name="收起").click()
        expect(found).to_be_hidden()
        expect(pill).to_contain_text("处错误")
        expect(pill).to_be_focused()
        page.keyboard.press("Enter")
        expect(found).to_be_visible()
        page.keyboard.press("Escape")
        expect(found).to_be_hidden()


def test_the_holding_page_turns_into_the_site(shop: Path, page: Page) -> None:
    """A first build that fails shows a page with the reason; mended, the site stands there."""
    good = (shop / TEA).read_text(encoding="utf-8")
    (shop / TEA).write_text("名称: [", encoding="utf-8")
    with running(shop) as preview:
        page.goto(preview.address + TEA_PAGE)
        expect(page.get_by_role("heading", name="网站还没有生成")).to_be_visible()
        expect(page.locator("shanhuo-preview .place").first).to_contain_text(TEA)
        (shop / TEA).write_text(good, encoding="utf-8")
        expect(page.locator("h1").first).to_contain_text("紫阳富硒茶", timeout=PATIENCE_MS)


def test_many_tabs_are_open_at_once_and_each_is_right_when_it_is_looked_at(shop: Path, chromium: Browser) -> None:
    """A browser opens six connections to a host; nine tabs load all the same, and a hidden one catches up."""
    context = chromium.new_context()
    context.add_init_script(HIDE)
    with running(shop) as preview:
        tabs = []
        for _ in range(9):
            tab = context.new_page()
            tab.goto(preview.address + TEA_PAGE, timeout=PATIENCE_MS)
            tab.evaluate("window.__show('hidden')")
            tabs.append(tab)
        preview.edit(TEA, "名称: 紫阳富硒茶", "名称: 汉江新茶")
        until(lambda: len(preview.outcomes) == 2)
        for tab in (tabs[0], tabs[8]):
            expect(tab.locator("h1").first).to_contain_text("紫阳富硒茶")
            tab.evaluate("window.__show('visible')")
            expect(tab.locator("h1").first).to_contain_text("汉江新茶", timeout=PATIENCE_MS)
    context.close()


def test_a_page_is_told_that_the_preview_has_ended(shop: Path, page: Page) -> None:
    """Nobody goes on editing in front of a page that no longer follows."""
    with running(shop) as preview:
        page.goto(preview.address)
        page.wait_for_function(
            "document.querySelector('shanhuo-preview')?.shadowRoot.querySelector('.lost').textContent"
        )
    expect(page.locator("shanhuo-preview .lost")).to_be_visible(timeout=PATIENCE_MS)
