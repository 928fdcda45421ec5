"""Offers and bundles that contradict themselves or their products."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.contract.rows import Row
from generator.contract.schema import load_tables
from generator.findings import Finding

from .data import RuleData


def check(data: RuleData) -> Iterator[Finding]:
    """Yield what is wrong with prices, offers and bundles."""
    yield from _negative(data)
    for row in data.rows["offers"]:
        yield from _offer(row, data)
    yield from _bundles(data)
    yield from _unoffered(data)


def _negative(data: RuleData) -> Iterator[Finding]:
    for table in ("offers", "placement_stock"):
        for entry in load_tables()[table].fields:
            if entry.semantic == "money":
                for row in data.rows[table]:
                    amount = row.amount(entry.name)
                    if amount is not None and amount < 0:
                        yield row.finding("negative-price", entry.name)


def _offer(row: Row, data: RuleData) -> Iterator[Finding]:
    price, list_price = row.amount("price"), row.amount("list_price")
    if price is not None and list_price is not None and price > list_price:
        yield row.finding("sale-above-list", "price", list_price=row.written("list_price"))
    product = data.product(row)
    channel = data.by_key["channels"].get(row.text("channel"))
    online = channel is not None and channel.text("mode") == "online"
    if product and channel and online and product.values["offline_only"] is True:
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


def _unoffered(data: RuleData) -> Iterator[Finding]:
    offered = {row.text("product") for row in data.rows["offers"]}
    for row in data.rows["products"]:
        if row.key in offered:
            if row.text("no_offer_reason"):
                yield row.finding("offer-and-reason", "no_offer_reason")
        elif _on_sale(row, data.settings.as_of) and row.lacks("no_offer_reason") and "offers" not in data.incomplete:
            yield row.finding("offer-missing", "no_offer_reason")


def _on_sale(row: Row, as_of: date) -> bool:
    """Tell whether a product is shown on *as_of*: active, or without a status, and within its dates."""
    published, withdrawn = row.day("publish_on"), row.day("withdraw_on")
    return (
        row.values["status"] in (None, "active")
        and (published is None or published <= as_of)
        and (withdrawn is None or as_of < withdrawn)
    )
