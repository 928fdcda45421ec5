"""How wide a module is on a label: arithmetic in millimetres and in whole dots."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.assets.label_room import LEAST_MODULE, Stock, code_room, fit, least_side, module_width
from generator.config.model import CodeLevels

SHORT = "HTTPS://S.SHANHUO.EXAMPLE/P/23456AB/"
LEVELS = CodeLevels()


def test_a_code_takes_the_height_or_its_share_of_the_width() -> None:
    """A long label gives it the height within the safe margins, a square one its share of the width."""
    assert code_room(Stock("", 70, 37, safe=3)) == 31
    assert code_room(Stock("", 40, 40, safe=2)) == pytest.approx(19.8)
    assert code_room(Stock("", 40, 40, safe=2, room=15)) == 15
    assert code_room(Stock("", 3, 3, safe=2)) == 0


def test_thermal_printers_print_whole_dots() -> None:
    """At 203 dpi 18.5 mm for 37 modules are three dots a module, 18.6 mm are four."""
    assert module_width(18.5, 37, 203) == (pytest.approx(3 * 25.4 / 203), 3)
    assert module_width(18.6, 37, 203) == (pytest.approx(4 * 25.4 / 203), 4)
    assert module_width(18.5, 37) == (0.5, 0)


@settings(derandomize=True)
@given(room=st.floats(1, 300), modules=st.integers(29, 185), dpi=st.sampled_from([0, 203, 300, 600]))
def test_a_code_never_leaves_its_room(room: float, modules: int, dpi: int) -> None:
    """Whatever the printer, all modules together fit, and one dot more a module would not."""
    module, dots = module_width(room, modules, dpi)
    assert module * modules <= room + 1e-6
    if dpi:
        assert (dots + 1) * 25.4 / dpi * modules > room


def test_small_labels_take_the_lower_level_only_for_larger_modules() -> None:
    """The level of small labels comes in below half a millimetre, and only where its symbol has fewer modules."""
    other = "HTTPS://QR.SHANHUO-PORTAL.CN/P/23456AB/"  # version 3 at M and at Q alike
    longer = "HTTPS://QR.SHANHUO-PORTALS.EXAMPLE.CN/P/23456AB/"  # version 3 at M, 4 at Q
    assert fit(longer, Stock("", 70, 37), LEVELS).symbol.level == "Q"
    small = fit(longer, Stock("", 40, 17), LEVELS)
    assert (small.symbol.level, small.symbol.version) == ("M", 3)
    assert fit(other, Stock("", 40, 17), LEVELS).symbol.level == "Q"
    assert fit(longer, Stock("", 40, 17), LEVELS._replace(small="Q")).symbol.level == "Q"


def test_below_the_least_module_a_code_is_not_legible() -> None:
    """33 modules, those of the lower level, need 13.07 mm."""
    assert least_side(37) == pytest.approx(14.652)
    assert fit(SHORT, Stock("", 40, 13.07), LEVELS).is_legible
    assert not fit(SHORT, Stock("", 40, 13.06), LEVELS).is_legible
    assert LEAST_MODULE == 0.396
