"""Codes for print: how large a module, and what cannot be scanned."""

from __future__ import annotations

from generator.contract.label_geometry import QUIET_ZONE, Geometry

from .qr import QrSymbol

MOST_MODULE = 0.990
"""Millimetres; largest module of a code that is scanned at hand (GS1 General Specifications, X-dimension)."""


def has_room(symbol: QrSymbol, geometry: Geometry) -> bool:
    """Tell whether a label has room for a code, its quiet zone included, whose modules scanners can read."""
    least = min(geometry.label_width, geometry.label_height)
    return geometry.code_room(len(symbol.rows), geometry.module()) <= least


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
