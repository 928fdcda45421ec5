"""The catalogue: every item, linked both ways, as it stands on one day."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeVar, cast

from generator.contract.frozen import frozen_record
from generator.contract.validity import first_day, has_ended, in_force

from .address import QrCode
from .admission import Admission
from .building import Items
from .campaign import Campaign, LedgerRow
from .category import Category, CategoryScheme
from .certificate import Certificate
from .figure import Figure
from .item import Item
from .offer import Offer
from .origin import Origin, Pairing
from .placement import Placement, Stock
from .product import BundleItem, Change, Product, Recall
from .source import Source
from .story import Story
from .supplier import Supplier

T = TypeVar("T", bound=Item)


@frozen_record
class Catalog:
    """What the surfaces read. Mappings keep the order of their keys; tuples are in a stated order."""

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
    stories: Mapping[str, Story]
    campaigns: Mapping[str, Campaign]
    placements: Mapping[str, Placement]
    sources: Mapping[str, Source]
    codes: Mapping[str, QrCode]
    figures: tuple[Figure, ...]
    """In their own order, then by key."""
    offers_by_product: Mapping[str, tuple[Offer, ...]]
    """Offers in force; of one channel and variant only the latest."""
    certificates_by_product: Mapping[str, tuple[Certificate, ...]]
    certificates_by_supplier: Mapping[str, tuple[Certificate, ...]]
    parts_by_bundle: Mapping[str, tuple[BundleItem, ...]]
    bundles_by_product: Mapping[str, tuple[Product, ...]]
    changes_by_product: Mapping[str, tuple[Change, ...]]
    """Latest first."""
    recalls_by_product: Mapping[str, tuple[Recall, ...]]
    """Announced and not ended."""
    products_by_category: Mapping[str, tuple[Product, ...]]
    products_by_origin: Mapping[str, tuple[Product, ...]]
    products_by_supplier: Mapping[str, tuple[Product, ...]]
    stories_by_product: Mapping[str, tuple[Story, ...]]
    stories_by_origin: Mapping[str, tuple[Story, ...]]
    stories_by_supplier: Mapping[str, tuple[Story, ...]]
    stories_by_campaign: Mapping[str, tuple[Story, ...]]
    figures_by_campaign: Mapping[str, tuple[Figure, ...]]
    figures_by_origin: Mapping[str, tuple[Figure, ...]]
    figures_by_supplier: Mapping[str, tuple[Figure, ...]]
    pairings_by_origin: Mapping[str, tuple[Pairing, ...]]
    admissions_by_supplier: Mapping[str, tuple[Admission, ...]]
    ledger_by_campaign: Mapping[str, tuple[LedgerRow, ...]]
    stock_by_product: Mapping[str, tuple[Stock, ...]]
    code_by_product: Mapping[str, QrCode]
    """The product's own active code (one that names no placement); of several the first issued."""

    def is_withdrawn(self, product: Product) -> bool:
        """Tell whether *product* is no longer offered on the catalogue's day."""
        gone = product.withdraw_on is not None and product.withdraw_on <= self.as_of
        return gone or product.status == "withdrawn"

    def is_recalled(self, product: Product) -> bool:
        """Tell whether a recall of *product*, or of lots of it, is in force."""
        return product.id in self.recalls_by_product

    def is_gone(self, product: Product) -> bool:
        """Tell whether *product* must not be bought: withdrawn, or recalled whatever its lot."""
        if self.is_withdrawn(product):
            return True
        recalls = self.recalls_by_product.get(product.id)
        return recalls is not None and not all(recall.lots for recall in recalls)

    def offer_state(self, offer: Offer) -> str:
        """Return ``sold``, ``sold-out``, ``discontinued``, ``channel-closed`` or ``channel-planned``."""
        if offer.channel.status in ("closed", "planned"):
            return f"channel-{offer.channel.status}"
        return offer.availability if offer.availability in ("sold-out", "discontinued") else "sold"

    def certificate_state(self, certificate: Certificate) -> str:
        """Return ``verified``, ``self-stated``, ``coming`` or ``expired`` on the catalogue's day."""
        begins_on = first_day(certificate.issued_on, certificate.valid_from)
        if in_force(begins_on, certificate.valid_until, self.as_of):
            return certificate.basis
        return "expired" if has_ended(certificate.valid_until, self.as_of) else "coming"

    def campaign_state(self, campaign: Campaign) -> str:
        """Return ``coming``, ``running`` or ``closed`` on the catalogue's day; the last day still runs."""
        if self.as_of < campaign.starts_on:
            return "coming"
        return "running" if self.as_of <= campaign.ends_on else "closed"

    def offered(self, products: Iterable[Product]) -> tuple[Product, ...]:
        """Return those of *products* that can be bought, in the same order."""
        return tuple(product for product in products if not self.is_gone(product))


def link(items: Items, as_of: date) -> Catalog:
    """Link *items* both ways and choose what holds on the day *as_of*."""

    def table(name: str, item_class: type[T]) -> Mapping[str, T]:  # noqa: ARG001 - tells the type
        return cast("Mapping[str, T]", items[name])

    products = {key: product for key, product in table("products", Product).items() if _is_out(product, as_of)}
    stories = {key: story for key, story in table("stories", Story).items() if _is_out(story, as_of)}
    campaigns = {
        key: campaign
        for key, campaign in table("campaigns", Campaign).items()
        if campaign.publish_on is None or campaign.publish_on <= as_of
    }
    figures = sorted(
        table("figures", Figure).values(), key=lambda f: (f.order if isinstance(f.order, int) else math.inf, f.key)
    )
    out = list(products.values())
    latest = _in_force(table("offers", Offer).values(), as_of)
    certificates = table("certificates", Certificate).values()
    parts = [part for part in table("bundle_items", BundleItem).values() if part.product.id in products]
    codes = table("qr_codes", QrCode)
    by_issue = sorted(codes.values(), key=lambda code: (code.issued_on, code.code), reverse=True)
    return Catalog(
        as_of=as_of,
        items=items,
        products=products,
        suppliers=table("suppliers", Supplier),
        origins=table("origins", Origin),
        categories=table("categories", Category),
        category_schemes=table("category_schemes", CategoryScheme),
        stories=stories,
        campaigns=campaigns,
        placements=table("placements", Placement),
        sources=table("sources", Source),
        codes=codes,
        figures=tuple(figures),
        offers_by_product=_grouped(latest, lambda offer: (offer.product.id,)),
        certificates_by_product=_grouped(certificates, lambda c: (c.product.id,) if c.product else ()),
        certificates_by_supplier=_grouped(certificates, lambda c: (c.supplier.id,) if c.supplier else ()),
        parts_by_bundle=_grouped(parts, lambda part: (part.bundle.id,)),
        bundles_by_product={
            key: tuple(part.bundle for part in group if part.bundle.id in products)
            for key, group in _grouped(parts, lambda part: (part.product.id,)).items()
        },
        changes_by_product=_grouped(
            sorted(table("changes", Change).values(), key=lambda change: (change.date, change.key), reverse=True),
            lambda change: (change.product.id,),
        ),
        recalls_by_product=_grouped(
            (recall for recall in table("recalls", Recall).values() if _is_announced(recall, as_of)),
            lambda recall: (recall.product.id,),
        ),
        products_by_category=_grouped(out, lambda product: tuple(category.id for category in product.categories)),
        products_by_origin=_grouped(out, lambda product: (product.origin.code,)),
        products_by_supplier=_grouped(out, lambda product: (product.supplier.id,) if product.supplier else ()),
        stories_by_product=_grouped(stories.values(), lambda story: tuple(p.id for p in story.products)),
        stories_by_origin=_grouped(stories.values(), lambda story: tuple(o.code for o in story.origins)),
        stories_by_supplier=_grouped(stories.values(), lambda story: tuple(s.id for s in story.suppliers)),
        stories_by_campaign=_grouped(stories.values(), lambda story: tuple(c.id for c in story.campaigns)),
        figures_by_campaign=_grouped(figures, lambda figure: (figure.campaign.id,) if figure.campaign else ()),
        figures_by_origin=_grouped(figures, lambda figure: (figure.origin.code,) if figure.origin else ()),
        figures_by_supplier=_grouped(figures, lambda figure: (figure.supplier.id,) if figure.supplier else ()),
        pairings_by_origin=_grouped(table("pairings", Pairing).values(), lambda pairing: (pairing.origin.code,)),
        admissions_by_supplier=_grouped(
            table("admissions", Admission).values(), lambda a: (a.supplier.id,) if a.supplier else ()
        ),
        ledger_by_campaign=_grouped(
            table("ledger", LedgerRow).values(), lambda row: (row.campaign.id,) if row.campaign else ()
        ),
        stock_by_product=_grouped(table("placement_stock", Stock).values(), lambda stock: (stock.product.id,)),
        code_by_product={
            code.target: code
            for code in by_issue
            if code.target_kind == "product" and code.status == "active" and not code.placement
        },
    )


def _is_out(item: Product | Story, as_of: date) -> bool:
    return item.status != "draft" and (item.publish_on is None or item.publish_on <= as_of)


def _is_announced(recall: Recall, as_of: date) -> bool:
    return recall.announced_on <= as_of and (recall.ended_on is None or recall.ended_on > as_of)


def _in_force(offers: Iterable[Offer], as_of: date) -> list[Offer]:
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


def _grouped(items: Iterable[T], keys: Callable[[T], tuple[str, ...]]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = {}
    for item in items:
        for key in dict.fromkeys(keys(item)):
            groups.setdefault(key, []).append(item)
    return {key: tuple(group) for key, group in groups.items()}
