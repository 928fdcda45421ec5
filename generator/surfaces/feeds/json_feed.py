"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from generator.surfaces.surroundings import Surroundings

from .entries import Entry
from .head import FeedHead

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(around: Surroundings, entries: Sequence[Entry], head: FeedHead) -> bytes:
    """Return a feed."""
    config = around.config
    author = {"name": config.publisher.name, "url": config.publisher.url}
    feed = {
        "version": VERSION,
        "title": head.title,
        "home_page_url": head.home,
        "feed_url": head.own,
        "description": head.description,
        "language": around.texts.language,
        "authors": [_known(author)] if config.publisher.name else [],
        "items": [_item(entry, config.time_zone) for entry in entries],
    }
    text = json.dumps(_known(feed) | {"items": feed["items"]}, ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def _item(entry: Entry, zone: str) -> dict[str, object]:
    moment = entry.moment(zone)
    return _known(
        {
            "id": entry.address,
            "url": entry.address,
            "title": entry.title,
            "content_text": entry.text or entry.title,
            "image": entry.picture,
            "date_published": moment.isoformat() if moment is not None else "",
            "tags": list(entry.tags),
        }
    )


def _known(values: Mapping[str, object]) -> dict[str, object]:
    """Return *values* without what is empty."""
    return {name: value for name, value in values.items() if value}
