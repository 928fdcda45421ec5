"""The sign that a site is recognised by, as pixels."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from .rasters import raster_of

if TYPE_CHECKING:
    from PIL.Image import Image


class Sign(NamedTuple):
    """What a site is recognised by."""

    svg: str = ""
    """A square drawing …"""
    png: bytes = b""
    """… or a picture in its place."""


@lru_cache(8)
def sign_pixels(sign: Sign, width: int, height: int) -> Image:
    """Return *sign* as RGBA pixels, as large as fits into *width* × *height*; not to be changed.

    Raises:
        ValueError: The drawing is no SVG.
    """
    import PIL.Image

    if not sign.png:
        side = min(width, height)
        return raster_of(sign.svg, width=side, height=side)
    with PIL.Image.open(BytesIO(sign.png)) as opened:
        pixels = opened.convert("RGBA")
    share = min(width / pixels.width, height / pixels.height)
    size = max(1, round(pixels.width * share)), max(1, round(pixels.height * share))
    return pixels.resize(size, PIL.Image.Resampling.LANCZOS)
