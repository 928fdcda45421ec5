"""The page on which the guide is asked: a line to type in, questions to touch, answers with what they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.catalog.product import Product
from generator.surfaces import addresses
from generator.surfaces.outputs import Output, digest_of
from generator.surfaces.pages import Head, PortalPages
from generator.surfaces.site_scripts import script_output, script_path
from generator.surfaces.structured_data import page_data
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Link

from .outputs import CHARACTERS, SCRIPT, facts_path, names_path
from .records import everything_in

MOST_QUESTIONS = 6


class AskPage(NamedTuple):
    """The page in one language."""

    title: str
    intro: str
    language: str
    """BCP 47, of the answers."""
    root: str
    """The way from the root of the language to files that all languages share."""
    rules: str
    characters: str
    names: str
    """Files of the guide, from the site's root."""
    facts: str
    """The same of facts, ``0`` standing for the number of the file."""
    version: str
    """Changes with the data, so that no file of another day is taken."""
    script: str
    questions: tuple[str, ...]
    """To be touched, for those who do not know what to ask."""
    links: tuple[Link, ...]
    """Ways to the same facts without a script."""
    contact: str
    """Whom to ask."""


def outputs(pages: PortalPages) -> Iterator[Output]:
    """Plan the page in one language, and with the site's own its script."""
    if pages.around.is_main:
        yield script_output(pages.around, "ask-page")
    yield _page(pages)


def _page(pages: PortalPages) -> Output:
    around = pages.around
    texts, language = around.texts, around.texts.language
    publisher = around.config.publisher
    view = AskPage(
        title=texts("ask.page.title"),
        intro=texts("ask.page.intro"),
        language=language,
        root=around.shared,
        rules=SCRIPT,
        characters=CHARACTERS,
        names=names_path(language),
        facts=facts_path(language, 0),
        version=digest_of(around.base, everything_in(around), around.theme.scripts["ask"])[:10],
        script=script_path(around, "ask-page"),
        questions=tuple(_questions(around))[:MOST_QUESTIONS],
        links=(
            Link(texts("nav.products"), addresses.product_list()),
            Link(texts("places.title"), addresses.places()),
            Link(texts("nav.campaigns"), addresses.section("campaigns")),
        ),
        contact=texts.joined((part for part in (str(publisher.name), publisher.phone) if part), "ask.space"),
    )
    data = page_data(around, view.intro, Link(view.title, addresses.ask()))
    head = Head(view.title, view.intro, addresses.ask(), data)
    return pages.output(
        addresses.ask(),
        section=addresses.NEUTRAL,
        template="ask.html",
        needs=digest_of(repr(view)),
        build=lambda: (head, view),
        subject=view.title,
    )


def _questions(around: Surroundings) -> Iterator[str]:
    """Yield questions that this site can answer, each on another subject."""
    texts, catalog = around.texts, around.catalog
    offered = catalog.offered(catalog.products.values())
    lead = catalog.products.get(around.config.home_lead)
    chosen: list[Product] = [product for product in (lead, *offered) if product is not None]
    priced = [product for product in chosen if catalog.offers_by_product.get(product.id)]
    wanted = (
        ("price", priced[:1]),
        ("origin", chosen[:1]),
        ("prepare", [product for product in chosen[1:] if product.preparation]),
        ("shelf_life", [product for product in chosen[2:] if product.shelf_life]),
        ("certificate", [product for product in chosen if catalog.certificates_by_product.get(product.id)][-1:]),
    )
    for key, products in wanted:
        if products:
            yield texts(f"ask.reply.suggest_{key}", name=str(products[0].name))
    for campaign in catalog.campaigns.values():
        if around.campaign_records[campaign.id].stage == "running":
            yield texts("ask.page.progress", name=str(campaign.name))
            break
    for placement in catalog.placements.values():
        if catalog.is_open(placement) and placement.address:
            yield texts("ask.page.where", name=str(placement.name))
            break
