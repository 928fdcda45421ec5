"""What statements rest on (https://schema.org/citation)."""

from __future__ import annotations

from generator.catalog.source import Source

from .nodes import Node, node


def cited(source: Source) -> Node:
    """Return a source as the work that it is."""
    values = {
        "name": source.title,
        "publisher": node("Organization", {"name": source.publisher}) if source.publisher else None,
        "datePublished": str(source.date) if source.date else "",
        "url": source.url,
    }
    return node("CreativeWork", values)
