"""Codes, redirects: promises about addresses."""

from __future__ import annotations

from datetime import date

from generator.contract.frozen import frozen_record

from .item import Item
from .placement import Placement


@frozen_record
class QrCode(Item):
    """Each row is one issued code, added by shanhuo qr issue.

    A printed code lives for ever: retire it, never delete or re-point it.
    """

    code: str
    target_kind: str
    target: str
    placement: Placement | None
    """Where the label hangs, where a product has codes of its own for that."""
    issued_on: date
    status: str
    case: str
    """``upper`` or ``lower``: how the printed address is written; empty means capitals."""
    note: str

    @property
    def is_small(self) -> bool:
        """Tell whether the address was printed in small letters."""
        return self.case == "lower"


@frozen_record
class Redirect(Item):
    """Each row leads an old address to a new one. Add it after moving a page, so that saved links do not break."""

    from_path: str
    to: str
    since: date | None
    note: str
