"""Files for the whole site: sitemap, robots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from html import escape

from generator.config import SiteConfig

from . import addresses
from .outputs import Output, digest_of

SITEMAP_LENGTH = 50000
"""Addresses in one sitemap (https://www.sitemaps.org/protocol.html, 'Sitemap index files')."""


def outputs(config: SiteConfig, planned: Iterable[Output]) -> Iterator[Output]:
    """Plan the sitemap of all indexed pages among *planned*, and ``robots.txt``."""
    pages = sorted(output.path.removesuffix("index.html") for output in planned if output.indexed)
    groups = [pages[start : start + SITEMAP_LENGTH] for start in range(0, len(pages), SITEMAP_LENGTH)] or [[]]
    if len(groups) == 1:
        yield _output("sitemap.xml", _sitemap(config, groups[0]))
    else:
        names = [f"sitemap-{number}.xml" for number in range(1, len(groups) + 1)]
        yield _output("sitemap.xml", _sitemap_index(config, names))
        for name, group in zip(names, groups, strict=True):
            yield _output(name, _sitemap(config, group))
    yield _output("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {addresses.whole(config, 'sitemap.xml')}\n")


def _output(path: str, text: str) -> Output:
    return Output(path=path, needs=digest_of(text), make=partial(str.encode, text), subject=path)


def _sitemap(config: SiteConfig, pages: list[str]) -> str:
    lines = (f"<url><loc>{escape(addresses.whole(config, page))}</loc></url>" for page in pages)
    return _xml("urlset", lines)


def _sitemap_index(config: SiteConfig, names: list[str]) -> str:
    lines = (f"<sitemap><loc>{escape(addresses.whole(config, name))}</loc></sitemap>" for name in names)
    return _xml("sitemapindex", lines)


def _xml(element: str, lines: Iterable[str]) -> str:
    body = "\n".join(lines)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{element} xmlns="{space}">\n{body}\n</{element}>\n'
