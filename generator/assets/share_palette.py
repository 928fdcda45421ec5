"""Few colours for flat pictures: the inks, and what lies between two of them at the edge of a shape."""

from __future__ import annotations

from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING

from .inks import Inks

if TYPE_CHECKING:
    from PIL.Image import Image

_STEPS = 6
"""Shades between two inks; at 1200 pixels nobody sees that there are no more."""
_APART = 16
"""How far, of 255, a shade must be from every ink: a flat ground shall come out in its very colour."""
_OWN = 48
"""Colours kept for each part that has its own."""


def between(one: str, other: str, share: float) -> str:
    """Return the colour that lies *share* of the way from *one* to *other*, all ``#rrggbb``."""
    return "#" + "".join(
        f"{round(int(one[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share):02x}"
        for at in (1, 3, 5)
    )


def as_png(picture: Image, inks: Inks, seal: str, own: tuple[Image, ...] = ()) -> bytes:
    """Return *picture* as PNG with a palette: a third of the bytes, and drawn edges as sharp as they were.

    Args:
        picture: Drawn in *inks* and *seal* alone.
        inks: Its colours.
        seal: The colour of its seals.
        own: Parts of it that have other colours, such as a site's sign.
    """
    import PIL.Image

    flat = (inks.paper, inks.tint, inks.ink_1, inks.ink_2, seal)
    pairs = ((0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3), (0, 4))
    shades = [between(flat[a], flat[b], step / (_STEPS + 1)) for a, b in pairs for step in range(1, _STEPS + 1)]
    others = chain(shades, *(_colours(part) for part in own))
    colours = [*dict.fromkeys(flat), *dict.fromkeys(other for other in others if _is_apart(other, flat))][:256]
    holder = PIL.Image.new("P", (1, 1))
    holder.putpalette(bytes.fromhex("".join(colour[1:] for colour in colours)))
    written = BytesIO()
    picture.quantize(palette=holder, dither=PIL.Image.Dither.NONE).save(written, "PNG", compress_level=4)
    return written.getvalue()


def _is_apart(colour: str, flat: tuple[str, ...]) -> bool:
    """Tell whether *colour* cannot be taken for one of *flat* by a search that looks at six bits of each channel."""
    channels = bytes.fromhex(colour[1:])
    return all(
        sum((one - other) ** 2 for one, other in zip(channels, bytes.fromhex(ink[1:]), strict=True)) >= _APART**2
        for ink in flat
    )


def _colours(part: Image) -> list[str]:
    """Return the colours that come nearest to all of *part*."""
    palette = part.quantize(_OWN).getpalette() or []
    return ["#{:02x}{:02x}{:02x}".format(*palette[at : at + 3]) for at in range(0, len(palette), 3)]
