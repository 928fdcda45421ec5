"""The head of a shelf page that is not a product's: what every such page begins and ends with."""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalog.address import QrCode
from generator.catalog.source import Source

from . import cards
from .code_views import code_view
from .product_places import dialled
from .shelf_views import ShelfHead
from .surroundings import Surroundings
from .views import Fact, Link, Notice, Picture


def shelf_head(
    around: Surroundings,
    code: QrCode,
    *,
    kicker: str,
    title: str,
    summary: str = "",
    accent: str = cards.DEFAULT_ACCENT,
    picture: Picture | None = None,
    notices: Iterable[Notice | None] = (),
    facts: Iterable[Fact] = (),
    sample: bool = False,
    portal: Link | None = None,
    source: Source | None = None,
) -> ShelfHead:
    """Return the head; facts without a value and notices that are none are left out."""
    publisher = around.config.publisher
    return ShelfHead(
        kicker=kicker,
        title=title,
        summary=summary,
        accent=accent,
        picture=picture,
        notices=tuple(notice for notice in notices if notice is not None),
        facts=tuple(fact for fact in facts if fact.value),
        sample=sample,
        code=code_view(around, code),
        portal=portal,
        sources=cards.sources_of(around, (source,)),
        publisher=publisher.name,
        publisher_phone=publisher.phone,
        publisher_tel=dialled(publisher.phone),
        as_of=around.formats.day(around.configuration.as_of),
    )
