"""The page of a report's document: A4 with the margins and grid of official documents, page numbers outside."""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import _Footer
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from generator.surfaces.reports.template import Form

from .docx_styles import line_height

_FOOT_FROM_TEXT = 7
"""Millimetres between the text and the page number (GB/T 9704-2012, 7.5)."""
_NUMBER_HEIGHT = 5
"""Millimetres that a line of the foot takes."""
_TWIPS = 20
POINTS_A_MILLIMETRE = 72 / 25.4


def set_page(document: Document, form: Form) -> None:
    """Set paper, margins and the grid of lines; characters are set close enough by their style."""
    page, section = form.page, document.sections[0]
    section.page_width, section.page_height = Mm(page["width"]), Mm(page["height"])
    section.top_margin, section.bottom_margin = Mm(page["top"]), Mm(page["bottom"])
    section.left_margin, section.right_margin = Mm(page["left"]), Mm(page["right"])
    section.footer_distance = Mm(page["bottom"] - _FOOT_FROM_TEXT - _NUMBER_HEIGHT)
    properties = section._sectPr  # noqa: SLF001 - the library knows no grid
    for grid in properties.findall(qn("w:docGrid")):
        properties.remove(grid)
    grid = OxmlElement("w:docGrid")
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), str(round(line_height(form).pt * _TWIPS)))
    properties.append(grid)


def number_pages(document: Document, form: Form) -> None:
    """Set page numbers outside: odd pages to the right, even ones to the left, one character in, between dashes."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, side in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        _number(footer, side, form)


def _number(footer: _Footer, side: WD_ALIGN_PARAGRAPH, form: Form) -> None:
    footer.is_linked_to_previous = False
    line = footer.paragraphs[0]
    line.alignment = side
    shape, size = line.paragraph_format, form.sizes["page_number"]
    shape.first_line_indent = Pt(0)
    line._p.get_or_add_pPr().get_or_add_ind().set(qn("w:firstLineChars"), "0")  # noqa: SLF001 - no other way
    shape.right_indent = Pt(size) if side is WD_ALIGN_PARAGRAPH.RIGHT else Pt(0)
    shape.left_indent = Pt(size) if side is WD_ALIGN_PARAGRAPH.LEFT else Pt(0)
    for words in ("— ", "", " —"):
        run = line.add_run(words)
        run.font.size, run.font.name = Pt(size), "SimSun"
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")  # noqa: SLF001 - no other way
        if not words:
            _page_field(line, run)


def _page_field(line: Paragraph, run: Run) -> None:
    """Put the field PAGE into the line at *run*."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    line._p.append(field)  # noqa: SLF001 - the library knows no fields
    shown = OxmlElement("w:t")
    shown.text = "1"
    run._element.append(shown)  # noqa: SLF001 - see above
    field.append(run._element)  # noqa: SLF001 - see above
