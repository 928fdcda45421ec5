"""
The written forms in which things are found: one spelling for what is the same to a reader.

A query is brought into the same form by the theme's script (``portal/search/forms.js``), so every rule here stands
there as well.  Width, case, accents and traditional characters make no difference; in the *bare* form blanks and
punctuation make none either.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from .kept_files import read_kept, release_of, write_kept

CJK = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Scripts written without blanks between words: Han, kana (Unicode 16, blocks); for a class of a regular expression."""
CJK_BEYOND = "\U00020000-\U000323af"
"""Han characters outside the basic plane, which a script sees as two units."""
_SILENT = (
    r"\u0000-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7"
    r"\u02c2-\u02df\u2000-\u206f\u20a0-\u20cf\u2100-\u214f\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030"
    r"\u303d\u30a0\u30fb\ufe10-\ufe1f\ufe30-\ufe6f\ufeff-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffff"
)
"""Blanks, punctuation and symbols, which the bare form leaves out; letters, digits and characters are what remains."""
_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f]+")
"""Combining marks of alphabets, which decomposition has set apart (Unicode 16, blocks)."""
_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ς": "σ"}
"""Letters that decomposition leaves whole, as CLDR's root collation sorts them (UTS #35, part 5)."""
_BARE = re.compile(f"[{_SILENT}]+")
_OPENCC = ("tw2s", "hk2s", "t2s")
"""OpenCC's schemes to simplified characters; what the first leaves alone is asked of the next."""
_HAN = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000))
"""Characters asked for: CJK Unified Ideographs and extension A."""


class Forms:
    """Brings texts into the forms in which they are compared."""

    def __init__(self, simplified: Mapping[str, str]) -> None:
        """Take the *simplified* character of each traditional one."""
        self.simplified = simplified
        letters = "".join((*simplified, *_LETTERS))
        self._replaced = re.compile(f"[{letters}]")
        self._replacing = {**simplified, **_LETTERS}

    def folded(self, text: str) -> str:
        """Return *text* as it is compared character by character: one width, case, script; blanks are single."""
        text = " ".join(text.lower().split())
        if text.isascii():
            return text
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
        text = self._replaced.sub(lambda found: self._replacing[found.group()], text)
        return " ".join(unicodedata.normalize("NFC", text).split())

    def bare(self, text: str) -> str:
        """Return *text* folded, without blanks, punctuation and symbols."""
        return bare_of(self.folded(text))


def bare_of(folded: str) -> str:
    """Return a folded text without blanks, punctuation and symbols."""
    return _BARE.sub("", folded)


def open_forms(work: Path) -> Forms:
    """Return the forms; the table of characters is OpenCC's, kept in the folder *work* for its release."""
    path, version = work / "search" / "simplified.json", release_of("opencc")
    told = read_kept(path, version)
    if not isinstance(told, dict) or not all(isinstance(value, str) for value in told.values()):
        told = _simplified()
        write_kept(path, version, told)
    return Forms(told)


@cache
def _simplified() -> dict[str, str]:
    """Return traditional character → simplified one, of all that OpenCC knows in the basic plane."""
    from opencc import OpenCC  # reads its dictionaries

    characters = [chr(code) for block in _HAN for code in block]
    found: dict[str, str] = {}
    for scheme in _OPENCC:
        converted = OpenCC(scheme).convert("\n".join(characters)).split("\n")
        pairs = zip(characters, converted, strict=True)
        found |= {one: other for one, other in pairs if one != other and len(other) == 1 and one not in found}
    # A simplified character may itself be a variant of another scheme: every way ends at the same one.
    return {one: _last(found, other) for one, other in sorted(found.items())}


def _last(found: Mapping[str, str], character: str) -> str:
    seen = {character}
    while (other := found.get(character)) is not None and other not in seen:
        seen.add(character := other)
    return character
