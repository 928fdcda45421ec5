"""The banners of a column, and what they show."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.assets.banners import BannerSheet, banner
from generator.assets.motifs import UPRIGHT
from generator.assets.share_pictures import BlockPrint
from generator.catalog.embedding import EmbedColumn
from generator.languages.tags import is_traditional
from generator.surfaces import cards
from generator.surfaces.outputs import Output, digest_of
from generator.surfaces.pictures import Plate
from generator.surfaces.share_labels import CAMPAIGN_MOTIF
from generator.surfaces.site_sign import site_sign
from generator.surfaces.surroundings import Surroundings

from . import addresses
from .pasted import SIZES
from .selection import products_of

_LINK_MOTIF = "basket"


def banner_outputs(around: Surroundings, column: EmbedColumn) -> Iterator[Output]:
    """Plan a banner of *column* in each size, in the language of *around*."""
    plate = _plate(around, column)
    theme = around.theme
    needs = digest_of(
        around.program,
        theme.digest(f"motifs/{plate.motif}.svg", "inks.yml", "tokens/palette.css", "portal/favicon.svg"),
        repr((plate.motif, plate.inks, plate.variant, str(column.title), around.config.title, around.folder)),
        repr(around.pictures.inks[plate.inks]),
    )
    for width, height in SIZES:
        path = addresses.banner(column.id, width, height, around.folder)
        make = partial(_made, around, str(column.title), plate, width, height)
        yield Output(path, digest_of(needs, path), make, str(column.title), is_slow=True)


def _made(around: Surroundings, title: str, plate: Plate, width: int, height: int) -> bytes:
    pictures = around.pictures
    sheet = BannerSheet(
        name=title,
        site=str(around.config.title),
        sign=site_sign(around.theme).sign,
        plate=BlockPrint(pictures.theme.text(f"motifs/{plate.motif}.svg"), plate.variant, plate.motif in UPRIGHT),
        inks=pictures.inks[plate.inks],
        traditional=is_traditional(around.texts.language),
    )
    return banner(sheet, width, height)


def _plate(around: Surroundings, column: EmbedColumn) -> Plate:
    """Return the block print of a column: that of its campaign or category, else of its first product."""
    category, campaign = column.category, column.campaign
    products = products_of(around.catalog, column)
    accent = cards.accent_of(products[0]) if products else cards.DEFAULT_ACCENT
    if column.selection == "campaign" and campaign is not None:
        motif = campaign.motif or CAMPAIGN_MOTIF
    elif column.selection == "category" and category is not None:
        motif, accent = category.motif, category.accent or accent
    elif products:
        first = cards.primary_category(products[0])
        motif = products[0].motif or (first.motif if first else "")
    else:
        motif = _LINK_MOTIF
    return around.pictures.plate_of((), motif=motif, accent=accent, seed=column.id)
