"""Feeds: what is new on the site, as RSS and as JSON Feed, one of each a language."""

from .head import feed_links
from .outputs import outputs

__all__ = ["feed_links", "outputs"]
