"""Category schemes, side by side, and their categories."""

from __future__ import annotations

from generator.contract.frozen import frozen_record

from .item import Count, Item
from .source import Source


@frozen_record
class CategoryScheme(Item):
    """Each row is one way of sorting goods, such as the seven classes used for recognition.

    Add one when a platform or office has its own.
    """

    id: str
    name: str
    authority: str
    primary: bool
    source: Source | None


@frozen_record
class Category(Item):
    """Each row is one category of a scheme. Add one for a new class, or for a platform's own class name."""

    id: str
    scheme: CategoryScheme
    name: str
    parent: str
    maps_to: tuple[str, ...]
    order: Count
    accent: str
    motif: str
    description: str
