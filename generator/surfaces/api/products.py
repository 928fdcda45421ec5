"""A product, in a list and by itself, and what belongs to one."""

from __future__ import annotations

from typing import Any

from generator.catalog.origin import Origin
from generator.catalog.product import Product
from generator.catalog.supplier import Supplier
from generator.surfaces import addresses, cards
from generator.surfaces.product_page import shelf_code

from .product_parts import CERTIFICATE, CODE, OFFER, PART, PICTURE, RECALL
from .run import ROOT, Run
from .shapes import (
    ADDRESS,
    COUNT,
    DAY,
    DAY_OR_NULL,
    FLAG,
    MONTHS,
    NAMES,
    STRING,
    TEXT,
    TEXTS,
    Listed,
    Member,
    Shape,
    flag,
    many,
    one_or_null,
    stated,
    text,
)
from .values import day, exact


def details_path(product: Product) -> str:
    """Return where a product's own file stands."""
    return f"{ROOT}products/{product.id}.json"


def _status(run: Run, product: Product) -> str:
    return "withdrawn" if run.around.catalog.is_withdrawn(product) else "active"


def _is_available(run: Run, product: Product) -> bool:
    return not run.around.catalog.is_gone(product)


_COMMON: tuple[Member[Product], ...] = (
    stated("id", "Key, for ever the same."),
    stated("name", "Name in the site's own language."),
    Member("names", "The name in every language that has it.", NAMES, lambda run, p: run.names("products", p)),
    Member("kind", "What it is.", Listed("products", "kind"), lambda _, product: product.kind),
)
_STANDING: tuple[Member[Product], ...] = (
    Member("status", "Whether it is still offered.", {"enum": ["active", "withdrawn"], "type": "string"}, _status),
    Member("available", "Neither withdrawn nor recalled: it may be bought where it is offered.", FLAG, _is_available),
    Member(
        "recalls",
        "Recalls in force.",
        many(RECALL),
        lambda run, product: [RECALL.told(run, recall) for recall in run.around.catalog.recalls_of(product)],
    ),
    flag("sample", "Invented for demonstration."),
    Member("url", "Its page.", ADDRESS, lambda run, product: run.whole(addresses.product(product.id))),
)

BRIEF = Shape[Product](
    "ProductBrief",
    "A product in the list.",
    (
        *_COMMON,
        Member("origin", "Key of its origin.", STRING, lambda _, product: product.origin.code),
        Member("supplier", "Key.", TEXT, lambda _, product: product.supplier.id if product.supplier else None),
        Member("categories", "Keys, in all schemes.", TEXTS, lambda _, p: [category.id for category in p.categories]),
        *_STANDING,
        Member("details", "Its own file.", ADDRESS, lambda run, product: run.whole(details_path(product))),
    ),
)

ORIGIN = Shape[Origin](
    "ProductOrigin",
    "Where a product comes from.",
    (
        stated("code", "Key of the origin."),
        stated("name", "Name."),
        text("region", "The region that it lies in."),
    ),
)
SUPPLIER = Shape[Supplier](
    "ProductSupplier",
    "Who supplies a product.",
    (
        stated("id", "Key of the supplier."),
        stated("name", "Name."),
    ),
)


def _offers(run: Run, product: Product) -> list[dict[str, object]]:
    catalog = run.around.catalog
    offers = () if catalog.is_gone(product) else catalog.offers_by_product.get(product.id, ())
    return [OFFER.told(run, offer) for offer in offers]


def _code(run: Run, product: Product) -> dict[str, object] | None:
    code = shelf_code(run.around, product)
    return CODE.told(run, code) if code is not None else None


def _supplier(run: Run, product: Product) -> dict[str, object] | None:
    return SUPPLIER.told(run, product.supplier) if product.supplier is not None else None


PRODUCT = Shape[Product](
    "Product",
    "Everything about one product.",
    (
        Member("version", "Of this API.", {"const": 1}, lambda _, __: 1),
        Member("as_of", "The day that is shown.", DAY, lambda run, _: run.as_of),
        *_COMMON,
        Member("origin", "Where it comes from.", ORIGIN, lambda run, product: ORIGIN.told(run, product.origin)),
        Member("supplier", "Who supplies it.", one_or_null(SUPPLIER), _supplier),
        Member("categories", "Keys, in all schemes.", TEXTS, lambda _, p: [category.id for category in p.categories]),
        *_STANDING,
        text("summary", "In a sentence."),
        stated("description", "Markdown (CommonMark)."),
        text("net_content", "As the label states it."),
        text("specification", "Size, fineness and the like."),
        text("grade", "As the label states it."),
        text("ingredients", "As the label states them."),
        text("allergens", "As the label states them."),
        text("storage", "How to keep it."),
        text("shelf_life", "How long it keeps."),
        text("licence_number", "Licence of the production."),
        text("standard", "Standard that it is made by."),
        text("producer", "Who made it, where that is not the supplier."),
        text("duration", "How long a service or visit takes."),
        text("meeting_place", "Where it begins."),
        Member("capacity", "For how many people.", COUNT, lambda _, product: exact(product.capacity)),
        text("preparation", "How to use it, in Markdown."),
        text("gtin", "Global Trade Item Number (GS1)."),
        Member("aliases", "Other names.", TEXTS, lambda _, product: list(product.aliases)),
        Member("season_months", "Months of the season.", MONTHS, lambda _, product: list(product.season_months)),
        flag("offline_only", "It cannot be ordered from afar."),
        text("offline_only_reason", "Why not."),
        text("no_offer_reason", "Why there is no offer."),
        text("help", "How it helps others."),
        Member(
            "pictures",
            "Photographs, or an illustration.",
            many(PICTURE),
            lambda run, product: [PICTURE.told(run, each) for each in cards.pictures_of(run.around, product)],
        ),
        Member("offers", "What it costs where.", many(OFFER), _offers),
        Member(
            "certificates",
            "What was certified or stated of it.",
            many(CERTIFICATE),
            lambda run, product: [
                CERTIFICATE.told(run, certificate)
                for certificate in run.around.catalog.certificates_by_product.get(product.id, ())
            ],
        ),
        Member(
            "parts",
            "What is in a bundle.",
            many(PART),
            lambda run, p: [PART.told(run, part) for part in run.around.catalog.parts_by_bundle.get(p.id, ())],
        ),
        Member("code", "Its printed code.", one_or_null(CODE), _code),
        Member("source", "Key of its source.", TEXT, lambda _, p: p.source.id if p.source else None),
        Member("checked_on", "Day on which its facts were last checked.", DAY_OR_NULL, lambda _, p: day(p.as_of)),
    ),
)

SHAPES: tuple[Shape[Any], ...] = (
    *(BRIEF, PRODUCT, ORIGIN, SUPPLIER),
    *(OFFER, CERTIFICATE, RECALL, PART, CODE, PICTURE),
)
