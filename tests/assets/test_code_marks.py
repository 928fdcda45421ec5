"""A sign in the middle of a code: it leaves the code readable with margin, in both pictures, from their bytes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from generator.assets import qr
from generator.assets.code_marks import LARGEST_LOSS, LEVEL, cleared, mark_side, png, read_back, svg
from generator.assets.qr_damage import damage
from generator.assets.rasters import raster_of
from generator.assets.signs import Sign

THEME_SIGN = Sign(svg=(Path(__file__).parents[2] / "themes/default/portal/favicon.svg").read_text("utf-8"))
HOSTS = (
    "S.CN",
    "QR.PORTAL.EXAMPLE.CN",
    "A-LONGER-HOST.PORTAL.EXAMPLE.COM.CN",
    "A-HOST-OF.MANY-WORDS.PORTAL.EXAMPLE-A.CN",
)
SIDES = {3: 5, 4: 7, 5: 9, 6: 9}
"""Version → modules of its cleared square."""


def logo() -> Sign:
    """Return a picture that is wider than tall."""
    image = Image.new("RGBA", (96, 48), "#385f3b")
    written = BytesIO()
    image.save(written, "PNG")
    return Sign(png=written.getvalue())


def address(host: str) -> str:
    """Return what a code on *host* says."""
    return f"HTTPS://{host}/P/23456AB/"


def test_a_mark_uses_up_at_most_half_of_what_a_block_mends() -> None:
    """In every version each block can mend at least as much dirt as the sign costs; versions 7 to 13 have none."""
    assert {version: mark_side(version) for version in SIDES} == SIDES
    for version, side in SIDES.items():
        lost = damage(version, LEVEL, side)
        assert lost is not None
        assert max(block.lost / block.mends for block in lost) <= LARGEST_LOSS
    assert [mark_side(version) for version in range(7, 14)] == [0] * 7


@pytest.mark.parametrize("sign", [THEME_SIGN, logo()], ids=["drawing", "picture"])
@pytest.mark.parametrize("host", HOSTS)
def test_both_pictures_read(host: str, sign: Sign) -> None:
    """PNG and SVG, decoded from their bytes, say the address, at the published size and at four pixels a module."""
    uri = address(host)
    symbol = qr.draw(uri, level=LEVEL)
    pictures = [Image.open(BytesIO(png(symbol, sign))).convert("L")]
    side = 4 * qr.side_of(symbol)
    if not sign.png:  # the rasteriser of the tests draws shapes; pictures inside an SVG are a browser's matter
        pictures.append(raster_of(svg(symbol, sign, title="茶"), width=side, height=side).convert("L"))
    for picture in (*pictures, *(each.resize((side, side)) for each in pictures)):
        assert [found.text for found in zxingcpp.read_barcodes(picture)] == [uri]


@pytest.mark.parametrize("host", HOSTS)
def test_dirt_beside_a_mark_is_mended(host: str) -> None:
    """A blot of half the cleared square's area, anywhere on the data beside it, leaves the code readable."""
    uri = address(host)
    symbol = qr.draw(uri, level=LEVEL)
    whole = Image.open(BytesIO(png(symbol, THEME_SIGN))).convert("L")
    blot = round(mark_side(symbol.version) * 0.5**0.5 * qr.PNG_MODULE_PX)
    for left in range(10 * qr.PNG_MODULE_PX, whole.width - 14 * qr.PNG_MODULE_PX, 2 * qr.PNG_MODULE_PX):
        picture = whole.copy()
        top = 14 * qr.PNG_MODULE_PX
        ImageDraw.Draw(picture).rectangle((left, top, left + blot, top + blot), fill=0)
        assert [found.text for found in zxingcpp.read_barcodes(picture)] == [uri], left


def test_the_drawing_goes_in_as_shapes_inside_its_square() -> None:
    """The SVG holds the sign's own paths, moved into the cleared square, and no picture, script or further title."""
    symbol = qr.draw(address(HOSTS[1]), level=LEVEL)
    tree = ET.fromstring(svg(symbol, THEME_SIGN, title="茶"))
    ns = "{http://www.w3.org/2000/svg}"
    paths = [path.attrib["d"] for path in ET.fromstring(THEME_SIGN.svg).iter(f"{ns}path")]
    (group,) = (each for each in tree if each.tag == f"{ns}g")
    assert [path.attrib["d"] for path in group.iter(f"{ns}path")] == paths
    assert {each.tag.removeprefix(ns) for each in tree.iter()} == {"svg", "title", "path", "g"}
    drawn = raster_of(svg(symbol, THEME_SIGN, title="茶"), width=410, height=410).convert("RGB")
    side, unit = mark_side(symbol.version), 410 / qr.side_of(symbol)
    start = (410 - side * unit) / 2
    inside = drawn.crop((round(start), round(start), round(start + side * unit), round(start + side * unit)))
    coloured = sum(max(pixel) - min(pixel) > 60 for pixel in inside.get_flattened_data())
    assert coloured > 0.4 * inside.width * inside.height
    assert all(max(pixel) - min(pixel) < 60 for pixel in drawn.crop((0, 0, 410, int(start))).get_flattened_data())


def test_without_room_the_code_stands_alone() -> None:
    """A symbol whose middle holds a pattern is drawn as it is."""
    symbol = qr.draw(address("A." * 40 + "CN"), level=LEVEL)
    assert symbol.version >= 7
    assert cleared(symbol) is symbol
    assert png(symbol, THEME_SIGN) == qr.png(symbol)
    assert svg(symbol, THEME_SIGN, title="茶") == qr.svg(symbol, title="茶")


def test_a_picture_that_says_something_else_is_refused() -> None:
    """What a decoder reads from the PNG's bytes must be the address, to the letter."""
    picture = png(qr.draw(address(HOSTS[0]), level=LEVEL), THEME_SIGN)
    read_back(picture, address(HOSTS[0]))
    with pytest.raises(qr.QrUnreadable):
        read_back(picture, address(HOSTS[0]).lower())


def test_a_sign_that_is_no_drawing_is_refused() -> None:
    """A theme whose sign is no SVG gets no code instead of a broken one."""
    with pytest.raises(ValueError, match="No SVG"):
        svg(qr.draw(address(HOSTS[0]), level=LEVEL), Sign(svg="<svg>"), title="茶")
