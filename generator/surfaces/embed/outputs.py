"""The plan of everything that other sites show, ask for or paste."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from generator.surfaces import addresses as site_addresses
from generator.surfaces import cards
from generator.surfaces.outputs import Output, digest_of
from generator.surfaces.surroundings import Surroundings

from . import addresses
from .banner_outputs import banner_outputs
from .column_data import json_of
from .column_views import campaign_view, column_view, product_view
from .files import script
from .oembed import oembed
from .pages import frame_output
from .product_feeds import feed_outputs
from .progress_picture import progress_picture
from .selection import columns_of
from .self_hosted import copy_output
from .self_test import self_test_outputs
from .views import EmbedView


def outputs(languages: Sequence[Surroundings]) -> Iterator[Output]:
    """Plan all of ``embed/v1/`` and the feeds of products; the site's own language comes first."""
    main = languages[0]
    yield from _scripts(main)
    for column in columns_of(main.catalog):
        yield copy_output(main, column)
    for around in languages:
        yield from self_test_outputs(around)
        for view in _views(around):
            yield from _outputs_of(around, view)
        for column in columns_of(around.catalog):
            yield from banner_outputs(around, column)
        yield from feed_outputs(around)


def _views(around: Surroundings) -> Iterator[EmbedView]:
    catalog = around.catalog
    for column in columns_of(catalog):
        yield column_view(around, column)
    for product in catalog.products.values():
        yield product_view(around, product)
    for campaign in catalog.campaigns.values():
        yield campaign_view(around, campaign)


def _outputs_of(around: Surroundings, view: EmbedView) -> Iterator[Output]:
    yield frame_output(around, view)
    needs = digest_of(around.base, repr(view))
    path = addresses.data(view.kind, view.id, around.folder)
    near = view.near(around.config.base_url, site_addresses.root_from(path))
    yield Output(path, needs, partial(json_of, near), view.title)
    if around.is_main:
        own = digest_of(needs, around.theme.digest("embed/", "tokens/"))
        yield Output(addresses.oembed(view.kind, view.id), own, partial(oembed, around, view), view.title)
        if view.kind == "products":
            yield _product_picture(around, view)
    if view.kind == "campaigns":
        path = addresses.progress_picture(view.id, around.folder)
        drawn = digest_of(needs, around.theme.digest("tokens/palette.css"))
        yield Output(path, drawn, partial(progress_picture, around.theme, view), view.title)


def _product_picture(around: Surroundings, view: EmbedView) -> Output:
    product = around.catalog.products[view.id]
    category = cards.primary_category(product)
    motif = product.motif or (category.motif if category is not None else "")
    accent = cards.accent_of(product)
    drawing = around.pictures.drawing(motif, accent=accent, seed=product.id, alt=product.name)
    (drawn,) = around.pictures.outputs((drawing,))
    return drawn._replace(path=addresses.product_picture(view.id), subject=view.title)


def _scripts(around: Surroundings) -> Iterator[Output]:
    theme = around.theme
    for path, text in ((addresses.SCRIPT, script(theme)), (addresses.FRAME_SCRIPT, theme.scripts["embed-frame"])):
        yield Output(site_addresses.file_of(path), digest_of(text), partial(str.encode, text), path)
