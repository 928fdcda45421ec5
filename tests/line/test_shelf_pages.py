"""Shelf pages in a real Chromium, on a phone: light, whole, large enough to read and to press, and without a script."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response

from . import published
from .kinds import FOLDERS, language_of
from .site_copies import BuiltSite
from .sizes import is_acceptance, record_result

pytestmark = pytest.mark.browser

HEAVIEST_PAGE = 14_000
"""Bytes of HTML with its style, compressed: what a server may send before it has to wait for an answer (ten segments of
1,460 bytes, RFC 6928)."""
HEAVIEST_PICTURE = 60_000
"""Bytes of the first picture on a phone."""
SMALLEST_TEXT = 18
"""CSS pixels."""
SMALLEST_TARGET = 60
"""CSS pixels of either side of what is pressed."""
PHONE = {"width": 360, "height": 740}
DENSITY = 3
"""Device pixels a CSS pixel."""
_ROUNDING = 0.5
"""CSS pixels by which a box may lie beside the device's pixels."""

_SMALL_TEXT = """(least) => {
  const found = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (!node.data.trim() || ["SCRIPT", "STYLE"].includes(element.tagName) || !box.width || !box.height) continue;
    if (style.visibility === "hidden" || element.closest(".sh-hidden")) continue;
    const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
    const size = parseFloat(style.fontSize) * (matrix ? Math.hypot(matrix.a, matrix.b) : 1);
    if (size < least - 0.01) found.set(`${element.tagName}.${element.getAttribute("class")} ${size}`, node.data.trim());
  }
  return [...found].map(([where, text]) => `${where}: ${text.slice(0, 30)}`);
}"""
_SMALL_TARGETS = """(least) => [...document.querySelectorAll("a[href], button, input, select, summary, audio")]
  .map((element) => [element, element.getBoundingClientRect()])
  .filter(([element, box]) => box.width && box.height && !element.closest(".sh-hidden"))
  .filter(([, box]) => box.width < least || box.height < least)
  .map(([element, box]) => `${element.outerHTML.slice(0, 120)}: ${Math.round(box.width)}×${Math.round(box.height)}`)
"""
_STANDING_OUT = """() => [...document.querySelectorAll("body *")].filter((element) => {
  const box = element.getBoundingClientRect();
  if (!box.width || !box.height || element.closest(".sh-hidden")) return false;
  return box.right > document.documentElement.clientWidth + 1 || box.left < -1;
}).map((element) => element.outerHTML.slice(0, 120))"""
_OVERLAYS = """() => [...document.querySelectorAll("*")]
  .filter((element) => ["fixed", "sticky"].includes(getComputedStyle(element).position))
  .map((element) => element.outerHTML.slice(0, 120))"""


def _weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), mtime=0))


@pytest.fixture(scope="module")
def paths(built_demo: BuiltSite) -> list[Path]:
    """Shelf pages of the demonstration in all languages: the heaviest of each, or every one at stated size."""
    found = sorted(built_demo.out.glob("P/**/index.html"), key=_weight, reverse=True)
    assert len(found) >= 36 * len(FOLDERS)
    languages = [language_of(path.relative_to(built_demo.out).as_posix()) for path in found]
    return found if is_acceptance() else [found[languages.index(language)] for language in FOLDERS]


@contextmanager
def on_a_phone(chromium: Browser, *, width: int = PHONE["width"], text: int = 16) -> Iterator[Page]:
    """Open a page of *width* CSS pixels for a reader whose browser shows text of *text* pixels."""
    context = chromium.new_context(
        viewport={"width": width, "height": PHONE["height"]}, device_scale_factor=DENSITY, has_touch=True
    )
    page = context.new_page()
    sizes = {"fontSizes": {"standard": text, "fixed": text}}
    context.new_cdp_session(page).send("Page.setFontSizes", sizes)
    try:
        yield page
    finally:
        context.close()


def noted(page: Page) -> list[Response]:
    """Return a list that receives every answer that *page* gets."""
    answers: list[Response] = []
    page.on("response", lambda told: answers.append(told))
    return answers


def test_pages_are_light(paths: list[Path]) -> None:
    """HTML with its style takes at most 14,000 bytes, compressed."""
    weights = {path: _weight(path) for path in paths}

    assert {path.as_posix(): weight for path, weight in weights.items() if weight > HEAVIEST_PAGE} == {}
    record_result("shelf-pages", len(paths), "pages weighed", f"at most {max(weights.values()):,} bytes compressed")


def test_pages_have_no_script(built_demo: BuiltSite, paths: list[Path]) -> None:
    """No element, attribute, address or redirect on them runs anything."""
    for path in paths:
        page = published.Page.read(built_demo.out, path.relative_to(built_demo.out).as_posix())
        assert not page.elements("script")
        assert not [each for each in page.elements("meta") if each.get("http-equiv", "").lower() == "refresh"]
        for element in page.tree.iter():
            assert not [name for name in element.attrib if name.startswith("on")], element.attrib
            assert not (element.get("href") or "").startswith("javascript:")


def test_pages_ask_for_themselves_and_pictures_alone(paths: list[Path], chromium: Browser) -> None:
    """A phone asks for the page and its pictures, of which the first has at most 60 KB; nothing lies over the page."""
    heaviest = 0
    for path in paths:
        with on_a_phone(chromium) as page:
            answers = noted(page)
            page.goto(path.as_uri(), wait_until="load")
            asked = [(each.request.resource_type, each.url) for each in answers if not each.url.startswith("data:")]
            assert page.evaluate(_OVERLAYS) == [], path
            pictures = [len(each.body()) for each in answers if each.request.resource_type == "image" and each.ok]
        assert asked[0] == ("document", path.as_uri())
        assert {kind for kind, _ in asked[1:]} <= {"image"}, (path, asked)
        heaviest = max(heaviest, *pictures[:1], 0)
        assert heaviest <= HEAVIEST_PICTURE, path
    record_result("shelf-pages", len(paths), "pages loaded", f"pictures alone, the first at most {heaviest:,} bytes")


def test_text_and_targets_are_large(paths: list[Path], chromium: Browser) -> None:
    """No text is smaller than 18 px, nothing to press smaller than 60 px, without any setting."""
    for path in paths:
        with on_a_phone(chromium) as page:
            page.goto(path.as_uri(), wait_until="load")
            assert page.evaluate(_SMALL_TEXT, SMALLEST_TEXT) == [], path
            assert page.evaluate(_SMALL_TARGETS, SMALLEST_TARGET - _ROUNDING) == [], path


def test_pages_are_whole_on_the_narrowest_phone_at_twice_the_text(paths: list[Path], chromium: Browser) -> None:
    """At 320 px, for a reader whose text is twice as large, nothing stands out of the window."""
    for path in paths:
        with on_a_phone(chromium, width=320, text=32) as page:
            page.goto(path.as_uri(), wait_until="load")
            assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 32
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
            assert page.evaluate(_STANDING_OUT) == [], path
    record_result("shelf-pages", len(paths), "pages at 320 px and 200 % text", "whole")
