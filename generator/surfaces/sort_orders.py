"""The orders in which products that can be bought are listed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from generator.catalog.money import Money
from generator.catalog.product import Product

from . import addresses
from .name_order import name_keys
from .prices import headline_offers
from .surroundings import Surroundings


@dataclass(frozen=True, eq=False)
class SortOrders:
    """All orders of the products on offer, each made when it is asked for."""

    around: Surroundings

    @cached_property
    def recommended(self) -> tuple[Product, ...]:
        """The featured first, then what is in season this month, then the others; each by id."""
        month = self.around.configuration.as_of.month
        offered = self.around.catalog.offered(self.around.catalog.products.values())
        return tuple(sorted(offered, key=lambda product: (not product.featured, month not in product.season_months)))

    @cached_property
    def prices(self) -> Mapping[str, Decimal]:
        """Product → the amount of its headline price, where it has one."""
        found: dict[str, Decimal] = {}
        for product in self.recommended:
            offers, _ = headline_offers(self.around, product)
            price = offers[0].price if offers else None
            if isinstance(price, Money):
                found[product.id] = price.amount
        return found

    @cached_property
    def by_price(self) -> tuple[Product, ...]:
        """The cheapest first; those without a price come last."""
        prices, last = self.prices, Decimal("Infinity")
        return tuple(sorted(self.recommended, key=lambda product: prices.get(product.id, last)))

    @cached_property
    def by_name(self) -> tuple[Product, ...]:
        """By name, as the language of the pages sorts."""
        around = self.around
        keys = name_keys((product.name for product in self.recommended), around.texts.language, around.theme.work)
        return tuple(sorted(self.recommended, key=lambda p: (keys[p.name], p.name, p.id)))

    @cached_property
    def newest(self) -> tuple[Product, ...]:
        """The latest published first, those without a day last; empty where no product has a day."""
        if not any(product.publish_on for product in self.recommended):
            return ()
        return tuple(sorted(self.recommended, key=lambda product: product.publish_on or date.min, reverse=True))

    def named(self, name: str) -> tuple[Product, ...]:
        """Return the order called *name*, one of :data:`SORTS`."""
        match name:
            case "price":
                return self.by_price
            case "name":
                return self.by_name
            case "newest":
                return self.newest
            case _:
                return self.recommended


SORTS: Mapping[str, Callable[[int], str]] = {
    "recommended": addresses.product_list,
    "price": addresses.products_by_price,
    "name": addresses.products_by_name,
    "newest": addresses.newest_products,
}
"""Name of an order → page number → address of the list in that order."""
