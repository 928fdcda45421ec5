"""Which class each table becomes, in an order in which references only look back."""

from __future__ import annotations

from .address import QrCode, Redirect
from .admission import Admission
from .campaign import Agreement, Campaign, LedgerRow, Letter, Policy, Target
from .category import Category, CategoryScheme
from .certificate import Certificate
from .certification_scheme import CertificationScheme
from .channel import Channel
from .directory import CatalogueEntry, CatalogueIssue
from .embedding import EmbedColumn, Host
from .event import Event
from .figure import Correction, Figure
from .issued_report import IssuedReport
from .item import Item
from .offer import Offer
from .organisation import Organisation
from .origin import Origin, Pairing
from .placement import Display, DisplaySlot, Placement, PlacementChange, Stock
from .printing import LabelStock, PrintedThing
from .product import BundleItem, Change, Lot, Product, Recall
from .recording import RecordingRecord
from .source import PictureRecord, Source
from .story import Story
from .supplier import Supplier
from .wording import Term, Translation

ITEM_CLASSES: dict[str, type[Item]] = {
    "sources": Source,
    "pictures": PictureRecord,
    "organisations": Organisation,
    "category_schemes": CategoryScheme,
    "categories": Category,
    "certification_schemes": CertificationScheme,
    "origins": Origin,
    "suppliers": Supplier,
    "channels": Channel,
    "products": Product,
    "offers": Offer,
    "certificates": Certificate,
    "bundle_items": BundleItem,
    "changes": Change,
    "recalls": Recall,
    "lots": Lot,
    "admissions": Admission,
    "pairings": Pairing,
    "campaigns": Campaign,
    "targets": Target,
    "placements": Placement,
    "placement_history": PlacementChange,
    "placement_stock": Stock,
    "events": Event,
    "ledger": LedgerRow,
    "agreements": Agreement,
    "policies": Policy,
    "letters": Letter,
    "catalogue_issues": CatalogueIssue,
    "catalogue_entries": CatalogueEntry,
    "stories": Story,
    "recordings": RecordingRecord,
    "figures": Figure,
    "displays": Display,
    "display_slots": DisplaySlot,
    "embed_columns": EmbedColumn,
    "hosts": Host,
    "corrections": Correction,
    "qr_codes": QrCode,
    "redirects": Redirect,
    "label_stocks": LabelStock,
    "print_log": PrintedThing,
    "reports": IssuedReport,
    "terms": Term,
    "translations": Translation,
}
"""Table → class; each table stands behind all tables that it refers to (but for itself)."""
