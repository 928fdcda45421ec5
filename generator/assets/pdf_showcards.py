"""Shelf talkers and posters: one grid at two sizes, since both have the proportions of ISO 216."""

from __future__ import annotations

from typing import NamedTuple

from generator.contract.label_geometry import QUIET_ZONE

from .pdf_paper import POINT, Align, Paper
from .pdf_plates import LINE, SEAL, SOFT, put_code, put_plate, put_sample, quiet_zone
from .pdf_prices import price_width, put_price
from .pdf_seals import seal_width, stamp
from .pdf_setting import CAPITALS, Unfit, depth, fitted, in_one_line, paragraph, put
from .print_faults import Fault, missing_glyphs
from .print_texts import ShowcardText
from .qr import draw

PAPERS = {"a6": (105.0, 148.0), "a5": (148.0, 210.0), "a4": (210.0, 297.0), "a3": (297.0, 420.0), "a2": (420.0, 594.0),
          "a1": (594.0, 841.0)}  # fmt: skip
"""ISO 216, upright, in millimetres."""
_UNIT = 105.0
"""Width of the paper that sizes are drawn for."""
_MARGIN = 8.0
_WORDS = 66.0
"""Units of height that name, story, price and margin take besides a code that stands beneath them."""
_LEAST_UNIT = 0.6
"""Share of their size to which these may shrink where a large code needs the room."""
_FLATTEST = 0.2
"""Height to width of the flattest picture that is worth the room."""
_BESIDE = 0.6
"""Share of the width up to which a code stands beside the price; a larger one stands beneath it."""


class Card(NamedTuple):
    """How a showcard is printed."""

    width: float
    height: float
    code_side: float
    """Millimetres of the code without its quiet zone."""


def largest_code(width: float, height: float, modules: int) -> float:
    """Return the side of the largest code of *modules* that a page has room for, with quiet zone, name and story."""
    with_quiet = 1 + 2 * QUIET_ZONE / modules
    return min(width, height - _WORDS * _LEAST_UNIT * width / _UNIT) / with_quiet


def draw_showcard(paper: Paper, text: ShowcardText, card: Card) -> list[Fault]:
    """Draw one page.

    Returns:
        What stands in the way of printing it.
    """
    faults = missing_glyphs(paper, [(text.subject, text.name, text)])
    if faults:
        return faults
    modules = len(draw(text.code.uri, level=text.code.level).rows) if text.code is not None else 0
    if text.code is not None and card.code_side > (most := largest_code(card.width, card.height, modules)):
        return [Fault("no-room-for-code", text.subject, text.name, text.code.uri, most)]
    paper.page(card.width, card.height)
    try:
        _Showcard(paper, text, card).draw()
    except Unfit as unfit:
        return [Fault("no-room-for-text", text.subject, text.name, unfit.text, unfit.least)]
    return []


class _Showcard:
    def __init__(self, paper: Paper, text: ShowcardText, card: Card) -> None:
        self._paper, self._text, self._card = paper, text, card
        full = card.width / _UNIT
        self._quiet = quiet_zone(text.code, card.code_side) if text.code is not None else 0.0
        room = card.height - card.code_side - 2 * self._quiet
        self._is_beside = card.code_side <= (card.width - 2 * _MARGIN * full) * _BESIDE
        self._unit = full if self._is_beside else min(full, max(_LEAST_UNIT * full, room / _WORDS))
        self._left = _MARGIN * full
        self._width = card.width - 2 * self._left
        self._bottom = card.height - self._left

    def draw(self) -> None:
        """Draw from the foot up, and give the picture what is left."""
        unit, paper, text = self._unit, self._paper, self._text
        top_of_foot = self._foot()
        story = paragraph(paper, text.story, "hei", size=9 * unit, width=self._width, most_lines=3)
        story_height = len(story.lines) * 9 * unit * POINT * 1.62
        seal = 12.5 * unit if text.seals else 0.0
        width = self._width - (seal_width(text.seals[0], seal) + 3 * unit if seal else 0.0)
        name = fitted(
            paper, text.name, "song", width=width, height=24 * unit, largest=25 * unit, least=9 * unit, most_lines=2
        )
        words = name.height + 8.5 * unit + story_height + (5 * unit if text.kicker else 0)
        room = top_of_foot - 5 * unit - words - self._left
        y = self._left + max(0.0, room) * 0.4
        if room - 5 * unit >= self._width * _FLATTEST:
            put_plate(paper, text.plate, self._left, self._left, self._width, room - 5 * unit)
            y = self._left + room
        if text.kicker:
            lines = in_one_line(paper, (text.kicker,), "hei", width=width, largest=7.5 * unit, least=5)
            y = put(paper, self._left, y, lines, "hei", colour=SOFT) + 2.6 * unit
        if seal:
            stamp(paper, text.seals[0], self._left + self._width - seal_width(text.seals[0], seal), y, seal, SEAL)
        y = put(paper, self._left, y, name, "song", strong=True) + depth(name)
        line = in_one_line(paper, (text.line,), "hei", width=width, largest=8 * unit, least=5)
        y = put(paper, self._left, y + 2.6 * unit, line, "hei", colour=SOFT)
        put(paper, self._left, y + 3.6 * unit, story, "hei", leading=1.62)

    def _foot(self) -> float:
        """Draw price and code at the foot and return where they begin."""
        unit, text, side, quiet = self._unit, self._text, self._card.code_side, self._quiet
        right = self._left + self._width
        if text.code is None:
            rule = self._bottom - (24 if self._has_price else 12) * unit
            self._price(self._small_print(self._bottom, self._width), self._width)
        elif self._is_beside:
            top = self._bottom - max(0.0, quiet - self._left) - side
            put_code(self._paper, text.code, right - side - max(0.0, quiet - self._left), top, side)
            width = self._width - side - max(quiet, 7 * unit)
            self._scan(self._left, top, width)
            self._price(self._small_print(self._bottom, width), width)
            rule = top - max(quiet, 4 * unit)
        else:
            top = self._card.height - quiet - side
            put_code(self._paper, text.code, (self._card.width - side) / 2, top, side)
            base = self._small_print(top - quiet, self._width * 0.56)
            rule = top - quiet - (21 if self._has_price else 12) * unit
            self._scan(right, rule + 3.5 * unit, self._width * 0.42)
            self._price(base, self._width * 0.56)
        self._paper.line(self._left, rule, right, rule, LINE, 0.5 * min(unit, 2))
        return rule

    def _scan(self, x: float, top: float, width: float) -> None:
        """Set what scanning leads to, and the short code for those who type it; from *x*, or up to it at the right."""
        code, unit, paper = self._text.code, self._unit, self._paper
        assert code is not None
        align: Align = "left" if self._is_beside else "right"
        if code.words:
            words = fitted(
                paper, code.words, "hei", width=width, height=16 * unit, largest=7.5 * unit, least=5, most_lines=2
            )
            top = put(paper, x, top, words, "hei", colour=SOFT, leading=1.5, align=align) + 2.4 * unit
        size = 8 * unit
        base = top + CAPITALS * size * POINT
        paper.text(x, base, code.code, size, "hei", tracking=size * POINT * 0.1, align=align)

    @property
    def _has_price(self) -> bool:
        return self._text.price is not None or bool(self._text.price_words)

    def _small_print(self, base: float, width: float) -> float:
        """Set the last small lines above *base* and return where the price may stand."""
        paper, lines = self._paper, self._text.foot
        size = 6.2 * min(self._unit, 2.0)
        for number, line in enumerate(reversed(lines)):
            at = base - number * size * POINT * 1.5
            start = self._left
            if number == len(lines) - 1 and self._text.sample:
                start += put_sample(paper, start, at, self._text.sample, size) + size * POINT * 0.5
            fit = in_one_line(paper, (line, ""), "hei", width=width - (start - self._left), largest=size, least=5)
            for one in fit.lines:
                paper.text(start, at, one, fit.size, "hei", colour=SOFT)
        return base - len(lines) * size * POINT * 1.5 - 1.5 * self._unit

    def _price(self, base: float, width: float) -> None:
        paper, text, unit = self._paper, self._text, self._unit
        if text.price is None:
            if text.price_words:
                lines = in_one_line(paper, (text.price_words,), "song", width=width, largest=18 * unit, least=9)
                paper.text(self._left, base, lines.lines[0], lines.size, "song", strong=True)
            return
        if text.price.per:
            per = in_one_line(paper, (text.price.per,), "hei", width=width, largest=7 * unit, least=5)
            paper.text(self._left, base, per.lines[0], per.size, "hei", colour=SOFT)
            base -= per.size * POINT * 1.5
        largest = 24 * unit
        size = min(largest, largest * width / price_width(paper, text.price, largest))
        put_price(paper, self._left, base, text.price, size)
