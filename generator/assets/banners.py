"""
Banners: a column as one picture, in the sizes that websites keep room for.

Paper, a hairline, a bar of ink at the left, the column's name as large as it fits; where there is room a block print,
and beneath it whose column it is.  A banner hangs for years, so it tells nothing that changes.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple

from .lettering import letter_lines, setting
from .motifs import Inks, compose
from .rasters import raster_of
from .share_palette import between
from .share_pictures import BlockPrint
from .signs import Sign, sign_pixels

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

COLOURS: Final = 64
"""Of the picture: flat inks and the shades at their edges."""
_TALL: Final = 120
"""Pixels of height from which the print stands above the name; beneath it stands beside."""
_LEAST_WITH_PRINT: Final = 200
"""Pixels of width from which there is room for a print beside a name."""
_LEAST_WITH_SITE: Final = 56
"""Pixels of height from which the site's name stands beneath the column's."""


class BannerSheet(NamedTuple):
    """Everything that a banner shows."""

    name: str
    site: str
    """Whose column it is."""
    sign: Sign
    plate: BlockPrint
    inks: Inks
    traditional: bool = False
    """Letter it in the forms of traditional Chinese."""


class _Box(NamedTuple):
    left: int
    top: int
    width: int
    height: int


def banner(sheet: BannerSheet, width: int, height: int) -> bytes:
    """Draw *sheet* as a PNG of exactly *width* × *height* pixels; the same sheet gives the same bytes.

    Raises:
        MotifRefused: The motif's file holds something else than shapes in the three blocks.
    """
    import PIL.Image
    import PIL.ImageDraw

    picture = PIL.Image.new("RGB", (width, height), sheet.inks.paper)
    draw = PIL.ImageDraw.Draw(picture)
    bar = 2 if height < _LEAST_WITH_SITE else 4
    room = _Box(bar + 1, 1, width - bar - 2, height - 2)
    if height >= _TALL:
        plate = _Box(room.left, room.top, room.width, round(height * 0.55))
        text = _Box(room.left + 12, plate.top + plate.height + 6, room.width - 24, height - plate.height - 16)
    elif width >= _LEAST_WITH_PRINT:
        plate = _Box(room.left, room.top, round(room.height * 1.45), room.height)
        beside = plate.left + plate.width + round(height * 0.2)
        text = _Box(beside, 3, width - beside - round(height * 0.2), height - 6)
    else:
        plate = _Box(0, 0, 0, 0)
        text = _Box(room.left + 3, 1, room.width - 6, height - 2)
    if plate.width:
        picture.paste(_printed(sheet, plate.width, plate.height), (plate.left, plate.top))
    _write(picture, draw, sheet, text, height)
    draw.rectangle((0, 0, width - 1, height - 1), outline=between(sheet.inks.ink_1, sheet.inks.paper, 0.72))
    draw.rectangle((0, 0, bar, height - 1), fill=sheet.inks.ink_1)
    return _as_png(picture)


def _printed(sheet: BannerSheet, width: int, height: int) -> Image:
    """Return the block print, filling its place from edge to edge."""
    plate = sheet.plate
    scale = max(width / 4, height / 3)
    full = max(width, round(4 * scale)), max(height, round(3 * scale))
    svg = compose(
        plate.motif, variant=plate.variant, inks=sheet.inks, upright=plate.upright, width=full[0], height=full[1]
    )
    left, top = (full[0] - width) // 2, (full[1] - height) // 2
    whole = raster_of(svg, width=full[0], height=full[1]).convert("RGB")
    return whole.crop((left, top, left + width, top + height))


def _write(picture: Image, draw: ImageDraw, sheet: BannerSheet, box: _Box, height: int) -> None:
    site_size = 11 if height < _TALL else 13
    with_site = height >= _LEAST_WITH_SITE and bool(sheet.site)
    foot = round(site_size * 1.7) if with_site else 0
    is_tall = height >= _TALL
    name = setting(
        sheet.name,
        width=box.width,
        height=box.height - foot,
        largest=26 if is_tall else min(30, height * 0.42),
        smallest=9,
        most_lines=2,
        traditional=sheet.traditional,
    )
    top = box.top + (box.height - foot - name.height) / 2
    letter_lines(draw, (box.left, top), name, sheet.inks.ink_1, align="left", traditional=sheet.traditional)
    if not with_site:
        return
    middle = box.top + box.height - foot / 2
    sign = sign_pixels(sheet.sign, site_size * 3, round(site_size * 1.25))
    picture.paste(sign, (box.left, round(middle - sign.height / 2)), sign)
    site = setting(
        sheet.site,
        width=box.width - sign.width - 6,
        height=foot,
        largest=site_size,
        smallest=8,
        most_lines=1,
        traditional=sheet.traditional,
    )
    colour = between(sheet.inks.ink_1, sheet.inks.paper, 0.15)
    at = (box.left + sign.width + 6, middle - site.height / 2)
    letter_lines(draw, at, site, colour, align="left", strong=False, traditional=sheet.traditional)


def _as_png(picture: Image) -> bytes:
    import PIL.Image

    written = BytesIO()
    few = picture.quantize(COLOURS, method=PIL.Image.Quantize.MEDIANCUT, dither=PIL.Image.Dither.NONE)
    few.save(written, "PNG", optimize=True)
    return written.getvalue()
