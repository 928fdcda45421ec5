"""The linkset of a GTIN: what there is to know of it and where (RFC 9264, section 4.2), for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from generator.catalog.product import Product
from generator.surfaces import addresses
from generator.surfaces.code_views import shelf_href
from generator.surfaces.surroundings import Surroundings

from .numbers import GtinProduct, lots_of

VOCABULARY = "https://gs1.org/voc/"
"""Namespace of link types (GS1-Conformant Resolver Standard 1.1, section 4)."""


def linkset(arounds: Sequence[Surroundings], each: GtinProduct) -> bytes:
    """Return the linkset of a GTIN and of its lots.

    Args:
        arounds: The languages of the site, its own first.
        each: The GTIN with its product, in the site's own language.
    """
    contexts = [_gtin_context(arounds, each), *_lot_contexts(arounds, each)]
    return (json.dumps({"linkset": contexts}, ensure_ascii=False, indent=1) + "\n").encode()


def _gtin_context(arounds: Sequence[Surroundings], each: GtinProduct) -> dict[str, Any]:
    main, product = arounds[0], each.product
    pages = [_page(around, addresses.gtin(each.gtin, around.folder), _name(around, product)) for around in arounds]
    context: dict[str, Any] = {
        "anchor": f"{main.config.codes.base_url}01/{each.gtin}",
        "itemDescription": str(product.name),
        VOCABULARY + "defaultLink": pages[:1],
        VOCABULARY + "pip": pages + list(_portal_pages(arounds, product)),
    }
    if main.catalog.certificates_by_product.get(product.id):
        context[VOCABULARY + "certificationInfo"] = list(_certificates(main, product)) or pages[:1]
    if main.catalog.recalls_of(product):
        # The label page says what is recalled before all else; without a recall there is no such link.
        context[VOCABULARY + "recallStatus"] = pages
    if main.catalog.offers_by_product.get(product.id) and not main.catalog.is_gone(product):
        context[VOCABULARY + "hasRetailers"] = pages[:1]
    if product.preparation:
        context[VOCABULARY + "instructions"] = pages[:1]
    if "api" in main.config.surfaces:
        data = addresses.whole(main.config, f"api/v1/products/{product.id}.json")
        context[VOCABULARY + "masterData"] = [{"href": data, "title": str(product.name), "type": "application/json"}]
    return context


def _lot_contexts(arounds: Sequence[Surroundings], each: GtinProduct) -> Iterator[dict[str, Any]]:
    main = arounds[0]
    for lot in lots_of(main.catalog, each.product):
        pages = [
            _page(around, addresses.gtin(each.gtin, around.folder, lot=lot.number), _name(around, each.product))
            for around in arounds
        ]
        context: dict[str, Any] = {
            "anchor": f"{main.config.codes.base_url}01/{each.gtin}/10/{lot.number}",
            VOCABULARY + "defaultLink": pages[:1],
            VOCABULARY + "pip": pages,
        }
        if lot.recall is not None or lot.others_recalled or lot.ended is not None:
            context[VOCABULARY + "recallStatus"] = pages
        yield context


def _portal_pages(arounds: Sequence[Surroundings], product: Product) -> Iterator[dict[str, Any]]:
    for around in arounds:
        if "portal" in around.config.surfaces:
            yield _page(around, around.folder + addresses.product(product.id), _name(around, product))
        elif code := around.catalog.code_by_product.get(product.id):
            address = shelf_href(around, code).removeprefix(around.shared)
            yield _page(around, address, _name(around, product))


def _certificates(around: Surroundings, product: Product) -> Iterator[dict[str, Any]]:
    for certificate in around.catalog.certificates_by_product[product.id]:
        if certificate.website:
            yield {"href": certificate.website, "title": str(certificate.scheme.name)}


def _page(around: Surroundings, address: str, title: str) -> dict[str, Any]:
    """Return a link to a page; *address* counts from the root of the whole site."""
    return {
        "href": addresses.whole(around.config, address),
        "title": title,
        "type": "text/html",
        "hreflang": [around.texts.language],
    }


def _name(around: Surroundings, product: Product) -> str:
    """Return the product's name in the language of *around*."""
    return str(around.catalog.products[product.id].name)
