"""
Takes the pictures of the documentation from the demonstration site: ``python tests/screenshots.py``.

They are reduced to 128 colours, so that each stays below 200 KB.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import Literal, NamedTuple

from browser import launch
from guide.displays import SIZES, STATES, address_of, into, screen
from PIL import Image
from playwright.sync_api import Browser, ViewportSize

from generator.build import Options, build

REPOSITORY = Path(__file__).parent.parent
TARGET = REPOSITORY / "docs" / "pictures"
PRODUCT = "ziyang-fuxi-cha"
HEIGHTS = {360: 1500, 1440: 1300}
"""Width of the window → height of the picture, both in CSS pixels."""
MAX_BYTES = 200_000
SETTLED = 400
"""Milliseconds until a search has shown its results."""


class Shot(NamedTuple):
    """One page to photograph."""

    address: str
    """From the site's root, with what follows the path."""
    scheme: Literal["light", "dark"] = "light"
    widths: tuple[int, ...] = tuple(HEIGHTS)


def shots(code: str) -> dict[str, Shot]:
    """Return name → page; *code* is the product's."""
    return {
        "home": Shot(""),
        "list": Shot("products/"),
        "product": Shot(f"products/{PRODUCT}/"),
        "shelf": Shot(f"P/{code}/"),
        "search": Shot("search/?q=紫阳"),
        "elder": Shot(f"products/{PRODUCT}/#elder"),
        "dark": Shot("", scheme="dark"),
        "english": Shot(f"en/products/{PRODUCT}/"),
        "campaign": Shot("campaigns/nianhuo-2026/"),
        "ledger": Shot("campaigns/nianhuo-2026/ledger/", widths=(1440,)),
        "places": Shot("places/", widths=(1440,)),
        "buyers": Shot("buyers/", widths=(1440,)),
        "embed": Shot("embed/columns/nianhuo-jingxuan/"),
        "embed-columns": Shot("embed/", widths=(1440,)),
    }


def take() -> None:
    """Build the demonstration site beside and photograph its pages at two widths."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "site"
        build(Options(REPOSITORY, out=out))
        register = (REPOSITORY / "data" / "qr_codes.csv").read_text(encoding="utf-8-sig").splitlines()
        code = next(line.split(",")[0] for line in register if f",{PRODUCT}," in line)
        TARGET.mkdir(parents=True, exist_ok=True)
        with launch() as browser:
            for name, shot in shots(code).items():
                for width in shot.widths:
                    viewport = ViewportSize(width=width, height=HEIGHTS[width])
                    page = browser.new_page(viewport=viewport, color_scheme=shot.scheme)
                    path, mark, rest = _divided(shot.address)
                    page.goto((out / path / "index.html").as_uri() + mark + rest, wait_until="load")
                    page.wait_for_timeout(SETTLED)
                    _save(page.screenshot(), TARGET / f"{name}-{width}.png")
                    page.close()
            _take_displays(browser, out)


def _take_displays(browser: Browser, out: Path) -> None:
    """Photograph a display in every state and layout, at half its size."""
    for layout in SIZES:
        for state in STATES:
            with screen(browser, layout) as (seen, _):
                into(seen.open(address_of(out, layout)), state)
                seen.page.wait_for_timeout(SETTLED)
                _save(seen.page.screenshot(), TARGET / f"guide-{layout}-{state}.png", reduced=2)


def _divided(address: str) -> tuple[str, str, str]:
    """Return path, mark and rest of an address with a query or a fragment."""
    for mark in ("?", "#"):
        if mark in address:
            path, _, rest = address.partition(mark)
            return path, mark, rest
    return address, "", ""


def _save(png: bytes, target: Path, *, reduced: int = 1) -> None:
    taken = Image.open(io.BytesIO(png)).convert("RGB")
    picture = taken.reduce(reduced).quantize(128, dither=Image.Dither.NONE)
    picture.save(target, optimize=True)
    size = target.stat().st_size
    assert size <= MAX_BYTES, f"{target.name}: {size} bytes"
    print(f"{target.name}: {size // 1000} KB")


if __name__ == "__main__":
    take()
