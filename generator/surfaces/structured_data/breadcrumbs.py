"""The way from the first page to the one that is read (https://schema.org/BreadcrumbList)."""

from __future__ import annotations

from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Link

from .nodes import Node, node, page_address, reference


def breadcrumbs(around: Surroundings, *steps: Link) -> Node:
    """Return the way to a page.

    Args:
        around: The run.
        steps: From the section to the page itself; the first page comes before them by itself.
    """
    way = (Link(around.texts("nav.home"), ""), *steps)
    items = [
        node("ListItem", {"position": position, "name": step.text, "item": reference(page_address(around, step.href))})
        for position, step in enumerate(way, start=1)
    ]
    return node("BreadcrumbList", {"itemListElement": items})
