"""Characters that nobody types on purpose: invisible ones, and what wrong encodings leave behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff"
"""
Control characters besides tab and line ends, zero-width spaces, line separators of slide programs,
direction overrides (by which text reads otherwise than it is), stray byte order marks and non-characters.
Joiners (U+200C, U+200D) are left alone: emoji and several scripts need them.
"""

_GARBLED_WORDS = ("锟斤拷", "烫烫烫", "屯屯屯")
"""What U+FFFD and uninitialised memory become when read as GBK."""

_SINGLE = re.compile(f"[{_HIDDEN}\ufffd]")
_ANY = re.compile(f"(?P<hidden>[{_HIDDEN}]+)|(?P<broken>\ufffd+)|(?P<garbled>(?:{'|'.join(_GARBLED_WORDS)})+)")

PLACEHOLDER = "\ufffd"
"""Stands for a reported character in text that is read on."""


def is_clean(text: str) -> bool:
    """Tell whether *text* has none of these characters; quick, for the many files that have none."""
    return not (_SINGLE.search(text) or any(word in text for word in _GARBLED_WORDS))


def strange_characters(text: str, broken_as: str = "") -> Iterator[tuple[int, str, str]]:
    """
    Yield (offset in *text*, code of the kind, what was found) for each run of strange characters.

    Args:
        text: What was read.
        broken_as: The encoding in which the file has broken bytes, if it has: U+FFFD then marks those.
    """
    for match in _ANY.finditer(text):
        if match["hidden"]:
            yield match.start(), "hidden-character", f"U+{ord(match['hidden'][0]):04X}"
        elif match["broken"] and broken_as:
            around = text[max(0, match.start() - 10) : match.end() + 10]
            yield match.start(), "encoding-broken", " ".join(_SINGLE.sub(PLACEHOLDER, around).split())
        else:
            yield match.start(), "garbled-text", match[0]


def with_placeholders(text: str) -> str:
    """Return *text* with a placeholder for each of these characters, of the same length."""
    return _ANY.sub(lambda match: PLACEHOLDER * len(match[0]), text)


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, both from 1, of the character at *offset*; lines end with ``\\n``."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def one_line(text: str, limit: int = 40) -> str:
    """Return the first line of *text* without surrounding space, cut to *limit* characters, to be quoted."""
    line = text.strip().split("\n", 1)[0].strip()
    return line if len(line) <= limit else line[: limit - 1] + "…"


def megabytes(size: int) -> str:
    """Return *size* in bytes as text in MB, rounded up, so that a size beyond a limit never looks like the limit."""
    return f"{-(-size // 10_000) / 100:g} MB"
