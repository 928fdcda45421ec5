"""
The type that pictures are lettered in: a Song face for simplified and one for traditional Chinese, both with Latin.

Noto Serif SC and TC (SIL Open Font License 1.1).  Together they hold GB/T 2312, GBK, Big5, CJK extension A, and Latin
as Western Europe writes it; what they lack is never drawn as an empty box, see :func:`in_glyphs`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

REPLACEMENT = "〓"
"""U+3013: what compositors have always set where a sort was missing."""
_LATIN_QUOTE = re.compile(r"(?<![\u2e80-\uffef])[‘’“”](?![\u2e80-\uffef])")
"""Between letters: a Chinese face gives these signs the width of a character."""
_FACES_KEPT = 12
"""One takes 0.6 MB of memory and 0.8 ms to open."""
_PROBE_SIZE = 24
"""Pixels; enough to tell a character from the face's sign for a missing one."""
_NOWHERE = "\uffff"
"""A noncharacter (Unicode, 23.7): no face has it."""


class Run(NamedTuple):
    """Characters that one face holds."""

    face: str
    """``simplified`` or ``traditional``."""
    text: str


def in_glyphs(text: str, *, traditional: bool = False) -> tuple[Run, ...]:
    """Return *text* in runs of one face each, with nothing in it that no face holds.

    A letter with a mark that no face has loses the mark (``č`` becomes ``c``), any other character becomes
    :data:`REPLACEMENT`; symbols such as emoji, and what has no form of its own (controls, joiners, variation
    selectors), are left out.

    Args:
        text: Any text; white space of any kind counts as a space.
        traditional: Prefer the forms of traditional Chinese.
    """
    faces = ("traditional", "simplified") if traditional else ("simplified", "traditional")
    composed = with_latin_quotes(unicodedata.normalize("NFC", text))
    drawn = [_drawn(" " if char.isspace() else char, faces) for char in composed if _has_form(char)]
    runs = groupby((each for each in drawn if each.text), key=lambda each: each.face)
    return tuple(Run(face, "".join(each.text for each in group)) for face, group in runs)


def with_latin_quotes(text: str) -> str:
    """Return *text* with quotation marks between letters as those of typewriters, which have a letter's width."""
    return _LATIN_QUOTE.sub(lambda found: "'" if found[0] in "‘’" else '"', text)


@lru_cache(_FACES_KEPT)
def face(name: str, size: int) -> FreeTypeFont:
    """Return the face *name* (``simplified``, ``traditional``) at *size* pixels to the em."""
    from PIL import ImageFont

    # The basic layout: the other one hangs on a library that is not everywhere, and a picture shall not.
    return ImageFont.truetype(_file(name), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _file(name: str) -> str:
    import pylopdf_fonts_zh_cn
    import pylopdf_fonts_zh_tw

    package = pylopdf_fonts_zh_tw if name == "traditional" else pylopdf_fonts_zh_cn
    return str(package.serif_path())


def _has_form(char: str) -> bool:
    is_selector = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    return char.isspace() or not (is_selector or unicodedata.category(char) in ("Cc", "Cf"))


@cache
def _drawn(char: str, faces: tuple[str, ...]) -> Run:
    """Return how one character is drawn."""
    instead = () if unicodedata.category(char).startswith("S") else (REPLACEMENT,)
    for wanted in (char, *_without_mark(char), *instead):
        for name in faces:
            if wanted == " " or _holds(name, wanted):
                return Run(name, wanted)
    return Run(faces[0], "")


def _without_mark(char: str) -> tuple[str, ...]:
    """Return the letter beneath the mark of *char*, as its name in Unicode tells (``L WITH STROKE``), if it has one."""
    letter, found, _ = unicodedata.name(char, "").partition(" WITH ")
    if not found:
        return ()
    try:
        return (unicodedata.lookup(letter),)
    except KeyError:
        return ()


def _holds(name: str, char: str) -> bool:
    return _mask(name, char) != _missing(name)


@cache
def _missing(name: str) -> bytes:
    return _mask(name, _NOWHERE)


def _mask(name: str, char: str) -> bytes:
    mask = face(name, _PROBE_SIZE).getmask(char)
    return bytes(mask) + repr(mask.size).encode()
