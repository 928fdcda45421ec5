"""A price on paper: the whole amount large, currency, decimals and unit smaller on the same base line."""

from __future__ import annotations

from .pdf_paper import BLACK, Paper
from .print_texts import PriceText

_SYMBOL, _DECIMALS, _AFTER = 0.62, 0.62, 0.5
"""Sizes of the parts to that of the whole amount."""
_GAP = 0.06
"""Ems of the amount between symbol and amount, and before what stands behind."""
_MM = 25.4 / 72


def price_width(paper: Paper, price: PriceText, size: float) -> float:
    """Return the width of a price whose amount has *size* points."""
    before = paper.width(price.before, size * _SYMBOL) + _GAP * size * _MM if price.before else 0.0
    return (
        before
        + paper.width(price.whole, size)
        + paper.width(price.decimals, size * _DECIMALS)
        + _GAP * 2 * size * _MM
        + paper.width(price.after, size * _AFTER, "hei")
    )


def put_price(paper: Paper, x: float, y: float, price: PriceText, size: float, colour: str = BLACK) -> None:
    """Set a price with its base line at *y*."""
    if price.before:
        x += paper.text(x, y, price.before, size * _SYMBOL, colour=colour, strong=True) + _GAP * size * _MM
    x += paper.text(x, y, price.whole, size, colour=colour, strong=True)
    x += paper.text(x, y, price.decimals, size * _DECIMALS, colour=colour, strong=True) + _GAP * 2 * size * _MM
    paper.text(x, y, price.after, size * _AFTER, "hei", colour=colour)
