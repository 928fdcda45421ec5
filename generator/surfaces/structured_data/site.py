"""The site itself: who publishes it, how to search it, where its data can be had."""

from __future__ import annotations

from generator.surfaces.surroundings import Surroundings

from .nodes import Node, identifier, node, page_address, shared_address, statements
from .organisations import by_publisher, publisher

SEARCH = "search/"
PACKAGE = "data/datapackage.json"
PRODUCTS = "api/v1/products.json"


def home_data(around: Surroundings) -> Node:
    """Return the statements of the first page."""
    return statements(_website(around), publisher(around), _dataset(around))


def _website(around: Surroundings) -> Node:
    config = around.config
    search = _search(around) if "search" in config.surfaces else None
    values = {
        "@id": identifier(around, around.folder, "website"),
        "name": config.title,
        "alternateName": config.subtitle,
        "description": config.description,
        "url": page_address(around, ""),
        "inLanguage": around.texts.language,
        "publisher": by_publisher(around),
        "potentialAction": search,
    }
    return node("WebSite", values)


def _search(around: Surroundings) -> Node:
    return node(
        "SearchAction",
        {
            "target": node("EntryPoint", {"urlTemplate": page_address(around, SEARCH) + "?q={search_term_string}"}),
            # An input of an action, see https://schema.org/docs/actions.html#part-4
            "query-input": "required name=search_term_string",
        },
    )


def _dataset(around: Surroundings) -> Node | None:
    """Return the checked data that the site publishes; ``None`` where it publishes none."""
    surfaces = around.config.surfaces
    files = [
        *(((PACKAGE, "datapackage"),) if "data" in surfaces else ()),
        *(((PRODUCTS, "products"),) if "api" in surfaces else ()),
    ]
    if not files:
        return None
    values = {
        "@id": identifier(around, "", "data"),
        "name": around.texts("machines.data", title=around.config.title),
        "description": around.texts("machines.data-words", title=around.config.title),
        "url": page_address(around, ""),
        "inLanguage": around.config.language,
        "isAccessibleForFree": True,
        "creator": by_publisher(around),
        "distribution": [
            node(
                "DataDownload",
                {
                    "name": around.texts(f"machines.{name}"),
                    "encodingFormat": "application/json",
                    "contentUrl": shared_address(around, path),
                },
            )
            for path, name in files
        ],
    }
    return node("Dataset", values)
