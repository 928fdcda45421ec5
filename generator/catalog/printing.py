"""What labels are printed on, and what was printed."""

from __future__ import annotations

from datetime import date

from generator.contract.frozen import frozen_record

from .item import Count, Item, Quantity
from .placement import Placement


@frozen_record
class LabelStock(Item):
    """Each record is one label stock, all lengths in millimetres; common ones are built in."""

    id: str
    name: str
    kind: str
    page_width: Quantity
    page_height: Quantity
    label_width: Quantity
    label_height: Quantity
    columns: Count
    rows: Count
    margin_left: Quantity
    margin_top: Quantity
    gap_x: Quantity
    gap_y: Quantity
    corner: Quantity
    safe: Quantity
    dpi: Count
    note: str


@frozen_record
class PrintedThing(Item):
    """Each row is one thing that was printed; it hangs until it was taken down."""

    id: str
    printed_on: date
    sheet: str
    stock: str
    target_kind: str
    target: str
    code: str
    placement: Placement | None
    copies: Count
    shows: tuple[str, ...]
    taken_down_on: date | None
