"""How Chinese names are said: each character's pinyin without tones, by which readers type what they cannot write."""

from __future__ import annotations

import re
from typing import TypeAlias

from .search_forms import CJK

Sounds: TypeAlias = tuple[tuple[str, ...], ...]
"""For each character of a name the syllables that it can be read as; a letter or digit is its own."""

_HAN = re.compile(f"[{CJK}]")
MOST_READINGS = 4
"""Readings taken of one character: surnames and places have some that no dictionary of phrases settles."""


def sounds_of(name: str) -> Sounds:
    """Return how *name* can be read, ``()`` where it has no Chinese character.

    Words that pypinyin knows have the reading that they have there; other characters have all of theirs.

    Args:
        name: In the bare form, see :meth:`.search_forms.Forms.bare`.
    """
    if not _HAN.search(name):
        return ()
    from pypinyin import Style, pinyin  # its dictionaries take a quarter of a second

    # What is no character comes back sign by sign, so that every sign has its place; the stubs know of texts alone.
    read = pinyin(name, style=Style.NORMAL, heteronym=True, errors=list)  # type: ignore[arg-type]
    return tuple(tuple(dict.fromkeys(readings))[:MOST_READINGS] for readings in read)
