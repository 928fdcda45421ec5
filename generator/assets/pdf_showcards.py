"""Shelf talkers and posters: one grid at two sizes, since both have the proportions of ISO 216."""

from __future__ import annotations

from typing import NamedTuple

from .pdf_paper import POINT, Paper
from .pdf_plates import LINE, SEAL, SOFT, put_code, put_plate, put_sample
from .pdf_prices import price_width, put_price
from .pdf_seals import seal_width, stamp
from .pdf_setting import Unfit, fitted, in_one_line, paragraph, put
from .print_faults import Fault, missing_glyphs
from .print_texts import ShowcardText

PAPERS = {"a6": (105.0, 148.0), "a5": (148.0, 210.0), "a4": (210.0, 297.0), "a3": (297.0, 420.0), "a2": (420.0, 594.0),
          "a1": (594.0, 841.0)}  # fmt: skip
"""ISO 216, upright, in millimetres."""
_UNIT = 105.0
"""Width of the paper that sizes are drawn for."""
_MARGIN = 8.0
_BESIDE_CODE = 84.0
"""Units of height that picture, name, story and margins take besides the code."""
_LEAST_UNIT = 0.6
"""Share of their size to which these may shrink where a large code needs the room."""
_BESIDE = 0.6
"""Share of the width up to which a code stands beside the price; a larger one stands beneath it."""


class Card(NamedTuple):
    """How a showcard is printed."""

    width: float
    height: float
    code_side: float
    """Millimetres of the code without its quiet zone."""


def largest_code(width: float, height: float) -> float:
    """Return the side of the largest code that a page has room for, with its quiet zone, picture and name."""
    unit = width / _UNIT
    return min(width - 2 * _MARGIN * unit, height - _BESIDE_CODE * _LEAST_UNIT * unit)


def draw_showcard(paper: Paper, text: ShowcardText, card: Card) -> list[Fault]:
    """Draw one page.

    Returns:
        What stands in the way of printing it.
    """
    faults = missing_glyphs(paper, [(text.subject, text.name, text)])
    if faults:
        return faults
    if text.code is not None and card.code_side > largest_code(card.width, card.height):
        most = largest_code(card.width, card.height)
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
        self._unit = min(full, max(_LEAST_UNIT * full, (card.height - card.code_side) / _BESIDE_CODE))
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
        picture = top_of_foot - 5 * unit - words - self._left - 5 * unit
        put_plate(paper, text.plate, self._left, self._left, self._width, picture)
        y = self._left + picture + 5 * unit
        if text.kicker:
            lines = in_one_line(paper, (text.kicker,), "hei", width=width, largest=7.5 * unit, least=5)
            y = put(paper, self._left, y, lines, "hei", colour=SOFT) + 2.6 * unit
        if seal:
            stamp(paper, text.seals[0], self._left + self._width - seal_width(text.seals[0], seal), y, seal, SEAL)
        y = put(paper, self._left, y, name, "song", strong=True)
        line = in_one_line(paper, (text.line,), "hei", width=width, largest=8 * unit, least=5)
        y = put(paper, self._left, y + 2.6 * unit, line, "hei", colour=SOFT)
        put(paper, self._left, y + 3.6 * unit, story, "hei", leading=1.62)

    def _foot(self) -> float:
        """Draw price and code at the foot and return where they begin."""
        unit, paper, text, side = self._unit, self._paper, self._text, self._card.code_side
        code_size = 7 * min(unit, 2.2)
        under = code_size * POINT * 1.3 if text.code else 0.0
        small = 6.2 * min(unit, 2.0)
        beside = text.code is not None and side <= self._width * _BESIDE
        top = self._bottom - (side + under if text.code else 20 * unit)
        right = self._left + self._width
        if text.code is not None:
            at = right - side if beside else self._left + (self._width - side) / 2
            put_code(paper, text.code._replace(words=""), at, top, side, code_size)
        width = self._width - side - 8 * unit if beside else self._width
        rule = top - 4 * unit if beside or not text.code else top - 17 * unit
        paper.line(self._left, rule, right, rule, LINE, 0.5 * min(unit, 2))
        base = self._bottom if beside or not text.code else top - 6 * unit
        base = self._small_print(base, small, width, beside=beside or not text.code)
        if text.code is not None and text.code.words and beside:
            lines = paragraph(paper, text.code.words, "hei", size=7.5 * unit, width=width, most_lines=3)
            put(paper, self._left, top, lines, "hei", colour=SOFT, leading=1.5)
        self._price(base, width)
        return rule

    def _small_print(self, base: float, size: float, width: float, *, beside: bool) -> float:
        """Set the last small lines above *base* and return where the price stands."""
        if not beside:
            return base
        paper = self._paper
        for number, line in enumerate(reversed(self._text.foot)):
            at = base - number * size * POINT * 1.5
            start = self._left
            if number == len(self._text.foot) - 1 and self._text.sample:
                start += put_sample(paper, start, at, self._text.sample, size) + size * POINT * 0.5
            fit = in_one_line(paper, (line, ""), "hei", width=width - (start - self._left), largest=size, least=5)
            for one in fit.lines:
                paper.text(start, at, one, fit.size, "hei", colour=SOFT)
        return base - len(self._text.foot) * size * POINT * 1.5 - 1.5 * self._unit

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
