"""Every product's code reads back to an address that the output has."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import zxingcpp
from PIL import Image

from generator.assets.rasters import raster_of
from generator.contract.shelf_code import fault_of
from generator.surfaces.addresses import file_of

from .site_copies import BuiltSite, digests
from .sizes import record_result

PRODUCTS_AT_LEAST = 36
_PIXELS = 8
"""Pixels a module when a test rasterises an SVG."""


def rasterised(svg: Path) -> Image.Image:
    """Return a published SVG as the pixels that a renderer makes of its bytes."""
    text = svg.read_text(encoding="utf-8")
    side = int(ET.fromstring(text).attrib["viewBox"].split()[-1]) * _PIXELS
    return raster_of(text, width=side, height=side).convert("L")


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
