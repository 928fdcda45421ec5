"""The sheet that hangs where goods stand: the place, its plaque, its rule, its code.  A4, upright."""

from __future__ import annotations

from .pdf_paper import POINT, Paper
from .pdf_plates import LINE, SOFT, code_height, put_code, put_plate, put_sample
from .pdf_setting import Unfit, fitted, in_one_line, paragraph, put
from .print_faults import Fault, missing_glyphs
from .print_texts import PlacementText

WIDTH, HEIGHT = 210.0, 297.0
_MARGIN = 22.0
_INNER = WIDTH - 2 * _MARGIN
_PICTURE = 62.0
_CODE = 46.0
_LABELS = 26.0
"""Width of the column of labels before the facts."""


def draw_placement(paper: Paper, text: PlacementText) -> list[Fault]:
    """Draw the page.

    Returns:
        What stands in the way of printing it.
    """
    faults = missing_glyphs(paper, [(text.subject, text.name, text)])
    if faults:
        return faults
    paper.page(WIDTH, HEIGHT)
    try:
        _draw(paper, text)
    except Unfit as unfit:
        return [Fault("no-room-for-text", text.subject, text.name, unfit.text, unfit.least)]
    return []


def _draw(paper: Paper, text: PlacementText) -> None:
    put_plate(paper, text.plate, _MARGIN, _MARGIN, _INNER, _PICTURE)
    kind = in_one_line(paper, (text.kind,), "hei", width=_INNER, largest=13, least=8)
    y = put(paper, _MARGIN, _MARGIN + _PICTURE + 10, kind, "hei", colour=SOFT) + 4.5
    name = fitted(paper, text.name, "song", width=_INNER, height=32, largest=40, least=16, most_lines=2)
    y = put(paper, _MARGIN, y, name, "song", strong=True) + 8
    y = _plaque(paper, text, y)
    bottom = HEIGHT - _MARGIN
    column = _INNER - (_CODE + 12 if text.code else 0)
    for fact in text.facts:
        value = paragraph(paper, fact.value, "hei", size=11, width=_INNER - _LABELS, most_lines=3)
        paper.text(_MARGIN, y + 3.4, fact.label, 11, "hei", colour=SOFT)
        y = put(paper, _MARGIN + _LABELS, y, value, "hei", leading=1.55) + 4.6
    size = 8.0
    for number, line in enumerate(reversed(text.foot)):
        base = bottom - number * size * POINT * 1.6
        x = _MARGIN
        if number == len(text.foot) - 1 and text.sample:
            x += put_sample(paper, x, base, text.sample, size) + 2
        fit = in_one_line(paper, (line, ""), "hei", width=column - (x - _MARGIN), largest=size, least=5)
        for one in fit.lines:
            paper.text(x, base, one, fit.size, "hei", colour=SOFT)
    if text.code is not None:
        top = bottom - code_height(text.code, _CODE, 11)
        put_code(paper, text.code, _MARGIN + _INNER - _CODE, top, _CODE, 11)
        words = fitted(paper, text.code.words, "song", width=column, height=22, largest=19, least=10, most_lines=2)
        put(paper, _MARGIN, top, words, "song", strong=True, leading=1.45)


def _plaque(paper: Paper, text: PlacementText, y: float) -> float:
    """Draw what the plaque says and that no fees are taken, between hairlines, and return where that ends."""
    if not text.plaque and not text.rule:
        paper.line(_MARGIN, y, _MARGIN + _INNER, y, LINE, 0.8)
        return y + 7
    paper.line(_MARGIN, y, _MARGIN + _INNER, y, LINE, 0.8)
    y += 6.5
    if text.plaque:
        words = fitted(paper, text.plaque, "song", width=_INNER, height=20, largest=22, least=10, most_lines=2)
        y = put(paper, _MARGIN, y, words, "song", strong=True)
        if text.plaque_line:
            line = in_one_line(paper, (text.plaque_line,), "hei", width=_INNER, largest=11, least=6)
            y = put(paper, _MARGIN, y + 3.6, line, "hei", colour=SOFT)
        y += 5.5
    if text.rule:
        rule = paragraph(paper, text.rule, "hei", size=12, width=_INNER, most_lines=2)
        y = put(paper, _MARGIN, y, rule, "hei", leading=1.5) + 6
    else:
        y += 1
    paper.line(_MARGIN, y, _MARGIN + _INNER, y, LINE, 0.8)
    return y + 7
