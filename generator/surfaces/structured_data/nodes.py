"""Statements in JSON-LD: nodes of the vocabulary of schema.org, and how they stand together on a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from generator.surfaces import addresses
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Picture

Node: TypeAlias = dict[str, object]
"""A thing with ``@type`` and what is known of it."""

CONTEXT = "https://schema.org"
"""The vocabulary, release 29 (https://schema.org/version/latest)."""


def node(kind: str, values: Mapping[str, object]) -> Node:
    """Return a thing of that *kind*; what is empty (``""``, ``None``, nothing in a list) is not said."""
    known = {name: value for name, value in values.items() if value is not None and value not in ("", [], ())}
    return {"@type": kind, **known}


def statements(*nodes: Node | None) -> Node:
    """Return what a page says of *nodes*, those that are ``None`` left out (JSON-LD 1.1, 4.9, named graphs)."""
    return {"@context": CONTEXT, "@graph": [each for each in nodes if each is not None]}


def reference(identifier: str) -> Node:
    """Return a mention of the node that is told elsewhere under *identifier*."""
    return {"@id": identifier}


def page_address(around: Surroundings, address: str) -> str:
    """Return the whole address of the page at *address* in the language of the run."""
    return addresses.whole(around.config, around.place(address))


def shared_address(around: Surroundings, path: str) -> str:
    """Return the whole address of a file of which there is one for all languages."""
    return addresses.whole(around.config, path.removeprefix(around.shared))


def pictures(around: Surroundings, *shown: Picture | None) -> list[str]:
    """Return the whole addresses of pictures."""
    return [shared_address(around, picture.src) for picture in shown if picture is not None]


def identifier(around: Surroundings, address: str, what: str) -> str:
    """Return how all pages in all languages name *what* is told of on the page at *address*."""
    return f"{addresses.whole(around.config, address)}#{what}"


def told(around: Surroundings, text: str) -> str:
    """Return *text*, ``""`` where it only says that the value is not disclosed."""
    return "" if text == around.texts("common.not_disclosed") else text
