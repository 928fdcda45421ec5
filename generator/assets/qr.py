"""
QR codes (ISO/IEC 18004) as matrices, SVG and PNG.

zxing-cpp chooses the mask (ISO/IEC 18004, 7.8.3), in which `qrcode` spends most of
its time.  For texts in capitals, as printed codes are, the matrices of both are
equal at one mask (a test compares them), so zxing-cpp's is taken as it is; `qrcode`
draws the others, whose text it divides into modes.
"""

from __future__ import annotations

from functools import cache, lru_cache
from html import escape
from itertools import accumulate, groupby
from struct import pack
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import compress, crc32

if TYPE_CHECKING:
    from PIL.Image import Image

QUIET_ZONE = 4
"""Empty modules around a symbol (ISO/IEC 18004, 6.3.8)."""
PNG_MODULE_PX = 12
"""Pixels a module: a version 3 symbol with its quiet zone becomes 444 pixels wide."""
_PNG_LEVEL = 3
"""Effort of zlib: a symbol's picture has 0.8 KB; level 6 saves 0.2 KB and takes twice the time of the whole picture."""
_FORMAT_MASK = 0b101010000010010
"""What the 15 bits of format information are combined with (ISO/IEC 18004, 7.9.1)."""
_LEVELS = {"L": 1, "M": 0, "Q": 3, "H": 2}
"""Error correction level → its two bits (ISO/IEC 18004, table 12)."""
_DARK = bytes(49 if value < 128 else 48 for value in range(256))


def _octet_path(octet: int) -> str:
    """Draw eight modules from left to right, a box a run, beginning and ending with the pen at the top of an edge."""
    runs = [(dark == "1", len(list(same))) for dark, same in groupby(f"{octet:08b}")]
    starts = [0, *accumulate(length for _, length in runs)]
    parts: list[str] = []
    pen = 0
    for start, (dark, length) in zip(starts, runs, strict=False):
        if dark:
            parts.append(f"{f'm{start - pen} 0' if start > pen else ''}h{length}v1h-{length}z")
            pen = start  # closing a box takes the pen back to where it began (SVG 2, 9.3.4)
    return "".join((*parts, f"m{8 - pen} 0"))


# What eight modules become, for each of their 256 states: a symbol is then put together from some 150 of them.


@cache
def _paths() -> tuple[str, ...]:
    return tuple(map(_octet_path, range(256)))


@cache
def _pixels() -> tuple[bytes, ...]:
    """Return them at one bit a pixel, 1 for white."""
    bits = ("".join(("0" if module == "1" else "1") * PNG_MODULE_PX for module in f"{each:08b}") for each in range(256))
    return tuple(int(each, 2).to_bytes(PNG_MODULE_PX, "big") for each in bits)


@cache
def _greys() -> tuple[bytes, ...]:
    """Return them at one byte a module."""
    return tuple(bytes(0 if module == "1" else 255 for module in f"{each:08b}") for each in range(256))


class QrUnreadable(Exception):
    """A symbol did not read back as its text: a fault of an encoder, never of data."""


class QrSymbol(NamedTuple):
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
    import zxingcpp

    rows = _rows_of(zxingcpp.create_barcode(uri, zxingcpp.BarcodeFormat.QRCode, ec_level=level))
    version, mask = _version_and_mask(rows)
    if uri != uri.upper():
        rows = _drawn_by_modes(uri, level, version, mask) or rows
    return QrSymbol(uri=uri, version=version, level=level, rows=tuple(rows))


def _drawn_by_modes(uri: str, level: str, version: int, mask: int) -> list[str]:
    """Return the matrix that `qrcode` makes of a text of several modes; empty where its division needs more room."""
    import qrcode
    from qrcode.exceptions import DataOverflowError

    symbol = qrcode.QRCode(version=version, error_correction=_LEVELS[level], border=0, mask_pattern=mask)
    symbol.add_data(uri, optimize=20)
    try:
        symbol.make(fit=False)
    except DataOverflowError:
        return []
    return ["".join("1" if module else "0" for module in row) for row in symbol.modules]


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


def _octets(symbol: QrSymbol) -> tuple[bytes, int]:
    """Return the modules of *symbol* and of the quiet zone beside it, eight to a byte, and the bytes of a row."""
    quiet = "0" * QUIET_ZONE
    width = -(-side_of(symbol) // 8)
    bits = "".join([f"{quiet}{row}".ljust(8 * width, "0") for row in symbol.rows])
    return int(bits, 2).to_bytes(len(bits) // 8, "big"), width


def side_of(symbol: QrSymbol) -> int:
    """Return the modules of a side of *symbol*, quiet zones included."""
    return len(symbol.rows) + 2 * QUIET_ZONE


def svg(symbol: QrSymbol, *, title: str) -> str:
    """Return *symbol* as a stand-alone SVG on white, one path, a module one unit wide.

    Args:
        symbol: What to draw.
        title: Says what the code is for those who cannot see it; plain text.
    """
    side = side_of(symbol)
    octets, width = _octets(symbol)
    path = "".join(
        [
            f"M0 {y}{''.join(map(_paths().__getitem__, octets[start : start + width]))}"
            for y, start in enumerate(range(0, len(octets), width), start=QUIET_ZONE)
        ]
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges" role="img">'
        f'<title>{escape(title, quote=False)}</title><path fill="#fff" d="M0 0h{side}v{side}H0z"/>'
        f'<path d="{path}"/></svg>\n'
    )


def png(symbol: QrSymbol) -> bytes:
    """Return *symbol* with its quiet zone as an opaque PNG of two colours, :data:`PNG_MODULE_PX` pixels a module."""
    side = side_of(symbol) * PNG_MODULE_PX
    octets, width = _octets(symbol)
    stride = (side + 7) // 8
    # Each line begins with its filter (PNG, 9.2): 0 for as it is, 2 for the difference to the line above.
    repeated = b"\x02" + bytes(stride)
    quiet = b"\x00" + b"\xff" * stride + repeated * (QUIET_ZONE * PNG_MODULE_PX - 1)
    repeated *= PNG_MODULE_PX - 1
    rows = [
        b"\x00" + b"".join(map(_pixels().__getitem__, octets[start : start + width]))[:stride] + repeated
        for start in range(0, len(octets), width)
    ]
    header = pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)  # one bit a pixel, grey, not interlaced (PNG, 11.2.2)
    pixels = compress(b"".join((quiet, *rows, quiet)), _PNG_LEVEL)
    chunks = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        [pack(">I", len(content)) + name + content + pack(">I", crc32(name + content)) for name, content in chunks]
    )


def read_back(symbol: QrSymbol) -> None:
    """Decode *symbol* with zxing-cpp and compare.

    Raises:
        QrUnreadable: It reads as nothing, or as another text.
    """
    octets, width = _octets(symbol)
    quiet = b"\xff" * (8 * width * QUIET_ZONE)
    pixels = quiet + b"".join(map(_greys().__getitem__, octets)) + quiet
    image = memoryview(pixels).cast("B", (side_of(symbol), 8 * width))
    _read(image, symbol.uri, is_pure=True)


def read_pixels(image: Image, uri: str) -> None:
    """Decode a picture of a symbol, in greys, and compare.

    Raises:
        QrUnreadable: It reads as nothing, or as another text than *uri*.
    """
    _read(image, uri, is_pure=False)


def _read(image: Any, uri: str, *, is_pure: bool) -> None:
    """Compare what zxing-cpp reads with *uri*; *is_pure* for pixels that hold a symbol upright and nothing else."""
    import zxingcpp

    only = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(image, formats=only, is_pure=is_pure, try_rotate=False, try_downscale=False)
    if [barcode.text for barcode in found] != [uri]:
        raise QrUnreadable(uri)
