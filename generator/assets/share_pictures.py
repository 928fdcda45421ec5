"""
Share pictures: what a message shows of a page before anybody opens it.

A plate above, a name beneath, as on a museum's label.  The plate is the thing's block print, or its photograph.  A
picture is 1200 × 630 pixels, as Open Graph's readers ask for; WeChat and others show the square in its middle, so
everything that matters stands there, and site and seals stand outside.  It says nothing that changes, such as a price.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .lettering import letter, letter_lines, setting, width_of
from .motif_layouts import SHEET_HEIGHT
from .motifs import Inks, compose
from .pictures import cut_to
from .rasters import raster_of
from .share_palette import as_png, between
from .share_seals import seal
from .signs import Sign, sign_pixels

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

WIDTH = 1200
"""Pixels."""
HEIGHT = 630
"""Pixels; with the width 1.91:1, which the Open Graph's readers cut to otherwise."""
DEFAULT_SEAL_COLOUR = "#a5291c"
"""Cinnabar, which seals are stamped in."""
SQUARE = ((WIDTH - HEIGHT) // 2, (WIDTH + HEIGHT) // 2)
"""From where to where, in pixels from the left, the square in the middle reaches."""
PLATE_HEIGHT = 368
"""Pixels from the top."""
_ZOOM = 0.65
"""Size of a block print: its sheet is a little taller than the plate, which shows the middle."""
_TEXT_WIDTH = SQUARE[1] - SQUARE[0] - 30
_NAME_HEIGHT = 168
_NAME_LARGEST, _NAME_SMALLEST = 88, 24
_LINE_SIZE = 26
_LINE_HEIGHT = 50
_MARGIN = 48
"""Pixels at the sides and beneath."""
_SIGN = 46
_SEAL = 62
_SEAL_GAP = 8
_MOST_SEALS = 3
MOST_BYTES = 100 * 1024
_QUALITIES = (84, 74, 64, 54, 44)
"""Of JPEG, tried in turn; the last keeps to the bound whatever the photograph is."""


class BlockPrint(NamedTuple):
    """A plate that is drawn."""

    motif: str
    """Text of the motif's SVG."""
    variant: int
    upright: bool


class ShareSheet(NamedTuple):
    """Everything that a share picture shows."""

    name: str
    line: str
    """One line beneath the name: where it is from, when it is."""
    mark: str
    """A word in a frame, such as *sample*; empty for what is real."""
    site: str
    """The site's name."""
    sign: Sign
    plate: BlockPrint | Path
    """A block print, or the file of a photograph."""
    inks: Inks
    focus: tuple[float, float] = (0.5, 0.5)
    """What of a photograph is kept in view, as shares of width and height."""
    seals: tuple[tuple[str, str], ...] = ()
    """(characters, ``square`` ``round`` ``oval``) of verified marks."""
    seal_colour: str = DEFAULT_SEAL_COLOUR
    traditional: bool = False
    """Letter it in the forms of traditional Chinese."""


def share_picture(sheet: ShareSheet) -> bytes:
    """Draw *sheet*: a PNG, or a JPEG where its plate is a photograph; the same sheet gives the same bytes.

    Raises:
        MotifRefused: The motif's file holds something else than shapes in the three blocks.
        OSError: The photograph's file cannot be read.
    """
    import PIL.Image
    import PIL.ImageDraw

    picture = PIL.Image.new("RGB", (WIDTH, HEIGHT), sheet.inks.paper)
    drawn = isinstance(sheet.plate, BlockPrint)
    if isinstance(sheet.plate, BlockPrint):
        picture.paste(_printed(sheet.plate, sheet.inks), (0, 0))
    else:
        picture.paste(sheet.inks.tint, (0, 0, WIDTH, PLATE_HEIGHT))
        picture.paste(_photographed(sheet.plate, sheet.focus), (SQUARE[0], 0))
    draw = PIL.ImageDraw.Draw(picture)
    _write(draw, sheet)
    sign = _sign(picture, sheet)
    _site(draw, sheet, _MARGIN + sign.width + 14)
    _seals(picture, sheet)
    if drawn:
        top = HEIGHT - _MARGIN - _SIGN
        own = picture.crop((_MARGIN, top, _MARGIN + sign.width, top + _SIGN))
        return as_png(picture, sheet.inks, sheet.seal_colour, (own,))
    return _as_jpeg(picture)


def _printed(plate: BlockPrint, inks: Inks) -> Image:
    height = round(SHEET_HEIGHT * _ZOOM)
    svg = compose(plate.motif, variant=plate.variant, inks=inks, upright=plate.upright, width=WIDTH, height=height)
    above = (height - PLATE_HEIGHT) // 2
    whole = raster_of(svg, width=WIDTH, height=height).convert("RGB")
    return whole.crop((0, above, WIDTH, above + PLATE_HEIGHT))


def _photographed(path: Path, focus: tuple[float, float]) -> Image:
    """Return a photograph as wide as the square, so that nothing of it is lost there."""
    import PIL.Image

    with PIL.Image.open(path) as opened:
        cut = cut_to(opened.convert("RGB"), focus, (HEIGHT, PLATE_HEIGHT))
    return cut.resize((HEIGHT, PLATE_HEIGHT), PIL.Image.Resampling.LANCZOS)


def _as_jpeg(picture: Image) -> bytes:
    content = b""
    for quality in _QUALITIES:
        written = BytesIO()
        picture.save(written, "JPEG", quality=quality, optimize=True)
        content = written.getvalue()
        if len(content) <= MOST_BYTES:
            break
    return content


def _write(draw: ImageDraw, sheet: ShareSheet) -> None:
    """Write name and line, centred together in the paper beneath the plate."""
    below = _LINE_HEIGHT if sheet.line or sheet.mark else 0
    name = setting(
        sheet.name,
        width=_TEXT_WIDTH,
        height=_NAME_HEIGHT + _LINE_HEIGHT - below,
        largest=_NAME_LARGEST,
        smallest=_NAME_SMALLEST,
        traditional=sheet.traditional,
    )
    top = PLATE_HEIGHT + (HEIGHT - PLATE_HEIGHT - name.height - below) / 2
    letter_lines(draw, (WIDTH / 2, top), name, sheet.inks.ink_1, traditional=sheet.traditional)
    if below:
        _write_line(draw, sheet, top + name.height + below / 2 + 3)


def _write_line(draw: ImageDraw, sheet: ShareSheet, y: float) -> None:
    mark_size = _LINE_SIZE * 0.78
    framed = width_of(sheet.mark, traditional=sheet.traditional) * mark_size + 16 if sheet.mark else 0
    gap = 14 if framed and sheet.line else 0
    line = setting(
        sheet.line,
        width=_TEXT_WIDTH - framed - gap,
        height=_LINE_HEIGHT,
        largest=_LINE_SIZE,
        smallest=_LINE_SIZE * 0.62,
        most_lines=1,
        traditional=sheet.traditional,
    )
    text = line.lines[0] if line.lines else ""
    length = width_of(text, traditional=sheet.traditional) * int(line.size)
    x = (WIDTH - length - gap - framed) / 2
    colour = between(sheet.inks.ink_1, sheet.inks.paper, 0.12)
    letter(draw, (x, y), text, line.size, colour, traditional=sheet.traditional)
    if framed:
        left = round(x + length + gap)
        _dashed(draw, (left, round(y - _LINE_SIZE * 0.6), round(left + framed), round(y + _LINE_SIZE * 0.6)), colour)
        letter(
            draw, (left + framed / 2, y), sheet.mark, mark_size, colour, align="middle", traditional=sheet.traditional
        )


def _dashed(draw: ImageDraw, box: tuple[int, int, int, int], colour: str) -> None:
    """Draw the frame that marks what is invented, as pages do."""
    left, top, right, bottom = box
    for x in range(left, right, 7):
        for y in (top, bottom):
            draw.line((x, y, min(x + 3, right), y), fill=colour)
    for y in range(top, bottom, 7):
        for x in (left, right):
            draw.line((x, y, x, min(y + 3, bottom)), fill=colour)


def _sign(picture: Image, sheet: ShareSheet) -> Image:
    """Set the site's sign into the lower left corner."""
    sign = sign_pixels(sheet.sign, 3 * _SIGN, _SIGN)
    picture.paste(sign, (_MARGIN, HEIGHT - _MARGIN - (_SIGN + sign.height) // 2), sign)
    return sign


def _site(draw: ImageDraw, sheet: ShareSheet, left: int) -> None:
    """Write the site's name beside its sign, outside the square."""
    site = setting(
        sheet.site,
        width=SQUARE[0] - left - 12,
        height=56,
        largest=28,
        smallest=13,
        most_lines=2,
        traditional=sheet.traditional,
    )
    top = HEIGHT - _MARGIN - _SIGN / 2 - site.height / 2
    letter_lines(draw, (left, top), site, sheet.inks.ink_1, align="left", traditional=sheet.traditional)


def _seals(picture: Image, sheet: ShareSheet) -> None:
    """Stamp the seals of verified marks above each other in the right margin, as on a scroll."""
    below = HEIGHT - _MARGIN
    for characters, shape in [(each, shape) for each, shape in sheet.seals if each][:_MOST_SEALS]:
        stamp = seal(characters, shape, _SEAL, sheet.seal_colour, sheet.inks.paper, traditional=sheet.traditional)
        picture.paste(stamp, (WIDTH - _MARGIN - (_SEAL + stamp.width) // 2, below - _SEAL), stamp)
        below -= _SEAL + _SEAL_GAP
