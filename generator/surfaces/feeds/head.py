"""What the head of every page says of the feeds in its language."""

from __future__ import annotations

from html import escape

from generator.config import SiteConfig
from generator.surfaces import addresses

from .json_feed import JSON_FEED
from .rss import RSS


def feed_links(site: SiteConfig, folder: str) -> str:
    """Return links to the feeds by which readers find them (https://www.rssboard.org/rss-autodiscovery).

    Args:
        site: The settings in the language of the page.
        folder: Where pages in that language stand.
    """
    kinds = (("application/rss+xml", RSS), ("application/feed+json", JSON_FEED))
    return "\n".join(
        f'<link rel="alternate" type="{kind}" title="{escape(site.title)}"'
        f' href="{escape(addresses.whole(site, folder + path))}">'
        for kind, path in kinds
    )
