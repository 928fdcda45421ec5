"""What two products are compared by: the same lines for every one."""

from __future__ import annotations

from typing import Final

from generator.catalog.product import Product
from generator.surfaces import cards
from generator.surfaces.product_page import label_value
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Price

PRICE: Final = "price"
LINES: Final = (PRICE, "per", "net_content", "origin", "seals", "shelf_life", "storage", "producer", "season")
"""In the order in which one asks for them."""


def compared(
    around: Surroundings, product: Product, price: Price | None, *, is_offered: bool
) -> tuple[tuple[str, str], ...]:
    """Return (name of the line, value) of all lines; a value is empty where nothing is known."""
    shown = price if is_offered else None
    values = {
        PRICE: _amount(around, shown) if shown is not None else "",
        "per": shown.per if shown is not None else "",
        "seals": around.texts.joined(seal.name for seal in cards.seals_of(around, product) if seal.state == "verified"),
        "season": around.texts.joined(around.texts(f"month.short.{month}") for month in product.season_months),
    }
    return tuple((name, values[name] if name in values else label_value(around, product, name)[0]) for name in LINES)


def titles(around: Surroundings) -> tuple[tuple[str, str], ...]:
    """Return (name of the line, its title) of all lines."""
    own = {PRICE: "guide.line.price", "per": "guide.line.per", "seals": "common.seals", "season": "shelf.season"}
    texts = around.texts
    return tuple((name, texts(own[name]) if name in own else texts.field_title("products", name)) for name in LINES)


def _amount(around: Surroundings, price: Price) -> str:
    if not price.currency:
        return price.amount
    amount = around.formats.with_symbol(price.amount)
    return f"{amount} {around.texts('common.per')} {price.unit}" if price.unit else amount
