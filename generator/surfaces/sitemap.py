"""Sitemaps: every page that search engines should know, in each language, with the day of its data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from html import escape
from urllib.parse import quote

from generator.config import SiteConfig

from . import addresses
from .outputs import Output, digest_of

LONGEST = 50000
"""Addresses in one sitemap (https://www.sitemaps.org/protocol.html, 'Sitemap index files')."""
BIGGEST = 9_000_000
"""Bytes of one sitemap: below the 50 MB of the protocol, and below the 10 MB that no file of a site may pass."""
_SPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"',
    'xmlns:xhtml="http://www.w3.org/1999/xhtml"',
)
_MARKUP = 80
"""Characters around an address in a sitemap, at most."""


def outputs(config: SiteConfig, pages: Sequence[str], changed: Mapping[str, date]) -> Iterator[Output]:
    """Plan ``sitemap.xml``, and where it would be too large, the files that it then leads to.

    Args:
        config: The settings.
        pages: Addresses of all pages to list, in all languages, from the site's root, sorted.
        changed: Address in any one language → the day of its data; only where it is known.
    """
    folders = [(language, addresses.prefix(config, language)) for language in config.all_languages]
    days = "\x1f".join(f"{address}={day}" for address, day in sorted(changed.items()))
    needs = digest_of(config.base_url, *config.all_languages, days, *pages)
    size = min(LONGEST, BIGGEST // _longest_entry(config, pages, len(folders)))
    groups = [pages[start : start + size] for start in range(0, len(pages), size)] or [[]]
    names = ["sitemap.xml"] if len(groups) == 1 else [f"sitemap-{n}.xml" for n in range(1, len(groups) + 1)]
    if len(groups) > 1:
        yield Output("sitemap.xml", digest_of(needs, *names), partial(_index, config, names), "sitemap")
    known = frozenset(pages)
    for name, group in zip(names, groups, strict=True):
        make = partial(_sitemap, config, group, known, folders, changed)
        yield Output(name, digest_of(needs, name), make, "sitemap")


def _longest_entry(config: SiteConfig, pages: Sequence[str], languages: int) -> int:
    """Return how many bytes one page can take; a character of three bytes is nine when it is quoted."""
    longest = max((len(page) if page.isascii() else 9 * len(page) for page in pages), default=0)
    # With other languages an entry names itself once more, and the site's own language as the default.
    return (len(config.base_url) + longest + _MARKUP) * (languages + 2 if languages > 1 else 1)


def _index(config: SiteConfig, names: Sequence[str]) -> bytes:
    lines = (f"<sitemap><loc>{escape(addresses.whole(config, name))}</loc></sitemap>" for name in names)
    return _xml("sitemapindex", _SPACES[:1], lines)


def _sitemap(
    config: SiteConfig,
    pages: Sequence[str],
    known: frozenset[str],
    folders: Sequence[tuple[str, str]],
    changed: Mapping[str, date],
) -> bytes:
    spaces = _SPACES if len(folders) > 1 else _SPACES[:1]
    others = sorted((folder for _, folder in folders if folder), key=len, reverse=True)
    lines: list[str] = []
    for page in pages:
        folder = next((folder for folder in others if page.startswith(folder)), "")
        address = page.removeprefix(folder)
        day = changed.get(address)
        lines.append(
            f"<url><loc>{_whole(config, page)}</loc>"
            + (f"<lastmod>{day.isoformat()}</lastmod>" if day else "")
            + _alternates(config, [(tag, other + address) for tag, other in folders if other + address in known])
            + "</url>"
        )
    return _xml("urlset", spaces, lines)


def _alternates(config: SiteConfig, pages: Sequence[tuple[str, str]]) -> str:
    """Return a page in all its languages, itself among them, as Google asks for it.

    https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap; ``x-default`` is the
    site's own language, as in the head of each page.
    """
    if len(pages) < 2:
        return ""
    default = [("x-default", address) for _, address in pages[:1]]
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{tag}" href="{_whole(config, address)}"/>'
        for tag, address in (*pages, *default)
    )


def _whole(config: SiteConfig, address: str) -> str:
    return escape(addresses.whole(config, address if address.isascii() else quote(address)))


def _xml(element: str, spaces: Sequence[str], lines: Iterable[str]) -> bytes:
    body = "\n".join(lines)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{element} {" ".join(spaces)}>\n{body}\n</{element}>\n'.encode()
