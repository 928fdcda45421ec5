"""What products belong to and are sold by: categories, origins, suppliers, channels."""

from __future__ import annotations

from typing import Any

from generator.catalog.category import Category, CategoryScheme
from generator.catalog.channel import Channel
from generator.catalog.origin import Origin
from generator.catalog.source import Source
from generator.catalog.supplier import Supplier
from generator.surfaces import addresses

from .shapes import (
    ADDRESS,
    ADDRESS_OR_NULL,
    COUNT,
    DAY_OR_NULL,
    FLAG,
    NAMES,
    NUMBER,
    PERIOD,
    TEXT,
    TEXTS,
    WHOLE,
    Listed,
    Member,
    Shape,
    flag,
    stated,
    text,
)
from .values import day, exact, period

SCHEME = Shape[CategoryScheme](
    "CategoryScheme",
    "A way of sorting goods.",
    (
        stated("id", "Key."),
        stated("name", "Name."),
        Member("primary", "The one that the portal sorts by.", FLAG, lambda _, scheme: scheme.primary),
    ),
)
CATEGORY = Shape[Category](
    "Category",
    "A category of a scheme.",
    (
        stated("id", "Key."),
        stated("name", "Name in the site's own language."),
        Member("names", "The name in every language that has it.", NAMES, lambda run, c: run.names("categories", c)),
        Member("scheme", "Its scheme.", SCHEME, lambda run, category: SCHEME.told(run, category.scheme)),
        text("parent", "Key of the category above it."),
        Member("maps_to", "Keys of the same in other schemes.", TEXTS, lambda _, category: list(category.maps_to)),
        Member("order", "Its place in the scheme.", COUNT, lambda _, category: exact(category.order)),
        text("description", "In a sentence."),
        Member(
            "products",
            "Number of products, withdrawn ones included.",
            WHOLE,
            lambda run, category: len(run.around.catalog.products_by_category.get(category.id, ())),
        ),
        Member("url", "Its page.", ADDRESS, lambda run, category: run.whole(addresses.category(category.id))),
    ),
)
ORIGIN = Shape[Origin](
    "Origin",
    "A place of origin.",
    (
        stated("code", "Key: the code of the region."),
        stated("name", "Name in the site's own language."),
        Member("names", "The name in every language that has it.", NAMES, lambda run, o: run.names("origins", o)),
        text("listed_name", "As official lists write it."),
        text("region", "The region that it lies in."),
        Member("official_lists", "Official lists that it stands on.", TEXTS, lambda _, o: list(o.official_lists)),
        Member("exit_year", "Year in which it left the list.", COUNT, lambda _, origin: exact(origin.exit_year)),
        text("summary", "In a sentence."),
        Member("latitude", "Degrees.", NUMBER, lambda _, origin: exact(origin.latitude)),
        Member("longitude", "Degrees.", NUMBER, lambda _, origin: exact(origin.longitude)),
        text("coordinate_system", "Of the two.", Listed("origins", "coordinate_system")),
        Member(
            "products",
            "Number of products, withdrawn ones included.",
            WHOLE,
            lambda run, origin: len(run.around.catalog.products_by_origin.get(origin.code, ())),
        ),
        Member("url", "Its page.", ADDRESS, lambda run, origin: run.whole(addresses.origin(origin.code))),
        Member("source", "Key of its source.", TEXT, lambda _, origin: origin.source.id if origin.source else None),
        Member("as_of", "Day on which it was last checked.", DAY_OR_NULL, lambda _, origin: day(origin.as_of)),
        flag("sample", "Invented for demonstration."),
    ),
)
SUPPLIER = Shape[Supplier](
    "Supplier",
    "A supplier: a firm, co-operative, family farm or hotel.",
    (
        stated("id", "Key."),
        stated("name", "Name in the site's own language."),
        Member("names", "The name in every language that has it.", NAMES, lambda run, s: run.names("suppliers", s)),
        text("kind", "What it is.", Listed("suppliers", "kind")),
        Member("origin", "Key of where it is.", TEXT, lambda _, s: s.origin.code if s.origin else None),
        text("help_model", "How it helps others."),
        Member("households", "Households that it brings along.", COUNT, lambda _, s: exact(s.households)),
        text("households_qualifier", "How exact that is.", Listed("suppliers", "households_qualifier")),
        text("stake", "How they share in it."),
        text("address", "Address."),
        text("phone", "An office telephone."),
        text("website", "Its own site.", ADDRESS_OR_NULL),
        Member(
            "products",
            "Number of products, withdrawn ones included.",
            WHOLE,
            lambda run, supplier: len(run.around.catalog.products_by_supplier.get(supplier.id, ())),
        ),
        Member("url", "Its page.", ADDRESS, lambda run, supplier: run.whole(addresses.supplier(supplier.id))),
        Member("source", "Key of its source.", TEXT, lambda _, s: s.source.id if s.source else None),
        Member("as_of", "Day on which it was last checked.", DAY_OR_NULL, lambda _, supplier: day(supplier.as_of)),
        flag("sample", "Invented for demonstration."),
    ),
)
CHANNEL = Shape[Channel](
    "Channel",
    "Where things are sold.",
    (
        stated("id", "Key."),
        stated("name", "Name in the site's own language."),
        Member("names", "The name in every language that has it.", NAMES, lambda run, c: run.names("channels", c)),
        text("kind", "What it is.", Listed("channels", "kind")),
        text("mode", "Online or offline.", Listed("channels", "mode")),
        text("status", "Whether it is open.", Listed("channels", "status")),
        text("website", "Its first page.", ADDRESS_OR_NULL),
        text("operator", "Who runs it."),
        Member("since", "Since when.", PERIOD, lambda _, channel: period(channel.since)),
        text("description", "In a few sentences."),
        Member("source", "Key of its source.", TEXT, lambda _, c: c.source.id if c.source else None),
        flag("sample", "Invented for demonstration."),
    ),
)
SOURCE = Shape[Source](
    "Source",
    "What a statement rests on: a report, a notice, a register.",
    (
        stated("id", "Key."),
        stated("title", "Title in the site's own language."),
        Member(
            "names", "The title in every language that has it.", NAMES, lambda run, s: run.names("sources", s, "title")
        ),
        text("kind", "What it is.", Listed("sources", "kind")),
        text("publisher", "Who published it."),
        Member("date", "When.", PERIOD, lambda _, source: period(source.date)),
        text("url", "Where it can be read.", ADDRESS_OR_NULL),
    ),
)
SHAPES: tuple[Shape[Any], ...] = (SCHEME, CATEGORY, ORIGIN, SUPPLIER, CHANNEL, SOURCE)
