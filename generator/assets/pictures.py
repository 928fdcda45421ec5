"""
Photographs as they are published: drawn anew from their pixels, in three formats and a few widths, within a budget.

The original of an editor never reaches the site.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
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
    "cut_to",
    "encoding",
    "formats",
    "mean_colour",
    "read_photo",
    "renditions",
]

WIDTHS = (320, 640, 1080, 1600)
"""Pixels: a list on a phone, a page on a phone of two and of three pixels a point, a screen."""
PHONE_WIDTH = 1080
"""Pixels that a phone asks for at most: 360 points, three pixels each."""
BUDGET_BYTES = 60 * 1024
"""Upper bound of a rendition up to :data:`PHONE_WIDTH` wide; wider ones may grow as their width does."""

PictureFormat = Literal["avif", "webp", "jpeg"]

QUALITIES: dict[PictureFormat, tuple[int, ...]] = {
    "avif": (60, 54, 48, 42, 36, 30, 24, 18, 12),
    "webp": (80, 72, 64, 56, 48, 40, 30, 20, 10),
    "jpeg": (82, 74, 66, 58, 50, 42, 34, 26, 18),
}
"""Format → qualities of its encoder, best first; the first of each shows no loss at arm's length."""
AVIF_SPEED = 9
"""0 to 10: a picture of 1200 × 900 pixels takes about 50 ms, at 8 twice that for some hundredths of the bytes."""
WEBP_METHOD = 2
"""0 to 6: 4, the encoder's own choice, takes twice as long for a twentieth of the bytes."""


class Rendition(NamedTuple):
    """One file to be written."""

    format: PictureFormat
    width: int
    height: int
    quality: int
    content: bytes


@cache
def formats() -> tuple[PictureFormat, ...]:
    """Return the formats that this machine's Pillow writes, the smallest first; AVIF is missing on a few systems."""
    from PIL import features

    return ("avif", "webp", "jpeg") if features.check("avif") else ("webp", "jpeg")


@cache
def encoding() -> str:
    """Return what decides the bytes of renditions besides the photograph: sizes, qualities, encoders' versions."""
    import PIL
    from PIL import features

    encoders = (f"{name} {features.version(name)}" for name in ("avif", "webp", "libjpeg_turbo", "littlecms2"))
    settings = (WIDTHS, PHONE_WIDTH, BUDGET_BYTES, QUALITIES, AVIF_SPEED, WEBP_METHOD, formats())
    return f"Pillow {PIL.__version__}, {', '.join(encoders)}, {settings}"


def renditions(
    photo: Photo,
    widths: Iterable[int] = WIDTHS,
    focus: tuple[float, float] = (0.5, 0.5),
    *,
    ratio: tuple[int, int] | None = None,
) -> tuple[Rendition, ...]:
    """Write *photo* in each of :func:`formats` at each of *widths*; the same pixels give the same bytes.

    Args:
        photo: From :func:`read_photo`.
        widths: Pixels.  A width above the picture's own is left out; a picture smaller than all keeps its own.
        focus: The point that matters, as shares of width and height from the top left; kept in view by *ratio*.
        ratio: Width to height to cut the picture to, such as ``(4, 3)``; ``None`` leaves its shape.

    Returns:
        By rising width, AVIF before WebP before JPEG.  Each keeps to :func:`byte_budget`; where no quality is low
        enough for that (a picture many times as tall as wide), the rendition is narrower than asked, and says so.

    Raises:
        ValueError: A width, a ratio or the focus is out of range.
    """
    asked = sorted(set(widths))
    if not asked or asked[0] < 1:
        raise ValueError(f"Widths must be whole pixels above 0, not {asked}")
    image = photo.image if ratio is None else cut_to(photo.image, focus, ratio)
    fitting = [width for width in asked if width <= image.width] or [image.width]
    return tuple(made for width in fitting for made in _at_width(image, width))


def byte_budget(width: int) -> int:
    """Return the most bytes that a rendition asked for *width* pixels may have."""
    return BUDGET_BYTES * max(width, PHONE_WIDTH) // PHONE_WIDTH


def mean_colour(photo: Photo) -> str:
    """Return the mean of all pixels as ``#rrggbb``: what stands in a photograph's place until it is there."""
    from PIL.Image import Resampling

    red, green, blue = photo.image.resize((1, 1), Resampling.BOX, reducing_gap=2.0).tobytes()
    return f"#{red:02x}{green:02x}{blue:02x}"


def cut_to(image: Image, focus: tuple[float, float], ratio: tuple[int, int]) -> Image:
    """Return the largest part of *image* of *ratio* (width to height), as near to *focus* as the edges allow.

    Raises:
        ValueError: The ratio or the focus is out of range.
    """
    across, down = ratio
    if across < 1 or down < 1 or not all(0 <= share <= 1 for share in focus):
        raise ValueError(f"A cut needs a ratio above 0 and a focus from 0 to 1, not {ratio} at {focus}")
    width = min(image.width, max(1, round(image.height * across / down)))
    height = min(image.height, max(1, round(image.width * down / across)))
    left = min(max(round(image.width * focus[0] - width / 2), 0), image.width - width)
    top = min(max(round(image.height * focus[1] - height / 2), 0), image.height - height)
    return image.crop((left, top, left + width, top + height))


def _at_width(image: Image, width: int) -> list[Rendition]:
    scaled = _scaled(image, width)
    return [_rendition(image, scaled, width, kind) for kind in formats()]


def _scaled(image: Image, width: int) -> Image:
    from PIL.Image import Resampling

    size = (width, max(1, round(image.height * width / image.width)))
    return image if size == image.size else image.resize(size, Resampling.LANCZOS, reducing_gap=3.0)


def _rendition(image: Image, scaled: Image, width: int, kind: PictureFormat) -> Rendition:
    """Encode *scaled* at the best quality within the budget of *width*; where there is none, a smaller *image*."""
    budget, qualities = byte_budget(width), QUALITIES[kind]
    quality, content = _best(scaled, kind, qualities, budget)
    across = width
    while len(content) > budget and across > 1:
        # Bytes go by area; a twentieth at least, so that this ends.
        across = max(1, int(across * min(0.95, sqrt(budget / len(content)))))
        scaled = _scaled(image, across)
        quality, content = qualities[-1], _encoded(scaled, kind, qualities[-1])
    return Rendition(kind, *scaled.size, quality, content)


def _best(image: Image, kind: PictureFormat, qualities: tuple[int, ...], budget: int) -> tuple[int, bytes]:
    """Return the first of *qualities* that fits *budget*, and its bytes; the last where none does."""
    content = _encoded(image, kind, qualities[0])
    if len(content) <= budget:
        return qualities[0], content
    best: tuple[int, bytes] | None = None
    low, high = 1, len(qualities)
    while low < high:
        middle = (low + high) // 2
        content = _encoded(image, kind, qualities[middle])
        if len(content) <= budget:
            high, best = middle, (qualities[middle], content)
        else:
            low = middle + 1
    return best or (qualities[-1], content)  # where none fits, the last was tried last


def _encoded(image: Image, kind: PictureFormat, quality: int) -> bytes:
    written = BytesIO()
    if kind == "avif":
        # One thread: builds already run several processes, and the bytes do not hang on how many threads there are.
        image.save(written, "AVIF", quality=quality, speed=AVIF_SPEED, max_threads=1)
    elif kind == "webp":
        image.save(written, "WEBP", quality=quality, method=WEBP_METHOD)
    else:
        image.save(written, "JPEG", quality=quality, optimize=True, progressive=True, subsampling="4:2:0")
    return written.getvalue()
