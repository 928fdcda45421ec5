"""Label stocks: measures that no sheet of paper can have are told before anything is printed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.contract.label_geometry import NEEDED_OF_SHEETS, geometry_faults, geometry_of
from generator.findings import Finding

from .data import RuleData


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``stock-incomplete``, ``stock-beyond-page`` and ``stock-too-small``."""
    for row in data.rows["label_stocks"]:
        if row.text("kind") == "sheet":
            for name in NEEDED_OF_SHEETS:
                if not isinstance(row.values[name], (int, Decimal)) and name not in row.unread:
                    yield row.finding("stock-incomplete", name)
        geometry = geometry_of(row.text("kind"), row.values.__getitem__) if not row.unread else None
        for fault in geometry_faults(geometry) if geometry is not None else ():
            yield row.finding(fault.code, fault.field, found=fault.found, allowed=fault.allowed)
