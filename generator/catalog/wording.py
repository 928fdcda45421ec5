"""Terms and translations."""

from __future__ import annotations

from datetime import date

from generator.contract.frozen import frozen_record

from .item import Item


@frozen_record
class Term(Item):
    """Each row is one agreed wording, such as assistance for poverty alleviation.

    Add it when wording changes; the check points it out.
    """

    term: str
    preferred: str
    since: date | None
    until: date | None
    language: str
    note: str


@frozen_record
class Translation(Item):
    """Each row is one field in one other language.

    Add it once reviewed; where there is none, pages show the original and say so.
    """

    table: str
    record: str
    field: str
    language: str
    text: str
    reviewed_by: str
