"""Pictures and codes as they stand on whole pages: a block print or a photograph in a box, a code with its words."""

from __future__ import annotations

from generator.contract.label_geometry import QUIET_ZONE

from .motifs import compose
from .pdf_paper import BLACK, POINT, Paper
from .pdf_setting import ABOVE, CAPITALS
from .print_texts import CodeText, PlateText
from .qr import draw

SOFT = "#4a443a"
"""Ink of what is read second."""
HAIR = 0.4
"""Points of a hairline."""
LINE = "#b9ae98"
"""Colour of hairlines."""
SEAL = "#a5291c"


def put_plate(paper: Paper, plate: PlateText, x: float, y: float, width: float, height: float) -> None:
    """Fill a box with a picture."""
    if plate.photograph is not None:
        paper.photograph(plate.photograph, x, y, width, height, plate.focus)
        return
    tall = round(800 * height / width)
    drawn = compose(plate.motif, variant=plate.variant, inks=plate.inks, upright=plate.upright, width=800, height=tall)
    paper.drawing(drawn, x, y, width, height)


def quiet_zone(code: CodeText, side: float) -> float:
    """Return what has to be free around a code *side* millimetres wide."""
    return QUIET_ZONE * side / len(draw(code.uri, level=code.level).rows)


def code_height(code: CodeText, side: float, size: float) -> float:
    """Return the height of a code with its short code beneath its quiet zone, as :func:`put_code` draws it."""
    return side + quiet_zone(code, side) + CAPITALS * size * POINT


def put_code(paper: Paper, code: CodeText, x: float, y: float, side: float, size: float = 0.0) -> None:
    """Draw a code *side* millimetres wide, whose quiet zone the page leaves free.

    Args:
        paper: Where to.
        code: What it says.
        x: Left edge of the symbol.
        y: Its upper edge.
        side: Without the quiet zone.
        size: Points of the short code beneath the quiet zone; 0 for none.
    """
    symbol = draw(code.uri, level=code.level)
    paper.code(symbol, x, y, side / len(symbol.rows))
    if size:
        base = y + code_height(code, side, size)
        paper.text(x + side / 2, base, code.code, size, "hei", align="middle", tracking=size * POINT * 0.12)


def put_sample(paper: Paper, x: float, base: float, text: str, size: float) -> float:
    """Set the mark of what is invented, in a frame, and return its width; ``""`` takes none."""
    if not text:
        return 0.0
    across = paper.width(text, size, "hei") + size * POINT * 0.7
    top = base - ABOVE * size * POINT - size * POINT * 0.15
    paper.frame(x, top, across, size * POINT * 1.25, BLACK, HAIR, corner=size * POINT * 0.2)
    paper.text(x + across / 2, base, text, size, "hei", align="middle")
    return across
