"""Where in a page a template prints: as content, or where there is no room for markup: in a tag, in a title."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from jinja2 import nodes

_BORDER = re.compile(r"<(/?)(?:title|option|textarea|script|style|text|desc)\b|<(?=[A-Za-z/!]|\Z)|>")
"""Begins or ends a tag, of an element that holds text alone or of any other.

The elements are those whose content the HTML Standard reads as raw or escapable raw text (13.1.2), options, and words
of a picture in SVG, which an element of HTML would break off (13.2.6.5).
The name of an element may be printed as well, so an opening mark may end what is written.
"""


class _Place(NamedTuple):
    """Where the page has come to."""

    in_tag: bool = False
    in_text: bool = False
    """Inside an element that holds text alone."""

    def behind(self, data: str) -> _Place:
        """Return the place behind *data*."""
        in_tag, in_text = self
        for border in _BORDER.finditer(data):
            in_tag = border.group() != ">"
            if border.group(1) is not None:
                in_text = not border.group(1)
        return _Place(in_tag, in_text)


def printed_as_text(template: nodes.Template) -> frozenset[int]:
    """Return the ids of the expressions that *template* prints where no markup can stand.

    Both branches of a condition begin where it stands, and end alike; macros and blocks are content of their own.
    """
    found: set[int] = set()
    _follow(template.body, found, _Place())
    return frozenset(found)


def _follow(body: Iterable[nodes.Node], found: set[int], place: _Place) -> _Place:
    """Note what *body* prints as text; return the place behind it."""
    for node in body:
        if isinstance(node, nodes.Output):
            place = _printed(node, found, place)
        elif isinstance(node, nodes.If):
            for branch in (*(other.body for other in node.elif_), node.else_):
                _follow(branch, found, place)
            place = _follow(node.body, found, place)
        elif isinstance(node, nodes.For):
            _follow(node.else_, found, place)
            place = _follow(node.body, found, place)
        elif isinstance(node, (nodes.Macro, nodes.CallBlock, nodes.Block, nodes.FilterBlock)):
            _follow(node.body, found, _Place())
        elif isinstance(node, (nodes.With, nodes.Scope, nodes.ScopedEvalContextModifier)):
            place = _follow(node.body, found, place)
    return place


def _printed(output: nodes.Output, found: set[int], place: _Place) -> _Place:
    for node in output.nodes:
        if isinstance(node, nodes.TemplateData):
            place = place.behind(node.data)
        elif place != (False, False):
            found.add(id(node))
    return place
