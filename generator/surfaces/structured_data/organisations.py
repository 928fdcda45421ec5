"""Who stands behind things: the publisher, suppliers, and organisations that are named."""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalog.certificate import Certificate
from generator.catalog.organisation import Organisation
from generator.catalog.supplier import Supplier
from generator.surfaces import addresses, prose
from generator.surfaces.surroundings import Surroundings

from .nodes import Node, identifier, node, page_address, reference, told
from .places import place

DESCRIPTION_LENGTH = 500


def publisher(around: Surroundings) -> Node | None:
    """Return who answers for the pages; ``None`` where the settings name nobody."""
    given = around.config.publisher
    if not given.name:
        return None
    values = {
        "@id": _publisher_id(around),
        "name": given.name,
        "url": given.url,
        "telephone": given.phone,
        "address": given.address,
    }
    return node("Organization", values)


def by_publisher(around: Surroundings) -> Node | None:
    """Return a mention of the publisher that a page can be understood by alone."""
    if not around.config.publisher.name:
        return None
    return node("Organization", {"@id": _publisher_id(around), "name": around.config.publisher.name})


def _publisher_id(around: Surroundings) -> str:
    return identifier(around, "", "publisher")


def organisation(given: Organisation) -> Node:
    """Return an organisation by name and site."""
    return node("Organization", {"name": given.name, "url": given.website})


def supplier(around: Surroundings, given: Supplier) -> Node | None:
    """Return a supplier; ``None`` where it is invented for show."""
    if given.sample:
        return None
    address = addresses.supplier(given.id)
    values = {
        "@id": _supplier_id(around, given),
        "name": given.name,
        "url": page_address(around, address),
        "sameAs": told(around, given.website),
        "description": prose.plain(given.description, DESCRIPTION_LENGTH),
        "telephone": told(around, given.phone),
        "address": told(around, given.address),
        "location": place(around, given.origin) if given.origin else None,
        "hasCertification": certifications(around, around.catalog.certificates_by_supplier.get(given.id, ())),
    }
    return node("Organization", values)


def by_supplier(around: Surroundings, given: Supplier) -> Node:
    """Return a mention of a supplier by name and page; of an invented one the name alone."""
    if given.sample:
        return node("Organization", {"name": given.name})
    address = page_address(around, addresses.supplier(given.id))
    return node("Organization", {"@id": _supplier_id(around, given), "name": given.name, "url": address})


def supplier_reference(around: Surroundings, given: Supplier) -> Node:
    """Return the name under which a supplier is told on its page."""
    return reference(_supplier_id(around, given))


def _supplier_id(around: Surroundings, given: Supplier) -> str:
    return identifier(around, addresses.supplier(given.id), "organization")


def certifications(around: Surroundings, certificates: Iterable[Certificate]) -> list[Node]:
    """Return the certificates that were verified and are in force; what is self-stated or invented is not told."""
    return [
        _certification(around, certificate)
        for certificate in certificates
        if certificate.scheme.is_certification
        and not certificate.sample
        and around.catalog.certificate_state(certificate) == "verified"
    ]


def _certification(around: Surroundings, certificate: Certificate) -> Node:
    issuer = told(around, certificate.issuer)
    values = {
        "name": certificate.scheme.name,
        "certificationIdentification": told(around, certificate.number),
        "issuedBy": node("Organization", {"name": issuer}) if issuer else None,
        # A day that is not disclosed is none at all.
        "datePublished": str(certificate.issued_on) if certificate.issued_on else "",
        "validFrom": certificate.valid_from.isoformat() if certificate.valid_from else "",
        "expires": certificate.valid_until.isoformat() if certificate.valid_until else "",
        "certificationStatus": "https://schema.org/CertificationActive",
        "url": certificate.website,
    }
    return node("Certification", values)
