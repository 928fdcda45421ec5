"""Codes: the same matrix from two encoders, pictures that read back, pixels where they belong."""

from __future__ import annotations

import random
import re
from io import BytesIO

import pytest
import qrcode
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from line.sizes import sized
from PIL import Image
from qr_paths import covered

from generator.assets.qr import PNG_MODULE_PX, QUIET_ZONE, QrSymbol, QrUnreadable, draw, png, read_back, side_of, svg
from generator.assets.rasters import raster_of
from generator.contract.shelf_code import ALPHABET

LEVELS = {"L": 1, "M": 0, "Q": 3, "H": 2}


def addresses(count: int, *, capitals: bool) -> list[str]:
    """Make addresses as they are printed, on hosts of 5 to 45 characters."""
    chance = random.Random(7)
    found = []
    for _ in range(count):
        host = "a" + "".join(chance.choice("bcdef-ghi.xyz0123456789") for _ in range(chance.randint(3, 43))) + "z"
        uri = f"https://{host}/P/{''.join(chance.choice(ALPHABET) for _ in range(7))}/"
        found.append(uri.upper() if capitals else uri)
    return found


@pytest.mark.parametrize("level", LEVELS)
def test_another_encoder_draws_the_same_matrix(level: str) -> None:
    """For texts in capitals `qrcode` comes to the same modules at the mask that was chosen."""
    for uri in addresses(60, capitals=True):
        symbol = draw(uri, level=level)
        found = []
        for mask in range(8):
            other = qrcode.QRCode(symbol.version, LEVELS[level], border=0, mask_pattern=mask)
            other.add_data(uri, optimize=0)
            other.make(fit=False)
            found.append(tuple("".join("1" if module else "0" for module in row) for row in other.modules))
        assert found.count(symbol.rows) == 1


@pytest.mark.parametrize("capitals", [True, False])
def test_every_symbol_reads_back(*, capitals: bool) -> None:
    """Small letters too, whatever their mixture of modes: a decoder reads what was drawn."""
    for uri in addresses(150, capitals=capitals):
        read_back(draw(uri))


def test_a_short_host_makes_version_3() -> None:
    """An address on a host of 20 characters fits into 29 × 29 modules at level Q."""
    symbol = draw("HTTPS://QR.PORTAL.EXAMPLE.CN/P/23456AB/")
    assert (symbol.version, symbol.level, len(symbol.rows)) == (3, "Q", 29)


def test_the_png_shows_the_modules_and_nothing_else() -> None:
    """Each module is a square of one colour inside its quiet zone, in an opaque picture of one bit a pixel."""
    for uri in addresses(20, capitals=True):
        symbol = draw(uri)
        image = Image.open(BytesIO(png(symbol)))
        side = len(symbol.rows) + 2 * QUIET_ZONE
        assert (image.format, image.mode, image.size) == ("PNG", "1", (side * PNG_MODULE_PX,) * 2)
        quiet = "0" * QUIET_ZONE
        rows = ["0" * side] * QUIET_ZONE + [quiet + row + quiet for row in symbol.rows] + ["0" * side] * QUIET_ZONE
        expected = Image.new("1", (side, side))
        expected.putdata([255 if module == "0" else 0 for row in rows for module in row])
        larger = expected.resize(image.size, Image.Resampling.NEAREST)
        assert larger.tobytes() == image.tobytes()


def test_the_svg_shows_the_modules_and_nothing_else() -> None:
    """The path's boxes cover each dark module once, inside the quiet zone, and no other."""
    for uri in addresses(20, capitals=True):
        symbol = draw(uri)
        path = re.findall(r'<path d="([^"]*)"', svg(symbol, title=uri))[0]
        dark = [
            (column + QUIET_ZONE, line + QUIET_ZONE)
            for line, row in enumerate(symbol.rows)
            for column, module in enumerate(row)
            if module == "1"
        ]
        assert covered(path) == dark


def test_the_png_decodes() -> None:
    """A decoder reads the picture as it is published."""
    for uri in addresses(20, capitals=True):
        image = Image.open(BytesIO(png(draw(uri)))).convert("L")
        assert [found.text for found in zxingcpp.read_barcodes(image)] == [uri]


def test_the_title_of_an_svg_is_text() -> None:
    """A product's name cannot break out of the picture's title."""
    text = svg(draw("HTTPS://A.CN/P/23456AB/"), title="<script>&")
    assert "<title>&lt;script&gt;&amp;</title>" in text


def test_a_spoilt_symbol_is_refused() -> None:
    """A symbol that says something else than its text is never published."""
    symbol = draw("HTTPS://A.CN/P/23456AB/")
    with pytest.raises(QrUnreadable):
        read_back(QrSymbol("HTTPS://A.CN/P/23456AC/", symbol.version, symbol.level, symbol.rows))


HOSTS = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?(\.[a-z0-9]{1,12}){1,3}", fullmatch=True)
CODES = st.text(ALPHABET, min_size=7, max_size=7)


@settings(max_examples=sized(60, 2000), derandomize=True, deadline=None)
@given(host=HOSTS, code=CODES, level=st.sampled_from("MQH"), capitals=st.booleans())
def test_any_address_is_drawn_as_it_reads(host: str, code: str, level: str, *, capitals: bool) -> None:
    """For any host, code and level both pictures decode from their bytes, and show the same modules.

    The SVG's only path covers the dark modules once, behind a quiet zone of four modules on each side.
    """
    uri = f"https://{host}/P/{code}/"
    uri = uri.upper() if capitals else uri.replace("/P/", "/p/").replace(code, code.lower())
    symbol = draw(uri, level=level)
    side, drawn = side_of(symbol), svg(symbol, title=uri)
    (box, path) = re.findall(r'viewBox="([^"]*)".*<path d="([^"]*)"', drawn, re.DOTALL)[0]
    dark = covered(path)
    assert box == f"0 0 {side} {side}"
    assert dark == [
        (x + 4, y + 4) for y, row in enumerate(symbol.rows) for x, module in enumerate(row) if module == "1"
    ]
    assert {min(x for x, _ in dark), min(y for _, y in dark)} == {4}
    assert {max(x for x, _ in dark), max(y for _, y in dark)} == {side - 5}
    pictures = (Image.open(BytesIO(png(symbol))), raster_of(drawn, width=6 * side, height=6 * side))
    for picture in pictures:
        (found,) = zxingcpp.read_barcodes(picture.convert("L"))
        assert (found.text, found.ec_level) == (uri, level)
