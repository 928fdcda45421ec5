"""The data of an embedded thing as JSON, which the script of grade E asks for once."""

from __future__ import annotations

import json
from collections.abc import Mapping

from .views import EmbedItem, EmbedView

VERSION = 1
"""Of the shape; a script of an older version must go on understanding what it is sent."""
_KINDS = {"columns": "column", "products": "product", "campaigns": "progress"}


def json_of(view: EmbedView) -> bytes:
    """Return *view*; what is empty is ``null``, so that each name is always there."""
    bar = view.bar
    told = {
        "version": VERSION,
        "kind": _KINDS[view.kind],
        "id": view.id,
        "lang": view.language,
        "dir": "ltr",
        "title": view.title,
        "look": view.look,
        "href": view.href,
        "partner": {"name": view.partner} if view.partner else None,
        "notice": view.notice or None,
        "as_of": view.as_of,
        "source": {"name": view.source, "href": view.source_href},
        "items": [_item(item) for item in view.items],
        "progress": None if bar is None else dict(bar._asdict()),
        "texts": {"more": view.more, "as_of": view.as_of_words},
    }
    return (json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _item(item: EmbedItem) -> Mapping[str, object]:
    told = {name: value or None for name, value in item._asdict().items()}
    picture = item.picture
    return told | {"picture": None if picture is None else {k: v or None for k, v in picture._asdict().items()}}
