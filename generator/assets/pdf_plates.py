"""Pictures and codes as they stand on whole pages: a block print or a photograph in a box, a code with its words."""

from __future__ import annotations

from .motifs import compose
from .pdf_paper import BLACK, POINT, Paper
from .pdf_setting import ABOVE, paragraph, put
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


def put_code(paper: Paper, code: CodeText, x: float, y: float, side: float, size: float) -> float:
    """Draw a code *side* millimetres wide with its short code beneath, and return where that ends.

    Args:
        paper: Where to.
        code: What it says.
        x: Left edge of the symbol.
        y: Its upper edge.
        side: Without the quiet zone, which the page has to leave.
        size: Points of the short code; words beneath it are smaller.
    """
    symbol = draw(code.uri, level="Q")
    paper.code(symbol, x, y, side / len(symbol.rows))
    base = y + side + size * POINT * 1.3
    paper.text(x + side / 2, base, code.code, size, "hei", align="middle", tracking=size * POINT * 0.12)
    if code.words:
        lines = paragraph(paper, code.words, "hei", size=size * 0.85, width=side * 1.15, most_lines=2)
        base = put(paper, x + side / 2, base + size * 0.25, lines, "hei", colour=SOFT, align="middle", leading=1.35)
    return base


def put_sample(paper: Paper, x: float, base: float, text: str, size: float) -> float:
    """Set the mark of what is invented, in a frame, and return its width; ``""`` takes none."""
    if not text:
        return 0.0
    across = paper.width(text, size, "hei") + size * POINT * 0.7
    top = base - ABOVE * size * POINT - size * POINT * 0.15
    paper.frame(x, top, across, size * POINT * 1.25, BLACK, HAIR, corner=size * POINT * 0.2)
    paper.text(x + across / 2, base, text, size, "hei", align="middle")
    return across
