"""
Finished markup as data: what a script needs to build the same elements by the DOM, without parsing any HTML.

Fragments of one form (the same elements with the same attributes) share a *shape*: a list of steps in document order.

* ``0`` goes up to the parent,
* ``1`` adds a text that differs between fragments,
* a text adds itself,
* ``["a", "class", "sh-link", "href", 0]`` goes into a new element; a value of ``0`` differs between fragments.

Of each fragment only its shape's number and the texts that differ are left, in the order of the steps.  The form is
plain enough for a script of a dozen lines, and takes half of what the markup takes when both are compressed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from html import unescape
from typing import NamedTuple, TypeAlias

Step: TypeAlias = "int | str | list[str | int]"

_TOKEN = re.compile(r"""<!--.*?-->|<(?:[^>"']|"[^"]*"|'[^']*')*>|[^<]+""", re.DOTALL)
_ATTRIBUTE = re.compile(r"""([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_BLANKS = re.compile(r"[ \t\n\f\r]+")
"""ASCII whitespace alone (HTML Standard, 3.2.5): a no-break space is a character like any other."""
_VOID = frozenset(("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
"""Elements without content (HTML Standard, 13.1.2)."""
_LAST = ("src", "srcset")
"""Attributes that make a browser fetch: they come behind those that say whether and when."""


class _Part(NamedTuple):
    """A tag, or a text between two tags."""

    form: tuple[str, ...]
    """``("",)`` of a text, ``("/",)`` of a closing tag, else the element's name and those of its attributes."""
    texts: tuple[str, ...]
    """The text, or the values of the attributes."""


_CLOSING = _Part(("/",), ())


def as_data(fragments: Sequence[str]) -> Mapping[str, object]:
    """Return ``{"shapes": …, "cards": …}`` of finished markup, a card a fragment, in their order."""
    forms: dict[tuple[tuple[str, ...], ...], list[tuple[int, list[str]]]] = {}
    for number, fragment in enumerate(fragments):
        parts = _parts(fragment)
        texts = [text for part in parts for text in part.texts]
        forms.setdefault(tuple(part.form for part in parts), []).append((number, texts))
    shapes: list[list[Step]] = []
    cards: list[list[object]] = [[]] * len(fragments)
    for form, alike in forms.items():
        columns = list(zip(*(texts for _, texts in alike), strict=True))
        fixed = [column[0] if len(set(column)) == 1 else None for column in columns]
        for number, texts in alike:
            cards[number] = [len(shapes), *(text for text, same in zip(texts, fixed, strict=True) if same is None)]
        shapes.append(_steps(form, iter(fixed)))
    return {"shapes": shapes, "cards": cards}


def _steps(form: Iterable[tuple[str, ...]], fixed: Iterable[str | None]) -> list[Step]:
    texts = iter(fixed)
    steps: list[Step] = []
    for name, *attributes in form:
        if name == "/":
            steps.append(0)
        elif name == "":
            text = next(texts)
            steps.append(1 if text is None else text)
        else:
            step: list[str | int] = [name]
            for attribute in attributes:
                value = next(texts)
                step += [attribute, 0 if value is None else value]
            steps.append(step)
    return steps


def _parts(fragment: str) -> list[_Part]:
    parts: list[_Part] = []
    for token in _TOKEN.findall(fragment.strip()):
        part = _part(token)
        if part is not None:
            parts.append(part)
            if part.form[0] in _VOID or token.endswith("/>"):
                parts.append(_CLOSING)
    return parts


@lru_cache(4096)
def _part(token: str) -> _Part | None:
    """Return what a token says; ``None`` of a comment.  Most tokens of a page are those of the page before."""
    if not token.startswith("<"):
        # Blanks count as one in a browser; those between lines of a template would only take room.
        return _Part(("",), (unescape(_BLANKS.sub(" ", token)),))
    if token.startswith("<!--"):
        return None
    if token.startswith("</"):
        return _CLOSING
    (name, *_), *found = _ATTRIBUTE.findall(token[1:-1])
    attributes = sorted(found, key=lambda attribute: attribute[0] in _LAST)
    return _Part((name, *(each[0] for each in attributes)), tuple(unescape("".join(each[1:])) for each in attributes))
