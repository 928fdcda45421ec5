"""Codes, redirects: promises about addresses."""

from __future__ import annotations

from datetime import date

from generator.contract.frozen import frozen_record

from .item import Item


@frozen_record
class QrCode(Item):
    """Each row is one issued code, added by shanhuo qr issue.

    A printed code lives for ever: retire it, never delete or re-point it.
    """

    code: str
    target_kind: str
    target: str
    placement: str
    issued_on: date
    status: str
    note: str


@frozen_record
class Redirect(Item):
    """Each row leads an old address to a new one. Add it after moving a page, so that saved links do not break."""

    from_path: str
    to: str
    since: date | None
    note: str
