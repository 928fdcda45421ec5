"""The catalogue: every item, linked both ways, as it stands on one day."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date
from typing import TypeVar

from generator.contract.frozen import frozen_record
from generator.contract.validity import first_day, has_ended, in_force

from .address import QrCode
from .admission import Admission
from .building import Items
from .campaign import Campaign, LedgerRow
from .certificate import Certificate
from .directory import CatalogueEntry, CatalogueIssue
from .event import Event
from .figure import Figure
from .item import Item
from .ledger import Ledger
from .offer import Offer
from .origin import Pairing
from .placement import Placement, PlacementChange, Stock
from .product import BundleItem, Change, Lot, Product, Recall
from .recording import RecordingRecord
from .story import Story
from .tables import Tables, by_first_day, items_of, latest_first, offers_in_force, recalls_in_force, tables_on

T = TypeVar("T", bound=Item)


@frozen_record
class Catalog(Tables):
    """What the surfaces read: what there is, and what of it belongs together, each group in its table's order."""

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
    recalls_in_bundle: Mapping[str, tuple[Recall, ...]]
    """Bundle → those of what is inside it."""
    products_by_category: Mapping[str, tuple[Product, ...]]
    products_by_origin: Mapping[str, tuple[Product, ...]]
    products_by_supplier: Mapping[str, tuple[Product, ...]]
    stories_by_product: Mapping[str, tuple[Story, ...]]
    stories_by_origin: Mapping[str, tuple[Story, ...]]
    stories_by_supplier: Mapping[str, tuple[Story, ...]]
    stories_by_campaign: Mapping[str, tuple[Story, ...]]
    recordings_by_product: Mapping[str, tuple[RecordingRecord, ...]]
    """About the product itself, then about its stories; those whose speaker is still asked are left out."""
    figures_by_campaign: Mapping[str, tuple[Figure, ...]]
    events_by_campaign: Mapping[str, tuple[Event, ...]]
    """By their first days, then by key."""
    figures_by_origin: Mapping[str, tuple[Figure, ...]]
    figures_by_placement: Mapping[str, tuple[Figure, ...]]
    figures_by_supplier: Mapping[str, tuple[Figure, ...]]
    pairings_by_origin: Mapping[str, tuple[Pairing, ...]]
    admissions_by_supplier: Mapping[str, tuple[Admission, ...]]
    admissions_by_product: Mapping[str, tuple[Admission, ...]]
    ledger_by_campaign: Mapping[str, tuple[LedgerRow, ...]]
    """Every row; for sums see ``ledgers``."""
    ledgers: Mapping[str, Ledger]
    """Campaign with rows → its ledger on the day, made once for all pages that tell of it."""
    stock_by_product: Mapping[str, tuple[Stock, ...]]
    code_by_product: Mapping[str, QrCode]
    """The product's own active code (one that names no placement); of several the first issued."""
    code_by_target: Mapping[tuple[str, str], QrCode]
    """(kind, key) of anything → its own active code, likewise."""
    stock_by_placement: Mapping[str, tuple[Stock, ...]]
    """By slot."""
    history_by_placement: Mapping[str, tuple[PlacementChange, ...]]
    """Latest first."""
    entries_by_issue: Mapping[str, tuple[CatalogueEntry, ...]]
    """In their own order, then by key."""
    lots_by_product: Mapping[str, tuple[Lot, ...]]

    def is_withdrawn(self, product: Product) -> bool:
        """Tell whether *product* is no longer offered on the catalogue's day."""
        gone = product.withdraw_on is not None and product.withdraw_on <= self.as_of
        return gone or product.status == "withdrawn"

    def recalls_of(self, product: Product) -> tuple[Recall, ...]:
        """Return the recalls in force of *product*, then of what is inside it where it is a bundle."""
        return self.recalls_by_product.get(product.id, ()) + self.recalls_in_bundle.get(product.id, ())

    def is_recalled(self, product: Product) -> bool:
        """Tell whether *product*, or something inside it, is recalled whatever its lot."""
        return not all(recall.lots for recall in self.recalls_of(product))

    def has_recalled_lots(self, product: Product) -> bool:
        """Tell whether some lots of *product*, or of something inside it, are recalled and the others may be sold."""
        return bool(self.recalls_of(product)) and not self.is_recalled(product)

    def is_gone(self, product: Product) -> bool:
        """Tell whether *product* must not be bought: withdrawn, or recalled whatever its lot."""
        return self.is_withdrawn(product) or self.is_recalled(product)

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

    def placement_state(self, placement: Placement) -> str:
        """Return ``planned``, ``open``, ``moved`` or ``closed`` on the catalogue's day.

        The record tells the state of today; where its history goes on after the catalogue's day, the last change
        until then does.  Before the first change what will open is planned, and what will close is still open.
        """
        changes = self.history_by_placement.get(placement.id, ())
        known = [change for change in changes if change.date is None or change.date.start <= self.as_of]
        if len(known) < len(changes):
            return known[0].status if known else "planned" if changes[-1].status in ("planned", "open") else "open"
        return placement.status or (changes[0].status if changes else "open")

    def is_open(self, placement: Placement) -> bool:
        """Tell whether one can go to *placement* on the catalogue's day."""
        return self.placement_state(placement) == "open"

    def later_issue(self, issue: CatalogueIssue) -> CatalogueIssue | None:
        """Return the latest published issue of the same campaign after *issue*; ``None`` where that is the last."""
        later = [
            other
            for other in self.catalogue_issues.values()
            if other.campaign is issue.campaign and other.campaign is not None and _number(other) > _number(issue)
        ]
        return max(later, key=_number, default=None)

    def offered(self, products: Iterable[Product]) -> tuple[Product, ...]:
        """Return those of *products* that can be bought, in the same order."""
        return tuple(product for product in products if not self.is_gone(product))


def link(items: Items, as_of: date) -> Catalog:
    """Link *items* both ways and choose what holds on the day *as_of*."""
    tables = tables_on(items, as_of)
    products, stories, figures = tables.products.values(), tables.stories.values(), tables.figures
    certificates, admissions = items_of(items, "certificates", Certificate), items_of(items, "admissions", Admission)
    changes, events = latest_first(items_of(items, "changes", Change)), by_first_day(items_of(items, "events", Event))
    offers = offers_in_force(items_of(items, "offers", Offer), as_of)
    recalls = recalls_in_force(items_of(items, "recalls", Recall), as_of)
    parts = [part for part in items_of(items, "bundle_items", BundleItem) if part.product.id in tables.products]
    ledger = items_of(items, "ledger", LedgerRow)
    codes = _codes(tables.codes.values())
    history = _latest_change_first(items_of(items, "placement_history", PlacementChange))
    entries = items_of(items, "catalogue_entries", CatalogueEntry)
    recalls_by_product = _grouped(recalls, lambda recall: (recall.product.id,))
    ledger_by_campaign = _grouped(ledger, lambda row: (row.campaign.id,) if row.campaign else ())
    return Catalog(
        **{each.name: getattr(tables, each.name) for each in fields(tables)},
        offers_by_product=_grouped(offers, lambda offer: (offer.product.id,)),
        certificates_by_product=_grouped(certificates, lambda c: (c.product.id,) if c.product else ()),
        certificates_by_supplier=_grouped(certificates, lambda c: (c.supplier.id,) if c.supplier else ()),
        parts_by_bundle=_grouped(parts, lambda part: (part.bundle.id,)),
        bundles_by_product=_bundles(parts, tables),
        changes_by_product=_grouped(changes, lambda change: (change.product.id,)),
        recalls_by_product=recalls_by_product,
        recalls_in_bundle=_inside(parts, recalls_by_product),
        products_by_category=_grouped(products, lambda product: tuple(category.id for category in product.categories)),
        products_by_origin=_grouped(products, lambda product: (product.origin.code,)),
        products_by_supplier=_grouped(products, lambda product: (product.supplier.id,) if product.supplier else ()),
        stories_by_product=_grouped(stories, lambda story: tuple(p.id for p in story.products)),
        stories_by_origin=_grouped(stories, lambda story: tuple(o.code for o in story.origins)),
        stories_by_supplier=_grouped(stories, lambda story: tuple(s.id for s in story.suppliers)),
        stories_by_campaign=_grouped(stories, lambda story: tuple(c.id for c in story.campaigns)),
        recordings_by_product=_grouped(_recordings(items), _products_heard_of),
        figures_by_campaign=_grouped(figures, lambda figure: (figure.campaign.id,) if figure.campaign else ()),
        figures_by_origin=_grouped(figures, lambda figure: (figure.origin.code,) if figure.origin else ()),
        figures_by_placement=_grouped(figures, lambda figure: (figure.placement.id,) if figure.placement else ()),
        figures_by_supplier=_grouped(figures, lambda figure: (figure.supplier.id,) if figure.supplier else ()),
        events_by_campaign=_grouped(events, lambda event: (event.campaign.id,) if event.campaign else ()),
        pairings_by_origin=_grouped(items_of(items, "pairings", Pairing), lambda pairing: (pairing.origin.code,)),
        admissions_by_supplier=_grouped(admissions, lambda a: (a.supplier.id,) if a.supplier else ()),
        admissions_by_product=_grouped(admissions, lambda a: (a.product.id,) if a.product else ()),
        ledger_by_campaign=ledger_by_campaign,
        ledgers={key: Ledger.of(rows, as_of) for key, rows in ledger_by_campaign.items()},
        stock_by_product=_grouped(items_of(items, "placement_stock", Stock), lambda stock: (stock.product.id,)),
        code_by_product={key: code for (kind, key), code in codes.items() if kind == "product"},
        code_by_target=codes,
        stock_by_placement=_grouped(items_of(items, "placement_stock", Stock), lambda stock: (stock.placement.id,)),
        history_by_placement=_grouped(history, lambda change: (change.placement.id,)),
        entries_by_issue=_grouped(sorted(entries, key=_place_in_issue), lambda entry: (entry.issue.id,)),
        lots_by_product=_grouped(items_of(items, "lots", Lot), lambda lot: (lot.product.id,)),
    )


def _grouped(items: Iterable[T], keys: Callable[[T], tuple[str, ...]]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = {}
    for item in items:
        for key in dict.fromkeys(keys(item)):
            groups.setdefault(key, []).append(item)
    return {key: tuple(group) for key, group in groups.items()}


def _recordings(items: Items) -> list[RecordingRecord]:
    """Return the recordings that may be published, those about products first."""
    allowed = [record for record in items_of(items, "recordings", RecordingRecord) if record.consent != "asked"]
    return sorted(allowed, key=lambda record: not record.products)


def _products_heard_of(record: RecordingRecord) -> tuple[str, ...]:
    told = (product for story in record.stories for product in story.products)
    return tuple(product.id for product in (*record.products, *told))


def _bundles(parts: Iterable[BundleItem], tables: Tables) -> dict[str, tuple[Product, ...]]:
    """Return product → the published bundles that it is part of."""
    return {
        key: tuple(part.bundle for part in group if part.bundle.id in tables.products)
        for key, group in _grouped(parts, lambda part: (part.product.id,)).items()
    }


def _inside(parts: Iterable[BundleItem], recalls: Mapping[str, tuple[Recall, ...]]) -> dict[str, tuple[Recall, ...]]:
    """Return bundle → the recalls of its parts, each once."""
    found: dict[str, dict[str, Recall]] = {}
    for part in parts:
        for recall in recalls.get(part.product.id, ()):
            found.setdefault(part.bundle.id, {})[recall.key] = recall
    return {key: tuple(group.values()) for key, group in found.items()}


def _codes(codes: Iterable[QrCode]) -> dict[tuple[str, str], QrCode]:
    """Return (kind, key) → its own active code, of several the one issued first."""
    latest = sorted(codes, key=lambda code: (code.issued_on, code.code), reverse=True)
    return {
        (code.target_kind, code.target): code for code in latest if code.status == "active" and code.placement is None
    }


def _latest_change_first(changes: Iterable[PlacementChange]) -> list[PlacementChange]:
    """Return the changes by their days, then by key, both backwards; a day that is not disclosed is the oldest."""

    def rank(change: PlacementChange) -> tuple[date, str]:
        return (change.date.start if change.date else date.min, change.key)

    return sorted(changes, key=rank, reverse=True)


def _number(issue: CatalogueIssue) -> int:
    return issue.number if isinstance(issue.number, int) else 0


def _place_in_issue(entry: CatalogueEntry) -> tuple[float, str]:
    return (entry.order if isinstance(entry.order, int) else math.inf, entry.key)
