"""
Takes the pictures of the documentation from the demonstration site: ``python tests/screenshots.py``.

They are reduced to 128 colours, so that each stays below 200 KB.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from browser import launch
from PIL import Image

from generator.build import Options, build

REPOSITORY = Path(__file__).parent.parent
TARGET = REPOSITORY / "docs" / "pictures"
PRODUCT = "ziyang-fuxi-cha"
HEIGHTS = {360: 1500, 1440: 1300}
"""Width of the window → height of the picture, both in CSS pixels."""
MAX_BYTES = 200_000


def take() -> None:
    """Build the demonstration site beside and photograph four pages at two widths."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "site"
        build(Options(REPOSITORY, out=out))
        register = (REPOSITORY / "data" / "qr_codes.csv").read_text(encoding="utf-8-sig").splitlines()
        code = next(line.split(",")[0] for line in register if f",{PRODUCT}," in line)
        pages = {"home": "", "list": "products/", "product": f"products/{PRODUCT}/", "shelf": f"P/{code}/"}
        TARGET.mkdir(parents=True, exist_ok=True)
        with launch() as browser:
            for width, height in HEIGHTS.items():
                page = browser.new_page(viewport={"width": width, "height": height})
                for name, address in pages.items():
                    page.goto((out / address / "index.html").as_uri(), wait_until="load")
                    _save(page.screenshot(), TARGET / f"{name}-{width}.png")


def _save(png: bytes, target: Path) -> None:
    picture = Image.open(io.BytesIO(png)).convert("RGB").quantize(128, dither=Image.Dither.NONE)
    picture.save(target, optimize=True)
    size = target.stat().st_size
    assert size <= MAX_BYTES, f"{target.name}: {size} bytes"
    print(f"{target.name}: {size // 1000} KB")


if __name__ == "__main__":
    take()
