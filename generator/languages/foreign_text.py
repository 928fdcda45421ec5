"""Text in another language than the page it stands on: where nobody has translated it, the source's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Self

from .tags import is_chinese

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
"""Chinese characters (Unicode 16, property Ideographic, without the marks beside them)."""
_LETTER = re.compile(r"[^\W\d_]")


class ForeignText(str):
    """A text in the language of the data.

    It is an ordinary text to everyone, and what is made of it (a part, a join, a format) is one as well.  Only a
    template that prints it as content marks it, so that readers and their machines know which language it is.
    """

    __slots__ = ("language",)

    language: str
    """BCP 47."""

    def __new__(cls, text: str, language: str) -> Self:
        """Mark *text* as written in *language*."""
        marked = super().__new__(cls, text)
        marked.language = language
        return marked


def says_something(text: str, language: str) -> bool:
    """Tell whether *text* is in *language* rather than the same in all: a number or a code needs no translation."""
    return bool(_HAN.search(text) if is_chinese(language) else _LETTER.search(text))


def joined(separator: str, parts: Iterable[str]) -> str:
    """Return *parts* as one text, foreign where one of them is."""
    texts = list(parts)
    return like(separator.join(texts), *texts)


def like(text: str, *origins: object) -> str:
    """Return *text*, which was made of *origins*: foreign where one of them is."""
    language = next((origin.language for origin in origins if isinstance(origin, ForeignText)), None)
    return text if language is None else ForeignText(text, language)
