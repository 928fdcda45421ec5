"""Label sheets: every stock's labels stand where its geometry says, and every code reads at its printed size."""

from __future__ import annotations

import io

import pypdf
import pytest
from assets.label_samples import label, paper
from line.sizes import is_acceptance
from rasters import MM, boxes, codes, pages, texts

from generator.assets.label_room import fit
from generator.assets.pdf_labels import CUT_LINE, Sheet, draw_labels
from generator.assets.pdf_paper import Printer
from generator.catalog.stocks import built_in_stocks, measures_of
from generator.contract.label_geometry import LEAST_MODULE

STOCKS = tuple(built_in_stocks())
TRIED = STOCKS if is_acceptance() else ("a4-3x8", "a4-2x4", "roll-40x30")
"""One of each layout in a sample."""
LONGEST = "会山高山云雾野生古树红茶（特级礼盒装）"


def sheet(stock: str, **changes: object) -> Sheet:
    """Return how labels are printed on a built-in stock."""
    return Sheet(measures_of(built_in_stocks()[stock]))._replace(**changes)


@pytest.mark.parametrize("stock", TRIED)
def test_every_code_reads_at_its_printed_size(stock: str) -> None:
    """On every stock, at 300 dpi, each label's code says its address: with all its facts, a long name, no price."""
    kinds = [{}, {"name": LONGEST}, {"price": None, "seals": ()}]
    labels = [label(number, **kind) for number, kind in enumerate(kinds)]
    drawn = paper()

    assert draw_labels(drawn, labels, sheet(stock)) == []
    found = [code for page in pages(drawn.content()) for code in codes(page)]
    assert sorted(found) == sorted(each.uri for each in labels)


@pytest.mark.parametrize("stock", TRIED)
def test_the_code_alone_reads_too(stock: str) -> None:
    """The layout for packs that have everything but a code."""
    drawn = paper()

    assert draw_labels(drawn, [label()], sheet(stock, only_code=True)) == []
    assert codes(pages(drawn.content())[0]) == [label().uri]
    assert "128" not in texts(drawn.content())[0]


@pytest.mark.parametrize("stock", TRIED)
def test_labels_stand_where_the_stock_has_them(stock: str) -> None:
    """Each label of a full sheet is within a tenth of a millimetre of the stock's measures."""
    whole = sheet(stock, outline=True)
    geometry = whole.geometry
    drawn = paper()
    draw_labels(drawn, [label(number) for number in range(geometry.on_a_page)], whole)
    size = float(geometry.label_width), float(geometry.label_height)

    line = CUT_LINE * MM  # PDFium counts a stroke on either side of the path
    found = [
        (left + line, top + line, width - 2 * line, height - 2 * line)
        for left, top, width, height in boxes(drawn.content())
    ]
    edges = [box for box in found if box[2:] == pytest.approx(size, abs=0.1)]
    wanted = [(*map(float, geometry.corner_of(place)), *size) for place in range(geometry.on_a_page)]

    assert len(edges) == len(wanted)
    for edge, box in zip(edges, wanted, strict=True):
        assert edge == pytest.approx(box, abs=0.02)


@pytest.mark.parametrize("stock", TRIED)
def test_nothing_is_printed_in_the_safe_margin(stock: str) -> None:
    """What is dark on a label keeps the margin that a shifted cut takes."""
    whole = sheet(stock)
    drawn = paper()
    draw_labels(drawn, [label(name=LONGEST)], whole)
    image = pages(drawn.content())[0].point(lambda grey: 255 if grey < 128 else 0)
    x, y = map(float, whole.geometry.corner_of(0))
    safe, dot = float(whole.geometry.safe), 25.4 / 300

    left, top, right, bottom = (edge * dot for edge in image.getbbox() or ())

    assert left >= x + safe - 0.1
    assert top >= y + safe - 0.15
    assert right <= x + float(whole.geometry.label_width) - safe + 0.1
    assert bottom <= y + float(whole.geometry.label_height) - safe + 0.15


@pytest.mark.parametrize("stock", [key for key in STOCKS if key.startswith("roll")])
def test_a_thermal_module_is_a_whole_number_of_dots(stock: str) -> None:
    """On a roll a module has four dots of 203 dpi, no less than a scanner needs."""
    whole = sheet(stock)
    drawn = paper()
    draw_labels(drawn, [label(seals=(), sample="")], whole)
    symbol = fit(label().uri, whole.geometry, ("Q", "M")).symbol

    (code,) = boxes(drawn.content())
    dots = code[2] / len(symbol.rows) / float(whole.geometry.dot)

    assert dots == pytest.approx(4, abs=0.002)
    assert code[2] / len(symbol.rows) >= float(LEAST_MODULE)


def test_a_half_used_sheet_is_used_up() -> None:
    """With five labels gone, the first stands on the sixth place, and the next sheet begins at its first."""
    whole = sheet("a4-3x8", outline=True, skip=5)
    drawn = paper()
    draw_labels(drawn, [label(number) for number in range(20)], whole)
    content = drawn.content()

    first = next(box for box in boxes(content) if box[2] > 60)

    assert first[:2] == pytest.approx((140, 37.5), abs=0.1)
    assert [len(codes(page)) for page in pages(content)] == [19, 1]


def test_a_calibrated_printer_moves_labels_and_keeps_codes_readable() -> None:
    """Offset and scale of a printer's profile move every label."""
    whole = sheet("a4-3x8", outline=True)
    drawn = paper(Printer(offset_x=-0.6, offset_y=0.4, scale_x=0.999, scale_y=1.0))
    draw_labels(drawn, [label()], whole)
    content = drawn.content()

    first = next(box for box in boxes(content) if box[2] > 60)

    assert first[:2] == pytest.approx((-0.6, 0.9), abs=0.1)
    assert codes(pages(content)[0]) == [label().uri]


def test_a_missing_character_is_told_with_the_product() -> None:
    """Nothing is drawn, and the fault names the characters and whose they are."""
    drawn = paper()

    faults = draw_labels(drawn, [label(1), label(2, name="山货😀č"), label(2, name="山货😀č")], sheet("a4-3x8"))

    assert [(fault.kind, fault.subject, fault.what) for fault in faults] == [("missing-glyph", "cha-2", "😀č")]


def test_what_does_not_fit_is_told() -> None:
    """A name that nobody could read any more, and an address whose code has no room, are faults, not small print."""
    endless = label(1, name="紫阳县汉江上游高山云雾富硒绿茶春季头采毛尖特级礼盒装（附赠品鉴手册与木质茶则）两盒装")
    long_uri = label(2, uri="HTTPS://S." + "SHANHUO" * 40 + ".EXAMPLE/P/4R39R8A/")

    faults = draw_labels(paper(), [endless, long_uri], sheet("roll-40x30"))

    assert [(fault.kind, fault.subject) for fault in faults] == [
        ("no-room-for-text", "cha-1"),
        ("no-room-for-code", "cha-2"),
    ]


def test_a_label_shows_all_its_facts() -> None:
    """Name, origin, net content, price with unit and unit price, seal, short code, day and the mark of samples."""
    drawn = paper()
    draw_labels(drawn, [label()], sheet("a4-3x8"))
    (text,) = texts(drawn.content())

    for part in (
        "紫阳富硒茶（毛尖）",
        "陕西省安康市紫阳县·250克",
        "¥128.00/袋",
        "¥256.00/500克",
        "数据2026-11-01",
        "示例",
    ):
        assert part in text
    assert label().code in text
    assert "农产" in text
    assert len(pypdf.PdfReader(io.BytesIO(drawn.content())).pages) == 1


def test_no_price_is_shown_where_there_is_none() -> None:
    """A price that is not disclosed leads to the price tag."""
    drawn = paper()
    draw_labels(drawn, [label(price=None)], sheet("a4-3x8"))
    (text,) = texts(drawn.content())

    assert "见价签" in text
    assert "¥" not in text
