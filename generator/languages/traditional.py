"""Simplified Chinese in traditional characters, by OpenCC and a glossary that has the last word."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from opencc import OpenCC

Key = TypeVar("Key")

SCHEME = "s2tw"
"""OpenCC's scheme: Taiwan's character forms, since ``zh-Hant`` without a region means them (CLDR, likely subtags).

Words stay those of the source; only characters are rewritten.
"""
GLOSSARY: Mapping[str, str] = {"炒制": "炒製", "烘制": "烘製", "熬制": "熬製", "酿制": "釀製", "腌制": "醃製"}
"""Words of the trade that OpenCC 1.4 leaves or gets wrong."""
_BETWEEN = "\x1e"
"""Stands between texts that are converted in one go: a control character, which intake lets no text hold."""

Rewrite = Callable[[str], str]
"""From simplified to traditional."""


def rewriting(glossary: Mapping[str, str]) -> Rewrite:
    """Return what rewrites a text.

    Args:
        glossary: Simplified word → how the site writes it; its words go before those of :data:`GLOSSARY`.
    """
    words = {**GLOSSARY, **glossary}
    # Longer words first, so that a compound is not cut by a word inside it.
    own = re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))))

    def rewritten(text: str) -> str:
        if text.isascii():
            return text
        pieces: list[str] = []
        last = 0
        for found in own.finditer(text):
            pieces += (_converter().convert(text[last : found.start()]), words[found.group()])
            last = found.end()
        return "".join((*pieces, _converter().convert(text[last:])))

    return rewritten


def all_rewritten(texts: Mapping[Key, str], rewrite: Rewrite) -> dict[Key, str]:
    """Return key → rewritten text, all in one go."""
    whole = rewrite(_BETWEEN.join(texts.values()))
    return dict(zip(texts, whole.split(_BETWEEN), strict=True)) if texts else {}


@cache
def _converter() -> OpenCC:
    from opencc import OpenCC  # its dictionaries are read only where a site has such a language

    return OpenCC(SCHEME)
