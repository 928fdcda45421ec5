"""Where things come from and where they happen."""

from __future__ import annotations

from generator.catalog.origin import Origin
from generator.catalog.placement import Placement
from generator.catalog.whereabouts import spot_of
from generator.config import SiteConfig
from generator.surfaces import addresses, cards
from generator.surfaces.surroundings import Surroundings

from .nodes import Node, identifier, node, page_address

_NUTS_TO_ISO = {"EL": "GR", "UK": "GB"}
"""Country codes of NUTS that differ from ISO 3166-1 (Regulation (EC) No 1059/2003, annex I; Eurostat glossary)."""


def country(config: SiteConfig, origin: Origin) -> Node | None:
    """Return the country that the code of *origin* lies in, as ISO 3166-1 alpha-2; ``None`` for codes of no scheme."""
    if config.regions.scheme == "gb2260":
        return node("Country", {"name": "CN"})
    if config.regions.scheme == "nuts":
        code = origin.code[:2].upper()
        return node("Country", {"name": _NUTS_TO_ISO.get(code, code)})
    return None


def place(around: Surroundings, origin: Origin) -> Node:
    """Return an origin as a place with its country."""
    address = addresses.origin(origin.code)
    values = {
        "@id": identifier(around, address, "place"),
        "name": cards.origin_in_words(around, origin),
        "url": page_address(around, address),
        "geo": coordinates(origin),
        "containedInPlace": country(around.config, origin),
    }
    return node("Place", values)


def coordinates(item: Origin | Placement) -> Node | None:
    """Return where *item* lies; schema.org means WGS 84, and other systems are hundreds of metres off."""
    spot = spot_of(item)
    if spot is None or spot.system != "wgs-84":
        return None
    return node("GeoCoordinates", {"latitude": str(spot.latitude), "longitude": str(spot.longitude)})
