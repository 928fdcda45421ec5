"""The day on which what a page says was last brought up to date, as far as the data tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.catalog.campaign import Campaign
from generator.catalog.origin import Origin
from generator.catalog.placement import Placement
from generator.catalog.product import Product
from generator.catalog.supplier import Supplier

from . import addresses
from .surroundings import Surroundings


def page_days(around: Surroundings) -> dict[str, date]:
    """Return address → day, for pages of which a day is known; addresses are those of one language.

    A day is never reckoned from anything but days that editors wrote: when data was checked, published, changed.
    """
    return {address: day for address, days in _given(around) if (day := _latest(around, days)) is not None}


def day_of_product(around: Surroundings, product: Product) -> date | None:
    """Return the latest day on which something about *product* was checked, priced, changed, recalled or withdrawn."""
    begun = (offer.valid_from for offer in around.catalog.offers_by_product.get(product.id, ()))
    return _latest(around, (*_of_product(around, product), *begun, product.withdraw_on))


def _given(around: Surroundings) -> Iterator[tuple[str, Iterable[date | None]]]:
    catalog = around.catalog
    for product in catalog.products.values():
        yield addresses.product(product.id), _of_product(around, product)
    for origin in catalog.origins.values():
        yield addresses.origin(origin.code), _of_subject(origin, catalog.products_by_origin.get(origin.code, ()))
    for supplier in catalog.suppliers.values():
        yield addresses.supplier(supplier.id), _of_subject(supplier, catalog.products_by_supplier.get(supplier.id, ()))
    for story in catalog.stories.values():
        yield addresses.story(story.id), (story.publish_on,)
    for campaign in catalog.campaigns.values():
        yield addresses.campaign(campaign.id), _of_campaign(around, campaign)
    for placement in catalog.placements.values():
        yield addresses.place(placement.id), _of_place(around, placement)


def _of_product(around: Surroundings, product: Product) -> Iterator[date | None]:
    catalog = around.catalog
    yield product.as_of
    yield product.publish_on
    for offer in catalog.offers_by_product.get(product.id, ()):
        yield offer.as_of
    for change in catalog.changes_by_product.get(product.id, ())[:1]:
        yield change.date
    for recall in catalog.recalls_of(product):
        yield recall.announced_on


def _of_subject(subject: Origin | Supplier, products: tuple[Product, ...]) -> Iterator[date | None]:
    yield subject.as_of
    for product in products:
        yield product.publish_on


def _of_campaign(around: Surroundings, campaign: Campaign) -> Iterator[date | None]:
    yield campaign.publish_on
    for row in around.catalog.ledger_by_campaign.get(campaign.id, ()):
        yield row.recorded_on


def _of_place(around: Surroundings, placement: Placement) -> Iterator[date | None]:
    for change in around.catalog.history_by_placement.get(placement.id, ()):
        if change.date is not None and change.date.precision == "day":
            yield change.date.start
    for entry in around.catalog.stock_by_placement.get(placement.id, ()):
        yield entry.since


def _latest(around: Surroundings, days: Iterable[date | None]) -> date | None:
    """Return the latest of *days* that has come."""
    return max((day for day in days if day is not None and day <= around.configuration.as_of), default=None)
