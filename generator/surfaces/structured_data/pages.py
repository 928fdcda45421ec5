"""A page that is nothing but a page, and where it stands (https://schema.org/WebPage)."""

from __future__ import annotations

from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Link

from .breadcrumbs import breadcrumbs
from .nodes import Node, node, page_address, statements


def page_data(around: Surroundings, description: str, *steps: Link) -> Node:
    """Return the statements of an inner page; the last of *steps* is the page itself, see :func:`breadcrumbs`."""
    page = node(
        "WebPage",
        {
            "name": steps[-1].text,
            "description": description,
            "url": page_address(around, steps[-1].href),
            "inLanguage": around.texts.language,
        },
    )
    return statements(page, breadcrumbs(around, *steps))
