"""
A sign in the middle of a code: a cleared square, small enough that the code reads with margin, and the sign in it.

A reader takes the sign for dirt, which level H corrects.  The square is the largest of which no block of the symbol
loses more than half of the codewords that it can correct (:mod:`.qr_damage`), so the other half is left for real dirt.
"""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from . import qr
from .qr_damage import damage
from .signs import Sign, sign_pixels

if TYPE_CHECKING:
    from PIL.Image import Image

LEVEL = "H"
"""Error correction level of every code with a sign in it: almost a third of its codewords may be lost."""
LARGEST_LOSS = 0.5
"""Share of what a block can correct that the sign may use up."""
LARGEST_SIDE = 0.25
"""Share of the symbol's side that the square may have: more would draw the eye away from what is to be scanned."""
_FREE = 0.5
"""Modules between the sign and the edge of its cleared square."""
_PNG_COLOURS = 64
_SVG = "http://www.w3.org/2000/svg"
_PLACED = ("x", "y", "width", "height", "viewBox", "preserveAspectRatio", "version")


@lru_cache(maxsize=64)
def mark_side(version: int) -> int:
    """Return the modules of the cleared square's side in a symbol of *version* at level H.

    Zero where there is no room: in versions 7 to 13 the middle holds a pattern by which readers find their way.
    """
    fitting = 0
    for side in range(3, int(LARGEST_SIDE * (17 + 4 * version)) + 1, 2):
        lost = damage(version, LEVEL, side)
        if lost is None or any(block.lost > LARGEST_LOSS * block.mends for block in lost):
            break
        fitting = side
    return fitting


def cleared(symbol: qr.QrSymbol) -> qr.QrSymbol:
    """Return *symbol* with the square for a sign empty; as it is where there is no room for one."""
    side = mark_side(symbol.version)
    first = (len(symbol.rows) - side) // 2
    rows = list(symbol.rows)
    for row in range(first, first + side):
        rows[row] = f"{rows[row][:first]}{'0' * side}{rows[row][first + side :]}"
    return symbol._replace(rows=tuple(rows)) if side else symbol


def svg(symbol: qr.QrSymbol, sign: Sign, *, title: str) -> str:
    """Return *symbol*, drawn at level H, with *sign* in its middle, as a stand-alone SVG.

    Args:
        symbol: What to draw.
        sign: A drawing goes in as shapes, a picture as it is.
        title: Says what the code is for those who cannot see it; plain text.

    Raises:
        ValueError: The sign's drawing is no SVG.
    """
    whole = qr.svg(cleared(symbol), title=title)
    side = mark_side(symbol.version)
    if not side:
        return whole
    start = (qr.side_of(symbol) - side) / 2 + _FREE
    return whole.replace("</svg>", f"{_placed(sign, start, side - 2 * _FREE)}</svg>")


def _placed(sign: Sign, start: float, side: float) -> str:
    """Return *sign* as markup in a square of *side* units whose first corner is at (*start*, *start*)."""
    if sign.png:
        picture = b64encode(sign.png).decode()
        square = f'x="{start:g}" y="{start:g}" width="{side:g}" height="{side:g}"'
        return f'<image {square} href="data:image/png;base64,{picture}"/>'
    ET.register_namespace("", _SVG)
    try:
        drawing = ET.fromstring(sign.svg)  # noqa: S314 - a theme's own drawing; logos are pictures
        left, top, width, height = map(float, drawing.attrib["viewBox"].replace(",", " ").split())
    except (ET.ParseError, KeyError, ValueError):
        raise ValueError(f"No SVG with a viewBox: {sign.svg[:60]}") from None
    scale = side / max(width, height)
    x, y = start + (side - width * scale) / 2 - left * scale, start + (side - height * scale) / 2 - top * scale
    kept = "".join(f' {k}="{escape(v)}"' for k, v in drawing.attrib.items() if k not in _PLACED and "}" not in k)
    shapes = "".join(ET.tostring(child, encoding="unicode").strip() for child in drawing)
    shapes = shapes.replace(f' xmlns="{_SVG}"', "")
    move = f"translate({x:.4g} {y:.4g}) scale({scale:.4g})"
    return f'<g shape-rendering="auto" transform="{move}"><g{kept}>{shapes}</g></g>'


def png(symbol: qr.QrSymbol, sign: Sign) -> bytes:
    """Return *symbol*, drawn at level H, with *sign* in its middle, as an opaque PNG.

    Raises:
        ValueError: The sign's drawing is no SVG.
    """
    import PIL.Image

    plain = qr.png(cleared(symbol))
    side = mark_side(symbol.version)
    if not side:
        return plain
    with PIL.Image.open(BytesIO(plain)) as opened:
        image: Image = opened.convert("RGB")
    wanted = round((side - 2 * _FREE) * qr.PNG_MODULE_PX)
    pixels = sign_pixels(sign, wanted, wanted)
    image.paste(pixels, ((image.width - pixels.width) // 2, (image.height - pixels.height) // 2), pixels)
    written = BytesIO()
    image.quantize(_PNG_COLOURS, dither=PIL.Image.Dither.NONE).save(written, "PNG", optimize=True)
    return written.getvalue()


def read_back(picture: bytes, uri: str) -> None:
    """Decode a code's PNG as it is published, and compare.

    Raises:
        QrUnreadable: It reads as nothing, or as another text than *uri*.
    """
    import PIL.Image

    with PIL.Image.open(BytesIO(picture)) as opened:
        qr.read_pixels(opened.convert("L"), uri)
