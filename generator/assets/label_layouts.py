"""
Layouts of one label: ``wide``, ``small``, and the code alone.

A label is read like one in a museum: name, origin, price from the upper left down, mark and code in a column at the
right.  The name is the largest thing, the price the largest after it, and the code is no smaller than scanners need.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.contract.label_geometry import QUIET_ZONE, Geometry

from .label_room import Room, module_on_label
from .pdf_codes import module_of, quiet
from .pdf_paper import BLACK, POINT, Paper
from .pdf_prices import price_width, put_price
from .pdf_seals import seal_width, stamp
from .pdf_setting import ABOVE, CAPITALS, LEAST_SIZE, Lines, Unfit, depth, fitted, in_one_line, put
from .print_texts import LabelText
from .qr import QrSymbol

_TAIL = 0.2
"""Ems that characters, a Q and the frame of a mark reach beneath the base line."""
_FRAME = 0.25
"""Millimetres between a mark and its frame."""
_SEPARATOR = " · "
_CODE_TRACKING = 0.08
"""Ems between the characters of a short code, which is read letter by letter."""


class Look(NamedTuple):
    """Colours of a label."""

    ink: str = BLACK
    soft: str = "#4a443a"
    """Of what is read second."""
    seal: str = "#a5291c"


THERMAL = Look(BLACK, BLACK, BLACK)
"""A thermal printer has dots, and no shades."""


def wide(paper: Paper, room: Room, geometry: Geometry, label: LabelText, symbol: QrSymbol, look: Look) -> None:
    """Draw a label of 60 mm or more: what is said at the left, seal over code at the right.

    Raises:
        Unfit: A text cannot be set at a size that people read.
    """
    scale = room.scale
    short = 6.5 * scale**0.5
    module = module_on_label(symbol, geometry)
    side = module * len(symbol.rows)
    right, bottom = room.x + room.width, room.y + room.height
    under = _under(module, short)
    _code(paper, symbol, (right - side, bottom - under - side), module, label.code, short, look)
    above = room.height - side - under - quiet(module)
    if label.seals and above >= 6:
        height = min(9.5 * scale, above)
        stamp(paper, label.seals[0], right - seal_width(label.seals[0], height), room.y, height, look.seal)
        if len(label.seals) > 1 and side >= 2 * height + 1:
            second = label.seals[1]
            stamp(paper, second, right - side, room.y, height, look.seal)
    width = room.width - side - max(quiet(module), 2.0)
    name = fitted(
        paper, label.name, "song", width=width, height=room.height * 0.42, largest=18 * scale, least=7.0, most_lines=2
    )
    base = put(paper, room.x, room.y, name, "song", colour=look.ink, strong=True)
    origin = _origin(paper, label, width, 7.5 * scale**0.7)
    put(paper, room.x, base + depth(name) + 1.9 * scale**0.7, origin, "hei", colour=look.soft)
    foot = bottom - _foot(paper, room.x, bottom, width, label, 5.6 * scale**0.6, look)
    size = min(max(name.size, 13 * scale, 10.5), 22 * scale)  # the smallest part of a price has half its size
    _price(paper, room.x, foot - 1.6 * scale**0.6, width, label, size, look)


def small(paper: Paper, room: Room, geometry: Geometry, label: LabelText, symbol: QrSymbol, look: Look) -> None:
    """Draw a label of 40 × 30 mm or so: the name across, the code beneath it at the right.

    Raises:
        Unfit: A text cannot be set at a size that people read.
    """
    short = 6.0
    module = module_on_label(symbol, geometry)
    side = module * len(symbol.rows)
    right, bottom = room.x + room.width, room.y + room.height
    top_of_code = bottom - _under(module, short) - side
    _code(paper, symbol, (right - side, top_of_code), module, label.code, short, look)
    name = fitted(
        paper, label.name, "song",
        width=room.width, height=top_of_code - room.y - quiet(module), largest=13.5, least=6.5, most_lines=2,
    )  # fmt: skip
    base = put(paper, room.x, room.y, name, "song", colour=look.ink, strong=True)
    width = room.width - side - quiet(module)
    foot = bottom - _foot(paper, room.x, bottom, width, label, 5.2, look)
    origin = _origin(paper, label, width, 6.4)
    base = put(paper, room.x, base + depth(name) + 1.5, origin, "hei", colour=look.soft)
    size = min(max(name.size, 10.5), 14.0)
    free = foot - 1.2 - ABOVE * size * POINT - base
    if label.seals and free >= 7.5:
        stamp(paper, label.seals[0], room.x, base + 1.3, min(7.5, free - 2.0), look.seal)
    _price(paper, room.x, foot - 1.2, width, label, size, look)


def code_alone(paper: Paper, room: Room, geometry: Geometry, label: LabelText, symbol: QrSymbol, look: Look) -> None:
    """Draw the code, its short code, and the name small beneath, for those who put the label on.

    Raises:
        Unfit: The name cannot be set at a size that people read.
    """
    short = 7.0
    name = 5.5
    modules = len(symbol.rows)
    words = (short * CAPITALS + name * 1.6) * POINT
    # The quiet zone stands above the words; as modules it is part of what the height is divided by.
    fair = min(room.width, (room.height - words) * modules / (modules + QUIET_ZONE))
    module = module_of(symbol, geometry, fair, 0.8)
    side = module * modules
    under = _under(module, short)
    middle = room.x + room.width / 2
    top = room.y + max(0.0, (room.height - side - under - name * 1.6 * POINT) / 2)
    _code(paper, symbol, (middle - side / 2, top), module, label.code, short, look)
    lines = in_one_line(paper, (label.name, ""), "hei", width=room.width, largest=name, least=LEAST_SIZE)
    put(paper, middle, top + side + under + name * 0.5 * POINT, lines, "hei", colour=look.soft, align="middle")


def _under(module: float, size: float) -> float:
    """Return what stands beneath a code, in millimetres: its quiet zone and the short code."""
    return quiet(module) + (CAPITALS + _TAIL) * size * POINT


def _code(
    paper: Paper, symbol: QrSymbol, at: tuple[float, float], module: float, code: str, size: float, look: Look
) -> None:
    """Draw a code with the short code beneath it, spaced to its width."""
    side = paper.code(symbol, *at, module)
    own = paper.width(code, size, "hei")
    tracking = min(max(0.0, (side - own) / max(1, len(code) - 1)), _CODE_TRACKING * 2 * size * POINT)
    base = at[1] + side + _under(module, size) - _TAIL * size * POINT
    paper.text(at[0] + side / 2, base, code, size, "hei", colour=look.ink, align="middle", tracking=tracking)


def _origin(paper: Paper, label: LabelText, width: float, largest: float) -> Lines:
    """Return origin and net content in one line: with its region where there is room."""
    texts = tuple(_SEPARATOR.join(part for part in (origin, label.net) if part) for origin in (*label.origins, ""))
    least = max(LEAST_SIZE, largest * 0.8)
    try:
        return in_one_line(paper, texts[:-1] or ("",), "hei", width=width, largest=largest, least=least)
    except Unfit:
        return in_one_line(paper, texts[-2:], "hei", width=width, largest=largest, least=LEAST_SIZE)


def _foot(paper: Paper, x: float, bottom: float, width: float, label: LabelText, size: float, look: Look) -> float:
    """Set the last lines (price per weight; sample and day) above *bottom* and return their height."""
    base = bottom - _TAIL * size * POINT - (_FRAME if label.sample else 0.0)
    start = x
    if label.sample:
        across = paper.width(label.sample, size, "hei") + size * POINT * 0.6
        top = base - ABOVE * size * POINT - _FRAME
        height = (ABOVE + _TAIL * 0.8) * size * POINT + 2 * _FRAME
        paper.frame(x, top, across, height, look.ink, 0.4, corner=0.4)
        paper.text(x + across / 2, base, label.sample, size, "hei", colour=look.ink, align="middle")
        start += across + size * POINT * 0.5
    day = in_one_line(paper, (label.day, ""), "hei", width=width - (start - x), largest=size, least=LEAST_SIZE)
    for line in day.lines:
        paper.text(start, base, line, day.size, "hei", colour=look.soft)
    height = (ABOVE + _TAIL) * size * POINT + (2 * _FRAME if label.sample else 0.0)
    if label.price is not None and label.price.per:
        per = in_one_line(paper, (label.price.per,), "hei", width=width, largest=size * 1.15, least=LEAST_SIZE)
        paper.text(x, base - height - 0.8, per.lines[0], per.size, "hei", colour=look.ink)
        height += per.size * POINT + 0.8
    return height


def _price(paper: Paper, x: float, base: float, width: float, label: LabelText, largest: float, look: Look) -> None:
    if label.price is None:
        words = in_one_line(paper, (label.price_words,), "song", width=width, largest=largest * 0.8, least=7.0)
        for line in words.lines:
            paper.text(x, base, line, words.size, "song", colour=look.ink, strong=True)
        return
    size = min(largest, largest * width / price_width(paper, label.price, largest))
    if size < LEAST_SIZE * 2:  # its smallest part has half the size
        raise Unfit("".join(label.price[:4]), LEAST_SIZE)
    put_price(paper, x, base, label.price, size, look.ink)
