"""Offers and bundles that contradict themselves or their products."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.contract.publication import hidden_because, is_on_offer, is_withdrawn
from generator.contract.rows import Row
from generator.contract.schema import load_tables
from generator.contract.validity import in_force
from generator.findings import Finding

from .data import RuleData

_MAY_BE_FREE = ("service", "visit")
"""Kinds of product that are given for nothing often enough for a price of 0 to be meant."""


def check(data: RuleData) -> Iterator[Finding]:
    """Yield what is wrong with prices, offers and bundles."""
    yield from _negative(data)
    yield from _free(data)
    for row in data.rows["offers"]:
        yield from _offer(row, data)
    yield from _bundles(data)
    yield from _unoffered(data)


def _negative(data: RuleData) -> Iterator[Finding]:
    for table in ("offers", "placement_stock"):
        money = [entry.name for entry in load_tables()[table].fields if entry.semantic == "money"]
        for row in data.rows[table]:
            values = row.values
            for name in money:
                amount = values[name]
                if isinstance(amount, Decimal) and amount < 0:
                    yield row.finding("negative-price", name)


def _free(data: RuleData) -> Iterator[Finding]:
    """Tell goods at a price of 0, which mostly is a price that nobody knew."""
    for table in ("offers", "placement_stock"):
        for row in data.rows[table]:
            if row.values["price"] == 0:
                product = data.product(row)
                if product is None or product.text("kind") not in _MAY_BE_FREE:
                    yield row.finding("price-zero", "price")


def _offer(row: Row, data: RuleData) -> Iterator[Finding]:
    price, list_price = row.amount("price"), row.amount("list_price")
    if price is not None and list_price is not None and price > list_price:
        yield row.finding("sale-above-list", "price", list_price=row.written("list_price"))
    product = data.product(row)
    if product and product.values["offline_only"] is True:
        channel = data.by_key["channels"].get(row.text("channel"))
        if channel and channel.text("mode") == "online":
            yield row.finding("offline-with-online-offer", "channel", found=product.key, channel=channel.text("name"))


def _bundles(data: RuleData) -> Iterator[Finding]:
    filled = {row.text("bundle") for row in data.rows["bundle_items"]}
    for row in data.rows["products"]:
        if row.text("kind") == "bundle" and row.key not in filled and "bundle_items" not in data.incomplete:
            yield row.finding("bundle-without-items", "kind")
    for row in data.rows["bundle_items"]:
        bundle, product = data.product(row, "bundle"), data.product(row)
        if bundle and bundle.text("kind") not in ("bundle", ""):
            yield row.finding("bundle-items-elsewhere", "bundle", found=bundle.key)
        elif product and product.text("kind") == "bundle":
            yield row.finding("bundle-in-bundle", "product")
        elif bundle and product and is_on_offer(bundle, data.settings.as_of):
            yield from _part(row, product, data)


def _part(row: Row, product: Row, data: RuleData) -> Iterator[Finding]:
    """Tell a part of a bundle on sale that buyers cannot look up, or can no longer get."""
    as_of = data.settings.as_of
    if hidden := hidden_because(product, as_of):
        yield row.finding("bundle-part-hidden", "product", found=product.key, why_zh=hidden[0], why_en=hidden[1])
    elif is_withdrawn(product, as_of):
        yield row.finding("bundle-part-withdrawn", "product", found=product.key)


def _unoffered(data: RuleData) -> Iterator[Finding]:
    as_of = data.settings.as_of
    offered = {
        row.text("product")
        for row in data.rows["offers"]
        if in_force(row.day("valid_from"), row.day("valid_until"), as_of)
    }
    for row in data.rows["products"]:
        if row.key in offered:
            if row.text("no_offer_reason"):
                yield row.finding("offer-and-reason", "no_offer_reason")
        elif is_on_offer(row, as_of) and row.lacks("no_offer_reason") and "offers" not in data.incomplete:
            yield row.finding("offer-missing", "no_offer_reason")
