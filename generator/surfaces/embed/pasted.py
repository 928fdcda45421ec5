"""What the snippets of a column, a product or a campaign are made of."""

from __future__ import annotations

from typing import Final, NamedTuple

from generator.catalog.embedding import EmbedColumn
from generator.surfaces import addresses as site_addresses
from generator.surfaces.pictures import DRAWING_HEIGHT, DRAWING_WIDTH
from generator.surfaces.surroundings import Surroundings

from . import addresses
from .files import integrity_of, script
from .progress_picture import HEIGHT as PROGRESS_HEIGHT
from .progress_picture import WIDTH as PROGRESS_WIDTH
from .snippets import Pasted, PastedLink, copied_on
from .views import EmbedView

SIZES: Final = ((300, 250), (728, 90), (468, 60), (234, 60), (120, 60), (88, 31))
"""Banners in CSS pixels: the sizes that old websites keep room for (IAB, 'Interactive Marketing Units', 1996–2003)."""
_TAGS: Final = {"columns": "shanhuo-column", "products": "shanhuo-product", "campaigns": "shanhuo-progress"}
_TYPICAL: Final = 700
"""CSS pixels: about the width of the place that a column is given."""
_CARD, _GAP, _EDGES = 132, 14, 36
"""Least width of a card, between two, and what a column keeps at its sides; as in ``embed/column.css``."""
_ROW, _LINE, _AROUND = 196, 67, 122
"""Height of a row of cards, of a line of a list, and of title and foot together."""
_MOST: Final = 900
_PROGRESS: Final = 190


def pasted_of(around: Surroundings, view: EmbedView, size: tuple[int, int] = SIZES[0]) -> Pasted:
    """Return what the snippets of *view* are made of, with a banner of *size*."""
    folder = around.folder
    own_page = _whole(around, addresses.page(view.kind, view.id, folder))
    # A column's own page stands for the column for ever, whatever its things are and whether it has ended.
    home = PastedLink(view.title, own_page if view.kind == "columns" else view.href)
    banner = _banner(around, view, size)
    return Pasted(
        tag=_TAGS[view.kind],
        title=view.title,
        language=view.language,
        home=home,
        links=tuple(PastedLink(item.name, item.href) for item in view.items if item.state == "offered"),
        source=PastedLink(view.source, view.source_href),
        copied=str(around.texts("embed.copied", day=copied_on(around.configuration.as_of))),
        picture=_whole(around, banner.address),
        width=banner.width,
        height=banner.height,
        page=own_page,
        frame_height=frame_height(view),
        data=_whole(around, addresses.data(view.kind, view.id, folder)),
        script=_whole(around, addresses.SCRIPT),
        integrity=integrity_of(script(around.theme)),
    )


def languages_of(around: Surroundings, column: EmbedColumn) -> bool:
    """Tell whether *column* is offered in the language of *around*; one that names none is in all."""
    wanted = {tag.lower() for tag in column.languages}
    return not wanted or around.is_main or around.texts.language.lower() in wanted


def frame_height(view: EmbedView) -> int:
    """Return the height that a column needs at its typical width, in CSS pixels.

    A frame of grade C has it for good, one of grade D and an element until they know better: where it is right, nothing
    on the page moves.
    """
    if view.kind == "campaigns":
        return _PROGRESS
    number = max(1, len(view.items))
    if view.look == "list":
        return min(_MOST, _AROUND - 6 + _LINE * number)
    in_a_row = max(1, (_TYPICAL - _EDGES + _GAP) // (_CARD + _GAP))
    rows = 1 if view.look == "banner" else -(-number // in_a_row)
    scrolled = 10 if view.look == "banner" else 0
    return min(_MOST, _AROUND + _ROW * rows + _GAP * (rows - 1) + scrolled)


class _Banner(NamedTuple):
    address: str
    """From the site's root."""
    width: int
    height: int


def _banner(around: Surroundings, view: EmbedView, size: tuple[int, int]) -> _Banner:
    """Return the picture of grade A: a column's banner, a product's block print, a campaign's progress."""
    if view.kind == "campaigns":
        return _Banner(addresses.progress_picture(view.id, around.folder), PROGRESS_WIDTH, PROGRESS_HEIGHT)
    if view.kind == "products":
        width = SIZES[0][0]
        return _Banner(addresses.product_picture(view.id), width, width * DRAWING_HEIGHT // DRAWING_WIDTH)
    return _Banner(addresses.banner(view.id, *size, around.folder), *size)


def _whole(around: Surroundings, address: str) -> str:
    return site_addresses.whole(around.config, address)
