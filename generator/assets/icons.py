"""Icons of the site: its sign on paper, with the room around it that systems cut away."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from .signs import Sign, sign_pixels

if TYPE_CHECKING:
    from PIL.Image import Image

_SHARE = 0.62
"""Of an icon's side that a square sign takes: it stays within the safe zone, a circle of four fifths of the side
(Web Application Manifest, W3C, 1.8.3, purpose ``maskable``)."""


def icon(sign: Sign, side: int, paper: str) -> bytes:
    """Return *sign* on *paper* (``#rrggbb``) as a square PNG of *side* pixels without transparency.

    Raises:
        ValueError: The sign's drawing is no SVG.
    """
    import PIL.Image

    image: Image = PIL.Image.new("RGB", (side, side), paper)
    pixels = sign_pixels(sign, round(side * _SHARE), round(side * _SHARE))
    image.paste(pixels, ((side - pixels.width) // 2, (side - pixels.height) // 2), pixels)
    written = BytesIO()
    image.save(written, "PNG", optimize=True)
    return written.getvalue()
