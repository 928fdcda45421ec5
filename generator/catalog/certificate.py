"""Certificates."""

from __future__ import annotations

from datetime import date

from generator.contract.frozen import frozen_record
from generator.contract.quantities import Period

from .certification_scheme import CertificationScheme
from .item import Item
from .product import Product
from .source import Source
from .supplier import Supplier


@frozen_record
class Certificate(Item):
    """Each row is one certificate or recognition of a product or a supplier.

    Add one for each new or renewed certificate and keep the old.
    """

    id: str
    scheme: CertificationScheme
    product: Product | None
    supplier: Supplier | None
    number: str
    holder: str
    issuer: str
    issued_on: Period
    valid_from: date | None
    valid_until: date | None
    basis: str
    notice: str
    website: str
    sample: bool
    source: Source | None
