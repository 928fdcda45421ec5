"""Places where the goods stand (https://schema.org/Place, https://schema.org/Store)."""

from __future__ import annotations

from generator.catalog.organisation import Organisation
from generator.catalog.placement import Placement
from generator.surfaces import addresses, prose
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Link

from .breadcrumbs import breadcrumbs
from .nodes import Node, identifier, node, page_address, statements, told
from .organisations import organisation
from .places import coordinates

DESCRIPTION_LENGTH = 500
STORES = ("hall", "centre", "shop")
"""Kinds that are shops of their own; the others stand in a house that is something else."""


def placement_data(around: Surroundings, placement: Placement) -> Node:
    """Return the statements of the page of a place."""
    steps = (
        Link(around.texts("places.title"), addresses.places()),
        Link(placement.name, addresses.place(placement.id)),
    )
    return statements(_placement(around, placement), breadcrumbs(around, *steps))


def _placement(around: Surroundings, placement: Placement) -> Node | None:
    """Return a place that one can go to; ``None`` where it is not open, or invented for show."""
    if placement.sample or not around.catalog.is_open(placement):
        return None
    address = addresses.place(placement.id)
    is_store = placement.kind in STORES
    operator = _body(placement.operator, placement.operator_name)
    values = {
        "@id": identifier(around, address, "place"),
        "name": placement.name,
        "description": prose.plain(placement.description, DESCRIPTION_LENGTH),
        "url": page_address(around, address),
        "address": told(around, placement.address),
        "telephone": told(around, placement.phone),
        "geo": coordinates(placement),
        # Only an organisation has a parent; a cabinet is a place and nothing more.
        "parentOrganization": operator if is_store else None,
    }
    return node("Store" if is_store else "Place", values)


def _body(given: Organisation | None, name: str) -> Node | None:
    if given is not None:
        return None if given.sample else organisation(given)
    return node("Organization", {"name": name}) if name else None
