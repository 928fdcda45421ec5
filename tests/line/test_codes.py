"""Every product's code reads back to an address that the output has."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import zxingcpp
from PIL import Image, ImageDraw
from qr_paths import covered

from generator.contract.shelf_code import fault_of
from generator.surfaces.addresses import file_of

from .site_copies import BuiltSite, digests
from .sizes import record_result

PRODUCTS_AT_LEAST = 36
_SVG = "{http://www.w3.org/2000/svg}"
_PIXELS = 8
"""Pixels a module when a test rasterises an SVG."""


def rasterised(svg: Path) -> Image.Image:
    """Draw the dark modules of one of our SVG symbols, whose only path is made of horizontal runs."""
    tree = ET.fromstring(svg.read_bytes())
    side = int(tree.attrib["viewBox"].split()[-1])
    image = Image.new("L", (side * _PIXELS, side * _PIXELS), 255)
    draw = ImageDraw.Draw(image)
    path = next(path.attrib["d"] for path in tree.iter(f"{_SVG}path") if "fill" not in path.attrib)
    for x, y in covered(path):
        draw.rectangle((x * _PIXELS, y * _PIXELS, (x + 1) * _PIXELS - 1, (y + 1) * _PIXELS - 1), fill=0)
    return image


def opened(path: Path) -> Image.Image:
    """Return a picture that is read whole and closed."""
    with Image.open(path) as image:
        image.load()
        return image


def read(image: Image.Image) -> str:
    """Return what the one symbol in a picture says."""
    (found,) = zxingcpp.read_barcodes(image)
    assert found.format == zxingcpp.BarcodeFormat.QRCode
    return str(found.text)


def products_of(out: Path) -> list[str]:
    """Return the products that have a portal page."""
    told = json.loads((out / "api/v1/products.json").read_bytes())["items"]
    assert all((out / "products" / product["id"] / "index.html").is_file() for product in told)
    return sorted(product["id"] for product in told)


def test_every_product_has_a_page_a_shelf_page_and_codes_that_read_back(built_demo: BuiltSite) -> None:
    """SVG and PNG of every product's code decode to the address of its shelf page, which leads to its portal page."""
    out = built_demo.out
    products = products_of(out)
    assert len(products) >= PRODUCTS_AT_LEAST
    shelf_pages = {path.parent.name: path for path in out.glob("P/*/index.html")}
    seen = set()
    for code, page in sorted(shelf_pages.items()):
        assert fault_of(code) == ""
        said = {read(rasterised(out / f"qr/{code}.svg")), read(opened(out / f"qr/{code}.png"))}
        assert said == {f"HTTPS://S.SHANHUO.EXAMPLE/P/{code}/"}
        address = urlsplit(said.pop()).path.removeprefix("/")
        assert (out / file_of(address)).is_file()
        canonical = re.search(r'<link rel="canonical" href="([^"]+)"', page.read_text(encoding="utf-8"))
        assert canonical is not None
        portal = urlsplit(canonical[1]).path.removeprefix("/")
        assert (out / file_of(portal)).is_file()
        seen.add(portal.split("/")[1])
    assert seen == set(products)
    record_result("codes", len(products), "products", "each with a portal page and a shelf page")
    record_result("codes", 2 * len(shelf_pages), "code pictures", "all read back to an address in the output")


def test_code_pictures_are_opaque_and_alone_have_qr_in_their_path(built_demo: BuiltSite) -> None:
    """A PNG of a code has no transparency, and a filter for ``qr`` finds code pictures only."""
    out = built_demo.out
    codes = {path.parent.name for path in out.glob("P/*/index.html")}
    with_qr = {path for path in digests(out) if "qr" in path.lower()}
    assert with_qr - {"data/qr_codes.csv"} == {f"qr/{code}.{suffix}" for code in codes for suffix in ("svg", "png")}
    for code in codes:
        image = opened(out / f"qr/{code}.png")
        assert image.mode in ("1", "L", "RGB")
        assert "transparency" not in image.info


def test_a_dirty_code_still_reads(built_demo: BuiltSite) -> None:
    """At level Q a symbol still reads with a twentieth of the picture covered."""
    out = built_demo.out
    code = min(path.parent.name for path in out.glob("P/*/index.html"))
    image = opened(out / f"qr/{code}.png").convert("L")
    side = int(image.width * (1 / 20) ** 0.5)
    middle = (image.width - side) // 2
    image.paste(255, (middle, middle, middle + side, middle + side))
    assert read(image) == f"HTTPS://S.SHANHUO.EXAMPLE/P/{code}/"
