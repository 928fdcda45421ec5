"""Where the links of prose pages lead: to a page of prose, a picture in it, or a page of the catalogue."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote

from generator.findings import Finding, Place, finding

from . import addresses

if TYPE_CHECKING:
    from .content import ContentPage

OWN = frozenset(
    (
        "01",
        "404",
        "api",
        "apple-touch-icon",
        "ask",
        "assets",
        "bundles",
        "buyers",
        "campaigns",
        "categories",
        "channels",
        "corrections",
        "data",
        "embed",
        "events",
        "favicon",
        "feed",
        "feeds",
        "figures",
        "guide",
        "index",
        "lists",
        "llms",
        "manifest",
        "marks",
        "origins",
        "p",
        "patterns",
        "pictures",
        "places",
        "policies",
        "print",
        "products",
        "qr",
        "readme",
        "recordings",
        "robots",
        "s",
        "search",
        "services",
        "share",
        "site",
        "sitemap",
        "sources",
        "stories",
        "suppliers",
        "templates",
    )
)
"""Names at the root of the site that are the catalogue's own or the engine's (compared without case)."""


def root_name(address: str, folders: Iterable[str] = ()) -> str:
    """Return the first step of an address or path without its ending, in lower case, as :data:`OWN` has it.

    Args:
        address: From the site's root.
        folders: Those of the site's other languages; the step behind one of them is the first.
    """
    inner = next((address.removeprefix(folder) for folder in folders if address.startswith(folder)), address)
    return inner.split("/")[0].split(".")[0].lower()


def dead_among_content(pages: Iterable[ContentPage], folders: Sequence[str] = ()) -> Iterator[Finding]:
    """Yield a finding for every link that leads to no content, where nothing but content can stand."""
    known = {page.address: page for page in pages}
    for page in known.values():
        for link in page.links:
            target = link.target
            if target is None:
                yield _dead(page, link.line, link.written)
            elif target in known:
                goal = known[target]
                if link.fragment and goal.is_page and link.fragment not in goal.ids:
                    yield _dead(page, link.line, link.written)
            elif target and root_name(target, folders) not in OWN and not _is_whole(target):
                yield _dead(page, link.line, link.written)


def dead_among_outputs(
    pages: Iterable[ContentPage], paths: Collection[str], base_url: str, folders: Sequence[str] = ()
) -> Iterator[Finding]:
    """Yield a finding for every link into the catalogue's pages that leads to none of them.

    Args:
        pages: The prose.
        paths: Files of the planned site.
        base_url: Where the portal will stand; whole addresses beneath it are links into it as well.
        folders: Those of the site's other languages.
    """
    for page in pages:
        for link in page.links:
            target = link.target
            if target is None:
                continue
            if _is_whole(target):
                if not target.startswith(base_url):
                    continue
                target = unquote(target.removeprefix(base_url).partition("?")[0])
            elif target and root_name(target, folders) not in OWN:
                continue
            if addresses.file_of(target) not in paths:
                yield _dead(page, link.line, link.written)


def _is_whole(target: str) -> bool:
    return "://" in target  # no path of the site has it: empty steps are gone from it


def _dead(page: ContentPage, line: int, written: str) -> Finding:
    return finding("content-link", Place(f"content/{page.path}", line), found=written)
