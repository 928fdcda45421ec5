"""Elder mode in a real browser: by address, by box, without a script and remembered with one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from line.site_copies import BuiltSite
from playwright.sync_api import Browser, BrowserContext, Page

LEAST_TEXT = 18
LEAST_TARGET = 60
LEAST_CONTRAST = 7
WIDTHS = (360, 768, 1440)
KINDS = {
    "home": "index.html",
    "list": "products/index.html",
    "product": "products/ziyang-fuxi-cha/index.html",
    "story": "stories/cha-jin-cheng/index.html",
    "stories": "stories/index.html",
    "origin": "origins/610924/index.html",
    "prose": "about/index.html",
    "search": "search/index.html",
}

SMALL_TEXT = """(least) => {
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("script, style, template, svg")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width < 2 || box.height < 2 || element.closest(".sh-hidden, .sh-scheme__word")) continue;
    const size = parseFloat(getComputedStyle(element).fontSize);
    if (size < least - 0.01) found.add(`${element.className} ${size}`);
  }
  return [...found];
}"""
"""Text that is seen and smaller than that; what only programs read aloud is not seen."""

LOW_TARGETS = """(least) => {
  const found = new Set();
  for (const element of document.querySelectorAll("a[href], button, summary, select, textarea, label, input")) {
    if (element.tabIndex < 0 && element.tagName !== "LABEL") continue;
    if (element.closest("label") && element.tagName === "INPUT") continue;
    if (element.closest(".sh-skip, .sh-prose p, .sh-article p, .sh-article li")) continue;
    let box = element.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    const after = getComputedStyle(element, "::after");
    if (after.position === "absolute" && after.content !== "none" && after.inset === "0px") {
      const whole = getComputedStyle(element).position === "static" ? element.offsetParent : element;
      box = whole.getBoundingClientRect();
    }
    if (box.height < least - 0.5) found.add(`${element.tagName}.${element.className} ${Math.round(box.height)}`);
  }
  return [...found];
}"""
"""What is pressed and lower than that; links within running text have its height (WCAG 2.2, 2.5.8, "inline")."""

FAINT_TEXT = """(least) => {
  const channel = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const luminance = ([red, green, blue]) =>
    0.2126 * channel(red / 255) + 0.7152 * channel(green / 255) + 0.0722 * channel(blue / 255);
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parts(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("script, style, template, svg, .sh-hidden")) continue;
    if (element.getBoundingClientRect().width < 2) continue;
    const one = luminance(parts(getComputedStyle(element).color));
    const other = luminance(ground(element));
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < least) found.add(`${element.className} ${ratio.toFixed(2)}`);
  }
  return [...found];
}"""
"""Text whose colour is nearer than that to the nearest ground behind it."""


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A reader with scripts, on a phone."""
    with chromium.new_context(viewport={"width": 360, "height": 740}) as opened:
        yield opened


@pytest.fixture
def plain(chromium: Browser) -> Iterator[BrowserContext]:
    """A reader without scripts."""
    with chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False) as opened:
        yield opened


def address(site: BuiltSite, path: str, fragment: str = "") -> str:
    """The address of a published file."""
    return (site.out / path).as_uri() + fragment


def text_size(page: Page) -> float:
    """Pixels of running text."""
    size: float = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    return size


def is_large(page: Page) -> bool:
    """Tell whether the page is in elder mode; the mode makes text a quarter larger at least."""
    return text_size(page) >= 20


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_everything_is_large_enough(built_demo: BuiltSite, chromium: Browser, kind: str, scheme: str) -> None:
    """Text from 18 px, targets from 60 px, contrast from 7, and no page becomes wider than its window."""
    with chromium.new_context(color_scheme=scheme) as opened:  # type: ignore[arg-type] # one of two words
        page = opened.new_page()
        page.goto(address(built_demo, KINDS[kind], "#elder"))

        assert page.evaluate(FAINT_TEXT, LEAST_CONTRAST) == []
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(SMALL_TEXT, LEAST_TEXT) == [], width
            assert page.evaluate(LOW_TARGETS, LEAST_TARGET) == [], width
            assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_the_address_needs_no_script(built_demo: BuiltSite, plain: BrowserContext) -> None:
    """``#elder`` enlarges the page, and the link that stands in the place of the box leads back."""
    page = plain.new_page()
    page.goto(address(built_demo, KINDS["product"], "#elder"))
    assert is_large(page)
    assert not page.locator(".sh-elder").is_visible()

    page.locator(".sh-elder-off").click()

    assert not is_large(page)
    assert page.locator(".sh-elder").is_visible()


@pytest.mark.browser
def test_the_box_needs_no_script(built_demo: BuiltSite, plain: BrowserContext) -> None:
    """The box enlarges the page and gives it back, by pointer and by keyboard."""
    page = plain.new_page()
    page.goto(address(built_demo, KINDS["home"]))
    assert not is_large(page)

    page.locator(".sh-elder").click()
    assert is_large(page)

    page.locator("#sh-elder").press("Space")
    assert not is_large(page)


@pytest.mark.browser
def test_the_choice_is_remembered(built_demo: BuiltSite, context: BrowserContext) -> None:
    """With a script, a page opened later is large from its first moment, and small again after the box says so."""
    page = context.new_page()
    page.goto(address(built_demo, KINDS["home"], "#elder"))
    page.goto(address(built_demo, KINDS["product"]))
    assert is_large(page)
    assert page.locator("#sh-elder").is_checked()

    page.locator(".sh-elder").click()
    assert not is_large(page)
    page.goto(address(built_demo, KINDS["list"]))

    assert not is_large(page)
    assert not page.locator("#sh-elder").is_checked()


@pytest.mark.browser
def test_the_box_wins_over_the_address(built_demo: BuiltSite, context: BrowserContext) -> None:
    """Switched off on a page whose address asks for it, the mode stays off when the page is opened again."""
    page = context.new_page()
    page.goto(address(built_demo, KINDS["home"], "#elder"))
    page.locator(".sh-elder").click()
    page.reload()

    assert not is_large(page)
    assert not page.url.endswith("#elder")


@pytest.mark.browser
def test_nothing_moves_when_the_choice_is_known(built_demo: BuiltSite, context: BrowserContext) -> None:
    """The script sets the mode before anything is drawn, so that no layout shifts."""
    page = context.new_page()
    page.goto(address(built_demo, KINDS["home"], "#elder"))
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach((entry) => "
        "{ window.shift += entry.value; })).observe({type: 'layout-shift', buffered: true});"
    )
    page.goto(address(built_demo, KINDS["list"]))
    page.wait_for_timeout(200)

    assert page.evaluate("window.shift") < 0.02


@pytest.mark.browser
def test_a_browser_without_has_enlarges_what_follows(
    built_demo: BuiltSite, tmp_path: Path, plain: BrowserContext
) -> None:
    """Where the root cannot be asked what stands in it, head and page are enlarged by the place before them."""
    sheet = next((built_demo.out / "assets" / "site").glob("portal-*.css")).read_text("utf-8")
    old = re.sub(r":has\(", ":unknown(", sheet).replace("selector(:unknown(a))", "selector(:unknown)")
    page = plain.new_page()
    page.route(re.compile(r"portal-\w+\.css"), lambda route: route.fulfill(body=old, content_type="text/css"))
    page.goto(address(built_demo, KINDS["product"], "#elder"))

    assert page.locator("h1").evaluate("element => element.currentCSSZoom") == 1.5
    assert page.locator(".sh-product__summary").bounding_box() is not None
    assert page.locator(".sh-elder-off").is_visible()
