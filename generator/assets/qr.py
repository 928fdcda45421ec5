"""
QR codes (ISO/IEC 18004) as matrices, SVG and PNG.

`qrcode` draws the matrix.  Its own search for the best mask takes most of its
time, so the mask is chosen by zxing-cpp (ISO/IEC 18004, 7.8.3): at one mask the
matrices of both are equal.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

QUIET_ZONE = 4
"""Empty modules around a symbol (ISO/IEC 18004, 6.3.8)."""
PNG_MODULE_PX = 12
"""Pixels a module: a version 3 symbol with its quiet zone becomes 444 pixels wide."""
_FORMAT_MASK = 0b101010000010010
"""What the 15 bits of format information are combined with (ISO/IEC 18004, 7.9.1)."""
_LEVELS = {"L": 1, "M": 0, "Q": 3, "H": 2}
"""Error correction level → its two bits (ISO/IEC 18004, table 12)."""
_DARK = bytes(49 if value < 128 else 48 for value in range(256))


class QrUnreadable(Exception):
    """A symbol did not read back as its text: a fault of an encoder, never of data."""


@dataclass(frozen=True, slots=True)
class QrSymbol:
    """A finished symbol."""

    uri: str
    version: int
    """1 to 40; a side has 17 + 4 × version modules."""
    level: str
    """Error correction level: L, M, Q or H."""
    rows: tuple[str, ...]
    """The modules without quiet zone, a string a row, ``1`` for dark."""


@lru_cache(maxsize=64)  # the pictures of one code are made one after the other
def draw(uri: str, *, level: str = "Q") -> QrSymbol:
    """Draw *uri* as the smallest symbol of *level*.

    Args:
        uri: ASCII text; capitals, digits and ``$%*+-./:`` alone make a smaller symbol (alphanumeric mode).
        level: Error correction level; at Q a quarter of the symbol may be dirty.

    Raises:
        ValueError: *uri* does not fit into any version.
    """
    import qrcode
    import zxingcpp

    reference = zxingcpp.create_barcode(uri, zxingcpp.BarcodeFormat.QRCode, ec_level=level)
    version, mask = _version_and_mask(_rows_of(reference))
    symbol = qrcode.QRCode(version=version, error_correction=_LEVELS[level], border=0, mask_pattern=mask)
    symbol.add_data(uri, optimize=0 if uri == uri.upper() else 20)
    symbol.make(fit=False)
    rows = tuple("".join("1" if module else "0" for module in row) for row in symbol.modules)
    return QrSymbol(uri=uri, version=version, level=level, rows=rows)


def _rows_of(barcode: Any) -> list[str]:
    image = memoryview(barcode.to_image(scale=1, add_quiet_zones=False))
    assert image.shape is not None
    height, width = image.shape[:2]
    modules = bytes(image).translate(_DARK).decode()
    return [modules[start : start + width] for start in range(0, height * width, width)]


def _version_and_mask(rows: list[str]) -> tuple[int, int]:
    """Read version and mask from a matrix: bits 10 to 12 of the format information beside the first finder."""
    across = rows[8][0:6] + rows[8][7:9] + rows[7][8]
    up = "".join(rows[y][8] for y in range(5, -1, -1))
    return (len(rows) - 17) // 4, (int(across + up, 2) ^ _FORMAT_MASK) >> 10 & 0b111


def svg(symbol: QrSymbol, *, title: str) -> str:
    """Return *symbol* as a stand-alone SVG on white, one path, a module one unit wide.

    Args:
        symbol: What to draw.
        title: Says what the code is for those who cannot see it; plain text.
    """
    side = len(symbol.rows) + 2 * QUIET_ZONE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges" role="img">'
        f'<title>{escape(title)}</title><path fill="#fff" d="M0 0h{side}v{side}H0z"/>'
        f'<path d="{_path(symbol.rows)}"/></svg>\n'
    )


def _path(rows: tuple[str, ...]) -> str:
    """Return the dark modules as horizontal runs."""
    parts: list[str] = []
    for y, row in enumerate(rows, start=QUIET_ZONE):
        start = row.find("1")
        while start >= 0:
            end = row.find("0", start)
            end = len(row) if end < 0 else end
            parts.append(f"M{start + QUIET_ZONE} {y}h{end - start}v1h-{end - start}z")
            start = row.find("1", end)
    return "".join(parts)


def png(symbol: QrSymbol, *, module_px: int = PNG_MODULE_PX) -> bytes:
    """Return *symbol* with its quiet zone as an opaque PNG of two colours, *module_px* pixels a module."""
    from PIL import Image

    side = (len(symbol.rows) + 2 * QUIET_ZONE) * module_px
    stride = (side + 7) // 8
    margin = QUIET_ZONE * module_px
    white = b"\xff" * stride
    lines = [white] * margin
    for row in symbol.rows:
        light = row.translate({48: "1" * module_px, 49: "0" * module_px})
        bits = "1" * margin + light + "1" * (margin + stride * 8 - side)
        lines += [int(bits, 2).to_bytes(stride, "big")] * module_px
    lines += [white] * margin
    target = BytesIO()
    Image.frombytes("1", (side, side), b"".join(lines)).save(target, "PNG", compress_level=6)
    return target.getvalue()


def read_back(symbol: QrSymbol) -> None:
    """Decode *symbol* with zxing-cpp and compare.

    Raises:
        QrUnreadable: It reads as nothing, or as another text.
    """
    import zxingcpp
    from PIL import Image

    side = len(symbol.rows) + 2 * QUIET_ZONE
    blank = b"\xff" * side
    edge = b"\xff" * QUIET_ZONE
    body = [edge + row.translate({48: "\xff", 49: "\x00"}).encode("latin-1") + edge for row in symbol.rows]
    pixels = b"".join([blank] * QUIET_ZONE + body + [blank] * QUIET_ZONE)
    image = Image.frombytes("L", (side, side), pixels).resize((side * 3, side * 3), Image.Resampling.NEAREST)
    only = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(image, formats=only, try_rotate=False, try_downscale=False)
    if [barcode.text for barcode in found] != [symbol.uri]:
        raise QrUnreadable(symbol.uri)
