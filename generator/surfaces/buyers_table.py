"""Offers for those who buy for many, as a table that spreadsheets open."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from generator.catalog.item import Amount, Count
from generator.catalog.money import Money, cents
from generator.catalog.offer import Offer
from generator.contract.quantities import NotDisclosed

from . import addresses, cards
from .surroundings import Surroundings

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet would run (OWASP, 'CSV Injection')."""


def table(around: Surroundings, offers: Iterable[Offer]) -> bytes:
    """Return *offers* as CSV in UTF-8 with a byte order mark, by which Excel knows it; the first row says what is what.

    Amounts have two decimals and a point, whatever the language, and their currency beside them.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_header(around))
    writer.writerows([harmless(cell) for cell in _row(around, offer)] for offer in offers)
    return out.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """Return a cell with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _header(around: Surroundings) -> list[str]:
    texts = around.texts
    return [
        texts("buyers.product"),
        texts("buyers.category"),
        texts.field_title("offers", "variant"),
        texts.field_title("offers", "price"),
        texts("buyers.currency"),
        texts.field_title("offers", "unit"),
        texts.field_title("offers", "minimum_order"),
        texts.field_title("offers", "case_quantity"),
        texts.field_title("offers", "supply_months"),
        texts.field_title("offers", "buyers"),
        texts("facet.origin"),
        texts("facet.supplier"),
        texts("common.phone"),
        texts("facet.channel"),
        texts("common.price-as-of"),
        texts("buyers.page"),
        texts("common.sample"),
    ]


def _row(around: Surroundings, offer: Offer) -> list[str]:
    texts, product, supplier = around.texts, offer.product, offer.product.supplier
    category = cards.primary_category(product)
    return [
        product.name,
        category.name if category else "",
        offer.variant,
        _exact(around, offer.price),
        offer.price.currency if isinstance(offer.price, Money) else "",
        offer.unit,
        _exact(around, offer.minimum_order),
        _exact(around, offer.case_quantity),
        texts.joined(texts(f"month.short.{month}") for month in offer.supply_months),
        texts.joined(offer.buyers),
        product.origin.name,
        supplier.name if supplier else "",
        supplier.phone if supplier else "",
        offer.channel.name,
        offer.as_of.isoformat() if offer.as_of else "",
        around.whole(addresses.product(product.id)),
        texts("common.sample") if offer.sample or product.sample else "",
    ]


def _exact(around: Surroundings, value: Amount | Count) -> str:
    """Return a number as programs read it; words where it is withheld, and nothing where there is none."""
    if isinstance(value, NotDisclosed):
        return around.texts("common.not_disclosed")
    if isinstance(value, Money):
        return cents(value.amount)
    return "" if value is None else str(value)
