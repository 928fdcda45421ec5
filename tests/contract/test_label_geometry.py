"""The geometry of label stocks: places, modules, and what no paper can be."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.contract.label_geometry import LEAST_MODULE, Geometry, geometry_faults, geometry_of

SHEET = Geometry(
    label_width=Decimal("63.5"),
    label_height=Decimal("38.1"),
    page_width=Decimal(210),
    page_height=Decimal(297),
    columns=3,
    rows=7,
    margin_left=Decimal("7.21"),
    margin_top=Decimal("15.15"),
    gap_x=Decimal("2.54"),
    safe=Decimal("2.5"),
)
LENGTHS = st.decimals(Decimal(5), Decimal(120), places=1)


def test_labels_are_counted_along_the_rows() -> None:
    """The second stands beside the first, the fourth beneath it."""
    assert SHEET.corner_of(0) == (Decimal("7.21"), Decimal("15.15"))
    assert SHEET.corner_of(1) == (Decimal("73.25"), Decimal("15.15"))
    assert SHEET.corner_of(3) == (Decimal("7.21"), Decimal("53.25"))


@given(LENGTHS, LENGTHS, st.integers(1, 6), st.integers(1, 12), LENGTHS, LENGTHS)
def test_a_stock_without_a_fault_keeps_all_labels_on_its_page(
    width: Decimal, height: Decimal, columns: int, rows: int, left: Decimal, gap: Decimal
) -> None:
    """Where nothing is told, no label reaches over an edge by more than what packs round away."""
    geometry = SHEET._replace(
        label_width=width, label_height=height, columns=columns, rows=rows, margin_left=left, gap_y=gap
    )
    x, y = geometry.corner_of(geometry.on_a_page - 1)
    is_inside = x + width <= Decimal("210.05") and y + height <= Decimal("297.05")

    assert is_inside == ("stock-beyond-page" not in {fault.code for fault in geometry_faults(geometry)})


@pytest.mark.parametrize(("dpi", "dots"), [(203, 4), (300, 5), (600, 10)])
def test_a_module_is_a_whole_number_of_dots(dpi: int, dots: int) -> None:
    """The least module is the least number of dots that is not below 0.396 mm."""
    geometry = SHEET._replace(dpi=dpi)

    assert geometry.module() == dots * geometry.dot
    assert geometry.module() >= LEAST_MODULE > (dots - 1) * geometry.dot


def test_a_wide_safe_margin_leaves_no_room_for_a_code() -> None:
    """The quiet zone may stand in the safe margin; the code itself may not."""
    assert list(geometry_faults(SHEET)) == []
    (fault,) = geometry_faults(SHEET._replace(safe=Decimal(15)))

    assert (fault.code, fault.field, fault.allowed) == ("stock-too-small", "label_height", "39.9")


def test_a_roll_has_a_label_a_page() -> None:
    """Of a roll neither margins nor columns count; of a sheet none may be missing."""
    told = {
        "label_width": Decimal(60),
        "label_height": Decimal(40),
        "columns": 3,
        "margin_left": Decimal(9),
        "dpi": 203,
    }

    roll = geometry_of("roll", told.get)

    assert roll is not None
    assert (roll.on_a_page, roll.page_width, roll.corner_of(0)) == (1, Decimal(60), (0, 0))
    assert geometry_of("sheet", told.get) is None
