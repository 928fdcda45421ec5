"""The plan of what is written in Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.surfaces.outputs import Output, digest_of
from generator.surfaces.product_page import digest_of_page
from generator.surfaces.surroundings import Surroundings

from .llms import LLMS, llms, llms_needs, twin
from .product_twin import product_markdown


def outputs(around: Surroundings) -> Iterator[Output]:
    """Plan ``llms.txt`` and a file beside the page of each product, in one language."""
    for product in around.catalog.products.values():
        yield Output(
            path=around.place(twin(product)),
            needs=digest_of(around.base, "markdown", digest_of_page(around, product)),
            make=partial(product_markdown, around, product),
            subject=product.name,
            kin=product.id,
        )
    yield Output(around.place(LLMS), llms_needs(around), partial(llms, around), LLMS)
