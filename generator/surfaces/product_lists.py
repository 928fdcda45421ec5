"""Lists of products: all of them in every order, and those of one mode, month or official list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple
from urllib.parse import quote_plus

from generator.catalog.origin import Origin
from generator.catalog.product import Product

from . import addresses, cards, facet_data, lists
from .facets import Facet
from .filter_panel import digest_of_filter, filter_of, shown_facets
from .list_views import Filter, FilterScript, ProductListPage, SortLink
from .on_offer import OnOffer
from .outputs import Output, digest_of
from .pages import Head, PortalPages
from .site_scripts import script_output, script_path
from .sort_orders import SORTS
from .structured_data import PageOfList, list_data
from .surroundings import Surroundings
from .views import Link, Teaser
from .ways import other_ways


class _ValueList(NamedTuple):
    """A list of the products that have one value."""

    title: str
    intro: str
    products: tuple[Product, ...]
    address: Callable[[int], str]
    beside_title: str
    beside: tuple[Link, ...]
    narrow: str
    """What the script is told to choose first."""
    origins: tuple[Origin, ...] = ()


def outputs(pages: PortalPages, on_offer: OnOffer) -> Iterator[Output]:
    """Plan these lists, and what the filter beside them loads."""
    around = pages.around
    facets = shown_facets(on_offer.facets, len(on_offer.orders.recommended))
    yield from _sorted_lists(pages, on_offer, facets)
    yield from facet_data.outputs(on_offer, facets, around.theme.digest("components/", "portal/"))
    if around.is_main:
        yield script_output(around, "products")
    for values in (*_mode_lists(on_offer), *_season_lists(on_offer), *_official_lists(on_offer)):
        yield from _value_pages(pages, values)


def _sorted_lists(pages: PortalPages, on_offer: OnOffer, facets: tuple[Facet, ...]) -> Iterator[Output]:
    around = pages.around
    panels = [filter_of(facets, counted=counted) for counted in (True, False)]
    digests = [digest_of_filter(facets, panel) for panel in panels]
    names = [name for name in SORTS if on_offer.orders.named(name) or name == "recommended"]
    ways = other_ways(around)
    for name in names:
        products = on_offer.orders.named(name)
        for number in range(1, lists.page_count(around, products) + 1):
            panel, digest = (panels[number > 1], digests[number > 1]) if len(products) > 1 else (None, "")
            yield pages.output(
                SORTS[name](number),
                section="products",
                template="list.html",
                needs=lists.digest_of_list(around, products, number, digest, repr(ways), *names),
                build=partial(_sorted_page, around, products, number, name, tuple(names), panel, ways),
                subject=around.texts("products.title"),
                indexed=name == "recommended",
            )


def _sorted_page(
    around: Surroundings,
    products: tuple[Product, ...],
    number: int,
    name: str,
    names: tuple[str, ...],
    panel: Filter | None,
    ways: tuple[Link, ...],
) -> tuple[Head, ProductListPage]:
    """Return a page of all products in the order *name*; to search engines it is that of the recommended order."""
    texts = around.texts
    title, intro = texts("products.title"), texts("products.intro")
    listing = lists.listing(around, products, number, title=title, intro=intro, address=SORTS[name])
    page = ProductListPage(
        kicker="",
        title=title,
        intro=intro,
        sorts=tuple(SortLink(each, texts(f"sort.{each}"), SORTS[each](1), each == name) for each in names),
        filter=panel,
        script=_script_of(around, name) if panel is not None else None,
        beside_title=texts("products.ways"),
        beside=ways,
        narrow="",
        teasers_title="",
        teasers=(),
        listing=listing,
    )
    address = addresses.product_list(number)
    steps = Link(texts("nav.products"), addresses.product_list())
    data = list_data(around, listing, PageOfList(address, number, len(products)), steps)
    told = title if name == "recommended" else texts(f"products.title.{name}")
    return Head(title=told, description=intro, address=address, data=data), page


def _script_of(around: Surroundings, order: str) -> FilterScript:
    return FilterScript(
        src=around.shared + script_path(around, "products"),
        data=addresses.facet_index(),
        order=order,
        page_size=around.config.page_size,
    )


def _mode_lists(on_offer: OnOffer) -> Iterator[_ValueList]:
    texts, facet = on_offer.around.texts, on_offer.facet("mode")
    for value in facet.values:
        yield _ValueList(
            title=texts(f"products.title.{value.id}"),
            intro=texts(f"products.intro.{value.id}"),
            products=on_offer.having(value),
            address=partial(addresses.products_of_mode, value.id),
            beside_title=facet.title,
            beside=_links(facet, value.id),
            narrow=f"mode={value.id}",
        )


def _season_lists(on_offer: OnOffer) -> Iterator[_ValueList]:
    texts, facet = on_offer.around.texts, on_offer.facet("season")
    for value in facet.values:
        yield _ValueList(
            title=texts("products.title.season", month=value.label),
            intro=texts("products.intro.season"),
            products=on_offer.having(value),
            address=partial(addresses.season, int(value.id)),
            beside_title=facet.title,
            beside=_links(facet, value.id),
            narrow=f"season={value.id}",
        )


def _official_lists(on_offer: OnOffer) -> Iterator[_ValueList]:
    """Yield official lists that an origin stands on, whether it has products on offer or not."""
    around = on_offer.around
    facet = on_offer.facet("list")
    for key, name in around.config.official_lists.items():
        origins = tuple(origin for origin in around.catalog.origins.values() if key in origin.official_lists)
        if origins:
            yield _ValueList(
                title=name,
                intro=around.texts("products.intro.list"),
                products=on_offer.having(facet.value(key)),
                address=partial(addresses.official_list, key),
                beside_title=facet.title,
                beside=_links(facet, key),
                narrow=f"list={quote_plus(key)}",
                origins=origins,
            )


def _links(facet: Facet, current: str) -> tuple[Link, ...]:
    """Return the lists of a facet's values, where there are several."""
    links = tuple(Link(value.label, value.href, current=value.id == current) for value in facet.values)
    return links if len(links) > 1 else ()


def _value_pages(pages: PortalPages, values: _ValueList) -> Iterator[Output]:
    around = pages.around
    shown = digest_of(
        *(link.href for link in values.beside),
        *(digest for origin in values.origins for digest in (origin.digest, *around.first_of_origin(origin.code))),
    )
    for number in range(1, lists.page_count(around, values.products) + 1):
        yield pages.output(
            values.address(number),
            section="products",
            template="list.html",
            needs=lists.digest_of_list(around, values.products, number, shown),
            build=partial(_value_page, around, values, number),
            subject=values.title,
        )


def _value_page(around: Surroundings, values: _ValueList, number: int) -> tuple[Head, ProductListPage]:
    texts = around.texts
    listing = lists.listing(
        around, values.products, number, title=values.title, intro=values.intro, address=values.address
    )
    page = ProductListPage(
        kicker=texts("products.title"),
        title=values.title,
        intro=values.intro,
        sorts=(),
        filter=None,
        script=None,
        beside_title=values.beside_title,
        beside=values.beside,
        narrow=f"{addresses.product_list()}?{values.narrow}",
        teasers_title=texts("portal.origins"),
        teasers=_teasers(around, values.origins) if number == 1 else (),
        listing=listing,
    )
    address = values.address(number)
    steps = (Link(texts("nav.products"), addresses.product_list()), Link(values.title, values.address(1)))
    data = list_data(around, listing, PageOfList(address, number, len(values.products)), *steps)
    return Head(title=values.title, description=values.intro, address=address, data=data), page


def _teasers(around: Surroundings, origins: tuple[Origin, ...]) -> tuple[Teaser, ...]:
    return tuple(cards.origin_teaser(around, origin) for origin in origins)
