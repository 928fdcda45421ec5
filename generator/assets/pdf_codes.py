"""Codes for print: which level, how large a module, and what cannot be scanned."""

from __future__ import annotations

from collections.abc import Sequence

from generator.contract.label_geometry import QUIET_ZONE, Geometry

from .qr import QrSymbol, draw

MOST_MODULE = 0.990
"""Millimetres; largest module of a code that is scanned at hand (GS1 General Specifications, X-dimension)."""


def symbol_for(uri: str, geometry: Geometry, levels: Sequence[str]) -> QrSymbol | None:
    """Return the code of *uri* at the first of *levels* that a label has room for; ``None`` where it has none."""
    least = min(geometry.label_width, geometry.label_height)
    for level in levels:
        symbol = draw(uri, level=level)
        if geometry.code_room(len(symbol.rows), geometry.module()) <= least:
            return symbol
    return None


def module_of(symbol: QrSymbol, geometry: Geometry, room: float, wanted: float) -> float:
    """Return the width of a module in millimetres.

    Args:
        symbol: The code.
        geometry: Gives the dots of a thermal printer: a module is a whole number of them.
        room: Millimetres that the code without its quiet zone may have; it is exceeded where that is too little.
        wanted: Millimetres that a module shall have where there is room.
    """
    most = min(wanted, MOST_MODULE, room / len(symbol.rows))
    least = float(geometry.module())
    if most <= least:
        return least
    if not geometry.dpi:
        return most
    dot = float(geometry.dot)
    return max(least, int(most / dot + 1e-6) * dot)


def quiet(module: float) -> float:
    """Return the width of the quiet zone around a code."""
    return QUIET_ZONE * module
