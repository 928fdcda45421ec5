"""What an issue of the recommended list has that the one before had not, what it dropped, and what it costs now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.catalog.directory import CatalogueEntry


class Changes(NamedTuple):
    """Differences between two issues, in the order of the entries."""

    added: tuple[CatalogueEntry, ...]
    dropped: tuple[CatalogueEntry, ...]
    repriced: tuple[tuple[CatalogueEntry, CatalogueEntry], ...]
    """(as it was before, as it is now), where both name a price and the prices or their units differ."""


def thing_of(entry: CatalogueEntry) -> tuple[str, str]:
    """Return what an entry recommends: (product, ``""``), or (``""``, firm) where it names no product."""
    product = entry.product.id if entry.product is not None else ""
    return (product, "") if product else ("", entry.supplier.id if entry.supplier is not None else "")


def changes(before: Sequence[CatalogueEntry], now: Sequence[CatalogueEntry]) -> Changes:
    """Compare two issues; the same product of another firm is the same thing."""
    old, new = ({thing_of(entry): entry for entry in entries} for entries in (before, now))
    return Changes(
        added=tuple(entry for thing, entry in new.items() if thing not in old),
        dropped=tuple(entry for thing, entry in old.items() if thing not in new),
        repriced=tuple(
            (old[thing], entry) for thing, entry in new.items() if thing in old and _is_repriced(old[thing], entry)
        ),
    )


def _is_repriced(before: CatalogueEntry, now: CatalogueEntry) -> bool:
    told = before.price is not None and now.price is not None
    return told and (before.price, before.unit) != (now.price, now.unit)
