"""Where things lie, as far as their coordinates are told, and how far apart they are."""

from __future__ import annotations

from decimal import Decimal
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from .origin import Origin
from .placement import Placement

EARTH_RADIUS = 6371.0088
"""Mean radius in kilometres (IUGG; H. Moritz, Geodetic Reference System 1980, R1)."""


class Spot(NamedTuple):
    """A point in the coordinate system that its editor named."""

    latitude: Decimal
    """Degrees, north positive."""
    longitude: Decimal
    """Degrees, east positive."""
    system: str
    """``wgs-84`` or ``gcj-02``."""


def spot_of(item: Origin | Placement) -> Spot | None:
    """Return where *item* lies; ``None`` where its coordinates, or the system that they are in, are not told."""
    latitude, longitude, system = item.latitude, item.longitude, item.coordinate_system
    if not isinstance(latitude, Decimal) or not isinstance(longitude, Decimal) or not system:
        return None
    return Spot(latitude, longitude, system)


def kilometres(one: Spot, other: Spot) -> float:
    """Return the great-circle distance in kilometres, by the haversine formula.

    Points of different systems may be compared where some hundred metres do not matter: GCJ-02 is that far off WGS-84.
    """
    north, south = radians(float(one.latitude)), radians(float(other.latitude))
    across = radians(float(other.longitude) - float(one.longitude))
    chord = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(across / 2) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(min(1.0, chord)))
