"""
Facets: by what the products on offer can be told apart, and which of them have each value.

What stands here is what the lists of single values show, what the filter counts, and what scripts combine, so the
three never disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from generator.catalog.category import Category
from generator.catalog.channel import Channel
from generator.catalog.product import Product

from . import addresses
from .lists import ordered_categories
from .surroundings import Surroundings

MODES = ("online", "offline")
"""How a channel sells."""


class FacetValue(NamedTuple):
    """One value that products have."""

    id: str
    label: str
    href: str
    """Where the products that have it are listed."""
    digest: str = ""
    """Digest of the thing that the value names, where it is one."""
    products: tuple[int, ...] = ()
    """Places of the products that have it among all on offer, rising."""


class Facet(NamedTuple):
    """One respect in which products differ."""

    key: str
    title: str
    values: tuple[FacetValue, ...]
    """Those that a product on offer has."""
    all_href: str = ""
    """Where all possible values are listed; empty where no page does."""

    def value(self, key: str) -> FacetValue | None:
        """Return the value with an id, ``None`` where no product on offer has it."""
        return next((each for each in self.values if each.id == key), None)


class _Kind(NamedTuple):
    """How one facet is made."""

    key: str
    title: str
    all_href: str
    values: Iterable[FacetValue]
    """All that are possible, in their order, without products."""
    of: Callable[[Product], Iterable[str]]
    """Ids of the values that a product has."""
    common_first: bool = False
    """Those of most products come first."""


def facets_of(around: Surroundings, products: Sequence[Product]) -> tuple[Facet, ...]:
    """Return all facets of *products*, which can be bought, in the order in which they are shown."""
    made: list[Facet] = []
    for kind in _kinds(around, {product.id: channels_of(around, product) for product in products}):
        places: dict[str, list[int]] = {}
        for place, product in enumerate(products):
            for key in dict.fromkeys(kind.of(product)):
                places.setdefault(key, []).append(place)
        values = [value._replace(products=tuple(places[value.id])) for value in kind.values if value.id in places]
        if kind.common_first:
            values.sort(key=lambda value: -len(value.products))
        made.append(Facet(kind.key, kind.title, tuple(values), kind.all_href))
    return tuple(made)


def channels_of(around: Surroundings, product: Product) -> list[Channel]:
    """Return the channels that sell *product*, or will again: open ones that do not say it is discontinued."""
    state = around.catalog.offer_state
    offers = around.catalog.offers_by_product.get(product.id, ())
    return [offer.channel for offer in offers if state(offer) in ("sold", "sold-out")]


def modes_of(around: Surroundings, product: Product) -> list[str]:
    """Return ``online`` and ``offline``, as far as a channel sells *product* so."""
    return [channel.mode for channel in channels_of(around, product)]


def marks_of(around: Surroundings, product: Product) -> list[str]:
    """Return the schemes of which *product* has a certificate in force; a survey record is no certificate."""
    state = around.catalog.certificate_state
    certificates = around.catalog.certificates_by_product.get(product.id, ())
    return [
        certificate.scheme.id
        for certificate in certificates
        if certificate.scheme.is_certification and state(certificate) in ("verified", "self-stated")
    ]


def _kinds(around: Surroundings, channels_by_product: Mapping[str, list[Channel]]) -> Iterator[_Kind]:
    catalog, texts = around.catalog, around.texts
    schemes_of_categories = tuple(_category_kinds(around))
    yield from schemes_of_categories[:1]
    origins = (FacetValue(o.code, o.name, addresses.origin(o.code), o.digest) for o in catalog.origins.values())
    yield _Kind("origin", texts("facet.origin"), "origins/", origins, _origin_of, common_first=True)
    modes = (FacetValue(mode, texts(f"common.{mode}"), addresses.products_of_mode(mode)) for mode in MODES)
    yield _Kind("mode", texts("facet.mode"), "", modes, partial(_modes_of, channels_by_product))
    months = (FacetValue(str(month), texts(f"month.{month}"), addresses.season(month)) for month in range(1, 13))
    yield _Kind("season", texts("facet.season"), "", months, _months_of)
    schemes = catalog.certification_schemes.values()
    marks = (FacetValue(scheme.id, scheme.name, addresses.mark(scheme.id), scheme.digest) for scheme in schemes)
    yield _Kind("mark", texts("facet.mark"), addresses.marks(), marks, partial(marks_of, around), common_first=True)
    channels = (FacetValue(c.id, c.name, addresses.channel(c.id), c.digest) for c in catalog.channels.values())
    of_channel = partial(_channels_of, channels_by_product)
    yield _Kind("channel", texts("facet.channel"), addresses.channels(), channels, of_channel, common_first=True)
    suppliers = (FacetValue(s.id, s.name, addresses.supplier(s.id), s.digest) for s in catalog.suppliers.values())
    yield _Kind("supplier", texts("facet.supplier"), "suppliers/", suppliers, _supplier_of, common_first=True)
    official = around.config.official_lists.items()
    lists = (FacetValue(key, name, addresses.official_list(key)) for key, name in official)
    yield _Kind("list", texts("facet.list"), "", lists, _lists_of)
    yield from schemes_of_categories[1:]


def _category_kinds(around: Surroundings) -> Iterator[_Kind]:
    """Yield a facet a scheme of categories, the primary one first."""
    categories: dict[str, list[Category]] = {}
    for category in ordered_categories(around):
        categories.setdefault(category.scheme.id, []).append(category)
    for scheme, group in categories.items():
        values = (FacetValue(c.id, c.name, addresses.category(c.id), c.digest) for c in group)
        # Categories have ids of their own whatever their scheme, so a product's others are passed over.
        yield _Kind(f"category-{scheme}", group[0].scheme.name, "categories/", values, _categories_of)


def _categories_of(product: Product) -> Iterator[str]:
    return (category.id for category in product.categories)


def _origin_of(product: Product) -> tuple[str]:
    return (product.origin.code,)


def _supplier_of(product: Product) -> tuple[str, ...]:
    return (product.supplier.id,) if product.supplier else ()


def _modes_of(channels_by_product: Mapping[str, list[Channel]], product: Product) -> list[str]:
    return [channel.mode for channel in channels_by_product[product.id]]


def _channels_of(channels_by_product: Mapping[str, list[Channel]], product: Product) -> list[str]:
    return [channel.id for channel in channels_by_product[product.id]]


def _months_of(product: Product) -> Iterator[str]:
    return map(str, product.season_months)


def _lists_of(product: Product) -> tuple[str, ...]:
    return product.origin.official_lists
