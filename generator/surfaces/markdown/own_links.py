"""Links to pages of this site, whole, so that they lead there from anywhere."""

from __future__ import annotations

from generator.surfaces import addresses
from generator.surfaces.surroundings import Surroundings

from .escaping import inline, link


def own_link(around: Surroundings, text: str, href: str) -> str:
    """Return a link to the page at *href* in the language of the run; the text alone where there is no page."""
    return link(text, addresses.whole(around.config, around.place(href))) if href else inline(text)
