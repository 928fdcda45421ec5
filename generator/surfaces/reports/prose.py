"""The editors' own paragraphs: one Markdown file, a part beneath the heading that has the part's title."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.contract.nearest import nearest
from generator.errors import UsageError

from .model import Block, Heading, Paragraph

FIGURE = re.compile(r"\{\{\s*([^{}]+?)\s*\}\}")
"""A number that the report puts in: ``{{采购额}}`` or a figure's id."""
_NUMBERS = re.compile(r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、])\s*")
"""Numbers that editors wrote before a title; the report counts itself."""
_DEEPEST = 4


class Prose(NamedTuple):
    """What editors wrote, by part."""

    blocks: Mapping[str, tuple[Block, ...]]
    """Key of a part → its paragraphs and headings."""


def read_prose(text: str, name: str, parts: Mapping[str, str], figures: Mapping[str, str]) -> Prose:
    """Read the editors' paragraphs.

    Args:
        text: Markdown; ``##`` heads a part, ``###`` and ``####`` what stands in it; items of a numbered list
            are paragraphs that begin with their number.
        name: Of the file, for messages.
        parts: Title of a part → its key.
        figures: Label or key → the words to be put in.

    Raises:
        UsageError: A heading names no part, text stands before the first, a number is asked for that there is not.
    """
    reader = _Reader(name, parts, figures)
    tokens = MarkdownIt("commonmark", {"html": False}).parse(text)
    item = ""
    for index, token in enumerate(tokens):
        if token.type == "list_item_open":
            item = f"{token.info}." if token.info else ""
        elif token.type == "inline":
            reader.take(tokens[index - 1], token, item)
            item = ""
    return Prose({key: tuple(blocks) for key, blocks in reader.found.items()})


class _Reader:
    def __init__(self, name: str, parts: Mapping[str, str], figures: Mapping[str, str]) -> None:
        self.found: dict[str, list[Block]] = {}
        self._name, self._parts, self._figures = name, parts, figures
        self._part: list[Block] | None = None

    def take(self, opening: Token, inline: Token, item: str) -> None:
        line = (inline.map[0] if inline.map else 0) + 1
        words = self._filled(_plain(inline.children or ()), line)
        level = int(opening.tag[1:]) if opening.type == "heading_open" else 0
        if level in (1, 2):
            self._begin(_NUMBERS.sub("", words).strip(), line)
            return
        if self._part is None:
            raise UsageError(
                f"{self._name} 第 {line} 行的文字不知道属于哪一部分。",
                mend=f"前面先写一行标题，例如“## {next(iter(self._parts))}”。",
            )
        if level:
            self._part.append(Heading(min(level - 1, _DEEPEST), "", _NUMBERS.sub("", words).strip()))
        else:
            self._part += [Paragraph(part.strip()) for part in f"{item}{words}".split("\n") if part.strip()]

    def _begin(self, title: str, line: int) -> None:
        key = self._parts.get(title)
        if key is None:
            near = nearest(title, self._parts)
            raise UsageError(
                f"{self._name} 第 {line} 行：报告里没有“{title}”这一部分。",
                mend=f"是不是“{near}”？" if near else f"可以写：{'、'.join(self._parts)}。",
            )
        self._part = self.found.setdefault(key, [])

    def _filled(self, words: str, line: int) -> str:
        def value(match: re.Match[str]) -> str:
            asked = match.group(1)
            if asked in self._figures:
                return self._figures[asked]
            near = nearest(asked, self._figures)
            raise UsageError(
                f"{self._name} 第 {line} 行：没有叫“{asked}”的数字。",
                mend=f"是不是“{near}”？" if near else f"可以写：{'、'.join(self._figures)}。",
            )

        return FIGURE.sub(value, words)


def _plain(tokens: Sequence[Token]) -> str:
    """Return the words of a paragraph; a line broken by two spaces ends one, any other line break is none."""
    words = ""
    for token in tokens:
        if token.type == "hardbreak":
            words += "\n"
        elif token.type == "softbreak":
            words += " " if words[-1:].isascii() else ""
        else:
            words += token.content
    return words
