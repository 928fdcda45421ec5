"""The register of reports that were issued."""

from __future__ import annotations

from datetime import date

from generator.contract.frozen import frozen_record

from .item import Item


@frozen_record
class IssuedReport(Item):
    """Each row is one report that was issued; rows are added and never changed."""

    number: str
    format: str
    scope: str
    first: date
    last: date
    as_of: date
    issued_on: date
    content: str
    sha256: str
    says: tuple[str, ...]
