"""Views of printed codes, and the way to the page behind one."""

from __future__ import annotations

from generator.catalog.address import QrCode

from . import addresses
from .surroundings import Surroundings
from .views import Link, ShelfCode


def code_view(around: Surroundings, code: QrCode) -> ShelfCode:
    """Return a code with its pictures."""
    return ShelfCode(
        code=code.code,
        href=shelf_href(around, code),
        svg=around.shared + addresses.qr(code.code, "svg"),
        png=around.shared + addresses.qr(code.code, "png"),
        uri=addresses.uri_of(around.config, code),
    )


def shelf_href(around: Surroundings, code: QrCode) -> str:
    """Return the page behind *code* in this language, from its root."""
    return around.shared + addresses.shelf(code.code, around.folder, small=code.is_small)


def coded_href(around: Surroundings, kind: str, key: str) -> str:
    """Return the page behind the own code of a thing, from the root; ``""`` where it has none."""
    code = around.catalog.code_by_target.get((kind, key))
    return shelf_href(around, code) if code is not None and "shelf" in around.config.surfaces else ""


def portal_link(around: Surroundings, text: str, href: str) -> Link | None:
    """Return a link to a page of the portal, ``None`` on a site without one."""
    return Link(text, href) if "portal" in around.config.surfaces else None


def typing_href(around: Surroundings) -> str:
    """Return the page on which a code is typed by hand, from the root of this language."""
    return around.shared + addresses.typing(around.folder)
