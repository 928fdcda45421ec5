"""Products of a column, a category, a county or a campaign for programs: RSS, JSON Feed, CSV and JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.catalog.product import Product
from generator.surfaces import addresses as site_addresses
from generator.surfaces import cards
from generator.surfaces.buyers_table import harmless
from generator.surfaces.feeds.entries import product_entries
from generator.surfaces.feeds.head import FeedHead
from generator.surfaces.feeds.json_feed import json_feed
from generator.surfaces.feeds.rss import rss
from generator.surfaces.outputs import Output, digest_of
from generator.surfaces.surroundings import Surroundings

from . import addresses
from .column_data import json_of
from .column_views import list_view, permanent
from .selection import columns_of, shown_products, state_on
from .views import EmbedView


class ProductGroup(NamedTuple):
    """Products that are followed together."""

    group: str
    """``columns``, ``categories``, ``counties`` or ``campaigns``, as in addresses."""
    key: str
    title: str
    home: str
    """Its page, from the root of the language."""
    products: tuple[Product, ...]


def groups(around: Surroundings) -> Iterator[ProductGroup]:
    """Yield all groups that there are feeds of."""
    catalog = around.catalog
    for column in columns_of(catalog):
        is_shown = state_on(column, around.configuration.as_of) == "shown"
        products = shown_products(around, column) if is_shown else ()
        home = f"{around.shared}{addresses.page('columns', column.id, around.folder)}"
        yield ProductGroup("columns", column.id, str(column.title), home, products)
    for key, category in catalog.categories.items():
        home, products = site_addresses.category(key), catalog.products_by_category.get(key, ())
        yield ProductGroup("categories", key, str(category.name), home, products)
    for code, origin in catalog.origins.items():
        home, products = site_addresses.origin(code), catalog.products_by_origin.get(code, ())
        yield ProductGroup("counties", code, str(origin.name), home, products)
    for key, campaign in catalog.campaigns.items():
        chosen = tuple(p for p in campaign.products if p.id in catalog.products)
        yield ProductGroup("campaigns", key, str(campaign.name), site_addresses.campaign(key), chosen)


def feed_of(around: Surroundings, view: EmbedView) -> ProductGroup | None:
    """Return the group whose feeds tell of *view*; ``None`` where there are none."""
    found = (each for each in groups(around) if (each.group, each.key) == (view.kind, view.id))
    group = next(found, None)
    return group if group is not None and group.products else None


def feed_outputs(around: Surroundings) -> Iterator[Output]:
    """Plan the feeds and tables of all groups with products in one language."""
    for group in groups(around):
        if not group.products:
            continue
        digest = around.digest_of_products(group.products)
        needs = digest_of(around.base, group.title, group.home, digest)
        for name, make in (
            ("feed.json", _json_feed),
            ("feed.xml", _rss),
            ("products.csv", _table),
            ("products.json", _list),
        ):
            path = around.place(addresses.feed(group.group, group.key, name))
            yield Output(path, digest_of(needs, name), partial(make, around, group), group.title)


def _head(around: Surroundings, group: ProductGroup, name: str) -> FeedHead:
    config = around.config
    return FeedHead(
        title=around.texts("embed.feed_title", name=group.title, site=config.title),
        home=around.whole(group.home),
        own=around.whole(addresses.feed(group.group, group.key, name)),
        description=group.title,
    )


def _json_feed(around: Surroundings, group: ProductGroup) -> bytes:
    return json_feed(around, product_entries(around, group.products), _head(around, group, "feed.json"))


def _rss(around: Surroundings, group: ProductGroup) -> bytes:
    return rss(around, product_entries(around, group.products), _head(around, group, "feed.xml"))


def _list(around: Surroundings, group: ProductGroup) -> bytes:
    return json_of(list_view(around, group.key, group.title, around.whole(group.home), group.products))


def _table(around: Surroundings, group: ProductGroup) -> bytes:
    """Return a CSV in UTF-8 with a byte order mark, by which Excel knows it."""
    texts = around.texts
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(
        (
            texts("common.id"),
            texts("buyers.product"),
            texts("facet.origin"),
            texts("facet.supplier"),
            texts("embed.state"),
            texts("buyers.page"),
            texts("common.as-of"),
            texts("common.sample"),
        )
    )
    writer.writerows([harmless(str(cell)) for cell in row] for row in _rows(around, group.products))
    return out.getvalue().encode("utf-8-sig")


def _rows(around: Surroundings, products: Sequence[Product]) -> Iterator[tuple[str, ...]]:
    catalog, texts = around.catalog, around.texts
    for product in products:
        state = "recalled" if catalog.is_recalled(product) else "withdrawn" if catalog.is_withdrawn(product) else ""
        yield (
            product.id,
            product.name,
            product.origin.name,
            product.supplier.name if product.supplier is not None else "",
            texts(f"embed.{state}") if state else texts("embed.offered"),
            permanent(around, product),
            around.configuration.as_of.isoformat(),
            texts("common.sample") if cards.product_card(around, product).sample else "",
        )
