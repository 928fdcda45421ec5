"""Seals of certification marks as they are stamped on a picture: filled, for what was verified."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from .lettering import letter, width_of

if TYPE_CHECKING:
    from PIL.Image import Image

_FINER = 3
"""Drawn so many times larger first, for smooth edges."""
OVAL = 1.25
"""Width of an oval seal to its height."""


@lru_cache(32)
def seal(characters: str, shape: str, size: int, colour: str, paper: str, *, traditional: bool = False) -> Image:
    """Return a filled seal as RGBA pixels.

    Args:
        characters: At most four of Chinese, set two by two; anything else stands in one line.
        shape: ``square``, ``round`` or ``oval``.
        size: Height in pixels.
        colour: Of the stamp, ``#rrggbb``.
        paper: Of what is cut out of it.
        traditional: Letter it in the forms of traditional Chinese.
    """
    import PIL.Image
    import PIL.ImageDraw

    height = size * _FINER
    width = round(height * OVAL) if shape == "oval" else height
    image = PIL.Image.new("RGBA", (width, height), colour + "00")
    draw = PIL.ImageDraw.Draw(image)
    inset = round(height * 0.06)
    whole, inner = (0, 0, width - 1, height - 1), (inset, inset, width - 1 - inset, height - 1 - inset)
    if shape == "square":
        draw.rounded_rectangle(whole, radius=height // 9, fill=colour)
        draw.rounded_rectangle(inner, radius=height // 14, outline=paper, width=height // 60)
    else:
        draw.ellipse(whole, fill=colour)
        draw.ellipse(inner, outline=paper, width=height // 60)
    rows = rows_of(characters)
    room = height * (0.7 if shape == "square" else 0.62)
    widest = max(width_of(row, traditional=traditional) for row in rows) or 1.0
    em = min(room * (OVAL if shape == "oval" else 1) / widest, room / len(rows), height * 0.42)
    for number, row in enumerate(rows):
        y = height / 2 + (number - (len(rows) - 1) / 2) * em
        letter(draw, (width / 2, y), row, em, paper, align="middle", strong=True, traditional=traditional)
    return image.resize((width // _FINER, size), PIL.Image.Resampling.LANCZOS)


def rows_of(text: str) -> tuple[str, ...]:
    """Divide Chinese two by two; leave other writing whole."""
    if len(text) < 3 or not all("\u3400" <= char <= "\u9fff" for char in text):
        return (text,)
    middle = (len(text) + 1) // 2
    return text[:middle], text[middle:]
