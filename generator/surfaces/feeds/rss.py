"""RSS 2.0 (https://www.rssboard.org/rss-specification, with the RSS Advisory Board's best practices profile)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from email.utils import format_datetime
from html import escape

from generator.surfaces.surroundings import Surroundings

from .entries import Entry
from .head import FeedHead


def rss(around: Surroundings, entries: Sequence[Entry], about: FeedHead) -> bytes:
    """Return a feed; without a day of its own it changes only when an entry does."""
    config = around.config
    head = [
        _element("title", about.title),
        _element("link", about.home),
        _element("description", about.description or about.title),
        _element("language", around.texts.language),
        f'<atom:link href="{escape(about.own)}" rel="self" type="application/rss+xml"/>',
    ]
    latest = max((moment for entry in entries if (moment := entry.moment(config.time_zone))), default=None)
    if latest is not None:
        head.append(_element("pubDate", format_datetime(latest)))
    items = [_item(entry, config.time_zone) for entry in entries]
    body = "\n".join(("<channel>", *head, *items, "</channel>"))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">\n{body}\n</rss>\n'
    ).encode()


def _item(entry: Entry, zone: str) -> str:
    return "\n".join(("<item>", *_lines(entry, zone), "</item>"))


def _lines(entry: Entry, zone: str) -> Iterator[str]:
    yield _element("title", entry.title)
    yield _element("link", entry.address)
    # A description is read as HTML (profile, 'description'), so what is text for HTML is escaped once more for XML.
    yield _element("description", escape(entry.text, quote=False))
    yield f'<guid isPermaLink="true">{escape(entry.address)}</guid>'
    yield from (_element("category", tag) for tag in entry.tags)
    moment = entry.moment(zone)
    if moment is not None:
        yield _element("pubDate", format_datetime(moment))


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text, quote=False)}</{name}>"
