"""Distances between places."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.catalog.whereabouts import Spot, kilometres


def _spot(latitude: str, longitude: str) -> Spot:
    return Spot(Decimal(latitude), Decimal(longitude), "wgs-84")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # A degree of a great circle is 2πR/360.
        (_spot("0", "0"), _spot("0", "1"), 111.195),
        (_spot("-10", "179.5"), _spot("-9", "179.5"), 111.195),
        (_spot("0", "179.5"), _spot("0", "-179.5"), 111.195),
        (_spot("0", "0"), _spot("0", "180"), 20015.115),
        (_spot("34.26", "108.95"), _spot("34.26", "108.95"), 0),
    ],
)
def test_distances_are_great_circles(one: Spot, other: Spot, expected: float) -> None:
    """Also over the date line and to the far side of the earth; nothing is away from itself."""
    assert kilometres(one, other) == pytest.approx(expected, abs=0.01)
    assert kilometres(other, one) == pytest.approx(expected, abs=0.01)
