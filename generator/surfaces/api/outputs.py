"""The plan of the API."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.catalog.product import Product
from generator.surfaces.outputs import Output, digest_of
from generator.surfaces.product_page import digest_of_page
from generator.surfaces.surroundings import Surroundings

from . import openapi
from .lists import LISTS
from .products import PRODUCT, details_path
from .run import Run
from .values import as_json


def outputs(around: Surroundings) -> Iterator[Output]:
    """Plan all lists, a file for each product and the description; *around* is in the site's own language."""
    run = Run(around)
    for each in LISTS:
        yield from each.outputs(run)
    for product in around.catalog.products.values():
        names = run.digest_of_names("products", product)
        yield Output(
            path=details_path(product),
            needs=digest_of(around.base, digest_of_page(around, product), names),
            make=partial(_product, run, product),
            subject=product.name,
            kin=product.id,
        )
    yield Output(openapi.PATH, around.base, partial(openapi.openapi, around), "openapi")


def _product(run: Run, product: Product) -> bytes:
    return as_json(PRODUCT.told(run, product))
