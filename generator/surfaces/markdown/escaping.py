"""
Text of the data in Markdown, so that it says what it says and does nothing.

Markdown here is CommonMark 0.31.2 with the tables of GitHub.  No text can become a heading, a list, a link, a
picture, emphasis, code, an entity or HTML; a test tries it with any text.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&]")
"""Characters that mean something within a line (CommonMark 0.31.2, 6; GitHub's tables and strikethrough)."""
_AT_START = re.compile(r"(?:#|[-+=](?=[-+=\s]|$)|(\d{1,9})(?=[.)](?:\s|$)))")
"""What opens a heading, a list, a rule or an underline at the beginning of a line (CommonMark 0.31.2, 4 and 5)."""
_MARKED = re.compile(r"[\\`*_\[\]<>|~&!#]|^\s*(?:[-+=]|\d+[.)]\s)|    |\t", re.MULTILINE)
"""A text in which none of these stands is plain, however Markdown reads it."""
_BETWEEN_PARAGRAPHS = re.compile(r"\n\s*\n")
_REMEMBERED = 2048
"""Texts that are kept: labels, channels and marks stand on thousands of pages."""
_BETWEEN_CHINESE = re.compile(r"(?<=[\u2e80-\uffef])[ \t]*\n[ \t]*(?=[\u2e80-\uffef])")
"""A line end that stands for nothing: no blank belongs between CJK signs."""
_UNSAFE_IN_ADDRESS = {ord(character): f"%{ord(character):02X}" for character in ' "<>\\^`{|}()[]*_~!'} | {
    number: f"%{number:02X}" for number in (*range(0x20), 0x7F)
}


@lru_cache(maxsize=_REMEMBERED)
def inline(text: str) -> str:
    """Return *text* for any place in a line, its beginning too; line ends and blanks in a row become one blank."""
    text = " ".join(text.split())
    if _SPECIAL.search(text):
        text = _SPECIAL.sub(r"\\\g<0>", text)
    found = _AT_START.match(text)
    if found is None:
        return text
    end = found.end(1) if found[1] else 0
    return f"{text[:end]}\\{text[end:]}"


def link(text: str, address: str) -> str:
    """Return a link; only to http and https, anything else is its text alone."""
    if not address.lower().startswith(("http://", "https://")):
        return inline(text)
    return f"[{inline(text)}]({address.translate(_UNSAFE_IN_ADDRESS)})"


def paragraphs(text: str) -> list[str]:
    """Return the Markdown *text* of an editor as plain paragraphs: its words without its marks.

    Entries of lists and rows of tables are paragraphs of their own; links keep their words.
    """
    blocks = _words(text) if _MARKED.search(text) else _BETWEEN_PARAGRAPHS.split(text)
    return [inline(_BETWEEN_CHINESE.sub("", block)) for block in blocks if block.strip()]


def _words(text: str) -> list[str]:
    """Return the words of each block of *text*."""
    blocks: list[str] = []
    cells: list[str] | None = None
    for token in _reader().parse(text):
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            blocks.append(" · ".join(cells or ()))
            cells = None
        elif token.type in ("fence", "code_block"):
            blocks.append(token.content)
        elif token.type == "inline":
            words = "".join(_of_child(child.type, child.content) for child in token.children or ())
            (blocks if cells is None else cells).append(words)
    return blocks


def _of_child(kind: str, content: str) -> str:
    return "\n" if kind in ("softbreak", "hardbreak") else content


@cache
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table")
