"""The code on a label: what is told of it is what is printed, at the level and width that there is room for."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.assets import qr
from generator.assets.label_room import LEAST_MODULE, fit, least_side, module_on_label, room_of
from generator.contract.label_geometry import Geometry

SHORT = "HTTPS://S.SHANHUO.EXAMPLE/P/23456AB/"
LONGER = "HTTPS://QR.SHANHUO-PORTALS.EXAMPLE.CN/P/23456AB/"
"""Version 3 at M, 4 at Q."""
LEVELS = ("Q", "M")


def stock(width: str, height: str, safe: str = "0", dpi: int = 0) -> Geometry:
    """A roll of such labels."""
    sides = Decimal(width), Decimal(height)
    return Geometry(*sides, *sides, safe=Decimal(safe), dpi=dpi)


def test_the_level_of_small_labels_is_for_labels_without_room_for_the_other() -> None:
    """The better level stays as long as its modules can have their width."""
    assert fit(LONGER, stock("70", "37", "3"), LEVELS).symbol.level == "Q"
    small = fit(LONGER, stock("40", "15"), LEVELS)
    assert (small.symbol.level, small.symbol.version) == ("M", 3)
    assert small.is_legible
    assert not fit(LONGER, stock("40", "15"), ("Q", "Q")).is_legible


def test_a_label_without_room_tells_what_its_modules_would_be() -> None:
    """33 modules of version 2 and its quiet zones need 13.07 mm; one hundredth less is too fine."""
    assert least_side(33) == pytest.approx(13.068)
    assert fit(SHORT, stock("40", "13.07"), ("Q", "M", "L")).is_legible
    fine = fit(SHORT, stock("40", "13.06"), ("Q", "M", "L"))
    assert not fine.is_legible
    assert fine.module == pytest.approx(13.06 / 33)
    assert fine.module < LEAST_MODULE


@settings(derandomize=True)
@given(
    width=st.integers(200, 2000),
    height=st.integers(120, 1500),
    safe=st.integers(0, 30),
    dpi=st.sampled_from([0, 203, 300, 600]),
)
def test_a_code_has_wide_modules_within_its_label(width: int, height: int, safe: int, dpi: int) -> None:
    """Whatever the label and printer: a legible code fits with its quiet zone, in whole dots; another is too fine."""
    geometry = stock(str(width / 10), str(height / 10), str(safe / 10), dpi)
    found = fit(SHORT, geometry, LEVELS)
    least = float(min(geometry.label_width, geometry.label_height))
    if found.is_legible:
        assert found.module >= LEAST_MODULE - 1e-9
        assert found.module == module_on_label(found.symbol, geometry)
        assert found.module * qr.side_of(found.symbol) <= least + 1e-6
    else:
        assert found.module < float(geometry.module())
    if dpi:
        assert found.module == pytest.approx(found.dots * 25.4 / dpi)
    else:
        assert found.dots == 0


def test_wide_labels_have_larger_modules_than_small_ones() -> None:
    """Name and price stand beside the code from 52 mm on, and above it below that."""
    assert room_of(stock("70", "37", "3")).is_wide
    assert not room_of(stock("40", "30", "1.5")).is_wide
    symbol = qr.draw(SHORT, level="Q")
    large, small = (module_on_label(symbol, each) for each in (stock("99.1", "67.7", "3"), stock("40", "30", "1.5")))
    assert large > small >= LEAST_MODULE
