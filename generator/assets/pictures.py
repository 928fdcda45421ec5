"""
Photographs as they are published: drawn anew from their pixels, in two formats and a few widths, within a budget.

The original of an editor never reaches the site.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from math import sqrt
from typing import TYPE_CHECKING, Literal, NamedTuple

from .photos import MAX_FILE_BYTES, MAX_PIXELS, Photo, PictureRefused, Refusal, read_photo

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = [
    "MAX_FILE_BYTES",
    "MAX_PIXELS",
    "QUALITIES",
    "WIDTHS",
    "Photo",
    "PictureFormat",
    "PictureRefused",
    "Refusal",
    "Rendition",
    "byte_budget",
    "read_photo",
    "renditions",
]

WIDTHS = (320, 640, 1280)
"""Pixels: a list on a phone, a product page on a phone, a screen."""
BUDGET_BYTES_AT_320 = 60 * 1024
"""Upper bound of a rendition up to 320 pixels wide; wider ones may grow as their width does."""
QUALITIES: tuple[int, ...] = (82, 74, 66, 58, 50, 42, 34, 26, 18)
"""Tried in turn until a rendition fits its budget; at 82 a JPEG shows no loss at arm's length."""

PictureFormat = Literal["webp", "jpeg"]


class Rendition(NamedTuple):
    """One file to be written."""

    format: PictureFormat
    width: int
    height: int
    quality: int
    content: bytes


def renditions(
    photo: Photo,
    widths: Iterable[int] = WIDTHS,
    focus: tuple[float, float] = (0.5, 0.5),
    *,
    ratio: tuple[int, int] | None = None,
) -> tuple[Rendition, ...]:
    """Write *photo* as WebP and JPEG at each of *widths*; the same pixels give the same bytes.

    Args:
        photo: From :func:`read_photo`.
        widths: Pixels.  A width above the picture's own is left out; a picture smaller than all keeps its own.
        focus: The point that matters, as shares of width and height from the top left; kept in view by *ratio*.
        ratio: Width to height to cut the picture to, such as ``(4, 3)``; ``None`` leaves its shape.

    Returns:
        By rising width, WebP before JPEG.  Each keeps to :func:`byte_budget`; where no quality is low enough for that
        (a picture many times as tall as wide), the rendition is narrower than asked, and says so.

    Raises:
        ValueError: A width, a ratio or the focus is out of range.
    """
    asked = sorted(set(widths))
    if not asked or asked[0] < 1:
        raise ValueError(f"Widths must be whole pixels above 0, not {asked}")
    image = photo.image if ratio is None else photo.image.crop(_cut(photo.width, photo.height, focus, ratio))
    fitting = [width for width in asked if width <= image.width] or [image.width]
    formats: tuple[PictureFormat, ...] = ("webp", "jpeg")
    return tuple(_rendition(image, width, kind) for width in fitting for kind in formats)


def byte_budget(width: int) -> int:
    """Return the most bytes that a rendition asked for *width* pixels may have."""
    return BUDGET_BYTES_AT_320 * max(width, WIDTHS[0]) // WIDTHS[0]


def _cut(width: int, height: int, focus: tuple[float, float], ratio: tuple[int, int]) -> tuple[int, int, int, int]:
    """Return the largest box (left, top, right, bottom) of *ratio*, as near to *focus* as the edges allow."""
    across, down = ratio
    if across < 1 or down < 1 or not all(0 <= share <= 1 for share in focus):
        raise ValueError(f"A cut needs a ratio above 0 and a focus from 0 to 1, not {ratio} at {focus}")
    box_width = min(width, max(1, round(height * across / down)))
    box_height = min(height, max(1, round(width * down / across)))
    left = min(max(round(width * focus[0] - box_width / 2), 0), width - box_width)
    top = min(max(round(height * focus[1] - box_height / 2), 0), height - box_height)
    return left, top, left + box_width, top + box_height


def _rendition(image: Image, width: int, kind: PictureFormat) -> Rendition:
    """Scale *image* to *width* and lower the quality, then the size, until it fits the budget of *width*."""
    from PIL.Image import Resampling

    budget, across, qualities = byte_budget(width), width, QUALITIES
    while True:
        size = (across, max(1, round(image.height * across / image.width)))
        scaled = image if size == image.size else image.resize(size, Resampling.LANCZOS, reducing_gap=3.0)
        for quality in qualities:
            content = _encoded(scaled, kind, quality)
            if len(content) <= budget or across == 1:
                return Rendition(kind, *size, quality, content)
        # Bytes go by area; a twentieth at least, so that this ends.
        across = max(1, int(across * min(0.95, sqrt(budget / len(content)))))
        qualities = QUALITIES[-1:]


def _encoded(image: Image, kind: PictureFormat, quality: int) -> bytes:
    written = BytesIO()
    if kind == "webp":
        image.save(written, "WEBP", quality=quality, method=4)
    else:
        image.save(written, "JPEG", quality=quality, optimize=True, progressive=True, subsampling="4:2:0")
    return written.getvalue()
