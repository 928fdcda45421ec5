"""Products and firms as lines of a shelf page: name, origin, price, a word of note."""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalog.item import Amount
from generator.catalog.money import Money
from generator.catalog.product import Product
from generator.catalog.supplier import Supplier
from generator.contract.quantities import NotDisclosed

from . import addresses, cards
from .code_views import coded_href
from .shelf_views import GoodsLine
from .surroundings import Surroundings
from .views import Price


def goods_line(around: Surroundings, product: Product, *, note: str = "") -> GoodsLine:
    """Return *product* at the price that its card has; what must not be bought says so instead."""
    card = cards.product_card(around, product)
    return GoodsLine(
        name=card.name,
        href=product_href(around, product),
        origin=card.origin,
        price=card.price,
        price_words=card.price_words,
        note=note,
        sample=card.sample,
    )


def goods_lines(around: Surroundings, products: Iterable[Product]) -> tuple[GoodsLine, ...]:
    """Return those of *products* that are published, what can be bought first."""
    published = [product for product in products if product.id in around.catalog.products]
    published.sort(key=around.catalog.is_gone)
    return tuple(goods_line(around, product) for product in published)


def firm_line(around: Surroundings, supplier: Supplier, *, note: str = "") -> GoodsLine:
    """Return a firm, which has no price."""
    has_portal = "portal" in around.config.surfaces
    return GoodsLine(
        name=supplier.name,
        href=addresses.supplier(supplier.id) if has_portal else "",
        origin=supplier.origin.name if supplier.origin else "",
        price=None,
        price_words="",
        note=note,
        sample=supplier.sample,
    )


def product_href(around: Surroundings, product: Product) -> str:
    """Return the page of a product, from the root: the portal's, else that behind its code, else ``""``."""
    if "portal" in around.config.surfaces:
        return addresses.product(product.id)
    return coded_href(around, "product", product.id)


def local_price(around: Surroundings, amount: Amount) -> Price | None:
    """Return what something costs at one place; ``None`` where that is not known."""
    formats = around.formats
    if isinstance(amount, Money):
        return Price(formats.symbol, formats.amount(amount.amount), symbol_after=formats.symbol_after)
    if isinstance(amount, NotDisclosed):
        return Price("", around.texts("common.not_disclosed"))
    return None
