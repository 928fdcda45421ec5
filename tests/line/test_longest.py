"""A site of longest values stays whole: nothing wider than the window, nothing over anything else."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.build import Options, build

from .longest import CERTIFICATES, CHANNELS, PRODUCT, write_longest_site
from .sizes import is_acceptance

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 768, 1440) if is_acceptance() else (320, 1440)
PAGES = ("", "products/", f"products/{PRODUCT}/", "categories/", "suppliers/gongsi/", "origins/610924/", "P/{code}/")
_OUTSIDE = """() => [...document.querySelectorAll("body *")].filter((element) => {
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  if (!box.width || !box.height || style.visibility === "hidden" || style.clip !== "auto") return false;
  for (let up = element.parentElement; up; up = up.parentElement) {
    if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(up).overflowX)) return false;
  }
  return box.right > document.documentElement.clientWidth + 1 || box.left < -1;
}).map((element) => element.outerHTML.slice(0, 120))"""
"""Elements that stand out of the window, those in a part that scrolls by itself left out."""


@pytest.fixture(scope="module")
def longest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of longest values, built."""
    site = write_longest_site(tmp_path_factory.mktemp("longest") / "site")
    return build(Options(site)).out


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_stands_out(width: int, longest: Path, chromium: Browser) -> None:
    """At any width, in every language."""
    code = min(path.name for path in (longest / "P").iterdir())
    context = chromium.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    folders = ("", "en/", "zh-hant/") if is_acceptance() else ("", "en/")
    for folder in folders:
        for address in PAGES:
            path = f"P/{code}/{folder}" if address.startswith("P/") else folder + address
            page.goto((longest / path / "index.html").as_uri())
            assert page.evaluate(_OUTSIDE) == [], (width, path)
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, (width, path)
    context.close()


def test_nothing_is_left_out(longest: Path) -> None:
    """The page of the product names every channel and every certificate."""
    page = (longest / "products" / PRODUCT / "index.html").read_text(encoding="utf-8")
    assert all(f"第{number}家农特产品" in page for number in range(1, CHANNELS + 1))
    assert all(f"ZS-2026-{number:04d}-" in page for number in range(1, CERTIFICATES + 1))
