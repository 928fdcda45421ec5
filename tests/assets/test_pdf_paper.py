"""Pages for printing: exact places, embedded type, text that can be selected, the same bytes twice."""

from __future__ import annotations

import io
from datetime import date

import pypdf
import pytest
from rasters import boxes, codes, pages, texts

from generator.assets.pdf_paper import TRUE, Paper, Printer, merged, tidied
from generator.assets.qr import draw

URI = "HTTPS://S.EXAMPLE.ORG/P/4R39R8A/"


def paper(printer: Printer = TRUE, *, traditional: bool = False) -> Paper:
    """Begin a document on a page of 100 × 60 mm."""
    begun = Paper(
        title="试印", author="编辑部", language="zh-Hans", made_on=date(2026, 11, 21), printer=printer,
        traditional=traditional,
    )  # fmt: skip
    begun.page(100, 60)
    return begun


def test_type_is_embedded_as_a_subset() -> None:
    """Both faces are in the file, with a tag for a subset, and no face of the reader's machine is asked for."""
    drawn = paper()
    drawn.text(10, 10, "紫阳富硒茶", 12, "song", strong=True)
    drawn.text(10, 20, "250克", 8, "hei")

    page = pypdf.PdfReader(io.BytesIO(drawn.content())).pages[0]
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    descriptors = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for font in fonts]

    assert len(fonts) == 2
    assert all("/FontFile2" in each or "/FontFile3" in each for each in descriptors)
    assert all(str(font["/BaseFont"])[7:8] == "+" for font in fonts)


def test_text_can_be_selected() -> None:
    """What is set reads back as the same characters, strong and spaced ones too."""
    drawn = paper()
    drawn.text(10, 10, "紫阳富硒茶（毛尖）", 12, "song", strong=True)
    drawn.text(10, 20, "K7M2QX9 ¥128.00 l'étiquette", 8, "hei", tracking=0.2)

    assert texts(drawn.content()) == ["紫阳富硒茶（毛尖）K7M2QX9¥128.00l'étiquette"]


def test_equal_pages_are_equal_bytes() -> None:
    """The same calls make the same file, whenever they are made."""

    def made() -> bytes:
        drawn = paper()
        drawn.text(10, 10, "紫阳富硒茶", 12)
        drawn.code(draw(URI), 30, 20, 0.5)
        return drawn.content()

    assert made() == made()


def test_a_box_stands_where_it_is_told_to() -> None:
    """A rectangle's edges are within a hundredth of a millimetre."""
    drawn = paper()
    drawn.fill(12.3, 4.5, 20, 10, "#000000")

    assert boxes(drawn.content())[0] == pytest.approx((12.3, 4.5, 20, 10), abs=0.01)


def test_a_printer_s_drift_is_taken_back() -> None:
    """A place comes to offset + scale × place, and so does a size; the page stays as large as it is."""
    drawn = paper(Printer(offset_x=-0.6, offset_y=0.4, scale_x=0.99, scale_y=1.01))
    drawn.fill(20, 10, 50, 30, "#000000")

    found = boxes(drawn.content())[0]

    assert found == pytest.approx((-0.6 + 0.99 * 20, 0.4 + 1.01 * 10, 0.99 * 50, 1.01 * 30), abs=0.02)


def test_a_code_is_one_path_of_its_dark_modules() -> None:
    """Rectangles cover each dark module once and no light one, and the code reads at 0.396 mm a module."""
    symbol = draw(URI)
    covered = [
        (x, y)
        for left, top, width, height in merged(symbol.rows)
        for x in range(left, left + width)
        for y in range(top, top + height)
    ]
    dark = [(x, y) for y, row in enumerate(symbol.rows) for x, module in enumerate(row) if module == "1"]
    drawn = paper()
    side = drawn.code(symbol, 20, 10, 0.396)
    content = drawn.content()

    assert sorted(covered) == sorted(dark)
    assert side == pytest.approx(0.396 * len(symbol.rows))
    assert len(boxes(content)) == 1
    assert boxes(content)[0] == pytest.approx((20, 10, side, side), abs=0.01)
    assert codes(pages(content)[0]) == [URI]


def test_characters_that_no_face_has_are_named() -> None:
    """Emoji and rare letters are told; rare Chinese that either face has is not, nor what has no form of its own."""
    drawn = paper()

    assert drawn.lacking("紫阳😀富硒č茶\u200d\ufe0f") == "😀č"
    assert drawn.lacking("㐀䲠亊、¥·—…é") == ""


def test_traditional_chinese_prefers_its_own_forms() -> None:
    """A traditional page sets 骨 from another font than a simplified one."""

    def font_of(*, traditional: bool) -> str:
        drawn = paper(traditional=traditional)
        drawn.text(10, 10, "骨", 12)
        page = pypdf.PdfReader(io.BytesIO(drawn.content())).pages[0]
        (font,) = page["/Resources"]["/Font"].values()
        return str(font.get_object()["/BaseFont"])[8:]

    assert font_of(traditional=True) != font_of(traditional=False)


def test_quotes_between_letters_have_a_letter_s_width() -> None:
    """A Chinese face gives ’ the width of a character, which tears a French word apart."""
    assert tidied("l’étiquette  “爱心购”\n") == "l'étiquette “爱心购”"
