"""
What the script of the product list loads: an index of all facets, and the cards, a few dozen in a file.

The index is read at once and says which products match; cards are read when they are to be shown.  So little goes
over the wire at first, and an edited product changes one file of cards and not all of them.  Both are scripts that
call a function, because a page opened as a file may not read other files in any other way.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.catalog.product import Product
from generator.languages.foreign_text import ForeignText

from . import addresses, cards
from .facets import Facet
from .markup_data import as_data
from .on_offer import OnOffer
from .outputs import Output, digest_of
from .surroundings import Surroundings
from .views import ProductCard

CARDS_IN_FILE = 64
"""About 4 KB compressed: the first results of a choice lie in a few files, and an edit draws no more cards anew."""
_ROOT = "\x1f"
"""Stands for the way to the root in cards: a control character, which intake lets no text hold."""
_BETWEEN = "\x1e"
"""Stands between two cards."""


class CardsPage(NamedTuple):
    """What the template of a file of cards receives."""

    cards: tuple[ProductCard, ...]
    between: str


def outputs(on_offer: OnOffer, facets: Sequence[Facet], styles: str) -> Iterator[Output]:
    """Plan the index and all files of cards.

    Args:
        on_offer: The products.
        facets: Those that can be chosen by.
        styles: Digest of the theme's templates.
    """
    around, products = on_offer.around, on_offer.orders.recommended
    versions: list[str] = []
    for number, start in enumerate(range(0, len(products), CARDS_IN_FILE)):
        part = products[start : start + CARDS_IN_FILE]
        needs = digest_of("cards", str(number), around.base, styles, around.digest_of_products(part))
        versions.append(needs[:10])
        path = around.place(addresses.facet_cards(number))
        yield Output(path, needs, partial(_cards, around, part, number, needs[:10]), path)
    path = around.place(addresses.facet_index())
    things = (f"{facet.key}:{value.id}:{value.digest}" for facet in facets for value in facet.values)
    order = (product.id for product in on_offer.orders.by_name)
    needs = digest_of("facets", around.base, around.digest_of_products(products), *things, *order, *versions)
    yield Output(path, needs, partial(_index, on_offer, facets, versions), path)


def _cards(around: Surroundings, products: Sequence[Product], number: int, version: str) -> bytes:
    page = CardsPage(tuple(cards.product_card(around, product) for product in products), _BETWEEN)
    drawn = around.templates.render("portal/facet-cards.html", page=page, root=_ROOT)
    return _call("shanhuoCards", number, version, as_data(drawn.split(_BETWEEN)[:-1]))


def _index(on_offer: OnOffer, facets: Sequence[Facet], versions: Sequence[str]) -> bytes:
    orders = on_offer.orders
    places = {product.id: place for place, product in enumerate(orders.recommended)}
    rows: list[list[int]] = [[] for _ in places]
    number = 0
    for facet in facets:
        for value in facet.values:
            for place in value.products:
                rows[place].append(number)
            number += 1
    index = {
        "facets": [{"key": facet.key, "values": [_named(v.id, v.label) for v in facet.values]} for facet in facets],
        "rows": rows,
        "orders": {
            name: [places[product.id] for product in orders.named(name)] for name in ("price", "name", "newest")
        },
        "language": on_offer.around.languages[0].language if on_offer.around.languages else "",
        "perFile": CARDS_IN_FILE,
        "files": list(versions),
    }
    return _call("shanhuoFacets", index)


def _named(key: str, label: str) -> list[str | int]:
    """Return a value with its words, marked where they are in the language of the data and not of the page."""
    return [key, str(label), 1] if isinstance(label, ForeignText) else [key, str(label)]


def _call(function: str, *arguments: object) -> bytes:
    given = ",".join(json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in arguments)
    # Line separators ended a line of a script until ES2019 (ECMA-262, 12.3).
    return f"{function}({given});\n".replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").encode()
