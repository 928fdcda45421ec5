"""By what results can be narrowed: a few signs for each thing in the index, and the words for them in each language."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from generator.catalog import Catalog
from generator.catalog.category import Category

from .facets import MODES, marks_of, modes_of
from .lists import ordered_categories
from .outputs import Output, digest_of
from .search_blocks import Block
from .search_entries import KINDS, Subject
from .search_index import FOLDER
from .search_postings import LOCALS, SIGNS
from .search_prose import ProsePage
from .search_results import marked
from .surroundings import Surroundings

BLOCKS_PER_FILE = 16
"""Blocks of a file: most queries want things of many blocks, and a block takes about 400 bytes."""
FACETS = ("kind", "category", "origin", "mark", "mode")
"""In the order in which they are shown."""


@dataclass(frozen=True, eq=False)
class SearchFacets:
    """The facets of one site, told by the catalogue in its own language."""

    around: Surroundings
    blocks: tuple[Block, ...]

    @cached_property
    def _values(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """Ids of all origins, categories of the first scheme and certification schemes; a place here is their code."""
        catalog = self.around.catalog
        return (
            tuple(catalog.origins),
            tuple(c.id for c in categories_of(self.around)),
            tuple(catalog.certification_schemes),
        )

    @cached_property
    def _places(self) -> tuple[Mapping[str, int], ...]:
        return tuple({key: place for place, key in enumerate(values)} for values in self._values)

    @cached_property
    def needs(self) -> str:
        """Digest of all facets."""
        around = self.around
        values = (value for values in self._values for value in (*values, ""))
        subjects = (block.words_digest for block in self.blocks)
        products = around.digest_of_products(tuple(around.catalog.products.values()))
        return digest_of(around.base, products, *values, *subjects)

    def outputs(self) -> Iterator[Output]:
        """Plan the files of all blocks."""
        for number, start in enumerate(range(0, len(self.blocks), BLOCKS_PER_FILE)):
            path = f"{FOLDER}facets/{number}.js"
            blocks = self.blocks[start : start + BLOCKS_PER_FILE]
            yield Output(
                path, digest_of(self.needs, path), partial(self._file, number, blocks), path, kin="search/facets"
            )

    def _file(self, number: int, blocks: Sequence[Block]) -> bytes:
        texts = [" ".join(map(self._signs, block.subjects)) for block in blocks]
        given = json.dumps([[_width(values) for values in self._values], texts], separators=(",", ":"))
        return f'shanhuoSearch("facets","{number}",{given});\n'.encode()

    def _signs(self, subject: Subject) -> str:
        """Return kind, state and mode, length of the name; then origins, categories and marks, commas between."""
        catalog = self.around.catalog
        origins: Iterable[str] = ()
        categories: Iterable[str] = ()
        marks: Iterable[str] = ()
        state = 0
        if subject.kind == "product":
            product = catalog.products[subject.key]
            origins = (product.origin.code,)
            categories = (category.id for category in product.categories)
            marks = marks_of(self.around, product)
            modes = set(modes_of(self.around, product))
            state = 2 * sum(1 << place for place, mode in enumerate(MODES) if mode in modes) + catalog.is_gone(product)
        else:
            origins = _origins_of(catalog, subject)
        length = min(len(subject.names[0]), len(SIGNS) - 1) if subject.names else 0
        values = ",".join(
            "".join(self._sign(place, key) for key in dict.fromkeys(keys) if key in self._places[place])
            for place, keys in enumerate((origins, categories, marks))
        )
        return SIGNS[KINDS.index(subject.kind)] + SIGNS[state] + SIGNS[length] + values.rstrip(",")

    def _sign(self, facet: int, key: str) -> str:
        place, width = self._places[facet][key], _width(self._values[facet])
        high, low = divmod(place, len(_DIGITS))
        return _DIGITS[low] if width == 1 else _DIGITS[high] + _DIGITS[low]


_DIGITS = SIGNS.replace(",", "")
"""Signs of values; a comma stands between facets."""


def _width(values: Sequence[str]) -> int:
    """Return how many signs tell *values* apart; two are enough for eight thousand."""
    return 1 if len(values) <= len(_DIGITS) else 2


def categories_of(around: Surroundings) -> list[Category]:
    """Return the categories of the first scheme, in their order."""
    categories = ordered_categories(around)
    return [category for category in categories if category.scheme is categories[0].scheme]


def _origins_of(catalog: Catalog, subject: Subject) -> tuple[str, ...]:
    if subject.kind == "origin":
        return (subject.key,)
    if subject.kind == "supplier":
        place = catalog.suppliers[subject.key].origin
        return (place.code,) if place else ()
    if subject.kind == "place":
        region = catalog.placements[subject.key].region
        return (region,) if region in catalog.origins else ()
    if subject.kind == "story":
        return tuple(origin.code for origin in catalog.stories[subject.key].origins)
    return ()


def labels_output(around: Surroundings, blocks: Sequence[Block], pages: Mapping[str, ProsePage]) -> Output:
    """Plan the words of all facets in one language, and which subjects are not in it.

    Args:
        around: The run in this language.
        blocks: All subjects.
        pages: The prose in this language, by address.
    """
    catalog = around.catalog
    digests = (
        item.digest
        for items in (catalog.origins.values(), categories_of(around), catalog.certification_schemes.values())
        for item in items
    )
    absent = [
        block.number * LOCALS + local
        for block in blocks
        for local, subject in enumerate(block.subjects)
        if subject.kind == "page" and subject.key not in pages
    ]
    path = around.place("search/labels.js")
    return Output(path, digest_of(around.base, path, *digests, repr(absent)), partial(_labels, around, absent), path)


def _labels(around: Surroundings, absent: Sequence[int]) -> bytes:
    catalog, texts = around.catalog, around.texts
    named = {
        "kind": [texts(f"search.kind.{kind}") for kind in KINDS],
        "category": [category.name for category in categories_of(around)],
        "origin": [origin.name for origin in catalog.origins.values()],
        "mark": [scheme.name for scheme in catalog.certification_schemes.values()],
        "mode": [texts(f"common.{mode}") for mode in MODES],
    }
    told = {**{facet: [marked(label) for label in labels] for facet, labels in named.items()}, "absent": absent}
    given = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return f'shanhuoSearch("labels","",{given});\n'.encode()
