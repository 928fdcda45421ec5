"""A product, what it costs where, and who vouches for it (https://schema.org/Product)."""

from __future__ import annotations

from generator.catalog.money import Money, cents
from generator.catalog.offer import Offer
from generator.catalog.product import Product
from generator.surfaces import addresses, cards, prose
from generator.surfaces.page_views import ProductPage
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Link

from .breadcrumbs import breadcrumbs
from .nodes import Node, identifier, node, page_address, pictures, statements
from .organisations import by_supplier, certifications
from .places import country

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
MADE = ("goods", "bundle")
"""Kinds of product that somebody made; others are done or visited."""


def product_data(around: Surroundings, product: Product, page: ProductPage) -> Node:
    """Return the statements that a product's page makes to programs."""
    steps = [Link(around.texts("nav.products"), addresses.product_list())]
    if page.category is not None:
        steps.append(page.category)
    trail = breadcrumbs(around, *steps, Link(product.name, addresses.product(product.id)))
    return statements(_product(around, product, page), trail)


def _product(around: Surroundings, product: Product, page: ProductPage) -> Node | None:
    """Return the product; ``None`` where it is invented for show."""
    if product.sample:
        return None
    address = addresses.product(product.id)
    values: dict[str, object] = {
        "@id": identifier(around, address, "product"),
        "name": product.name,
        "url": page_address(around, address),
        "productID": product.id,
        "description": prose.plain(product.summary or product.description, DESCRIPTION_LENGTH),
        "image": pictures(around, *page.pictures),
        "gtin": product.gtin.zfill(14) if product.gtin else "",
        "category": page.category.text if page.category is not None else "",
        "countryOfOrigin": country(around.config, product.origin),
        "additionalProperty": _properties(around, product, page),
        "hasCertification": certifications(around, around.catalog.certificates_by_product.get(product.id, ())),
        "offers": [] if page.notices else _offers(around, product),
    }
    if product.supplier is not None:
        values["manufacturer" if product.kind in MADE else "brand"] = by_supplier(around, product.supplier)
    return node("Product", values)


def _properties(around: Surroundings, product: Product, page: ProductPage) -> list[Node]:
    """Return the facts of the label, and the origin where the label does not say it."""
    facts = [(fact.label, fact.value) for fact in page.label_facts]
    if "origin" not in around.config.label_order:
        facts.append((around.texts.field_title("products", "origin"), cards.origin_in_words(around, product.origin)))
    return [node("PropertyValue", {"name": name, "value": value}) for name, value in facts]


def _offers(around: Surroundings, product: Product) -> list[Node]:
    """Return all offers with a price; invented ones are left out."""
    return [
        _offer(offer, offer.price, around.catalog.offer_state(offer))
        for offer in around.catalog.offers_by_product.get(product.id, ())
        if isinstance(offer.price, Money) and not offer.sample
    ]


def _offer(offer: Offer, price: Money, state: str) -> Node:
    availability = "OutOfStock" if state.startswith("channel-") else AVAILABILITY[offer.availability]
    if offer.channel.mode == "offline" and availability == "InStock":
        availability = "InStoreOnly"
    values = {
        "name": offer.variant,
        "price": cents(price.amount),
        "priceCurrency": price.currency,
        "availability": f"https://schema.org/{availability}",
        "seller": node("Organization", {"name": offer.channel.name}),
        "validFrom": offer.valid_from.isoformat() if offer.valid_from else "",
        "priceValidUntil": offer.valid_until.isoformat() if offer.valid_until else "",
        "url": offer.url if state == "sold" else "",
    }
    return node("Offer", values)
