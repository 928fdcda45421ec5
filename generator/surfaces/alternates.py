"""The same page in other languages, as search engines are told of it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from generator.config import SiteConfig

from . import addresses


def alternates(site: SiteConfig, pages: Sequence[tuple[str, str]]) -> str:
    """Return links to one page in all its languages; nothing where there is but one.

    Args:
        site: The settings.
        pages: (language, address from the site's root), the site's own language first.

    ``x-default`` leads to the site's own language
    (https://developers.google.com/search/docs/specialty/international/localized-versions).
    """
    if len(pages) < 2:
        return ""
    told = [*pages, ("x-default", pages[0][1])]
    lines = (
        f'<link rel="alternate" hreflang="{tag}" href="{escape(addresses.whole(site, address))}">'
        for tag, address in told
    )
    return "\n".join(lines)
