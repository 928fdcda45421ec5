"""Certification schemes: the marks there are."""

from __future__ import annotations

from dataclasses import dataclass

from .item import Item


@dataclass(frozen=True, slots=True)
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
