"""Goods that lie in store and are asked to be bought first, for as long as the flag holds."""

from __future__ import annotations

from collections.abc import Sequence

from generator.catalog.product import Product

from .surroundings import Surroundings


def is_slow(around: Surroundings, product: Product) -> bool:
    """Tell whether *product* is flagged on the day; the flag's last day still counts, after it nobody need act."""
    is_flagged = product.slow_until is not None and product.slow_until >= around.configuration.as_of
    return is_flagged and not around.catalog.is_gone(product)


def slow_words(around: Surroundings, products: Sequence[Product]) -> str:
    """Return what the flag of *products* says, with the day on which the last of them ends."""
    days = [product.slow_until for product in products if product.slow_until is not None]
    words = "slow.words" if len(products) > 1 else "slow.words_one"
    return around.texts(words, day=around.formats.day(max(days))) if days else ""
