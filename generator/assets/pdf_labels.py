"""Label sheets and rolls: every label at its place, or the reasons why none is printed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.contract.label_geometry import Geometry

from .label_layouts import THERMAL, Look, code_alone, small, wide
from .label_room import fit, room_of
from .pdf_paper import Paper
from .pdf_setting import Unfit
from .print_faults import Fault, missing_glyphs
from .print_texts import LabelText

CUT_LINE = 0.25
"""Points of an outline."""
_CUT_COLOUR = "#9a9a9a"


class Sheet(NamedTuple):
    """How labels are printed."""

    geometry: Geometry
    look: Look = Look()
    skip: int = 0
    """Labels of the first sheet that are gone already."""
    only_code: bool = False
    outline: bool = False
    """Draw the edge of each label, for a trial on plain paper."""


def draw_labels(paper: Paper, labels: Sequence[LabelText], sheet: Sheet) -> list[Fault]:
    """Draw *labels* in their order, along the rows of each sheet.

    Returns:
        What stands in the way of printing; the pages are good only where there is nothing.
    """
    faults = missing_glyphs(paper, [(label.subject, label.name, label) for label in dict.fromkeys(labels)])
    if faults:
        return faults
    geometry = sheet.geometry
    drawn: dict[LabelText, list[Fault]] = {}
    for index, label in enumerate(labels, start=sheet.skip):
        place = index % geometry.on_a_page
        if index == sheet.skip or place == 0:
            paper.page(float(geometry.page_width), float(geometry.page_height))
        x, y = map(float, geometry.corner_of(place))
        found = _draw(paper, label, sheet, x, y)
        if found and label not in drawn:
            faults += found
        drawn[label] = found
    return faults


def _draw(paper: Paper, label: LabelText, sheet: Sheet, x: float, y: float) -> list[Fault]:
    geometry = sheet.geometry
    if sheet.outline:
        width, height = float(geometry.label_width), float(geometry.label_height)
        paper.frame(x, y, width, height, _CUT_COLOUR, CUT_LINE, corner=float(geometry.corner))
    found = fit(label.uri, geometry, label.levels)
    if not found.is_legible:
        return [Fault("no-room-for-code", label.subject, label.name, label.uri)]
    room = room_of(geometry, x, y)
    layout = code_alone if sheet.only_code else wide if room.is_wide else small
    look = THERMAL if geometry.dpi else sheet.look
    try:
        layout(paper, room, geometry, label, found.symbol, look)
    except Unfit as unfit:
        return [Fault("no-room-for-text", label.subject, label.name, unfit.text, unfit.least)]
    return []
