"""Which products get a label: those of a placement, a category, a campaign, or the ones that are named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.catalog.category import Category
from generator.catalog.placement import Stock
from generator.catalog.product import Product
from generator.catalog.tables import items_of
from generator.contract.nearest import nearest
from generator.errors import UsageError

from .labels import Labelled, label_of, not_printed_because
from .surroundings import Surroundings


class Choice(NamedTuple):
    """What is asked for; what is left empty asks for nothing, and all of it together for all products."""

    placement: str = ""
    """Labels for its slots, in their order, at its prices."""
    category: str = ""
    """With the categories beneath it."""
    campaign: str = ""
    products: tuple[str, ...] = ()


class Chosen(NamedTuple):
    """What will be printed, and what will not."""

    labels: tuple[Labelled, ...]
    left_out: tuple[tuple[Product, str], ...]
    """(product, reason as a key beneath ``print.left_out.``)."""


def chosen(around: Surroundings, choice: Choice) -> Chosen:
    """Return the labels that *choice* asks for.

    Raises:
        UsageError: It names something that the data does not hold.
    """
    labels: list[Labelled] = []
    left_out: dict[str, tuple[Product, str]] = {}
    for product, stock in _candidates(around, choice):
        label = label_of(around, product, stock)
        reason = not_printed_because(around, product, stock)
        if label is None or reason:
            left_out[product.id] = (product, reason)
        else:
            labels.append(label)
    return Chosen(tuple(labels), tuple(left_out.values()))


def _candidates(around: Surroundings, choice: Choice) -> Iterable[tuple[Product, Stock | None]]:
    catalog = around.catalog
    known("placement", "点位", choice.placement, catalog.placements)
    known("category", "品类", choice.category, catalog.categories)
    known("campaign", "活动", choice.campaign, catalog.campaigns)
    for key in choice.products:
        known("product", "产品", key, catalog.products)
    products = [product for product in catalog.products.values() if _is_asked_for(around, choice, product)]
    if not choice.placement:
        return [(product, None) for product in _in_order(products, choice.products)]
    keys = {product.id for product in products}
    slots = [
        stock
        for stock in items_of(catalog.items, "placement_stock", Stock)
        if stock.placement.id == choice.placement and stock.product.id in keys
    ]
    return [(catalog.products[stock.product.id], stock) for stock in sorted(slots, key=lambda stock: stock.slot)]


def known(option: str, word: str, key: str, records: Mapping[str, object]) -> None:
    """Make sure that *key*, where it is told, is that of a record.

    Raises:
        UsageError: It is not.
    """
    if key and key not in records:
        near = nearest(key, records)
        raise UsageError(
            f"数据里没有编号为“{key}”的{word}，或者它还没有发布。",
            mend=f"是不是“{near}”？" if near else f"用 --{option} 写数据里已有的编号。",
        )


def _is_asked_for(around: Surroundings, choice: Choice, product: Product) -> bool:
    if choice.products and product.id not in choice.products:
        return False
    if choice.category and not any(_is_beneath(around, each, choice.category) for each in product.categories):
        return False
    if choice.campaign:
        campaign = around.catalog.campaigns[choice.campaign]
        return any(each.id == product.id for each in campaign.products)
    return True


def _is_beneath(around: Surroundings, category: Category, key: str) -> bool:
    """Tell whether *category* is that of *key*, or beneath it; data without errors has no loops."""
    while category.id != key:
        parent = around.catalog.categories.get(category.parent)
        if parent is None:
            return False
        category = parent
    return True


def _in_order(products: list[Product], keys: tuple[str, ...]) -> list[Product]:
    """Return products in the order in which they were named, where they were."""
    return sorted(products, key=lambda product: keys.index(product.id)) if keys else products
