"""Every code, of whatever it is, reads back to an address that the output has."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import zxingcpp
from PIL import Image

from generator.assets.rasters import raster_of
from generator.build import Options, build
from generator.contract.rules.codes import TARGET_TABLES
from generator.contract.shelf_code import fault_of
from generator.surfaces.addresses import SHELF_TARGETS, file_of

from .site_copies import REPOSITORY, BuiltSite, digests
from .sizes import record_result, sized

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


def codes_of(out: Path) -> dict[str, str]:
    """Return code → kind and key of what it was issued for, as the site tells."""
    found: dict[str, str] = json.loads((out / SHELF_TARGETS).read_bytes())
    return found


def check_codes(out: Path, host: str, base_url: str) -> int:
    """Both pictures of every code decode to the address of its page, which stands for a page that is there."""
    codes = codes_of(out)
    for code in codes:
        assert fault_of(code) == ""
        said = {read(rasterised(out / f"qr/{code}.svg")), read(opened(out / f"qr/{code}.png"))}
        assert said == {f"{host.upper()}P/{code}/"}
        page = out / file_of(urlsplit(said.pop()).path.removeprefix("/"))
        canonical = re.search(r'<link rel="canonical" href="([^"]+)"', page.read_text(encoding="utf-8"))
        assert canonical is not None, code
        assert (out / file_of(canonical[1].removeprefix(base_url))).is_file(), code
    return len(codes)


def test_every_code_of_the_demonstration_reads_back_to_a_page(built_demo: BuiltSite) -> None:
    """Products, placements, campaigns, stories and issues: every code of the register opens, and products have one."""
    out = built_demo.out
    products = products_of(out)
    assert len(products) >= PRODUCTS_AT_LEAST
    count = check_codes(out, "https://s.shanhuo.example/", "https://www.shanhuo.example/")
    targets = set(codes_of(out).values())
    assert {f"product/{key}" for key in products} <= targets
    assert {target.partition("/")[0] for target in targets} == set(TARGET_TABLES)
    with (built_demo.site / "data/qr_codes.csv").open(encoding="utf-8-sig", newline="") as register:
        assert {row["码"] for row in csv.DictReader(register)} == codes_of(out).keys()
    record_result("codes", 2 * count, "code pictures of the demonstration", "all read back to a page in the output")


def test_every_code_of_a_large_site_reads_back_to_a_page(tmp_path: Path) -> None:
    """The same over a generated site of 2,000 products."""
    size = sized(30, 2000)
    folder = tmp_path / "workload"
    command = [sys.executable, str(REPOSITORY / "benchmarks" / "workload.py"), str(size), str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    out = build(Options(folder / "site", out=tmp_path / "out")).out
    count = check_codes(out, "https://qr.portal.example.cn/", "https://portal.example.cn/")
    assert count == size
    record_result("codes", 2 * count, "code pictures of a generated site", "all read back to a page in the output")


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
