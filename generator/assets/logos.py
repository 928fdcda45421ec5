"""The sign of a site as it is published: drawn anew from its pixels, small, with what is transparent in it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from .photos import read_photo

LOGO_HEIGHT = 128
"""Pixels: twice the height at which a masthead shows it at most."""
LOGO_WIDTH = 384
"""Pixels: a sign is at most three times as wide as tall; a longer one is lower."""


class Logo(NamedTuple):
    """A sign as PNG."""

    content: bytes
    width: int
    """Pixels."""
    height: int
    """Pixels."""


def read_logo(path: Path) -> Logo:
    """Return the sign at *path*, a PNG, WebP or JPEG; never larger than :data:`LOGO_WIDTH` × :data:`LOGO_HEIGHT`.

    Raises:
        PictureRefused: The file is none of these, too large or damaged.  SVG is refused as well: it can hold scripts.
    """
    from PIL.Image import Resampling

    image = read_photo(path, transparent=True).image
    image.thumbnail((LOGO_WIDTH, LOGO_HEIGHT), Resampling.LANCZOS)
    written = BytesIO()
    image.save(written, "PNG", optimize=True)
    return Logo(written.getvalue(), image.width, image.height)
