"""The script that a page is given on its way to the browser; no file ever holds it."""

from __future__ import annotations

from functools import cache
from html import escape
from importlib.resources import files

RESERVED = "/__shanhuo/"
"""Addresses of the preview itself; no identifier of a site can take them."""
EVENTS = RESERVED + "events"
CLIENT_FILES = ("preview.js", "overlay.css")
"""Files of ``client/`` that have an address."""


def with_client(html: bytes, version: str) -> bytes:
    """Return the page with the preview's script before the end of its body, or at its end where none is marked.

    Args:
        html: A page in UTF-8 or any encoding that contains ASCII.
        version: The edition that the page belongs to, see :class:`~generator.serve.situation.Situation`.
    """
    tag = f'<script src="{RESERVED}preview.js" data-version="{escape(version)}" defer></script>\n'.encode()
    at = html.lower().rfind(b"</body")
    return html + tag if at < 0 else html[:at] + tag + html[at:]


@cache
def client_file(name: str) -> bytes:
    """Return a file of ``client/``."""
    return (files(__package__) / "client" / name).read_bytes()
