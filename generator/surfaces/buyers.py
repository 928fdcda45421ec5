"""For canteens, unions and shops: what can be bought by the case, from what number on, in which months, and of whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from generator.catalog.category import Category
from generator.catalog.money import Money
from generator.catalog.offer import Offer
from generator.contract.quantities import NotDisclosed

from . import addresses, buyers_table, cards
from .lists import ordered_categories
from .market_views import BuyerGroup, BuyerProduct, BuyerRow, BuyersPage
from .month_runs import months_in_words
from .on_offer import OnOffer
from .outputs import Output, digest_of
from .pages import Head, PortalPages
from .prices import by_price
from .product_places import dialled
from .structured_data import statements
from .structured_data.breadcrumbs import breadcrumbs
from .views import Link

NO_CATEGORY = "others"
"""Group of products without a category."""
BY_THE_PIECE = ("cabinet", "counter", "livestream", "market-day")
"""Kinds of channels at which nobody buys for many, whatever months they tell."""


@dataclass(frozen=True, eq=False)
class Buyers:
    """The offers that speak to those who buy for many."""

    on_offer: OnOffer

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """What can be had by the case, from some number on, in stated months or by canteens; as products are listed."""
        catalog = self.on_offer.around.catalog
        return tuple(
            offer
            for product in self.on_offer.orders.recommended
            for offer in by_price(tuple(filter(is_for_many, catalog.offers_by_product.get(product.id, ()))))
            if catalog.offer_state(offer) == "sold"
        )

    def outputs(self, pages: PortalPages) -> Iterator[Output]:
        """Plan the page and its table, where there is anything to tell."""
        if not self.offers:
            return
        around = self.on_offer.around
        things = (digest for offer in self.offers for digest in (offer.digest, offer.product.digest))
        needs = digest_of(*things, *(category.digest for category in around.catalog.categories.values()))
        yield pages.output(
            addresses.buyers(),
            section="products",
            template="buyers.html",
            needs=needs,
            build=self._page,
            subject=around.texts("buyers.title"),
        )
        path = around.place(addresses.buyers_table())
        yield Output(path, digest_of(around.base, needs), self._table, path)

    def _page(self) -> tuple[Head, BuyersPage]:
        around, texts = self.on_offer.around, self.on_offer.around.texts
        groups = tuple(
            BuyerGroup(
                id=category.id if category else NO_CATEGORY,
                title=category.name if category else texts("buyers.others"),
                products=tuple(self._product(offers) for offers in _by_product(group)),
            )
            for category, group in self._by_category()
        )
        page = BuyersPage(
            title=texts("buyers.title"),
            intro=texts("buyers.intro"),
            note=texts("buyers.note"),
            table=addresses.buyers_table(),
            beside=tuple(Link(group.title, f"#{group.id}") for group in groups) if len(groups) > 1 else (),
            groups=groups,
            as_of=around.site.as_of,
            sample=any(product.sample for group in groups for product in group.products),
        )
        data = statements(breadcrumbs(around, Link(page.title, addresses.buyers())))
        return Head(title=page.title, description=page.intro, address=addresses.buyers(), data=data), page

    def _by_category(self) -> list[tuple[Category | None, list[Offer]]]:
        """Return the offers by the category that their products' cards are coloured by, in the categories' order."""
        groups: dict[str, list[Offer]] = {}
        for offer in self.offers:
            category = cards.primary_category(offer.product)
            groups.setdefault(category.id if category else "", []).append(offer)
        ordered = (*ordered_categories(self.on_offer.around), None)
        pairs = ((category, groups.get(category.id if category else "")) for category in ordered)
        return [(category, offers) for category, offers in pairs if offers]

    def _product(self, offers: list[Offer]) -> BuyerProduct:
        product = offers[0].product
        supplier = product.supplier
        phone = supplier.phone if supplier else ""
        return BuyerProduct(
            name=product.name,
            href=addresses.product(product.id),
            origin=product.origin.name,
            supplier=supplier.name if supplier else "",
            supplier_href=addresses.supplier(supplier.id) if supplier else "",
            contact=phone,
            contact_tel=dialled(phone),
            rows=tuple(map(self._row, offers)),
            height=len(offers),
            sample=product.sample or any(offer.sample for offer in offers),
        )

    def _row(self, offer: Offer) -> BuyerRow:
        texts, formats = self.on_offer.around.texts, self.on_offer.around.formats
        minimum, case = formats.number(offer.minimum_order), formats.number(offer.case_quantity)
        return BuyerRow(
            variant=offer.variant,
            price=formats.price(offer) if isinstance(offer.price, Money) else None,
            words=texts("common.not_disclosed") if isinstance(offer.price, NotDisclosed) else texts("product.no_offer"),
            minimum=texts("buyers.number", number=minimum, unit=offer.unit) if minimum else "",
            case=texts("buyers.number", number=case, unit=offer.unit) if case else "",
            months=months_in_words(texts, offer.supply_months),
            channel=offer.channel.name,
            channel_href=addresses.channel(offer.channel.id),
            buyers=texts.joined(offer.buyers),
        )

    def _table(self) -> bytes:
        offers = [offer for _, group in self._by_category() for offer in group]
        return buyers_table.table(self.on_offer.around, offers)


def outputs(pages: PortalPages, on_offer: OnOffer) -> Iterator[Output]:
    """Plan the page for those who buy for many, and its table."""
    return Buyers(on_offer).outputs(pages)


def is_for_many(offer: Offer) -> bool:
    """Tell whether *offer* says anything that only those who buy for many ask for."""
    minimum, channel = offer.minimum_order, offer.channel
    return bool(
        (isinstance(minimum, int) and minimum > 1)
        or offer.case_quantity is not None
        or channel.kind == "canteen"
        or (offer.supply_months and channel.kind not in BY_THE_PIECE)
    )


def _by_product(offers: list[Offer]) -> Iterator[list[Offer]]:
    """Yield the offers of each product; those of one product stand beside each other."""
    for _, group in groupby(offers, key=lambda offer: offer.product.id):
        yield list(group)
