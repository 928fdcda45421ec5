"""What the parts of a product's page rest on: which of its sources, and as of what day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.catalog.admission import Admission
from generator.catalog.certificate import Certificate
from generator.catalog.offer import Offer
from generator.catalog.origin import Pairing
from generator.catalog.product import Product
from generator.catalog.source import Source

from . import cards
from .product_views import Basis, ProductSections
from .surroundings import Surroundings
from .views import SourceLine


def sections_of(
    around: Surroundings,
    product: Product,
    *,
    offers: tuple[Offer, ...],
    certificates: tuple[Certificate, ...],
    pairings: tuple[Pairing, ...],
    admissions: tuple[Admission, ...],
) -> tuple[tuple[SourceLine, ...], ProductSections]:
    """Return all sources of a product's page, each once, and which of them every part rests on.

    A part is as old as the oldest of what it tells.
    """
    supplier, origin = product.supplier, product.origin
    parts: dict[str, tuple[tuple[Source | None, ...], tuple[date | None, ...]]] = {
        "about": ((product.source,), (product.as_of,)),
        "offers": (tuple(offer.source for offer in offers), tuple(offer.as_of for offer in offers)),
        "certificates": (tuple(certificate.source for certificate in certificates), ()),
        "people": (
            (
                supplier.source if supplier else None,
                origin.source,
                *(pairing.source for pairing in pairings),
                *(admission.source for admission in admissions),
            ),
            (supplier.as_of if supplier else None,),
        ),
    }
    found = {source.id: source for sources, _ in parts.values() for source in sources if source is not None}
    numbers = {key: str(number) for number, key in enumerate(found, start=1)}
    bases = {
        name: Basis(_numbered(sources, numbers), around.formats.day(min(filter(None, days), default=None)))
        for name, (sources, days) in parts.items()
    }
    return cards.sources_of(around, found.values()), ProductSections(**bases)


def _numbered(sources: Iterable[Source | None], numbers: dict[str, str]) -> tuple[tuple[str, str], ...]:
    found = {source.id: source.title for source in sources if source is not None}
    return tuple((number, found[key]) for key, number in numbers.items() if key in found)
