"""From a column's definition to what stands in it on the day, in order."""

from __future__ import annotations

from datetime import date

from generator.catalog import Catalog
from generator.catalog.embedding import EmbedColumn
from generator.catalog.money import Money
from generator.catalog.product import Product
from generator.catalog.tables import items_of
from generator.surfaces.name_order import name_keys
from generator.surfaces.prices import headline_offers
from generator.surfaces.surroundings import Surroundings


def columns_of(catalog: Catalog) -> tuple[EmbedColumn, ...]:
    """Return all columns by id."""
    return tuple(items_of(catalog.items, "embed_columns", EmbedColumn))


def products_of(catalog: Catalog, column: EmbedColumn) -> tuple[Product, ...]:
    """Return the products that a column chooses from, whether they can be bought or not; none of a mere link."""
    chosen: tuple[Product, ...] = ()
    match column.selection:
        case "list":
            chosen = column.products
        case "category" if column.category is not None:
            chosen = catalog.products_by_category.get(column.category.id, ())
        case "origin" if column.origin is not None:
            chosen = catalog.products_by_origin.get(column.origin.code, ())
        case "supplier" if column.supplier is not None:
            chosen = catalog.products_by_supplier.get(column.supplier.id, ())
        case "campaign" if column.campaign is not None:
            chosen = column.campaign.products
    channel = column.channel
    if channel is None:
        return chosen
    sold = catalog.offers_by_product
    return tuple(p for p in chosen if any(offer.channel.id == channel.id for offer in sold.get(p.id, ())))


def shown_products(around: Surroundings, column: EmbedColumn) -> tuple[Product, ...]:
    """
    Return the products that stand in *column* on the day, those that can be bought first, at most as many as it takes.

    A recalled product stays, since whoever saw it there should read why it has gone; a withdrawn one does where editors
    listed it by name.  What is not published is left out.
    """
    catalog = around.catalog
    known = [catalog.products[p.id] for p in products_of(catalog, column) if p.id in catalog.products]
    offered = {product.id for product in catalog.offered(known)}
    listed = column.selection == "list"
    ordered = _ordered(around, column, known)
    there = [product for product in ordered if product.id in offered]
    gone = [
        product
        for product in ordered
        if product.id not in offered and (catalog.is_recalled(product) or (listed and catalog.is_withdrawn(product)))
    ]
    most = column.limit if isinstance(column.limit, int) else len(there) + len(gone)
    return (*there, *gone)[:most]


def state_on(column: EmbedColumn, day: date) -> str:
    """Return ``coming``, ``shown`` or ``ended``; the first and the last day are shown."""
    if column.valid_from is not None and day < column.valid_from:
        return "coming"
    if column.valid_until is not None and day > column.valid_until:
        return "ended"
    return "shown"


def _ordered(around: Surroundings, column: EmbedColumn, products: list[Product]) -> list[Product]:
    match column.order:
        case "name":
            keys = name_keys((product.name for product in products), around.texts.language, around.theme.work)
            return sorted(products, key=lambda product: (keys[product.name], product.name, product.id))
        case "newest":
            return sorted(products, key=lambda product: (product.publish_on or date.min, product.id), reverse=True)
        case "price":
            return sorted(products, key=lambda product: _price_rank(around, product))
        case _:
            return products


def _price_rank(around: Surroundings, product: Product) -> tuple[bool, object, str]:
    offers, _ = headline_offers(around, product)
    price = offers[0].price if offers else None
    return (False, price.amount, product.id) if isinstance(price, Money) else (True, 0, product.id)
