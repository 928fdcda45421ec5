"""Markdown of the data as safe HTML (CommonMark without raw HTML)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from generator.languages.foreign_text import ForeignText, like

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_PLAIN = re.compile(r"[^\n*_`#<>\[\]!&\\|~+-]*(?:\n[^\n*_`#<>\[\]!&\\|~+-]*)*\Z")
"""Text in which no character means anything to Markdown but line ends."""
_NUMBERED = re.compile(r"^\s*\d+[.)]\s", re.MULTILINE)
_BETWEEN_PARAGRAPHS = re.compile(r"\n\s*\n")
_MARKS = re.compile(r"[*_`#>\[\]]|\(https?://[^)]*\)")


def to_html(text: str) -> Markup:
    """Return Markdown *text* as HTML.

    Raw HTML in the text is shown as text; link targets other than http, https,
    mailto and addresses of this site are shown as text as well.
    """
    if isinstance(text, ForeignText):
        return Markup('<div class="sh-source" lang="{}">{}</div>').format(text.language, to_html(str(text)))
    text = text.strip()
    if not text:
        return Markup("")
    if _PLAIN.match(text) and not _NUMBERED.search(text) and "    " not in text:
        paragraphs = _BETWEEN_PARAGRAPHS.split(text)
        return Markup("\n".join(f"<p>{_joined(paragraph)}</p>" for paragraph in paragraphs))  # noqa: S704 - escaped
    return Markup(_renderer().render(text))  # noqa: S704 - raw HTML is off, links are checked


def _joined(paragraph: str) -> Markup:
    """Return the lines of a paragraph as one; Chinese lines join without a blank."""
    first, *others = map(str.strip, paragraph.strip().split("\n"))
    parts = [first]
    for line in others:
        if not (_is_chinese(parts[-1][-1:]) and _is_chinese(line[:1])):
            parts.append("\n")
        parts.append(line)
    return escape("".join(parts))


def _is_chinese(character: str) -> bool:
    """Tell whether no blank belongs beside *character*: CJK signs and punctuation, full-width forms."""
    return "\u2e80" <= character <= "\uffef"


def plain(text: str, length: int) -> str:
    """Return at most *length* characters of Markdown *text* without its marks, for descriptions."""
    bare = " ".join(_MARKS.sub("", text).split())
    return like(bare if len(bare) <= length else bare[: length - 1].rstrip() + "…", text)


@cache
def _renderer() -> MarkdownIt:
    from markdown_it import MarkdownIt

    renderer = MarkdownIt("commonmark", {"html": False}).disable("image").enable("table")
    allowed = re.compile(r"(?:https?://|mailto:|/|#|\.)", re.IGNORECASE)
    renderer.validateLink = lambda url: bool(allowed.match(url.strip()))  # type: ignore[method-assign]
    return renderer
