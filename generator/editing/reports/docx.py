"""A report as a Word document, in the page and faces of official documents (GB/T 9704-2012)."""

from __future__ import annotations

import io
from datetime import datetime, time

from docx import Document
from docx.document import Document as DocumentType

from generator.languages.widths import ems
from generator.surfaces.reports.model import Block, Heading, Paragraph, ProgressReport
from generator.surfaces.reports.template import Form

from .docx_page import POINTS_A_MILLIMETRE, number_pages, set_page
from .docx_styles import BODY, NOTE, NOTE_HEAD, SIGNATURE, SUBTITLE, TITLE, heading_style, set_styles
from .docx_tables import add_table
from .steady_zip import steady

_SIGNED_OFF = 2
"""Empty lines between the text and who signs it."""


def as_docx(report: ProgressReport, form: Form) -> bytes:
    """Return the report as a ``.docx`` file; the same report in the same form gives the same bytes."""
    document = Document()
    _clear(document)
    set_styles(document, form, report.language)
    set_page(document, form)
    number_pages(document, form)
    _set_properties(document, report)
    document.add_paragraph("\n".join(_title_lines(report, form)), style=TITLE)
    document.add_paragraph(report.subtitle, style=SUBTITLE)
    document.add_paragraph(report.lead, style=BODY)
    for part in report.parts:
        document.add_paragraph(f"{part.number}{part.title}", style=heading_style(1))
        for block in part.blocks:
            _add(document, form, block)
    _sign(document, report)
    document.add_paragraph(report.notes_title, style=NOTE_HEAD)
    for index, note in enumerate(report.notes, start=1):
        document.add_paragraph(f"{index}. {note}", style=NOTE)
    document.add_paragraph(report.colophon, style=NOTE)
    document.add_paragraph(f"SHA-256 {report.digest}", style=NOTE)
    out = io.BytesIO()
    document.save(out)
    return steady(out.getvalue())


def _title_lines(report: ProgressReport, form: Form) -> tuple[str, ...]:
    """Return the title in one line where it fits, else broken where its sense allows (GB/T 9704-2012, 7.3.1)."""
    width = (form.page["width"] - form.page["left"] - form.page["right"]) * POINTS_A_MILLIMETRE
    fits = ems(report.title) * form.sizes["title"] <= width
    return (report.title,) if fits else report.title_lines


def _add(document: DocumentType, form: Form, block: Block) -> None:
    if isinstance(block, Heading):
        document.add_paragraph(f"{block.number}{block.text}", style=heading_style(block.level))
    elif isinstance(block, Paragraph):
        document.add_paragraph(block.text, style=BODY)
    else:
        add_table(document, form, block)


def _sign(document: DocumentType, report: ProgressReport) -> None:
    """Set who reports and the day, to the right, kept together (GB/T 9704-2012, 7.3.5)."""
    lines = [document.add_paragraph("", style=BODY) for _ in range(_SIGNED_OFF)]
    lines += [document.add_paragraph(words, style=SIGNATURE) for words in (report.issuer, report.as_of_words)]
    for line in lines[:-1]:
        line.paragraph_format.keep_with_next = True


def _set_properties(document: DocumentType, report: ProgressReport) -> None:
    day = datetime.combine(report.as_of, time.min)
    properties = document.core_properties
    properties.title = report.full_title
    properties.author = properties.last_modified_by = report.issuer
    properties.subject = report.scope_name
    properties.identifier = report.number
    properties.comments = report.digest
    properties.language = report.language
    properties.keywords = properties.category = ""
    properties.revision = 1
    properties.created = properties.modified = day


def _clear(document: DocumentType) -> None:
    """Take out the one empty paragraph that a new document may begin with."""
    for paragraph in document.paragraphs:
        element = paragraph._element  # noqa: SLF001 - the library has no other way to take a paragraph out
        element.getparent().remove(element)
