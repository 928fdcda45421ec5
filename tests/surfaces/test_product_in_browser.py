"""Product and figure pages in a real browser: longest values, narrow screens, copying, the gallery, no script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from line.site_copies import BuiltSite
from playwright.sync_api import Browser, Page

from generator.build import Options, build

from . import longest_values

pytestmark = pytest.mark.browser

SIZES = (320, 360, 768, 1440)
PRODUCT = f"products/{longest_values.PRODUCT}/"
SELECTED = "document.addEventListener('copy', () => { window.taken = String(getSelection()); });"
"""Notes what is copied by selecting it."""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def longest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the longest values, built."""
    folder = tmp_path_factory.mktemp("longest")
    return build(Options(longest_values.make(folder / "site"), out=folder / "out")).out


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page of its own."""
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


def opened(page: Page, out: Path, address: str) -> Page:
    """Open the page at *address* as a file."""
    page.goto((out / address / "index.html").as_uri(), wait_until="load")
    return page


@pytest.mark.parametrize("address", [PRODUCT, "figures/", "figures/shu-1/", "sources/", "bundles/"])
def test_the_longest_values_run_out_of_no_screen(longest: Path, page: Page, address: str) -> None:
    """Twelve channels, thirty certificates, words without a break: nothing is wider than the screen, at any size."""
    opened(page, longest, address)
    for width in SIZES:
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate(OVERFLOW) == 0, width


def test_all_channels_and_certificates_are_shown(longest: Path, page: Page) -> None:
    """Nothing is cut off where there is much of it."""
    opened(page, longest, PRODUCT)

    assert page.locator(".sh-channel").count() == longest_values.CHANNELS
    assert page.locator("#certificates ~ * .sh-certificate").count() == longest_values.CERTIFICATES
    assert page.locator(".sh-product__seals .sh-seal").count() == 4


def test_channels_are_cards_on_a_phone_and_columns_on_a_desk(built_demo: BuiltSite, page: Page) -> None:
    """Without room each amount has its column's name before it; with room the names stand once, above."""
    opened(page, built_demo.out, "products/qionghai-shengtai-dami/")
    head = page.locator(".sh-channels__head")
    name = page.locator(".sh-channel__label", has_text="运费").last
    card = page.locator(".sh-channel").nth(1)

    assert not head.is_visible()
    assert "运费\n¥12.00" in card.inner_text().replace(" ", "")
    page.set_viewport_size({"width": 1440, "height": 900})
    assert head.is_visible()
    assert not name.is_visible()


@pytest.mark.parametrize(
    "clipboard",
    [
        f"Object.defineProperty(navigator, 'clipboard', {{value: undefined}}); {SELECTED}",
        "navigator.clipboard.writeText = (text) => { window.taken = text; return Promise.resolve(); };",
        f"navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); {SELECTED}",
    ],
    ids=["old browser", "clipboard", "clipboard refused"],
)
def test_a_button_copies_and_says_so(built_demo: BuiltSite, page: Page, clipboard: str) -> None:
    """By the clipboard where there is one that obeys, else by selecting: the citation is copied, the button says so."""
    page.add_init_script(clipboard)
    opened(page, built_demo.out, "figures/weiyang-goumai/")
    button = page.locator("[data-sh-copy=citation]")

    assert button.inner_text() == "复制引文"
    button.click()
    page.wait_for_function("document.querySelector('[data-sh-copy=citation]').textContent === '已复制'")
    assert page.evaluate("window.taken").strip() == page.locator("#citation").inner_text()


def test_without_scripts_the_text_stands_and_no_dead_button(built_demo: BuiltSite, chromium: Browser) -> None:
    """The citation can be selected by hand; a button that nobody presses is not shown."""
    context = chromium.new_context(java_script_enabled=False)
    plain = opened(context.new_page(), built_demo.out, "products/qionghai-shengtai-dami/")

    assert "[EB/OL]" in plain.locator("#citation").inner_text()
    assert plain.locator("#share-address").is_visible()
    assert not plain.locator("[data-sh-copy]").first.is_visible()
    context.close()


def test_thumbnails_lead_to_their_pictures(longest: Path, page: Page) -> None:
    """A thumbnail pushes the row to its picture, by an address alone, and the page stays at its top."""
    opened(page, longest, PRODUCT)
    page.locator(".sh-gallery__thumb").nth(3).click()

    page.wait_for_function(
        "Math.abs(document.querySelector('#picture-4').getBoundingClientRect().left"
        " - document.querySelector('.sh-gallery__row').getBoundingClientRect().left) < 2"
    )
    assert page.evaluate("window.scrollY") == 0
    assert page.locator(".sh-gallery__thumb").count() == longest_values.PICTURES


def test_the_code_is_shown_where_a_phone_can_scan_it(built_demo: BuiltSite, page: Page) -> None:
    """A phone cannot scan its own screen: it does not load the code; a desk and a sheet of paper show it."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, built_demo.out, "products/qionghai-shengtai-dami/")
    code = page.locator(".sh-share__picture")

    assert not code.is_visible()
    assert not [url for url in asked if "/qr/" in url]
    page.emulate_media(media="print")
    assert code.is_visible()
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1024, "height": 800})
    assert code.is_visible()
