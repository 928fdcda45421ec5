"""A display where it stands: what hangs and lies there, looked up once for all its goods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.catalog.address import QrCode
from generator.catalog.placement import Display, Stock
from generator.catalog.product import Product
from generator.surfaces.surroundings import Surroundings


@dataclass(frozen=True, eq=False)
class Stand:
    """One display of one site in one language."""

    around: Surroundings
    display: Display

    def code_of(self, product: Product) -> QrCode | None:
        """Return the code that leads on from here: that of the label in this place, else the product's own."""
        return self._codes.get(product.id) or self.around.catalog.code_by_product.get(product.id)

    def stock_of(self, product: Product) -> Stock | None:
        """Return the first slot of the placement that holds *product*; ``None`` where there is none."""
        return self._stock.get(product.id)

    @cached_property
    def _codes(self) -> Mapping[str, QrCode]:
        place = self.display.placement
        codes = self.around.catalog.codes.values() if place is not None else ()
        return {
            code.target: code
            for code in codes
            if code.target_kind == "product" and code.placement is place and code.status == "active"
        }

    @cached_property
    def _stock(self) -> Mapping[str, Stock]:
        place = self.display.placement
        entries = self.around.catalog.stock_by_placement.get(place.id, ()) if place is not None else ()
        return {entry.product.id: entry for entry in reversed(entries)}
