"""The tables as they stand on one day: what is published and announced, and what of it holds."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import TypeVar, cast

from generator.contract.frozen import frozen_record
from generator.contract.validity import in_force

from .address import QrCode
from .building import Items
from .campaign import Campaign
from .category import Category, CategoryScheme
from .certification_scheme import CertificationScheme
from .channel import Channel
from .directory import CatalogueIssue
from .event import Event
from .figure import Figure
from .item import Item
from .offer import Offer
from .origin import Origin
from .placement import Placement
from .product import Change, Product, Recall
from .source import Source
from .story import Story
from .supplier import Supplier

T = TypeVar("T", bound=Item)


@frozen_record
class Tables:
    """What there is on a day. Mappings keep the order of their keys; tuples are in a stated order."""

    as_of: date
    """The day on which validity, season and publication are judged."""
    items: Items
    """All tables, also those that no attribute below names."""
    products: Mapping[str, Product]
    """Published products, withdrawn ones included; drafts and those of a later day are left out."""
    suppliers: Mapping[str, Supplier]
    origins: Mapping[str, Origin]
    categories: Mapping[str, Category]
    category_schemes: Mapping[str, CategoryScheme]
    certification_schemes: Mapping[str, CertificationScheme]
    channels: Mapping[str, Channel]
    stories: Mapping[str, Story]
    campaigns: Mapping[str, Campaign]
    placements: Mapping[str, Placement]
    catalogue_issues: Mapping[str, CatalogueIssue]
    """Published ones."""
    sources: Mapping[str, Source]
    codes: Mapping[str, QrCode]
    figures: tuple[Figure, ...]
    """In their own order, then by key; those of a campaign come out with it."""


def tables_on(items: Items, as_of: date) -> Tables:
    """Choose what there is of *items* on the day *as_of*."""
    campaigns = {
        key: campaign
        for key, campaign in _table(items, "campaigns", Campaign).items()
        if campaign.publish_on is None or campaign.publish_on <= as_of
    }
    figures = [
        figure
        for figure in items_of(items, "figures", Figure)
        if figure.campaign is None or figure.campaign.id in campaigns
    ]
    figures.sort(key=lambda f: (f.order if isinstance(f.order, int) else math.inf, f.key))
    return Tables(
        as_of=as_of,
        items=items,
        products={key: item for key, item in _table(items, "products", Product).items() if _is_out(item, as_of)},
        suppliers=_table(items, "suppliers", Supplier),
        origins=_table(items, "origins", Origin),
        categories=_table(items, "categories", Category),
        category_schemes=_table(items, "category_schemes", CategoryScheme),
        certification_schemes=_table(items, "certification_schemes", CertificationScheme),
        channels=_table(items, "channels", Channel),
        stories={key: item for key, item in _table(items, "stories", Story).items() if _is_out(item, as_of)},
        campaigns=campaigns,
        placements=_table(items, "placements", Placement),
        catalogue_issues={
            key: issue
            for key, issue in _table(items, "catalogue_issues", CatalogueIssue).items()
            if issue.status != "draft"
        },
        sources=_table(items, "sources", Source),
        codes=_table(items, "qr_codes", QrCode),
        figures=tuple(figures),
    )


def items_of(items: Items, name: str, item_class: type[T]) -> Collection[T]:
    """Return the items of the table *name*, which are of *item_class*, in the order of their keys."""
    return _table(items, name, item_class).values()


def offers_in_force(offers: Iterable[Offer], as_of: date) -> list[Offer]:
    """Return the offers valid on *as_of*; where one replaces another, only the later."""
    chosen: dict[tuple[str, str, str], Offer] = {}
    for offer in offers:
        if not in_force(offer.valid_from, offer.valid_until, as_of):
            continue
        place = (offer.product.id, offer.channel.id, offer.variant)
        known = chosen.get(place)
        if known is None or (known.valid_from or date.min) < (offer.valid_from or date.min):
            chosen[place] = offer
    return list(chosen.values())


def recalls_in_force(recalls: Iterable[Recall], as_of: date) -> list[Recall]:
    """Return the recalls that are announced and not ended on *as_of*."""
    return [
        recall
        for recall in recalls
        if recall.announced_on <= as_of and (recall.ended_on is None or recall.ended_on > as_of)
    ]


def latest_first(changes: Iterable[Change]) -> list[Change]:
    """Return the changes by their days, then by key, both backwards."""
    return sorted(changes, key=lambda change: (change.date, change.key), reverse=True)


def by_first_day(events: Iterable[Event]) -> list[Event]:
    """Return the events by their first days, then by key; a day that is not disclosed is none, and comes last."""
    return sorted(events, key=lambda event: (event.starts_on.start if event.starts_on else date.max, event.key))


def _table(items: Items, name: str, item_class: type[T]) -> Mapping[str, T]:  # noqa: ARG001 - tells the type
    return cast("Mapping[str, T]", items[name])


def _is_out(item: Product | Story, as_of: date) -> bool:
    return item.status != "draft" and (item.publish_on is None or item.publish_on <= as_of)
