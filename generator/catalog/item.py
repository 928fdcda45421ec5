"""What all catalogue items share: a key, a digest, and the types of their values."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from generator.contract.frozen import frozen_record
from generator.contract.quantities import NotDisclosed

from .money import Money

Amount: TypeAlias = Money | NotDisclosed | None
"""A sum of money; *not disclosed* and *empty* are two things, and neither is zero."""
Quantity: TypeAlias = Decimal | NotDisclosed | None
"""An exact number."""
Count: TypeAlias = int | NotDisclosed | None
"""A whole number of things."""


@frozen_record
class Item:
    """One thing of the catalogue; text that was left empty is ``""``, a list ``()``, anything else ``None``."""

    key: str
    """The primary key, its parts joined by ``/``."""
    digest: str
    """Changes whenever a value of the record, or of anything it refers to, changes; pages are made anew by it."""
