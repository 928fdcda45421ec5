"""GTINs and lots of the catalogue as they stand in addresses."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.catalog import Catalog
from generator.catalog.product import Lot, Product, Recall
from generator.catalog.tables import items_of

LONGEST_LOT = 20
"""Characters (GS1 General Specifications, 3.4.1: AI 10 is ``X..20``)."""
_PLAIN_LOT = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
"""Lots that can be a folder on every system and stand in a path as they are."""
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|COM\d|LPT\d)(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices ("Naming Files, Paths, and Namespaces", learn.microsoft.com)."""


class GtinProduct(NamedTuple):
    """A product with the number on its pack."""

    gtin: str
    """14 digits."""
    product: Product


class KnownLot(NamedTuple):
    """A lot that has a page."""

    number: str
    lot: Lot | None
    """Its row; none where only a recall names it."""
    recall: Recall | None
    """The recall in force that concerns it."""
    ended: Recall | None
    """The last recall that concerned it and has ended."""
    others_recalled: bool
    """A recall is in force that does not concern it."""


def gtin14(number: str) -> str:
    """Return a GTIN-8, -12, -13 or -14 in the 14 digits of AI 01, which keep its check digit (GenSpecs, 3.3.2)."""
    return number.zfill(14)


def gtin_products(catalog: Catalog) -> tuple[GtinProduct, ...]:
    """Return published products with a GTIN, by number.

    Where several have the same number, the first one that is still sold stands for it.
    """
    found: dict[str, Product] = {}
    for product in catalog.products.values():
        if not product.gtin.isdigit():
            continue
        number = gtin14(product.gtin)
        known = found.get(number)
        if known is None or (catalog.is_withdrawn(known) and not catalog.is_withdrawn(product)):
            found[number] = product
    return tuple(GtinProduct(number, product) for number, product in sorted(found.items()))


def lots_of(catalog: Catalog, product: Product) -> tuple[KnownLot, ...]:
    """Return the lots of *product* that have a page: those in their table, and those that a recall names.

    A lot that cannot stand in a path has none, nor has one that only letter case tells from another: hosts send
    whoever asks for them to the page of the GTIN.
    """
    rows = {lot.lot: lot for lot in catalog.lots_by_product.get(product.id, ())}
    announced = [
        recall
        for recall in items_of(catalog.items, "recalls", Recall)
        if recall.product.id == product.id and recall.announced_on <= catalog.as_of
    ]
    numbers = {*rows, *(number for recall in announced for number in recall.lots)}
    by_case: dict[str, list[str]] = {}
    for number in numbers:
        by_case.setdefault(number.casefold(), []).append(number)
    usable = sorted(number for (number, *more) in by_case.values() if not more and _has_page(number))
    in_force = catalog.recalls_by_product.get(product.id, ())
    return tuple(_known(number, rows.get(number), announced, in_force) for number in usable)


def _known(number: str, lot: Lot | None, announced: list[Recall], in_force: tuple[Recall, ...]) -> KnownLot:
    concerning = [recall for recall in in_force if not recall.lots or number in recall.lots]
    ended = [recall for recall in announced if recall not in in_force and (not recall.lots or number in recall.lots)]
    return KnownLot(
        number,
        lot,
        concerning[0] if concerning else None,
        max(ended, key=lambda recall: (recall.announced_on, recall.key), default=None),
        bool(in_force) and not concerning,
    )


def _has_page(number: str) -> bool:
    is_plain = _PLAIN_LOT.fullmatch(number) is not None and not _DEVICE.fullmatch(number)
    return is_plain and len(number) <= LONGEST_LOT
