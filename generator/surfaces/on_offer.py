"""The products that can be bought, in all orders and by all facets: made once, shown by many lists."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.catalog.product import Product

from .facets import Facet, FacetValue, facets_of
from .sort_orders import SortOrders
from .surroundings import Surroundings


@dataclass(frozen=True, eq=False)
class OnOffer:
    """What lists of products share."""

    around: Surroundings

    @cached_property
    def orders(self) -> SortOrders:
        """The orders in which products are listed; facets count by the places of the recommended one."""
        return SortOrders(self.around)

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """All facets, in the order in which they are shown."""
        return facets_of(self.around, self.orders.recommended)

    def facet(self, key: str) -> Facet:
        """Return the facet called *key*."""
        return next(facet for facet in self.facets if facet.key == key)

    def having(self, value: FacetValue | None) -> tuple[Product, ...]:
        """Return the products that have *value*, the recommended first; none have what no product has."""
        return tuple(self.orders.recommended[place] for place in value.products) if value else ()
