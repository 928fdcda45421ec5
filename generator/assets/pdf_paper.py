"""
Pages for printing: PDF in exact millimetres, with subset type, vector codes and pictures.

This module alone knows fpdf2.  Lengths are millimetres from the upper left corner of the page, sizes of type are points
(1/72 inch); the same calls make the same bytes.
"""

from __future__ import annotations

import io
import unicodedata
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from .qr import QrSymbol
from .typefaces import with_latin_quotes

if TYPE_CHECKING:
    from fpdf import FPDF
    from fpdf.fonts import TTFFont

Face = Literal["song", "hei"]
"""``song`` for names and reading (Noto Serif), ``hei`` for what is small (Noto Sans)."""
Align = Literal["left", "middle", "right"]

POINT = 25.4 / 72
"""Millimetres."""
BLACK = "#000000"
_WEIGHT = 0.022
"""Ems by which the strokes of strong type grow: the faces are regular, and print takes a little away."""
_ROUND = 0.5523
"""Handles of a Bézier curve that draws a quarter of a circle, as a share of its radius."""


class Printer(NamedTuple):
    """What a printer does to a page, taken back: a place comes to ``offset + scale × place``."""

    offset_x: float = 0.0
    offset_y: float = 0.0
    scale_x: float = 1.0
    scale_y: float = 1.0


TRUE = Printer()
"""A printer that prints where it is told to."""


class Paper:
    """A document that is being drawn, a page at a time."""

    def __init__(
        self,
        *,
        title: str,
        author: str,
        language: str,
        made_on: date,
        printer: Printer = TRUE,
        traditional: bool = False,
    ) -> None:
        """Begin a document; *made_on* stands for the moment that it is made, so that equal pages are equal bytes."""
        from fpdf import FPDF

        pdf = FPDF(unit="mm")
        pdf.set_auto_page_break(auto=False)
        pdf.set_margin(0)
        pdf.c_margin = 0
        pdf.set_title(title)
        pdf.set_author(author)
        pdf.set_creator("shanhuo")
        pdf.set_producer("shanhuo")
        pdf.set_lang(language)
        pdf.set_creation_date(datetime.combine(made_on, time(), UTC))
        pdf.set_compression(True)
        self._pdf: FPDF = pdf
        self._printer = printer
        self._orders = ("tw", "cn") if traditional else ("cn", "tw")
        self._fonts: dict[str, TTFFont] = {}
        self._ems: dict[tuple[Face, str], float] = {}
        self._holders: dict[tuple[Face, str], str | None] = {}
        weakref.finalize(self, _close, self._fonts)
        self._page_open = False

    # Pages

    def page(self, width: float, height: float) -> None:
        """Begin a page."""
        self._close_page()
        self._pdf.add_page(format=(width, height))
        self._height = height
        self._page_open = True
        printer = self._printer
        # PDF counts from below: what is scaled from the top is moved by what its height loses.
        down = height * (1 - printer.scale_y) - printer.offset_y
        if printer != TRUE:
            self._out(
                f"q {printer.scale_x:.6f} 0 0 {printer.scale_y:.6f} "
                f"{printer.offset_x / POINT:.4f} {down / POINT:.4f} cm"
            )

    @property
    def page_number(self) -> int:
        """Number of the page that is being drawn, from 1."""
        return self._pdf.page

    def _close_page(self) -> None:
        if self._page_open and self._printer != TRUE:
            self._out("Q")
        self._page_open = False

    def content(self) -> bytes:
        """Return the finished document."""
        self._close_page()
        return bytes(self._pdf.output())

    def bookmark(self, title: str, *, level: int = 0) -> None:
        """Let the outline of the document lead to the page that is being drawn."""
        self._pdf.start_section(title, level=level)

    def link_to_page(self, page: int, x: float, y: float, width: float, height: float) -> None:
        """Let a place lead to another page, which may be drawn later."""
        self._pdf.link(x, y, width, height, self._pdf.add_link(page=page))

    def link_to(self, uri: str, x: float, y: float, width: float, height: float) -> None:
        """Let a place lead to an address."""
        self._pdf.link(x, y, width, height, uri)

    # Type

    def lacking(self, text: str) -> str:
        """Return the characters of *text* that no face has, each once."""
        return "".join(dict.fromkeys(char for char in tidied(text) if self._holder("hei", char) is None))

    def width(self, text: str, size: float, face: Face = "song", *, tracking: float = 0.0) -> float:
        """Return the width of one line; *tracking* is added behind each character but the last."""
        text = tidied(text)
        ems = self._ems.get((face, text))
        if ems is None:
            runs = self._runs(face, text)
            ems = sum(self._font(name).get_text_width(part, 1000, None)[1] for name, part in runs) / 1000
            self._ems[face, text] = ems
        return ems * size * POINT + max(0, len(text) - 1) * tracking

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        face: Face = "song",
        *,
        colour: str = BLACK,
        align: Align = "left",
        strong: bool = False,
        tracking: float = 0.0,
    ) -> float:
        """Set one line with its base line at *y* and return its width.

        Args:
            x: Its left end, middle or right end, by *align*.
            y: Base line.
            text: Without line breaks; a character that no face has is left out (see :meth:`lacking`).
            size: Points.
            face: Song or Hei.
            colour: ``#rrggbb``.
            align: What stands at *x*.
            strong: With stronger strokes.
            tracking: Millimetres between characters, besides their own.
        """
        text = tidied(text)
        width = self.width(text, size, face, tracking=tracking)
        start = x - {"left": 0.0, "middle": width / 2, "right": width}[align]
        state = f"{_colour(colour)} rg {_spacing(tracking)}"
        if strong:
            state += f" {_colour(colour)} RG {size * _WEIGHT:.3f} w 1 j 2 Tr"
        self._out(f"q {state}")
        at = start
        for name, part in self._runs(face, text):
            font = self._font(name)
            chosen = self._pdf._set_font_for_page(font, size, wrap_in_text_object=False)  # noqa: SLF001
            self._out(f"BT {chosen} {at / POINT:.3f} {self._up(y):.3f} Td {font.encode_text(part)} ET")
            at += font.get_text_width(part, 1000, None)[1] * size / 1000 * POINT + len(part) * tracking
        self._out("Q")
        return width

    def _runs(self, face: Face, text: str) -> Iterator[tuple[str, str]]:
        """Yield (font, characters) of one font each; what no font has is left out."""
        held = ((self._holder(face, char), char) for char in text)
        for name, group in groupby(((name, char) for name, char in held if name), key=lambda pair: pair[0]):
            yield name, "".join(char for _, char in group)

    def _holder(self, face: Face, char: str) -> str | None:
        """Return the font of *face* that has *char*; ``None`` where none has."""
        known = (face, char)
        if known not in self._holders:
            names = (f"{face}-{order}" for order in self._orders)
            self._holders[known] = next((name for name in names if ord(char) in self._font(name).cmap), None)
        return self._holders[known]

    def _font(self, name: str) -> TTFFont:
        font = self._fonts.get(name)
        if font is None:
            self._pdf.add_font(name, "", _font_file(name))
            font = self._pdf.fonts[name]  # type: ignore[assignment]
            self._fonts[name] = font  # type: ignore[assignment]
        return font  # type: ignore[return-value]

    # Shapes

    def fill(self, x: float, y: float, width: float, height: float, colour: str, *, corner: float = 0.0) -> None:
        """Fill a rectangle."""
        self._out(f"q {_colour(colour)} rg {self._box(x, y, width, height, corner)} f Q")

    def frame(
        self, x: float, y: float, width: float, height: float, colour: str, line: float, *, corner: float = 0.0
    ) -> None:
        """Draw a rectangle's edge, *line* points strong."""
        self._out(f"q {_colour(colour)} RG {line:.3f} w {self._box(x, y, width, height, corner)} S Q")

    def oval(self, x: float, y: float, width: float, height: float, colour: str, *, line: float = 0.0) -> None:
        """Fill an ellipse in a box, or draw its edge where *line* points are told."""
        how = f"{_colour(colour)} RG {line:.3f} w" if line else f"{_colour(colour)} rg"
        self._out(f"q {how} {self._ellipse(x, y, width, height)} {'S' if line else 'f'} Q")

    def line(self, x: float, y: float, to_x: float, to_y: float, colour: str, line: float, dash: str = "") -> None:
        """Draw a line, *line* points strong; *dash* as PDF writes it, such as ``1 2``."""
        self._out(
            f"q {_colour(colour)} RG {line:.3f} w [{dash}] 0 d {x / POINT:.3f} {self._up(y):.3f} m "
            f"{to_x / POINT:.3f} {self._up(to_y):.3f} l S Q"
        )

    @contextmanager
    def within(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Show of what is drawn meanwhile only what lies in a box."""
        self._out(f"q {self._box(x, y, width, height, 0.0)} W n")
        yield
        self._out("Q")

    def code(self, symbol: QrSymbol, x: float, y: float, module: float, colour: str = BLACK) -> float:
        """Draw a code without its quiet zone, one path of rectangles, and return its side."""
        side = len(symbol.rows)
        boxes = " ".join(
            f"{left} {side - top - height} {width} {height} re" for left, top, width, height in merged(symbol.rows)
        )
        scale = module / POINT
        self._out(
            f"q {_colour(colour)} rg {scale:.5f} 0 0 {scale:.5f} {x / POINT:.4f} {self._up(y + side * module):.4f} cm "
            f"{boxes} f Q"
        )
        return side * module

    def drawing(self, svg: str, x: float, y: float, width: float, height: float) -> None:
        """Place a drawing, as vectors, into a box of its own proportion; what hangs over is cut off."""
        with self.within(x, y, width, height):
            self._pdf.image(io.BytesIO(svg.encode()), x, y, width, height)

    def photograph(
        self, file: Path, x: float, y: float, width: float, height: float, focus: tuple[float, float]
    ) -> None:
        """Place a photograph so that it fills a box; *focus* are the shares that stay in view when it is cut."""
        from PIL import Image

        with Image.open(file) as opened:
            own = opened.width / opened.height
        full_width, full_height = (height * own, height) if own > width / height else (width, width / own)
        left, top = (full_width - width) * focus[0], (full_height - height) * focus[1]
        with self.within(x, y, width, height):
            self._pdf.image(str(file), x - left, y - top, full_width, full_height)

    # PDF's own measures: points from the lower left corner

    def _up(self, y: float) -> float:
        return (self._height - y) / POINT

    def _box(self, x: float, y: float, width: float, height: float, corner: float) -> str:
        left, low, across, up = x / POINT, self._up(y + height), width / POINT, height / POINT
        if not corner:
            return f"{left:.3f} {low:.3f} {across:.3f} {up:.3f} re"
        return _round_box(left, low, across, up, corner / POINT)

    def _ellipse(self, x: float, y: float, width: float, height: float) -> str:
        return _round_box(
            x / POINT, self._up(y + height), width / POINT, height / POINT, width / POINT / 2, height / POINT / 2
        )

    def _out(self, operators: str) -> None:
        # fpdf2 writes operators through its own calls alone, which cannot say all of this (one path, stroke of type).
        self._pdf._out(operators)  # noqa: SLF001


@lru_cache(64)
def merged(rows: tuple[str, ...]) -> list[tuple[int, int, int, int]]:
    """Return a matrix as rectangles (left, top, width, height): dark runs, joined with equal ones beneath."""
    boxes: list[tuple[int, int, int, int]] = []
    growing: dict[tuple[int, int], int] = {}
    for top, row in enumerate((*rows, "")):
        runs: set[tuple[int, int]] = set()
        place = 0
        for dark, same in groupby(row):
            length = len(list(same))
            if dark == "1":
                runs.add((place, length))
            place += length
        for run in [run for run in growing if run not in runs]:
            start = growing.pop(run)
            boxes.append((run[0], start, run[1], top - start))
        for run in runs:
            growing.setdefault(run, top)
    return sorted(boxes, key=lambda box: (box[1], box[0]))


@lru_cache(4096)
def tidied(text: str) -> str:
    """Return one line of text as it is set: composed, with plain spaces, without what has no form of its own."""
    composed = with_latin_quotes(unicodedata.normalize("NFC", " ".join(text.split())))
    return "".join(filter(_has_form, composed))


@cache
def _has_form(char: str) -> bool:
    is_selector = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    return not is_selector and unicodedata.category(char) not in ("Cc", "Cf")


def _close(fonts: dict[str, TTFFont]) -> None:
    for font in fonts.values():
        font.close()


def _font_file(name: str) -> str:
    import pylopdf_fonts_zh_cn
    import pylopdf_fonts_zh_tw

    face, order = name.split("-")
    package = pylopdf_fonts_zh_tw if order == "tw" else pylopdf_fonts_zh_cn
    return str(package.serif_path() if face == "song" else package.sans_path())


def _colour(colour: str) -> str:
    return " ".join(f"{int(colour[start : start + 2], 16) / 255:.3f}" for start in (1, 3, 5))


def _spacing(tracking: float) -> str:
    return f"{tracking / POINT:.3f} Tc" if tracking else ""


def _round_box(left: float, low: float, across: float, up: float, radius_x: float, radius_y: float = 0.0) -> str:
    """Return the path of a box with round corners, from the lower left; with half its sides as radii an ellipse."""
    rx, ry = min(radius_x, across / 2), min(radius_y or radius_x, up / 2)
    hx, hy = rx * (1 - _ROUND), ry * (1 - _ROUND)
    right, high = left + across, low + up
    corners = (
        (right - rx, low, right - hx, low, right, low + hy, right, low + ry),
        (right, high - ry, right, high - hy, right - hx, high, right - rx, high),
        (left + rx, high, left + hx, high, left, high - hy, left, high - ry),
        (left, low + ry, left, low + hy, left + hx, low, left + rx, low),
    )
    path = [f"{left + rx:.3f} {low:.3f} m"]
    for start_x, start_y, *curve in corners:
        path.append(f"{start_x:.3f} {start_y:.3f} l {' '.join(f'{value:.3f}' for value in curve)} c")
    return " ".join((*path, "h"))
