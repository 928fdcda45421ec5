"""
Content-Security-Policy: from which places a page may load what (https://www.w3.org/TR/CSP3/).

Every policy begins with nothing and then names what the pages of its kind need.
Nothing inline is let through but by its hash, and hashes are those of what the
theme holds, never of what stands in a finished page: what an attacker might
have brought into the data is not to be given leave by the same build.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple


class Inline(NamedTuple):
    """Hashes of what the pages of one kind hold inline."""

    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()


NOTHING_INLINE = Inline()
_NOTHING = MappingProxyType({"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"})
_NOT_FRAMED = MappingProxyType({"frame-ancestors": "'none'"})

PORTAL = MappingProxyType(
    {
        **_NOTHING,
        "script-src": "'self'",
        "style-src": "'self'",
        # Style sheets hold small drawings of their own as data.
        "img-src": "'self' data:",
        # The search is a form, and reads its index by script elements, as it has to where pages are files.
        "form-action": "'self'",
        **_NOT_FRAMED,
    }
)
"""Pages of the portal: style sheets, scripts and pictures of their own, and the search."""
SHELF = MappingProxyType({**_NOTHING, "style-src": "", "img-src": "'self' data:", "media-src": "'self'", **_NOT_FRAMED})
"""Shelf pages: an inline style by its hash, pictures and recordings of their own, an empty icon as data, no script."""
TYPING = MappingProxyType({**SHELF, "script-src": "'self'"})
"""Where a code is typed by hand: like shelf pages, with scripts of its own."""
WEBMASTER = MappingProxyType({**PORTAL, "connect-src": "'self'", "frame-src": "'self'"})
"""Pages for webmasters of other sites: like the portal's, with previews that are frames and read data."""
EMBED = MappingProxyType(
    {
        **_NOTHING,
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "frame-ancestors": "*",
    }
)
"""What other sites may put into a frame."""
GUIDE = MappingProxyType(
    {
        **_NOTHING,
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        # A worker keeps its files; sensors come by a socket of the machine beside the screen, wherever that listens.
        "connect-src": "'self' ws: wss:",
        "media-src": "'self'",
        "worker-src": "'self'",
        "frame-src": "'self'",
        "frame-ancestors": "'self'",
    }
)
"""Displays, and the page beside them that plays sensors: own files alone, and sockets of readers and sensors."""
FILE = MappingProxyType({**_NOTHING, **_NOT_FRAMED})
"""What is no page: opened alone it shows itself and loads nothing."""

_ORDER = (
    "default-src",
    "script-src",
    "style-src",
    "img-src",
    "font-src",
    "connect-src",
    "media-src",
    "manifest-src",
    "worker-src",
    "frame-src",
    "base-uri",
    "form-action",
    "frame-ancestors",
)


def policy_text(directives: Mapping[str, str], inline: Inline = NOTHING_INLINE) -> str:
    """Return the header's value.

    Args:
        directives: Directive → sources; one without sources, and without inline hashes, is left out.
        inline: Hashes that ``script-src`` and ``style-src`` let through besides.

    Raises:
        ValueError: A directive has no place in the order in which they are written.
    """
    hashes = {"script-src": inline.scripts, "style-src": inline.styles}
    parts = []
    for name in sorted(directives.keys() | {name for name, found in hashes.items() if found}, key=_ORDER.index):
        sources = " ".join(filter(None, (directives.get(name, ""), *hashes.get(name, ()))))
        if sources:
            parts.append(f"{name} {sources}")
    return "; ".join(parts)


def united(one: str, other: str) -> str:
    """Return a policy under which the pages of two policies both work."""
    sources: dict[str, list[str]] = {}
    for directive in (*one.split("; "), *other.split("; ")):
        name, *given = directive.split(" ")
        found = sources.setdefault(name, [])
        found += [source for source in given if source not in found]
    for found in sources.values():
        if len(found) > 1 and "'none'" in found:
            found.remove("'none'")
    return policy_text({name: " ".join(found) for name, found in sources.items()})


def hash_source(text: str) -> str:
    """Return the source expression for an inline block that says exactly *text* (CSP Level 3, section 2.3.1)."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def hash_sources(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the source expressions for several inline blocks, each once, in a fixed order."""
    return tuple(sorted({hash_source(text) for text in texts}))
