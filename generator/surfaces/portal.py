"""The portal: every page of the catalogue for those who browse."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.catalog.product import Product

from . import (
    addresses,
    buyers,
    campaigns,
    cards,
    channels,
    corrections,
    events,
    home,
    icons,
    indexes,
    marks,
    narratives,
    patterns,
    product_lists,
    prose,
    share,
    subjects,
)
from .figure_pages import FigurePages
from .kinds_pages import kinds_outputs
from .markdown import twin
from .on_offer import OnOffer
from .outputs import Output, digest_of
from .page_views import NotFoundPage, ProductPage
from .pages import Head, PortalPages
from .places import Places
from .policy_list import policy_outputs
from .product_page import digest_of_page, product_page
from .source_pages import source_outputs
from .story_index import StoryIndex
from .structured_data import product_data
from .surroundings import Surroundings
from .views import Link, Picture


def outputs(pages: PortalPages) -> list[Output]:
    """Plan all pages of the portal and the pictures they show."""
    on_offer = OnOffer(pages.around)
    stories = StoryIndex(pages.around)
    return [
        *_single_pages(pages),
        *_product_pages(pages),
        *product_lists.outputs(pages, on_offer),
        *marks.outputs(pages, on_offer),
        *channels.outputs(pages, on_offer),
        *buyers.outputs(pages, on_offer),
        *_subject_pages(pages),
        *stories.outputs(pages),
        *_story_pages(pages, stories),
        *campaigns.outputs(pages),
        *events.outputs(pages),
        *corrections.outputs(pages),
        *FigurePages(pages).outputs(),
        *Places(pages).outputs(),
        *policy_outputs(pages),
        *source_outputs(pages),
        *kinds_outputs(pages),
        *patterns.outputs(pages),
        *share.outputs(pages.around),
        *_shared_outputs(pages.around),
    ]


def _shared_outputs(around: Surroundings) -> Iterator[Output]:
    """Plan what stands once for all languages: pictures and icons."""
    if around.is_main:
        yield from around.pictures.outputs(_pictures(around))
        yield from icons.outputs(around)


def _single_pages(pages: PortalPages) -> Iterator[Output]:
    """Plan pages of which there is one each; their view is small, so it is their digest."""
    around = pages.around
    head, view = home.home_page(around)
    yield pages.output(
        "",
        section="home",
        template="home.html",
        needs=digest_of(repr(view)),
        build=partial(home.home_page, around),
        subject=around.config.title,
    )
    for section, head, index in indexes.index_pages(around):
        yield pages.output(
            head.address,
            section=section,
            template="index.html",
            needs=digest_of(repr(index)),
            build=partial(_same, head, index),
            subject=index.title,
        )
    title = around.texts("not_found.title")
    sections = (section for section in addresses.SECTIONS if section not in ("home", "search"))
    typing = addresses.base_path(around.config) + addresses.typing(around.folder)
    ways = NotFoundPage(
        tuple(Link(around.texts(f"nav.{each}"), addresses.section(each)) for each in sections),
        typing if "shelf" in around.config.surfaces else "",
    )
    head = Head(title=title, description="", address=addresses.NOT_FOUND, indexed=False)
    yield pages.output(
        addresses.NOT_FOUND,
        section="home",
        template="not-found.html",
        needs="",
        build=partial(_same, head, ways),
        subject=title,
        indexed=False,
    )


def _same(head: Head, view: object) -> tuple[Head, object]:
    return head, view


def _product_pages(pages: PortalPages) -> Iterator[Output]:
    around = pages.around
    for product in around.catalog.products.values():
        yield pages.output(
            addresses.product(product.id),
            section="products",
            template="product.html",
            needs=digest_of_page(around, product),
            build=partial(_product, around, product),
            subject=product.name,
            indexed=not around.catalog.is_withdrawn(product),
            kin=product.id,
        )


def _product(around: Surroundings, product: Product) -> tuple[Head, ProductPage]:
    view = product_page(around, product)
    description = product.summary or prose.plain(product.description, subjects.DESCRIPTION_LENGTH)
    head = Head(
        title=product.name,
        description=description,
        address=addresses.product(product.id),
        data=product_data(around, product, view),
        indexed=not around.catalog.is_withdrawn(product),
        markdown=twin(product) if "api" in around.config.surfaces else "",
        embedded=("products", product.id),
        about=product,
    )
    return head, view


def _subject_pages(pages: PortalPages) -> Iterator[Output]:
    around, catalog = pages.around, pages.around.catalog
    names = digest_of(*(category.digest for category in catalog.categories.values()))
    for category in catalog.categories.values():
        products = catalog.products_by_category.get(category.id, ())
        address = partial(addresses.category, category.id)
        for place, number, needs in subjects.pages_of(around, products, address, category, also=(names,)):
            build = partial(subjects.category_page, around, category, number)
            yield pages.output(
                place, section="categories", template="subject.html", needs=needs, build=build, subject=category.name
            )
    for origin in catalog.origins.values():
        products = catalog.products_by_origin.get(origin.code, ())
        shown = (
            origin,
            *catalog.pairings_by_origin.get(origin.code, ()),
            *catalog.figures_by_origin.get(origin.code, ()),
            *catalog.stories_by_origin.get(origin.code, ()),
        )
        address = partial(addresses.origin, origin.code)
        for place, number, needs in subjects.pages_of(around, products, address, *shown):
            build_origin = partial(subjects.origin_page, around, origin, number)
            yield pages.output(
                place, section="origins", template="subject.html", needs=needs, build=build_origin, subject=origin.name
            )
    for supplier in catalog.suppliers.values():
        products = catalog.products_by_supplier.get(supplier.id, ())
        shown = (
            supplier,
            *catalog.admissions_by_supplier.get(supplier.id, ()),
            *catalog.figures_by_supplier.get(supplier.id, ()),
            *catalog.stories_by_supplier.get(supplier.id, ()),
            *catalog.certificates_by_supplier.get(supplier.id, ()),
        )
        address = partial(addresses.supplier, supplier.id)
        for place, number, needs in subjects.pages_of(around, products, address, *shown):
            build_supplier = partial(subjects.supplier_page, around, supplier, number)
            yield pages.output(
                place,
                section="suppliers",
                template="subject.html",
                needs=needs,
                build=build_supplier,
                subject=supplier.name,
            )


def _story_pages(pages: PortalPages, stories: StoryIndex) -> Iterator[Output]:
    around, catalog = pages.around, pages.around.catalog
    for story in catalog.stories.values():
        published = tuple(product for product in story.products if product.id in catalog.products)
        campaigns = (campaign.id for campaign in story.campaigns if campaign.id in catalog.campaigns)
        later, earlier = stories.later(story), stories.earlier(story)
        beside = (other.digest if other else "" for other in (later, earlier))
        yield pages.output(
            addresses.story(story.id),
            section="stories",
            template="story.html",
            needs=digest_of(story.digest, around.digest_of_products(published), *beside, *campaigns),
            build=partial(narratives.story_page, around, story, later=later, earlier=earlier),
            subject=story.title,
        )


def _pictures(around: Surroundings) -> Iterator[Picture]:
    """Yield every picture that a page of the portal or of the shelf may show."""
    catalog = around.catalog
    for product in catalog.products.values():
        yield from cards.pictures_of(around, product)
    for story in catalog.stories.values():
        yield from _of(cards.story_teaser(around, story).picture)
    for origin in catalog.origins.values():
        yield from _of(cards.origin_teaser(around, origin).picture)
    for campaign in catalog.campaigns.values():
        yield from _of(cards.campaign_teaser(around, campaign).teaser.picture)
    for category in catalog.categories.values():
        accent = category.accent or cards.DEFAULT_ACCENT
        yield around.pictures.drawing(category.motif, accent=accent, seed=category.id, alt="")
    yield from patterns.pictures(around)
    for channel in catalog.channels.values():
        yield from _of(channels.code_of(around, channel))


def _of(picture: Picture | None) -> tuple[Picture, ...]:
    return (picture,) if picture is not None else ()
