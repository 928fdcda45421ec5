"""
What a theme's templates hold inline: scripts and styles that a policy lets through by their hash, and what none can.

A hash holds for one text alone.  A block whose text is the same on every page
has one; a block that templates fill in differs from page to page, and style
attributes and event handlers would need ``unsafe-hashes``: these are told to
whoever exports the headers, because browsers will not run them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.surfaces.theme import Theme
from generator.surfaces.theme_files import shown

from .content_security import Inline, hash_sources

RUN = ("", "module", "text/javascript", "application/javascript", "importmap", "speculationrules")
"""Types of ``script`` that a policy decides on; all others, such as JSON-LD, are data (HTML, section 4.12.1)."""
_COMMENT_OR_BLOCK = re.compile(
    r"\{#.*?#\}|<!--.*?-->|<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE
)
_SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_TYPE = re.compile(r"\stype\s*=\s*[\"']?([^\"'\s>]*)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"<[a-z][^<>]*?\s(style|on[a-z]+)\s*=\s*[\"']", re.IGNORECASE)
_FILLED = re.compile(r"\{[{%#]")
_SLOT = re.compile(r"\{\{\s*(\w+)\s*\}\}")


class Refused(NamedTuple):
    """Something in a template that no policy without ``unsafe-inline`` can let through."""

    file: str
    """From the folder ``themes`` on."""
    line: int
    what: str
    """``script``, ``style``, or the name of an attribute."""


class InlineBlock(NamedTuple):
    """A script or style that stands in a template itself."""

    kind: str
    """``script`` or ``style``."""
    text: str
    line: int
    """Counted from 1."""


def inline_of(theme: Theme, folders: tuple[str, ...], slots: Mapping[str, str]) -> Inline:
    """Return the hashes of all inline blocks in the templates of *folders*.

    Args:
        theme: The site's theme.
        folders: Folders of the theme, with a closing slash.
        slots: Name → text that the program puts where a block is nothing but ``{{ name }}``.
    """
    found: dict[str, list[str]] = {"script": [], "style": []}
    for name in _templates(theme, folders):
        for block in blocks_of(theme.text(name)):
            text = _text_of(block, slots)
            if text is not None:
                found[block.kind].append(text)
    return Inline(hash_sources(found["script"]), hash_sources(found["style"]))


def refused_in(theme: Theme, slots: Mapping[str, str]) -> tuple[Refused, ...]:
    """Return everything inline in the theme's templates that browsers will leave out, in the order of the files."""
    found: list[Refused] = []
    for name in theme.names("", ".html"):
        text = theme.text(name)
        file = shown(theme.files[name])
        found += (Refused(file, b.line, b.kind) for b in blocks_of(text) if _text_of(b, slots) is None)
        without = _COMMENT_OR_BLOCK.sub(_blanked, text)
        for match in _ATTRIBUTE.finditer(without):
            found.append(Refused(file, _line(without, match.start(1)), match[1].lower()))
    return tuple(sorted(found))


def blocks_of(template: str) -> Iterator[InlineBlock]:
    """Yield the inline scripts and styles of a template or page, data blocks and what comments hold left out."""
    for match in _COMMENT_OR_BLOCK.finditer(template):
        if not match[1]:
            continue
        kind, attributes = match[1].lower(), match[2]
        told = _TYPE.search(attributes)
        is_run = kind == "style" or (not _SOURCE.search(attributes) and (told[1].lower() if told else "") in RUN)
        if is_run and match[3]:
            yield InlineBlock(kind, match[3], _line(template, match.start()))


def _templates(theme: Theme, folders: tuple[str, ...]) -> Iterator[str]:
    for folder in folders:
        yield from theme.names(folder, ".html")


def _text_of(block: InlineBlock, slots: Mapping[str, str]) -> str | None:
    """Return what stands in the block on every page; ``None`` where that differs."""
    slot = _SLOT.fullmatch(block.text)
    if slot and slot[1] in slots:
        return slots[slot[1]]
    return None if _FILLED.search(block.text) else block.text


def _blanked(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
