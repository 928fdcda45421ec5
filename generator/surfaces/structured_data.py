"""schema.org statements about a product (https://schema.org/Product, release 29)."""

from __future__ import annotations

from generator.catalog.certificate import Certificate
from generator.catalog.money import Money, cents
from generator.catalog.offer import Offer
from generator.catalog.product import Product

from . import addresses, cards, prose
from .page_views import ProductPage
from .surroundings import Surroundings

DESCRIPTION_LENGTH = 500
AVAILABILITY = {
    "": "InStock",
    "in-stock": "InStock",
    "preorder": "PreOrder",
    "seasonal": "LimitedAvailability",
    "sold-out": "SoldOut",
    "discontinued": "Discontinued",
}
"""Availability of an offer → https://schema.org/ItemAvailability."""


def product_data(around: Surroundings, product: Product, page: ProductPage) -> dict[str, object]:
    """Return the statements that a product's page makes to programs."""
    config = around.config
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": product.name,
        "url": addresses.whole(config, addresses.product(product.id)),
        "productID": product.id,
        "description": prose.plain(product.summary or product.description, DESCRIPTION_LENGTH),
        "image": [addresses.whole(config, picture.src) for picture in page.pictures],
        "countryOfOrigin": {"@type": "Place", "name": cards.origin_in_words(around, product.origin)},
    }
    category = cards.primary_category(product)
    optional: dict[str, object] = {
        "gtin": product.gtin.zfill(14) if product.gtin else "",
        "category": category.name if category else "",
        "brand": {"@type": "Organization", "name": product.supplier.name} if product.supplier else "",
        "offers": [] if page.notices else _offers(around, product),
        "hasCertification": _certifications(around, product),
    }
    return data | {key: value for key, value in optional.items() if value}


def _offers(around: Surroundings, product: Product) -> list[dict[str, object]]:
    return [
        _offer(offer, offer.price, around.catalog.offer_state(offer))
        for offer in around.catalog.offers_by_product.get(product.id, ())
        if isinstance(offer.price, Money) and not offer.sample
    ]


def _offer(offer: Offer, price: Money, state: str) -> dict[str, object]:
    availability = "OutOfStock" if state.startswith("channel-") else AVAILABILITY[offer.availability]
    if offer.channel.mode == "offline" and availability == "InStock":
        availability = "InStoreOnly"
    data: dict[str, object] = {
        "@type": "Offer",
        "price": cents(price.amount),
        "priceCurrency": price.currency,
        "availability": f"https://schema.org/{availability}",
        "seller": {"@type": "Organization", "name": offer.channel.name},
    }
    return data | ({"url": offer.url} if offer.url and state == "sold" else {})


def _certifications(around: Surroundings, product: Product) -> list[dict[str, object]]:
    certificates = around.catalog.certificates_by_product.get(product.id, ())
    return [
        _certification(certificate)
        for certificate in certificates
        if certificate.scheme.is_certification and around.catalog.certificate_state(certificate) == "verified"
    ]


def _certification(certificate: Certificate) -> dict[str, object]:
    data: dict[str, object] = {
        "@type": "Certification",
        "name": certificate.scheme.name,
        "issuedBy": {"@type": "Organization", "name": certificate.issuer},
    }
    return data | ({"certificationIdentification": certificate.number} if certificate.number else {})
