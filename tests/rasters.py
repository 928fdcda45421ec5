"""PDF pages as pixels and as objects, by a reader that is not ours (PDFium)."""

from __future__ import annotations

import pypdfium2
import zxingcpp
from PIL import Image
from pypdfium2 import raw

MM = 25.4 / 72
"""Millimetres of a point."""


def pages(content: bytes, dpi: int = 300) -> list[Image.Image]:
    """Return each page in grey at *dpi*."""
    with pypdfium2.PdfDocument(content) as document:
        return [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]


def texts(content: bytes) -> list[str]:
    """Return what can be selected on each page, without spaces."""
    with pypdfium2.PdfDocument(content) as document:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def codes(image: Image.Image) -> list[str]:
    """Return what the codes of a picture say, sorted."""
    found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return sorted(barcode.text for barcode in found)


def boxes(content: bytes, page: int = 0) -> list[tuple[float, float, float, float]]:
    """Return (left, top, width, height) in millimetres of every path on a page, as PDFium finds it."""
    with pypdfium2.PdfDocument(content) as document:
        sheet = document[page]
        height = sheet.get_height()
        paths = sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])
        bounds = [path.get_bounds() for path in paths]
    return [(left * MM, (height - top) * MM, (right - left) * MM, (top - low) * MM) for left, low, right, top in bounds]
