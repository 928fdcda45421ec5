"""For programs: the catalogue as JSON files with stable names (``/api/v1/``)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from generator.catalog.item import Amount, Count, Quantity
from generator.catalog.money import Money, cents
from generator.catalog.offer import Offer
from generator.catalog.product import Product
from generator.contract.quantities import NotDisclosed

from . import addresses
from .outputs import Output, digest_of
from .product_page import digest_of_page, shelf_code
from .surroundings import Surroundings

PAGE_LENGTH = 1000
"""Products in one file of the list; together with the list's form this keeps every file far below 10 MB."""
NOT_DISCLOSED = "not-disclosed"
"""Stands where a value exists and is withheld; an absent value is ``null``."""


def outputs(around: Surroundings) -> Iterator[Output]:
    """Plan the list of products and a file for each product."""
    products = tuple(around.catalog.products.values())
    count = max(1, -(-len(products) // PAGE_LENGTH))
    for number in range(1, count + 1):
        part = products[(number - 1) * PAGE_LENGTH : number * PAGE_LENGTH]
        yield Output(
            path=_list_path(number),
            needs=digest_of(around.base, str(len(products)), str(count), around.digest_of_products(part)),
            make=partial(_list, around, part, number, count, len(products)),
            subject="products",
        )
    for product in products:
        yield Output(
            path=f"api/v1/products/{product.id}.json",
            needs=digest_of(around.base, digest_of_page(around, product)),
            make=partial(_product, around, product),
            subject=product.name,
            kin=product.id,
        )


def _list_path(number: int) -> str:
    return "api/v1/products.json" if number == 1 else f"api/v1/products-{number}.json"


def _list(around: Surroundings, products: tuple[Product, ...], number: int, count: int, total: int) -> bytes:
    following = addresses.whole(around.config, _list_path(number + 1)) if number < count else None
    return _json(
        {
            "version": 1,
            "as_of": around.configuration.as_of.isoformat(),
            "total": total,
            "next": following,
            "items": [_brief(around, product) for product in products],
        }
    )


def _brief(around: Surroundings, product: Product) -> dict[str, object]:
    return {
        "id": product.id,
        "name": product.name,
        "kind": product.kind,
        "origin": product.origin.code,
        "supplier": product.supplier.id if product.supplier else None,
        "categories": [category.id for category in product.categories],
        "status": "withdrawn" if around.catalog.is_withdrawn(product) else "active",
        "sample": product.sample,
        "url": addresses.whole(around.config, addresses.product(product.id)),
        "details": addresses.whole(around.config, f"api/v1/products/{product.id}.json"),
    }


def _product(around: Surroundings, product: Product) -> bytes:
    catalog = around.catalog
    code = shelf_code(around, product)
    offers = () if catalog.is_gone(product) else catalog.offers_by_product.get(product.id, ())
    details: dict[str, object] = {
        "version": 1,
        "as_of": around.configuration.as_of.isoformat(),
        **{key: value for key, value in _brief(around, product).items() if key != "details"},
        "summary": product.summary or None,
        "description": product.description,
        "origin": {"code": product.origin.code, "name": product.origin.name, "region": product.origin.region or None},
        "supplier": {"id": product.supplier.id, "name": product.supplier.name} if product.supplier else None,
        "net_content": product.net_content or None,
        "ingredients": product.ingredients or None,
        "allergens": product.allergens or None,
        "storage": product.storage or None,
        "shelf_life": product.shelf_life or None,
        "gtin": product.gtin or None,
        "season_months": list(product.season_months),
        "offline_only": product.offline_only,
        "offers": [_offer(around, offer) for offer in offers],
        "certificates": [
            {
                "scheme": certificate.scheme.id,
                "name": certificate.scheme.name,
                "number": certificate.number or None,
                "issuer": certificate.issuer,
                "issued_on": str(certificate.issued_on),
                "valid_until": certificate.valid_until.isoformat() if certificate.valid_until else None,
                "state": catalog.certificate_state(certificate),
            }
            for certificate in catalog.certificates_by_product.get(product.id, ())
        ],
        "recalls": [
            {"announced_on": recall.announced_on.isoformat(), "reason": recall.reason, "lots": list(recall.lots)}
            for recall in catalog.recalls_by_product.get(product.id, ())
        ],
        "parts": [
            {"product": part.product.id, "quantity": exact(part.quantity), "unit": part.unit or None}
            for part in catalog.parts_by_bundle.get(product.id, ())
        ],
        "code": {"code": code.code, "uri": code.uri} if code else None,
        "source": product.source.id if product.source else None,
    }
    return _json(details)


def _offer(around: Surroundings, offer: Offer) -> dict[str, object]:
    return {
        "channel": offer.channel.id,
        "mode": offer.channel.mode,
        "variant": offer.variant or None,
        "price": exact(offer.price),
        "currency": offer.price.currency if isinstance(offer.price, Money) else None,
        "unit": offer.unit,
        "shipping": exact(offer.shipping),
        "packing": exact(offer.packing),
        "state": around.catalog.offer_state(offer),
        "availability": offer.availability or None,
        "url": offer.url or None,
        "as_of": offer.as_of.isoformat() if offer.as_of else None,
        "sample": offer.sample,
    }


def exact(value: Amount | Quantity | Count) -> str | int | None:
    """Return a number as text, so that no reader rounds it; :data:`NOT_DISCLOSED` where it is withheld."""
    if isinstance(value, NotDisclosed):
        return NOT_DISCLOSED
    if isinstance(value, Money):
        return cents(value.amount)
    return str(value) if isinstance(value, Decimal) else value


def _json(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
