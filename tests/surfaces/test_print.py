"""Pages on paper: what is read stays, what is pressed goes, links say where they lead."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from line.site_copies import BuiltSite
from playwright.sync_api import Browser, Page

PRESSED = (".sh-search", ".sh-elder", ".sh-settings", ".sh-tabs", ".sh-colophon__nav", "button", ".sh-skip")
WHITE = "rgb(255, 255, 255)"
BLACK = "rgb(0, 0, 0)"
WIDTH = 794
"""A4 in CSS pixels, 210 mm at 96 to the inch."""


@pytest.fixture
def paper(chromium: Browser) -> Iterator[Page]:
    """A page as a printer sees it, sent by a reader who likes the night."""
    with chromium.new_context(viewport={"width": WIDTH, "height": 1123}, color_scheme="dark") as opened:
        page = opened.new_page()
        page.emulate_media(media="print")
        yield page


def opened(paper: Page, site: BuiltSite, path: str) -> Page:
    """Open a published page."""
    paper.goto((site.out / path / "index.html").as_uri())
    return paper


@pytest.mark.browser
@pytest.mark.parametrize(
    "path", ["", "products", "products/ziyang-fuxi-cha", "origins/610924", "stories/cha-jin-cheng"]
)
def test_paper_is_white_and_has_no_controls(built_demo: BuiltSite, paper: Page, path: str) -> None:
    """Black on white in every mode of the screen, without navigation, and no wider than the sheet."""
    page = opened(paper, built_demo, path)
    colours = page.evaluate("[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]")

    assert colours == [BLACK, WHITE]
    for pressed in PRESSED:
        assert not any(element.is_visible() for element in page.locator(pressed).all()), pressed
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH


@pytest.mark.browser
def test_links_of_other_sites_say_their_address(built_demo: BuiltSite, paper: Page) -> None:
    """A source is printed with its address; a link within the site is not."""
    page = opened(paper, built_demo, "products/ziyang-fuxi-cha")
    behind = "element => [element.getAttribute('href'), getComputedStyle(element, '::after').content]"
    outward = page.locator("a[rel~=external]").first.evaluate(behind)
    inward = page.locator(".sh-kicker__link").first.evaluate(behind)

    assert outward[1] == f'"{outward[0]}"'
    assert inward[1] == "none"


@pytest.mark.browser
def test_a_product_has_its_code_on_the_first_sheet(built_demo: BuiltSite, paper: Page) -> None:
    """The code stands beside the label, large enough to be scanned, and covers nothing."""
    page = opened(paper, built_demo, "products/ziyang-fuxi-cha")
    code = page.locator(".sh-share__picture").bounding_box()
    label = page.locator(".sh-product__label").bounding_box()
    picture = page.locator(".sh-product__pictures").bounding_box()
    about = page.locator("#about").bounding_box()
    assert code is not None
    assert label is not None
    assert picture is not None
    assert about is not None

    assert code["width"] >= 28 / 25.4 * 96 - 1
    assert code["x"] >= label["x"] + label["width"]
    assert picture["y"] + picture["height"] <= code["y"]
    assert code["y"] + code["height"] <= about["y"]


@pytest.mark.browser
def test_a_page_becomes_sheets(built_demo: BuiltSite, paper: Page) -> None:
    """The product of the demonstration takes a few sheets, the last of which is not empty."""
    page = opened(paper, built_demo, "products/ziyang-fuxi-cha")
    sheets = page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")

    assert 2 <= sheets <= 4
