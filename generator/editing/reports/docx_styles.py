"""Paragraph styles of a report's document: faces with their stand-ins, sizes, indents, the grid's line."""

from __future__ import annotations

from math import floor
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Pt
from docx.styles.style import ParagraphStyle

from generator.surfaces.reports.template import Face, Form

BODY, TITLE, SUBTITLE, SIGNATURE, NOTE, NOTE_HEAD, CELL, CELL_HEAD = (
    "Normal", "Title", "Subtitle", "Report Signature", "Report Note", "Report Note Head", "Report Cell",
    "Report Cell Head",
)  # fmt: skip
_HEADING_FACES = ("first", "second", "body", "body")
"""Faces of the four levels: 黑体, 楷体, 仿宋, 仿宋 (GB/T 9704-2012, 7.3.3)."""
_INDENT = 2
"""Characters by which the first line of a paragraph stands in."""
_SIGNATURE_INDENT = 4
"""Characters between the day and the right margin."""
_TWIPS = 20
_MILLIMETRES_AN_INCH, _POINTS_AN_INCH = 25.4, 72
_HUNDREDTHS = 100


def heading_style(level: int) -> str:
    """Return the name of a heading's style, 1 to 4."""
    return f"Heading {level}"


def line_height(form: Form) -> Length:
    """Return the distance of lines: the text's height by the page's lines, rounded down so that the last one fits."""
    height = form.page["height"] - form.page["top"] - form.page["bottom"]
    return Pt(floor(height / _MILLIMETRES_AN_INCH * _POINTS_AN_INCH / form.page["lines"] * _TWIPS) / _TWIPS)


def _closeness(form: Form) -> int:
    """Return by how many twentieths of a point characters stand apart so that a line holds as many as it should."""
    page = form.page
    width = (page["width"] - page["left"] - page["right"]) / _MILLIMETRES_AN_INCH * _POINTS_AN_INCH
    return floor((width / page["characters"] - form.sizes["body"]) * _TWIPS)


def _space_characters(style: ParagraphStyle, twips: int) -> None:
    properties = style.element.get_or_add_rPr()
    for found in properties.findall(qn("w:spacing")):
        properties.remove(found)
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(twips))
    # Stands before the size (ISO/IEC 29500-1, 17.3.2.28).
    properties.find(qn("w:sz")).addprevious(spacing)


def set_styles(document: Document, form: Form, language: str) -> None:
    """Give the document's styles their faces, sizes and indents."""
    faces, sizes = form.faces, form.sizes
    latin = faces["latin"].name
    body = _style(document, BODY)
    _dress(body, faces["body"].name, latin, sizes["body"])
    _set_language(body, language)
    _space_characters(body, _closeness(form))
    plain = body.paragraph_format
    plain.line_spacing_rule, plain.line_spacing = WD_LINE_SPACING.EXACTLY, line_height(form)
    plain.space_before = plain.space_after = Pt(0)
    plain.widow_control = False
    plain.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    _indent(body, _INDENT, sizes["body"])
    for level, face in enumerate(_HEADING_FACES, start=1):
        style = _style(document, heading_style(level))
        _dress(style, faces[face].name, latin, sizes["body"], bold=level == len(_HEADING_FACES) - 1)
        _plain_paragraph(style, form)
        style.paragraph_format.keep_with_next = True
        _indent(style, _INDENT, sizes["body"])
    for name, face, size in ((TITLE, "title", sizes["title"]), (SUBTITLE, "second", sizes["body"])):
        style = _style(document, name)
        _dress(style, faces[face].name, latin, size)
        _plain_paragraph(style, form)
        _indent(style, 0, size)
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _space_characters(style, 0)
    _leave_grid(_style(document, TITLE))
    _style(document, TITLE).paragraph_format.line_spacing = Pt(sizes["title"] * 1.6)
    _style(document, SUBTITLE).paragraph_format.space_after = line_height(form)
    signature = _style(document, SIGNATURE)
    signature.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _indent(signature, 0, sizes["body"])
    signature.paragraph_format.right_indent = Pt(_SIGNATURE_INDENT * sizes["body"])
    for name, face in ((CELL, "table"), (CELL_HEAD, "first"), (NOTE, "table"), (NOTE_HEAD, "first")):
        style = _style(document, name)
        _dress(style, faces[face].name, latin, sizes["table"])
        _indent(style, 0, sizes["table"])
        style.paragraph_format.line_spacing = Pt(sizes["table"] * 1.5)
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
        _space_characters(style, 0)
        _leave_grid(style)
    head = _style(document, NOTE_HEAD).paragraph_format
    head.space_before, head.keep_with_next = line_height(form), True
    _set_stand_ins(document, form)


def _style(document: Document, name: str) -> ParagraphStyle:
    styles = document.styles
    if name not in [each.name for each in styles]:
        made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = styles[BODY]
    found = styles[name]
    assert isinstance(found, ParagraphStyle)
    return found


def _dress(style: ParagraphStyle, face: str, latin: str, size: float, *, bold: bool = False) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic = latin, Pt(size), bold, False
    properties = style.element.get_or_add_rPr()
    for unwanted in ("w:color", "w:spacing", "w:kern"):
        for found in properties.findall(qn(unwanted)):
            properties.remove(found)
    fonts = properties.get_or_add_rFonts()
    for attribute in [name for name in fonts.attrib if "heme" in name]:
        del fonts.attrib[attribute]
    fonts.set(qn("w:ascii"), latin)
    fonts.set(qn("w:hAnsi"), latin)
    fonts.set(qn("w:cs"), latin)
    fonts.set(qn("w:eastAsia"), face)


def _plain_paragraph(style: ParagraphStyle, form: Form) -> None:
    shape = style.paragraph_format
    shape.space_before = shape.space_after = Pt(0)
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, line_height(form)
    for border in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        style.element.pPr.remove(border)


def _indent(style: ParagraphStyle, characters: int, size: float) -> None:
    """Indent the first line by characters, so that it follows when an office changes the size."""
    style.paragraph_format.first_line_indent = Pt(characters * size)
    style.element.get_or_add_pPr().get_or_add_ind().set(qn("w:firstLineChars"), str(characters * _HUNDREDTHS))


def _leave_grid(style: ParagraphStyle) -> None:
    """Let lines stand as close as their style says, whatever the page's grid."""
    element = OxmlElement("w:snapToGrid")
    element.set(qn("w:val"), "0")
    properties = style.element.get_or_add_pPr()
    properties.find(qn("w:spacing")).addprevious(element)


def _set_language(style: ParagraphStyle, language: str) -> None:
    properties = style.element.get_or_add_rPr()
    element = OxmlElement("w:lang")
    chinese = language.startswith("zh")
    element.set(qn("w:val"), "en-US" if chinese else language)
    element.set(qn("w:eastAsia"), {"zh-Hant": "zh-TW"}.get(language, "zh-CN") if chinese else language)
    properties.append(element)


def _set_stand_ins(document: Document, form: Form) -> None:
    """Name for each face what stands in for it (ISO/IEC 29500-1, 17.8.3.1, altName)."""
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    faces = {face.name: face for face in form.faces.values()}
    part._blob = _font_table(tuple(faces.values()))  # noqa: SLF001 - the library keeps this part as it found it


def _font_table(faces: tuple[Face, ...]) -> bytes:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    fonts = "".join(
        f"<w:font w:name={quoteattr(face.name)}>"
        + (f"<w:altName w:val={quoteattr(','.join(face.instead))}/>" if face.instead else "")
        + "</w:font>"
        for face in faces
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<w:fonts xmlns:w="{namespace}">{fonts}</w:fonts>'.encode()
