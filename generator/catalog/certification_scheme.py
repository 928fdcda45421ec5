"""Certification schemes: the marks there are."""

from __future__ import annotations

from generator.contract.frozen import frozen_record

from .item import Item


@frozen_record
class CertificationScheme(Item):
    """Each row is one kind of mark or recognition, such as a geographical indication.

    Add it before its first certificate.
    """

    id: str
    name: str
    short_name: str
    authority: str
    kind: str
    seal: str
    is_certification: bool
    website: str
    description: str
