"""An issue of the catalogue as a booklet: title, contents that lead to their pages, three entries a page.  A4."""

from __future__ import annotations

from .pdf_paper import BLACK, POINT, Paper
from .pdf_plates import LINE, SEAL, SOFT, code_height, put_code, put_plate, put_sample
from .pdf_prices import price_width, put_price
from .pdf_seals import seal_width, stamp
from .pdf_setting import Unfit, depth, fitted, in_one_line, paragraph, put
from .print_faults import Fault, missing_glyphs
from .print_texts import EntryText, IssueText

WIDTH, HEIGHT = 210.0, 297.0
_MARGIN = 20.0
_INNER = WIDTH - 2 * _MARGIN
ON_A_PAGE = 3
"""Entries on one page."""
CONTENTS_ON_A_PAGE = 28
"""Lines on one page of contents."""
_ENTRY = 80.0
_PICTURE_WIDTH, _PICTURE_HEIGHT = 62.0, 62.0
_CODE = 20.0


def draw_issue(paper: Paper, text: IssueText) -> list[Fault]:
    """Draw the whole booklet.

    Returns:
        What stands in the way of printing it.
    """
    things = [(entry.subject, entry.name, entry) for entry in text.entries]
    faults = missing_glyphs(paper, [(text.subject, text.title, text._replace(entries=())), *things])
    if faults:
        return faults
    try:
        _title(paper, text)
        _contents(paper, text)
    except Unfit as unfit:
        return [Fault("no-room-for-text", text.subject, text.title, unfit.text, unfit.least)]
    for index, entry in enumerate(text.entries):
        row = index % ON_A_PAGE
        if row == 0:
            paper.page(WIDTH, HEIGHT)
            _running(paper, text)
        try:
            _entry(paper, entry, _MARGIN + 8 + row * (_ENTRY + 4), is_last=row == ON_A_PAGE - 1)
        except Unfit as unfit:
            faults.append(Fault("no-room-for-text", entry.subject, entry.name, unfit.text, unfit.least))
    return faults


def first_page_of_entries(entries: int) -> int:
    """Return the number of the page on which the entries begin, after the title and the contents."""
    return 2 + max(1, -(-entries // CONTENTS_ON_A_PAGE))


def _title(paper: Paper, text: IssueText) -> None:
    paper.page(WIDTH, HEIGHT)
    paper.bookmark(text.title)
    put_plate(paper, text.plate, _MARGIN, _MARGIN, _INNER, 118)
    y = _MARGIN + 118 + 14
    number = in_one_line(paper, (text.number,), "hei", width=_INNER, largest=13, least=8)
    y = put(paper, _MARGIN, y, number, "hei", colour=SOFT) + 6
    title = fitted(paper, text.title, "song", width=_INNER, height=46, largest=34, least=14, most_lines=3)
    y = put(paper, _MARGIN, y, title, "song", strong=True) + 7
    for line in (text.day, text.line):
        if line:
            fit = in_one_line(paper, (line,), "hei", width=_INNER, largest=12, least=7)
            y = put(paper, _MARGIN, y, fit, "hei", colour=SOFT) + 3.4
    bottom = HEIGHT - _MARGIN
    side = 28.0
    width = _INNER - (side + 12 if text.code else 0)
    if text.code is not None:
        top = bottom - code_height(text.code, side, 8)
        put_code(paper, text.code, _MARGIN + _INNER - side, top, side, 8)
    start = _MARGIN + put_sample(paper, _MARGIN, bottom, text.sample, 8)
    start += 2 if text.sample else 0
    for place, small in enumerate(reversed((text.publisher, *text.foot))):
        paper.text(start if place == 0 else _MARGIN, bottom - place * 4.6, small, 8, "hei", colour=SOFT)
    if text.note:
        note = paragraph(paper, text.note, "hei", size=9, width=width, most_lines=4)
        top = bottom - 4.6 * (1 + len(text.foot)) - 3 - note.size * POINT * 1.55 * len(note.lines)
        put(paper, _MARGIN, top, note, "hei", leading=1.55)


def _contents(paper: Paper, text: IssueText) -> None:
    first = first_page_of_entries(len(text.entries))
    lines = list(enumerate(text.entries))
    for start in range(0, max(1, len(lines)), CONTENTS_ON_A_PAGE):
        paper.page(WIDTH, HEIGHT)
        _running(paper, text)
        y = _MARGIN + 12
        if start == 0:
            paper.bookmark(text.contents, level=1)
            heading = fitted(paper, text.contents, "song", width=_INNER, height=12, largest=24, least=12)
            y = put(paper, _MARGIN, y, heading, "song", strong=True) + 12
        for index, entry in lines[start : start + CONTENTS_ON_A_PAGE]:
            page = first + index // ON_A_PAGE
            name = in_one_line(paper, (entry.name,), "song", width=_INNER * 0.62, largest=12, least=6)
            at = _MARGIN + paper.text(_MARGIN, y, name.lines[0], name.size, "song") + 2
            line = paragraph(paper, entry.line, "hei", size=8, width=_MARGIN + _INNER - 16 - at, most_lines=1)
            at += paper.text(at, y, line.lines[0], 8, "hei", colour=SOFT) + 2 if line.lines else 0
            paper.line(at, y - 0.6, _MARGIN + _INNER - 9, y - 0.6, LINE, 0.6, dash="0.6 2.4")
            paper.text(_MARGIN + _INNER, y, str(page), 11, "hei", align="right")
            paper.link_to_page(page, _MARGIN, y - 5, _INNER, 7)
            y += 8.2


def _running(paper: Paper, text: IssueText) -> None:
    """Set title and page number at the foot."""
    base = HEIGHT - 11
    line = " · ".join(part for part in (text.title, text.number) if part)
    fit = paragraph(paper, line, "hei", size=7.5, width=_INNER - 20, most_lines=1)
    paper.text(_MARGIN, base, fit.lines[0], 7.5, "hei", colour=SOFT)
    paper.text(_MARGIN + _INNER, base, str(paper.page_number), 9, "hei", align="right")


def _entry(paper: Paper, entry: EntryText, top: float, *, is_last: bool) -> None:
    paper.bookmark(entry.name, level=1)
    put_plate(paper, entry.plate, _MARGIN, top, _PICTURE_WIDTH, _PICTURE_HEIGHT)
    x = _MARGIN + _PICTURE_WIDTH + 9
    width = _MARGIN + _INNER - x
    seal = 11.0 if entry.seals else 0.0
    beside = width - (seal_width(entry.seals[0], seal) + 3 if seal else 0)
    name = fitted(paper, entry.name, "song", width=beside, height=14, largest=19, least=9, most_lines=2)
    if seal:
        stamp(paper, entry.seals[0], x + width - seal_width(entry.seals[0], seal), top, seal, SEAL)
    y = put(paper, x, top, name, "song", strong=True) + depth(name)
    line = paragraph(paper, entry.line, "hei", size=8.5, width=beside, most_lines=2)
    y = put(paper, x, y + 3, line, "hei", colour=SOFT, leading=1.45) + 4.5
    reason = paragraph(paper, entry.reason, "hei", size=9.5, width=width, most_lines=3)
    put(paper, x, y, reason, "hei", leading=1.6)
    bottom = top + _PICTURE_HEIGHT
    room = width
    if entry.code is not None:
        room -= _CODE + 6
        left, code_top = x + width - _CODE, bottom - code_height(entry.code, _CODE, 7)
        put_code(paper, entry.code, left, code_top, _CODE, 7)
        paper.link_to(entry.code.uri, left, code_top, _CODE, _CODE)
    _price(paper, entry, x, bottom - 0.4, room)
    if not is_last:
        rule = top + _PICTURE_HEIGHT + (_ENTRY + 4 - _PICTURE_HEIGHT) / 2
        paper.line(_MARGIN, rule, _MARGIN + _INNER, rule, LINE, 0.6)


def _price(paper: Paper, entry: EntryText, x: float, base: float, width: float) -> None:
    if entry.price is None:
        fit = in_one_line(paper, (entry.price_words, ""), "song", width=width, largest=13, least=6)
        for one in fit.lines:
            paper.text(x, base, one, fit.size, "song", colour=BLACK, strong=True)
        return
    if entry.price.per:
        paper.text(x, base, entry.price.per, 7.5, "hei", colour=SOFT)
        base -= 4.4
    size = min(17.0, 17.0 * width / price_width(paper, entry.price, 17.0))
    put_price(paper, x, base, entry.price, size)
