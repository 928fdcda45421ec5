"""Certificates as a reader can check them, grouped by their standing."""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalog.certificate import Certificate

from . import addresses, cards
from .product_views import CertificateGroup
from .surroundings import Surroundings
from .views import CertificateLine

STANDINGS = ("verified", "self-stated", "coming", "expired", "record")
"""In the order in which they are shown; ``record`` is registered somewhere, but no certification."""


def certificate_lines(around: Surroundings, certificates: Iterable[Certificate]) -> tuple[CertificateLine, ...]:
    """Return certificates as lines that a reader can check."""
    return tuple(_certificate_line(around, certificate) for certificate in certificates)


def certificate_groups(around: Surroundings, certificates: Iterable[Certificate]) -> tuple[CertificateGroup, ...]:
    """Return certificates by their standing, each standing with what it means."""
    by_standing: dict[str, list[CertificateLine]] = {}
    for certificate in certificates:
        line = _certificate_line(around, certificate)
        by_standing.setdefault(standing_of(around, certificate), []).append(line)
    return tuple(
        CertificateGroup(
            state=standing,
            title=around.texts(f"certificates.{standing}"),
            meaning=around.texts(f"certificates.{standing}_words"),
            lines=tuple(by_standing[standing]),
        )
        for standing in STANDINGS
        if standing in by_standing
    )


def standing_of(around: Surroundings, certificate: Certificate) -> str:
    """Return one of :data:`STANDINGS`; where nobody examines anything, there is a record at most."""
    return around.catalog.certificate_state(certificate) if certificate.scheme.is_certification else "record"


def _certificate_line(around: Surroundings, certificate: Certificate) -> CertificateLine:
    formats, texts = around.formats, around.texts
    start, end = formats.day(certificate.valid_from), formats.day(certificate.valid_until)
    validity = texts("date.span", start=start, end=end) if start and end else ""
    if not validity and (start or end):
        validity = texts("date.from", start=start) if start else texts("date.until", end=end)
    seal = cards.seal_of(around, certificate)
    basis = texts.label("certificates", "basis", certificate.basis)
    return CertificateLine(
        seal=seal,
        scheme=certificate.scheme.name,
        number=certificate.number,
        holder=certificate.holder,
        issuer=certificate.issuer,
        issued=formats.period(certificate.issued_on),
        validity=validity,
        notice=certificate.notice,
        href=certificate.website,
        basis="" if basis.casefold() in seal.state_text.casefold() else basis,
        claimed=seal.state == "self-stated" and _is_claimed(certificate),
        mark=addresses.mark(certificate.scheme.id),
    )


def _is_claimed(certificate: Certificate) -> bool:
    """Tell whether the product is sold under the mark of *certificate*: its scheme is among the product's claims."""
    product = certificate.product
    return product is not None and any(claim.id == certificate.scheme.id for claim in product.claims)
