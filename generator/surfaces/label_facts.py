"""What a label shows, as canonical texts: what the print log keeps, and what today's label is compared with."""

from __future__ import annotations

from generator.catalog.address import QrCode
from generator.catalog.placement import Placement, Stock
from generator.catalog.product import Product

from . import addresses, cards
from .printed_prices import ShelfPrice, canonical, shelf_price
from .surroundings import Surroundings

LABEL_FACTS = ("name", "price", "unit", "origin", "net", "mark", "uri")
"""Fields of a label, in the order in which they are told."""
BETWEEN_MARKS = "，"
"""Stands between several marks: none of the signs that part a list of the data."""


def label_facts(around: Surroundings, product: Product, placement: Placement | None) -> dict[str, str]:
    """Return what a label of *product* at *placement*, or for anywhere, shows today; see :func:`facts_of`."""
    stock = stock_at(around, product, placement)
    return facts_of(around, product, shelf_price(around, product, stock), code_of(around, product, placement))


def facts_of(around: Surroundings, product: Product, price: ShelfPrice, code: QrCode | None) -> dict[str, str]:
    """Return what a label shows, in a fixed order; texts are those of the run's language, and may be empty.

    ``name``, ``price`` (two decimals and a point; empty where the label leads to the price tag, or the product must not
    be sold), ``unit``, ``origin``, ``net`` (net content), ``mark`` (verified certifications) and ``uri`` (what the code
    says).  A label is right as long as its facts are equal to those of today; the day of the data, which ages without
    being wrong, is none of them.
    """
    is_gone = around.catalog.is_gone(product)
    verified = (seal.name for seal in cards.seals_of(around, product) if seal.state == "verified")
    return {
        "name": str(product.name),
        "price": "" if is_gone else canonical(price),
        "unit": str(price.unit),
        "origin": str(product.origin.name),
        "net": str(product.net_content),
        "mark": BETWEEN_MARKS.join(map(str, verified)),
        "uri": addresses.uri_of(around.config, code) if code is not None else "",
    }


def code_of(around: Surroundings, product: Product, placement: Placement | None) -> QrCode | None:
    """Return the active code for a label: that of its placement where it has one, else the product's own."""
    if placement is not None:
        for code in around.catalog.codes.values():
            is_its = code.target_kind == "product" and code.target == product.id
            if is_its and code.placement is placement and code.status == "active":
                return code
    return around.catalog.code_by_product.get(product.id)


def stock_at(around: Surroundings, product: Product, placement: Placement | None) -> Stock | None:
    """Return the first slot of *placement* that holds *product*, ``None`` where there is none."""
    if placement is None:
        return None
    entries = around.catalog.stock_by_placement.get(placement.id, ())
    return next((entry for entry in entries if entry.product is product), None)
