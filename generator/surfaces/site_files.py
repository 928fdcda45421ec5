"""Files for the whole site: sitemap, robots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from types import MappingProxyType

from generator.config import SiteConfig

from . import addresses, sitemap
from .outputs import Output, digest_of

NO_DAYS: Mapping[str, date] = MappingProxyType({})


def outputs(config: SiteConfig, planned: Iterable[Output], changed: Mapping[str, date] = NO_DAYS) -> Iterator[Output]:
    """Plan the sitemap of all indexed pages among *planned*, and ``robots.txt``.

    Args:
        config: The settings.
        planned: All outputs of the site.
        changed: Address of a page in any one language → the day of its data, see :func:`.page_days.page_days`.
    """
    pages = sorted(output.path.removesuffix("index.html") for output in planned if output.indexed)
    yield from sitemap.outputs(config, pages, changed)
    # Pages that are not to be indexed say so themselves; they must not be disallowed, or nobody would read it.
    text = f"User-agent: *\nAllow: /\n\nSitemap: {addresses.whole(config, 'sitemap.xml')}\n"
    yield Output("robots.txt", digest_of(text), partial(str.encode, text), "robots.txt")
