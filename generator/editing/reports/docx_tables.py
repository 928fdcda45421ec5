"""Tables of a report's document: heads that repeat, rows that hold together, numbers to the right."""

from __future__ import annotations

from math import ceil

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table as DocumentTable
from docx.table import _Cell, _Row

from generator.languages.widths import ems
from generator.surfaces.reports.model import Column, Table
from generator.surfaces.reports.template import Form

from .docx_page import POINTS_A_MILLIMETRE
from .docx_styles import BODY, CELL, CELL_HEAD

_RULES = (("top", 12), ("bottom", 12), ("insideH", 4))
"""Lines of a table in eighths of a point: strong above and below, hair between."""
_CELL_PADDING = 70
"""Twentieths of a point beside what stands in a cell."""
_CELL_ROOM = 40
"""The same above and below."""

_KEPT_TOGETHER = 12
"""Lines of text up to which a table stands on one page."""


def add_table(document: Document, form: Form, table: Table) -> None:
    """Add a table as wide as the text; its caption is kept for readers that cannot see it."""
    made = document.add_table(rows=0, cols=len(table.columns))
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    made.autofit = False
    _set_properties(made, table.caption)
    head = made.add_row()
    _mark(head, "w:tblHeader")
    for cell, column in zip(head.cells, table.columns, strict=True):
        _fill(cell, column.title, CELL_HEAD, column)
    for index, words in enumerate(table.rows):
        row = made.add_row()
        is_total = table.has_total and index == len(table.rows) - 1
        for cell, text, column in zip(row.cells, words, table.columns, strict=True):
            _fill(cell, text, CELL_HEAD if is_total else CELL, column)
    for row in made.rows:
        _mark(row, "w:cantSplit")
    if _lines(form, table) <= _KEPT_TOGETHER:
        for row in made.rows[:-1]:
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True
    _set_widths(made, form, table.columns)
    behind = document.add_paragraph("", style=BODY)
    behind.paragraph_format.line_spacing = Pt(form.sizes["table"])


def _lines(form: Form, table: Table) -> int:
    """Return about how many lines the table's text takes."""
    width = (form.page["width"] - form.page["left"] - form.page["right"]) * POINTS_A_MILLIMETRE
    whole = sum(column.weight for column in table.columns)
    fits = [max(1.0, width * column.weight / whole / form.sizes["table"] - 1) for column in table.columns]
    return sum(max(ceil(ems(text) / room) for text, room in zip(row, fits, strict=True)) for row in table.rows)


def _set_widths(made: DocumentTable, form: Form, columns: tuple[Column, ...]) -> None:
    width = form.page["width"] - form.page["left"] - form.page["right"]
    whole = sum(column.weight for column in columns)
    for index, column in enumerate(columns):
        share = Mm(width * column.weight / whole)
        made.columns[index].width = share
        for cell in made.columns[index].cells:
            cell.width = share


def _fill(cell: _Cell, text: str, style: str, column: Column) -> None:
    line = cell.paragraphs[0]
    line.style = style
    line.add_run(text)
    if column.is_number:
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - the library has no word for it


def _set_properties(made: DocumentTable, caption: str) -> None:
    properties = made._tbl.tblPr  # noqa: SLF001 - the library knows neither borders nor captions
    borders = OxmlElement("w:tblBorders")
    for side, size in _RULES:
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", str(size)), ("space", "0"), ("color", "auto")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    margins = OxmlElement("w:tblCellMar")
    for side, room in (("top", _CELL_ROOM), ("left", _CELL_PADDING), ("bottom", _CELL_ROOM), ("right", _CELL_PADDING)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(room))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    told = OxmlElement("w:tblCaption")
    told.set(qn("w:val"), caption)
    # The schema fixes the order of these (ISO/IEC 29500-1, 17.4.60).
    layout, look = properties.find(qn("w:tblLayout")), properties.find(qn("w:tblLook"))
    if layout is not None:
        layout.addprevious(borders)
        layout.addnext(margins)
    if look is not None:
        look.addnext(told)
