"""
A column as an archive, for hosts that let in nothing from elsewhere: script, data, pictures and a page.

Nothing in it asks another host for anything; only its links lead to us.  It holds the column as it is on the day, so
the worklist tells which copies are out of date.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import partial
from typing import Final

from generator.catalog.embedding import EmbedColumn
from generator.surfaces import cards
from generator.surfaces.outputs import Output, digest_of
from generator.surfaces.surroundings import Surroundings

from . import addresses
from .column_data import json_of
from .column_views import column_view
from .files import script
from .pages import frame_page
from .selection import shown_products
from .views import EmbedItem, EmbedView

_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""What an archive can say of a time at the least: the same content gives the same bytes."""
_PICTURES: Final = "pictures/"
_READ_ME: Final = "README.txt"


def copy_output(around: Surroundings, column: EmbedColumn) -> Output:
    """Plan the archive of *column*, in the site's own language."""
    view = column_view(around, column)
    needs = digest_of(around.base, around.theme.digest("embed/", "tokens/", "motifs/"), repr(view))
    return Output(addresses.copy(column.id), needs, partial(_archive, around, column), str(column.title), is_slow=True)


def _archive(around: Surroundings, column: EmbedColumn) -> bytes:
    view = column_view(around, column)
    pictures = dict(_picture_files(around, column))
    own = view._replace(items=tuple(_with_own_picture(item, pictures) for item in view.items))
    page = frame_page(around, own).decode()
    up = "../" * addresses.page("columns", column.id, around.folder).count("/")
    files = {
        _READ_ME: _read_me(around, own),
        "column.json": json_of(own),
        "frame.js": around.theme.scripts["embed-frame"].encode(),
        "index.html": page.replace(f"{up}{addresses.FRAME_SCRIPT}", "frame.js").encode(),
        "shanhuo.js": script(around.theme).encode(),
        **pictures,
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{column.id}/{name}", _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return written.getvalue()


def _picture_files(around: Surroundings, column: EmbedColumn) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures that the column shows, each in its smallest size."""
    for product in shown_products(around, column):
        picture = cards.product_card(around, product).picture
        src = picture.srcset[0][0] if picture.srcset else picture.src
        smallest = picture._replace(src=src, srcset=(), sources=())
        for output in around.pictures.outputs((smallest,)):
            if output.path == src.removeprefix(around.shared):
                yield _PICTURES + output.path.rpartition("/")[2], output.make()


def _with_own_picture(item: EmbedItem, pictures: dict[str, bytes]) -> EmbedItem:
    if item.picture is None:
        return item
    path = _PICTURES + item.picture.src.rpartition("/")[2]
    return item._replace(picture=item.picture._replace(src=path, srcset="") if path in pictures else None)


def _read_me(around: Surroundings, view: EmbedView) -> bytes:
    text = around.texts("embed.read_me", title=view.title, day=view.as_of, source=view.source, address=view.source_href)
    element = '<script async src="shanhuo.js"></script>\n<shanhuo-column src="column.json"></shanhuo-column>'
    return f"{text}\n\n{element}\n".replace("\n", "\r\n").encode("utf-8-sig")
