"""Campaigns in Chromium: charts without a violation, legible on the narrowest phone, in the dark and on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from line.sizes import record_result
from playwright.sync_api import Browser

from .campaign_sites import edges, planned
from .plain_site import publish

pytestmark = pytest.mark.browser

LEAST = 12
"""Pixels: no word of a chart is smaller."""
PAGES = tuple(f"campaigns/{key}/" for key in ("zero", "secret", "over", "free", "single", "many"))
LEDGERS = ("campaigns/over/ledger/", "campaigns/many/ledger/")
_WORDS = """
() => [...document.querySelectorAll("svg[role=img] text")].map((text) => {
  const own = text.getBoundingClientRect();
  const chart = text.ownerSVGElement.getBoundingClientRect();
  return {
    text: text.textContent,
    size: parseFloat(getComputedStyle(text).fontSize),
    inside: own.left >= chart.left - 1 && own.right <= document.documentElement.clientWidth,
    seen: own.width > 0,
    box: [own.left, own.top, own.right, own.bottom],
  };
})
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site of campaigns at their edges."""
    folder = tmp_path_factory.mktemp("edges")
    around = edges(folder / "source")
    publish(around, planned(around).values(), folder / "site")
    return folder / "site"


def _overlaps(one: list[float], other: list[float]) -> bool:
    return one[0] < other[2] - 1 and other[0] < one[2] - 1 and one[1] < other[3] - 4 and other[1] < one[3] - 4


def test_words_of_charts_are_legible_on_the_narrowest_phone(root: Path, chromium: Browser) -> None:
    """At 320 px no word is smaller than 12 px, runs out of the page or lies on another."""
    looked = 0
    with chromium.new_context(viewport={"width": 320, "height": 800}) as context:
        page = context.new_page()
        for address in (*PAGES, *LEDGERS):
            page.goto((root / address / "index.html").as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
            found: list[dict[str, Any]] = page.evaluate(_WORDS)
            for place, word in enumerate(found):
                assert word["seen"], (address, word)
                assert word["size"] >= LEAST, (address, word)
                assert word["inside"], (address, word)
                for other in found[place + 1 :]:
                    assert not _overlaps(word["box"], other["box"]), (address, word["text"], other["text"])
            looked += len(found)
    assert looked > 60
    record_result("charts", looked, "words of charts at 320 px", "each at least 12 px, none cut, none on another")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_pages_of_campaigns(root: Path, chromium: Browser, scheme: Any) -> None:
    """With no rule left out; every chart has a name and a description."""
    with chromium.new_context(viewport={"width": 320, "height": 800}, color_scheme=scheme) as context:
        page = context.new_page()
        for address in ("campaigns/over/", *LEDGERS):
            page.goto((root / address / "index.html").as_uri())
            found: dict[str, Any] = Axe().run(page).response
            told = [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found["violations"]]
            assert not told, (address, told)
    record_result("charts", 3, f"pages with charts through axe, {scheme}", "no violation")


def test_the_table_beneath_a_chart_stands_open_on_paper(root: Path, chromium: Browser) -> None:
    """What is folded on a screen is printed whole, in ink that the reader's dark mode does not change."""
    with chromium.new_context(viewport={"width": 720, "height": 900}, color_scheme="dark") as context:
        page = context.new_page()
        page.goto((root / "campaigns/over/index.html").as_uri())
        assert not page.locator(".sh-data .sh-shares").first.is_visible()
        page.emulate_media(media="print")
        assert page.locator(".sh-data .sh-shares").first.is_visible()
        assert page.locator(".sh-bars__bar").first.evaluate("bar => getComputedStyle(bar).fill") != "none"
