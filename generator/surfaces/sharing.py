"""What one hands on of a product: its permanent address, and a few words to go with it."""

from __future__ import annotations

from generator.catalog.product import Product

from . import addresses, cards
from .product_views import Share
from .surroundings import Surroundings
from .views import Price, ShelfCode


def share_of(around: Surroundings, product: Product, *, price: Price | None, code: ShelfCode | None) -> Share:
    """Return the address that never changes, and a message of a few lines that ends with it.

    Where a code was issued its address is the permanent one; it is short, and the printed labels hold it.
    """
    address = _address(around, product, code) if code is not None else ""
    address = address or around.whole(addresses.product(product.id))
    lines = (
        str(product.name),
        str(product.summary),
        str(around.texts.joined(_facts(around, product, price), "common.detail_separator")),
        address,
    )
    return Share(address, "\n".join(line for line in lines if line))


def _address(around: Surroundings, product: Product, code: ShelfCode) -> str:
    registered = around.catalog.code_by_product[product.id]
    return around.config.codes.base_url + addresses.shelf(code.code, small=registered.is_small)


def _facts(around: Surroundings, product: Product, price: Price | None) -> list[str]:
    origin = cards.origin_in_words(around, product.origin)
    if price is None or not price.currency:
        return [origin]
    amount = around.formats.with_symbol(price.amount)
    words = around.texts("share.price_from" if price.range_end else "share.price", price=amount, unit=price.unit)
    return [origin, words]
