"""
The code of an address as a label has it: its level, and how wide a module is.

Layouts draw by it, and reports and findings tell of it, so that what is told before printing is what is printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.contract import label_geometry
from generator.contract.label_geometry import Geometry

from . import qr
from .pdf_codes import has_room, module_of

LEAST_MODULE = float(label_geometry.LEAST_MODULE)
"""Millimetres that a module must have."""
SMALL_MODULE = 0.5
"""Millimetres below which a label is small: there the next level is tried, for larger modules."""
WIDE_FROM = 52.0
"""Millimetres between the safe margins from which a label has the wide layout."""
_WIDE_WIDTH, _WIDE_HEIGHT = 61.0, 28.0
"""The room that the wide layout's sizes are drawn for: the A4 sheet of 3 × 8."""
_LEAST_SCALE, _MOST_SCALE = 0.8, 1.9
_WIDE_SHARE, _WIDE_MODULE = 0.52, 0.45
"""Of the height that the code has in the wide layout, and millimetres of a module at scale 1."""
_SMALL_SHARE, _SMALL_MODULE = 0.5, 0.5
"""The same in the small layout, which has no scale."""


class Room(NamedTuple):
    """A label between its safe margins, in millimetres."""

    x: float
    y: float
    width: float
    height: float

    @property
    def is_wide(self) -> bool:
        """Tell whether name and price stand beside the code instead of above it."""
        return self.width >= WIDE_FROM

    @property
    def scale(self) -> float:
        """How much larger than those of the A4 sheet of 3 × 8 the sizes of the wide layout are."""
        fair = min(self.width / _WIDE_WIDTH, self.height / _WIDE_HEIGHT)
        return min(_MOST_SCALE, max(_LEAST_SCALE, fair))


def room_of(geometry: Geometry, x: float = 0.0, y: float = 0.0) -> Room:
    """Return the room of a label whose upper left corner stands at *x*, *y*."""
    safe = float(geometry.safe)
    return Room(x + safe, y + safe, float(geometry.label_width) - 2 * safe, float(geometry.label_height) - 2 * safe)


def module_on_label(symbol: qr.QrSymbol, geometry: Geometry) -> float:
    """Return the width of a module, in millimetres, of a code that stands beside name and price."""
    room = room_of(geometry)
    if room.is_wide:
        return module_of(symbol, geometry, room.height * _WIDE_SHARE, _WIDE_MODULE * room.scale)
    return module_of(symbol, geometry, room.height * _SMALL_SHARE, _SMALL_MODULE)


class Fit(NamedTuple):
    """A code as it would stand on a label."""

    symbol: qr.QrSymbol
    modules: int
    """Of a side, quiet zones included."""
    side: float
    """Millimetres of a side as printed, quiet zones included."""
    module: float
    """Millimetres of a module as printed; as it would have to be printed where the label is too small."""
    dots: int
    """Dots of a module; 0 for printers whose dots are too fine to matter."""
    is_legible: bool
    """The label has room for modules as wide as scanners ask for; others are not printed."""


def fit(uri: str, geometry: Geometry, levels: Sequence[str]) -> Fit:
    """Return the code of *uri* on a label.

    Args:
        uri: What the code says.
        geometry: Measures of the label and dots of its printer.
        levels: Error correction levels, best first; the next is for small labels, where it makes modules wider.

    Raises:
        ValueError: *uri* does not fit into any symbol.
    """
    symbols = [qr.draw(uri, level=level) for level in levels]
    found: tuple[float, qr.QrSymbol] | None = None
    for symbol in symbols:
        if has_room(symbol, geometry):
            module = module_on_label(symbol, geometry)
            if found is None or found[0] < min(module, SMALL_MODULE):
                found = module, symbol
    if found is not None:
        return _fit(found[1], geometry, found[0], is_legible=True)
    finest = min(symbols, key=qr.side_of)
    return _fit(finest, geometry, _too_fine(finest, geometry), is_legible=False)


def _too_fine(symbol: qr.QrSymbol, geometry: Geometry) -> float:
    """Return the widest module with which *symbol* and its quiet zone fit on a label that is too small for it."""
    least = float(min(geometry.label_width, geometry.label_height))
    fair = min(least / qr.side_of(symbol), max(0.0, least - 2 * float(geometry.safe)) / len(symbol.rows))
    dot = float(geometry.dot)
    return int(fair / dot + 1e-6) * dot if dot else fair


def _fit(symbol: qr.QrSymbol, geometry: Geometry, module: float, *, is_legible: bool) -> Fit:
    modules = qr.side_of(symbol)
    dots = round(module / float(geometry.dot)) if geometry.dpi else 0
    return Fit(symbol, modules, module * modules, module, dots, is_legible)


def least_side(modules: int) -> float:
    """Return the millimetres that a code of *modules* modules a side, quiet zones included, must at least be wide."""
    return modules * LEAST_MODULE
