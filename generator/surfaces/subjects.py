"""Views of categories, origins and suppliers, each with its products."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from generator.catalog.category import Category
from generator.catalog.item import Item
from generator.catalog.origin import Origin
from generator.catalog.product import Product
from generator.catalog.supplier import Supplier

from . import addresses, cards, prose
from .certificate_lines import certificate_lines
from .lists import digest_of_list, listing, page_count
from .outputs import digest_of
from .page_views import SubjectPage
from .pages import Head
from .share_labels import Shared
from .structured_data import Node, category_data, origin_data, supplier_data
from .surroundings import Surroundings
from .views import Fact

DESCRIPTION_LENGTH = 120
"""Characters of a page's description in search results."""


def category_page(around: Surroundings, category: Category, number: int) -> tuple[Head, SubjectPage]:
    """Return head and view of page *number* of a category."""
    products = around.catalog.products_by_category.get(category.id, ())
    accent = category.accent or cards.DEFAULT_ACCENT
    mapped = (around.catalog.categories[key] for key in category.maps_to if key in around.catalog.categories)
    facts = (
        Fact(around.texts("category.scheme"), category.scheme.name),
        Fact(
            around.texts.field_title("categories", "maps_to"),
            around.texts("common.list_separator").join(other.name for other in mapped),
        ),
    )
    page = SubjectPage(
        kind="category",
        kicker=category.scheme.name,
        title=category.name,
        summary=category.description,
        accent=accent,
        picture=around.pictures.drawing(category.motif, accent=accent, seed=category.id, alt=""),
        facts=tuple(fact for fact in facts if fact.value),
        description_html=prose.to_html(""),
        figures=(),
        certificates=(),
        stories=(),
        listing=listing(
            around, products, number, title=category.name, intro="", address=partial(addresses.category, category.id)
        ),
        sources=(),
        sample=False,
    )
    # Two schemes may have a category of one name; the page's title tells which it is.
    title = page.title if category.scheme.primary else f"{page.title} · {category.scheme.name}"
    data = category_data(around, category, page, number)
    return _head(addresses.category(category.id, number), page, data, title, category), page


def origin_page(around: Surroundings, origin: Origin, number: int) -> tuple[Head, SubjectPage]:
    """Return head and view of page *number* of an origin."""
    catalog, texts, formats = around.catalog, around.texts, around.formats
    products = catalog.products_by_origin.get(origin.code, ())
    teaser = cards.origin_teaser(around, origin)
    lists = (around.config.official_lists.get(name, name) for name in origin.official_lists)
    helpers = (pairing.helper.name for pairing in catalog.pairings_by_origin.get(origin.code, ()))
    facts = (
        Fact(texts.field_title("origins", "code"), origin.code),
        Fact(texts.field_title("origins", "official_lists"), texts("common.list_separator").join(lists)),
        Fact(texts.field_title("origins", "listed_name"), origin.listed_name),
        Fact(texts.field_title("origins", "exit_year"), formats.number(origin.exit_year)),
        Fact(texts("origin.paired_with"), texts("common.list_separator").join(dict.fromkeys(helpers))),
        Fact(texts.field_title("origins", "landscape"), origin.landscape),
    )
    page = SubjectPage(
        kind="origin",
        kicker=origin.region,
        title=origin.name,
        summary=origin.summary,
        accent=teaser.accent,
        picture=teaser.picture,
        facts=tuple(fact for fact in facts if fact.value),
        description_html=prose.to_html(origin.description),
        figures=tuple(cards.figure_view(around, f) for f in catalog.figures_by_origin.get(origin.code, ())),
        certificates=(),
        stories=tuple(cards.story_teaser(around, s) for s in catalog.stories_by_origin.get(origin.code, ())),
        listing=listing(
            around, products, number, title=origin.name, intro="", address=partial(addresses.origin, origin.code)
        ),
        sources=cards.sources_of(around, (origin.source,)),
        sample=origin.sample,
    )
    return _head(addresses.origin(origin.code, number), page, origin_data(around, origin, page, number)), page


def supplier_page(around: Surroundings, supplier: Supplier, number: int) -> tuple[Head, SubjectPage]:
    """Return head and view of page *number* of a supplier."""
    catalog, texts = around.catalog, around.texts
    products = catalog.products_by_supplier.get(supplier.id, ())
    teaser = cards.supplier_teaser(around, supplier)
    place = supplier.origin
    facts = (
        Fact(
            texts.field_title("suppliers", "origin"),
            place.name if place else "",
            href=addresses.origin(place.code) if place else "",
        ),
        *cards.help_facts(around, supplier),
        Fact(texts.field_title("suppliers", "address"), supplier.address),
        Fact(texts.field_title("suppliers", "phone"), supplier.phone),
    )
    certificates = catalog.certificates_by_supplier.get(supplier.id, ())
    page = SubjectPage(
        kind="supplier",
        kicker=teaser.kicker,
        title=supplier.name,
        summary="",
        accent=teaser.accent,
        picture=None,
        facts=tuple(fact for fact in facts if fact.value),
        description_html=prose.to_html(supplier.description),
        figures=tuple(cards.figure_view(around, f) for f in catalog.figures_by_supplier.get(supplier.id, ())),
        certificates=certificate_lines(around, certificates),
        stories=tuple(cards.story_teaser(around, s) for s in catalog.stories_by_supplier.get(supplier.id, ())),
        listing=listing(
            around, products, number, title=supplier.name, intro="", address=partial(addresses.supplier, supplier.id)
        ),
        sources=cards.sources_of(around, (supplier.source, *(c.source for c in certificates))),
        sample=supplier.sample,
    )
    data = supplier_data(around, supplier, page, number)
    return _head(addresses.supplier(supplier.id, number), page, data), page


def pages_of(
    around: Surroundings,
    products: tuple[Product, ...],
    address: Callable[[int], str],
    *shown: Item,
    also: tuple[str, ...] = (),
) -> list[tuple[str, int, str]]:
    """Return (address, page number, digest of what it reads) for each page of a subject.

    Args:
        around: The run.
        products: The subject's products.
        address: Page number → address from the root.
        shown: Items that the page shows besides products.
        also: Further digests.
    """
    extra = digest_of(*(item.digest for item in shown), *also, products[0].digest if products else "")
    return [
        (address(number), number, digest_of_list(around, products, number, extra))
        for number in range(1, page_count(around, products) + 1)
    ]


def _head(address: str, page: SubjectPage, data: Node, title: str = "", about: Shared = None) -> Head:
    text = page.summary or page.description_html.striptags() or f"{page.title} · {page.listing.count}"
    description = prose.plain(text, DESCRIPTION_LENGTH)
    return Head(title or page.title, description, address, data, about=about)
