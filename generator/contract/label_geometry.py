"""
The geometry of label stocks: where each label stands on its sheet, and what cannot be right about it.

All lengths are millimetres, from the upper left corner of the sheet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

LEAST_MODULE = Decimal("0.396")
"""Smallest module of a printed code that shoppers scan: the least X-dimension of a QR code with a GS1 Digital Link (GS1
General Specifications, 5.12.3.1, symbol specification table 1, addendum for two-dimensional symbols)."""
QUIET_ZONE = 4
"""Modules that are kept free around a code (ISO/IEC 18004, 6.3.8)."""
LEAST_SIDE = 25
"""Modules of the smallest code that an address fits into: version 2 (ISO/IEC 18004, table 1)."""
MM_PER_INCH = Decimal("25.4")
TOLERANCE = Decimal("0.05")
"""By how much labels may reach over a sheet's edge: measures on packs are rounded to a tenth."""


class Geometry(NamedTuple):
    """The measures of a stock."""

    label_width: Decimal
    label_height: Decimal
    page_width: Decimal
    page_height: Decimal
    columns: int = 1
    rows: int = 1
    margin_left: Decimal = Decimal(0)
    margin_top: Decimal = Decimal(0)
    gap_x: Decimal = Decimal(0)
    gap_y: Decimal = Decimal(0)
    corner: Decimal = Decimal(0)
    safe: Decimal = Decimal(0)
    """Kept free along a label's edge."""
    dpi: int = 0
    """Dots per inch of a thermal printer; 0 where the printer's dots do not count."""

    @property
    def on_a_page(self) -> int:
        """Labels on one sheet."""
        return self.columns * self.rows

    def corner_of(self, index: int) -> tuple[Decimal, Decimal]:
        """Return the upper left corner of a label, counted from 0 along the rows of one sheet."""
        row, column = divmod(index, self.columns)
        return (
            self.margin_left + column * (self.label_width + self.gap_x),
            self.margin_top + row * (self.label_height + self.gap_y),
        )

    @property
    def dot(self) -> Decimal:
        """Width of a printer's dot; 0 where it does not count."""
        return MM_PER_INCH / self.dpi if self.dpi else Decimal(0)

    def module(self, wanted: Decimal = LEAST_MODULE) -> Decimal:
        """Return the width of a code's module: *wanted*, or the next whole number of dots."""
        if not self.dpi:
            return wanted
        return (wanted / self.dot).to_integral_value(ROUND_CEILING) * self.dot

    def code_room(self, modules: int, module: Decimal) -> Decimal:
        """Return what a code takes of a label's width or height: its quiet zone may stand in the safe margin."""
        return modules * module + 2 * max(QUIET_ZONE * module, self.safe)


NEEDED_OF_SHEETS = ("page_width", "page_height", "columns", "rows")
"""Fields of ``label_stocks`` that a roll can do without: there each label is a page."""


def geometry_of(kind: str, told: Callable[[str], object]) -> Geometry | None:
    """Return the measures of a stock; ``None`` where one that is needed is not told.

    Args:
        kind: ``sheet`` or ``roll``, of which margins and gaps do not count.
        told: Field of ``label_stocks`` → its typed value.
    """

    def length(name: str) -> Decimal:
        value = told(name)
        return value if isinstance(value, Decimal) else Decimal(0)

    dpi = told("dpi")
    label = Geometry(
        label_width=length("label_width"),
        label_height=length("label_height"),
        page_width=length("label_width"),
        page_height=length("label_height"),
        corner=length("corner"),
        safe=length("safe"),
        dpi=dpi if isinstance(dpi, int) else 0,
    )
    if not label.label_width or not label.label_height or kind != "sheet":
        return label if label.label_width and label.label_height else None
    columns, rows = told("columns"), told("rows")
    if not isinstance(columns, int) or not isinstance(rows, int):
        return None
    sheet = label._replace(
        page_width=length("page_width"),
        page_height=length("page_height"),
        columns=columns,
        rows=rows,
        margin_left=length("margin_left"),
        margin_top=length("margin_top"),
        gap_x=length("gap_x"),
        gap_y=length("gap_y"),
    )
    return sheet if sheet.page_width and sheet.page_height else None


class GeometryFault(NamedTuple):
    """A measure that cannot be right."""

    code: str
    """Kind of finding."""
    field: str
    """Field of ``label_stocks`` to blame."""
    found: str
    allowed: str


def geometry_faults(geometry: Geometry) -> Iterator[GeometryFault]:
    """Yield what is wrong with a stock: labels beyond the page, or no room for a code that can be scanned."""
    across = _extent(geometry.margin_left, geometry.columns, geometry.label_width, geometry.gap_x)
    down = _extent(geometry.margin_top, geometry.rows, geometry.label_height, geometry.gap_y)
    if across > geometry.page_width + TOLERANCE:
        yield GeometryFault("stock-beyond-page", "columns", plain(across), plain(geometry.page_width))
    if down > geometry.page_height + TOLERANCE:
        yield GeometryFault("stock-beyond-page", "rows", plain(down), plain(geometry.page_height))
    least = geometry.code_room(LEAST_SIDE, geometry.module())
    for field, length in (("label_width", geometry.label_width), ("label_height", geometry.label_height)):
        if length < least:
            yield GeometryFault("stock-too-small", field, plain(length), plain(least))
            break


def _extent(margin: Decimal, count: int, length: Decimal, gap: Decimal) -> Decimal:
    return margin + count * length + (count - 1) * gap


def plain(length: Decimal) -> str:
    """Return a length as people write it: at most two decimals, rounded up, no needless zeros."""
    return f"{length.quantize(Decimal('0.01'), ROUND_CEILING).normalize():f}"
