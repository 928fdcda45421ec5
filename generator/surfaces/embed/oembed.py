"""oEmbed 1.0 (https://oembed.com/): the answer of a provider, as a file."""

from __future__ import annotations

import json
from typing import Final

from generator.surfaces.surroundings import Surroundings

from .pasted import frame_height, pasted_of
from .snippets import snippet
from .views import EmbedView

WIDTH: Final = 480
"""CSS pixels that a consumer should leave; the frame takes what it is given."""
_CACHE: Final = 86_400
"""Seconds."""


def oembed(around: Surroundings, view: EmbedView) -> bytes:
    """Return the answer for *view*: type ``rich``, whose HTML is the frame of grade C."""
    told = {
        "version": "1.0",
        "type": "rich",
        "title": view.title,
        "provider_name": view.source,
        "provider_url": view.source_href,
        "cache_age": _CACHE,
        "html": snippet(pasted_of(around, view), "c"),
        "width": WIDTH,
        "height": frame_height(view),
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
