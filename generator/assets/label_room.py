"""How large a code can be on a label, and how wide its modules then are."""

from __future__ import annotations

from math import floor
from typing import NamedTuple

from generator.config.model import CodeLevels
from generator.contract import label_geometry

from . import qr

LEAST_MODULE = float(label_geometry.LEAST_MODULE)
"""Millimetres that a module must have."""
SMALL_MODULE = 0.5
"""Millimetres below which a label is small: there the level of small labels is tried, for larger modules."""
LARGEST_SHARE = 0.55
"""Of a label's free width that the code may take, so that name and price have the rest."""
_INCH = 25.4
"""Millimetres."""


class Stock(NamedTuple):
    """What matters of a label stock; all lengths in millimetres."""

    name: str
    width: float
    """Of one label."""
    height: float
    safe: float = 0.0
    """Kept free along each edge of a label."""
    dpi: int = 0
    """Dots per inch of a thermal printer, which prints whole dots alone; 0 for printers whose dots are too fine to
    matter."""
    room: float = 0.0
    """Side of the square that a layout has for the code with its quiet zone; 0 where none has decided yet."""


class Fit(NamedTuple):
    """A code as it would stand on a label."""

    symbol: qr.QrSymbol
    modules: int
    """Of a side, quiet zones included."""
    side: float
    """Millimetres of a side as printed, quiet zones included."""
    module: float
    """Millimetres of a module as printed."""
    dots: int
    """Dots of a module; 0 where the stock has no *dpi*."""

    @property
    def is_legible(self) -> bool:
        """Tell whether modules are as wide as scanners ask for."""
        return self.module >= LEAST_MODULE


def code_room(stock: Stock) -> float:
    """Return the millimetres of the largest square that *stock* has for a code, quiet zone included."""
    if stock.room:
        return stock.room
    width, height = (max(0.0, whole - 2 * stock.safe) for whole in (stock.width, stock.height))
    return min(height, LARGEST_SHARE * width)


def module_width(room: float, modules: int, dpi: int = 0) -> tuple[float, int]:
    """Return the width of a module in millimetres, and in dots where the printer has *dpi*.

    Args:
        room: Millimetres of the square for the code.
        modules: Of a side, quiet zones included.
        dpi: Dots per inch of a printer that prints whole dots alone, else 0.
    """
    if not dpi:
        return room / modules, 0
    dots = floor(room / modules * dpi / _INCH + 1e-9)
    return dots * _INCH / dpi, dots


def fit(uri: str, stock: Stock, levels: CodeLevels) -> Fit:
    """Return the code of *uri* as large as *stock* allows.

    It has the level of labels, and that of small labels where modules would be below :data:`SMALL_MODULE` and the lower
    level makes them wider.

    Raises:
        ValueError: *uri* does not fit into any symbol.
    """
    usual = _fit(qr.draw(uri, level=levels.label), stock)
    if usual.module >= SMALL_MODULE:
        return usual
    small = _fit(qr.draw(uri, level=levels.small), stock)
    return small if small.module > usual.module else usual


def _fit(symbol: qr.QrSymbol, stock: Stock) -> Fit:
    modules = qr.side_of(symbol)
    module, dots = module_width(code_room(stock), modules, stock.dpi)
    return Fit(symbol, modules, module * modules, module, dots)


def least_side(modules: int) -> float:
    """Return the millimetres that a code of *modules* modules a side, quiet zones included, must at least be wide."""
    return modules * LEAST_MODULE
