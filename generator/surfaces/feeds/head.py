"""What feeds say of themselves, and what the head of every page says of those in its language."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from generator.config import SiteConfig
from generator.surfaces import addresses
from generator.surfaces.surroundings import Surroundings

RSS = "feed.xml"
JSON_FEED = "feed.json"


class FeedHead(NamedTuple):
    """What a feed says of itself; addresses are whole."""

    title: str
    home: str
    """The page whose news it tells."""
    own: str
    """The feed itself."""
    description: str

    @classmethod
    def of_site(cls, around: Surroundings, name: str) -> FeedHead:
        """Return the head of the site's own feed in one language; *name* is its file."""
        config = around.config
        return cls(
            title=config.title,
            home=addresses.whole(config, around.place("")),
            own=addresses.whole(config, around.place(name)),
            description=config.description or config.subtitle,
        )


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
