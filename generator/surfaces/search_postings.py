"""
Where names and words stand, as short texts that ``portal/search/shards.js`` reads.

A *run* lists what follows one character: the next character, then the code of each place, then a blank.  A place in
a name is three signs, the subject in its block and the position; a place in a text is the subject alone.  Positions
make the match of a whole query exact: the pairs of its characters must stand one behind the other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import add

from .search_forms import CJK, CJK_BEYOND
from .search_sounds import Sounds

SIGNS = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\')
"""Signs of codes: printable ASCII but for the blank and what JSON would have to escape."""
MOST_LOCAL = len(SIGNS)
"""Subjects that one sign can tell apart."""
LOCALS = 128
"""By how much the numbers of subjects grow from block to block."""
MOST_PLACES = len(SIGNS) ** 2 // 4
"""Positions that two signs can tell apart, with two flags: begins its text, ends it."""
END = "\t"
"""Stands behind the last character of a name, so that single characters are found at its end as well."""
_NOT_CJK = re.compile(f"[^{CJK}{CJK_BEYOND}]+")
_GAP = "\n"
_BLANK_IN_CJK = re.compile(f"(?<=[{CJK}]) (?=[{CJK}])")
_WORD = re.compile("[0-9a-z\u00df-\u02af\u0370-\u1fff\uac00-\ud7a3]{2,}")
"""A word of a script that writes blanks, folded."""
_LONGEST_WORD = 24
_FILES_OF_FIRST = 4
"""Files among which the pairs of one first character are spread: some characters are in every text."""
DIGIT = "0"
"""Stands for all digits as an initial."""
_REMEMBERED = 1 << 16
_PREFIX = 3
"""Letters of a word by which its file is found."""
_MARKDOWN = re.compile(r"[*_`#>\[\]]|\(https?://[^)]*\)")
_IS_CJK = re.compile(f"[{CJK}{CJK_BEYOND}]")

Runs = dict[str, dict[str, str]]
"""First character → second character → codes."""
Parts = dict[str, str]
"""File of a family, by its number → the JSON that a block contributes."""


def hashed(text: str) -> int:
    """Return the 32-bit hash by which files are chosen: FNV-1a over code points, its halves folded."""
    state = 0x811C9DC5
    for character in text:
        state = (state ^ ord(character)) * 0x01000193 & 0xFFFFFFFF
    return state ^ state >> 15


@lru_cache(_REMEMBERED)
def file_of_name_pair(first: str, second: str, files: int) -> str:
    """Return the file in which a pair of characters of names stands; all pairs that begin with a Han one share it."""
    return str(hashed(first if _IS_CJK.match(first) else first + second) % files)


def file_of_word(word: str, files: int) -> str:
    """Return the file of all words that begin as *word* does."""
    return str(hashed(word[:_PREFIX]) % files)


def file_of_syllables(first: str, second: str, files: int) -> str:
    """Return the file in which a pair of syllables stands; all digits share one initial."""
    return f"{DIGIT if first[0].isdigit() else first[0]}{hashed(second[:1]) % files}"


def code_of(local: int, position: int, *, first: bool, last: bool) -> str:
    """Return the code of a place in a name."""
    high, low = divmod(position * 4 + first + 2 * last, len(SIGNS))
    return SIGNS[local] + SIGNS[high] + SIGNS[low]


def name_runs(names: Sequence[Iterable[str]]) -> Runs:
    """Return the runs of all pairs of characters in the names of each subject of a block, given by their places.

    Names whose places no code can tell are left out.
    """
    runs: Runs = defaultdict(lambda: defaultdict(str))
    for local, own in enumerate(names):
        start = 0
        for name in own:
            end = start + len(name)
            if end > MOST_PLACES:
                break
            for place, (first, second) in enumerate(zip(name, name[1:] + END, strict=True), start=start):
                code = code_of(local, place, first=place == start, last=second == END or place == end - 2)
                runs[first][second] += code
            start = end + 1
    return runs


def sound_runs(sounds: Sequence[Iterable[Sounds]]) -> Runs:
    """Return the same of all pairs of syllables; after the last one stands none, as ``""``."""
    runs: Runs = defaultdict(lambda: defaultdict(str))
    for local, own in enumerate(sounds):
        start = 0
        for name in own:
            end = start + len(name)
            if end > MOST_PLACES:
                break
            for place, (firsts, seconds) in enumerate(zip(name, (*name[1:], ("",)), strict=True), start=start):
                code = code_of(local, place, first=place == start, last=seconds == ("",) or place == end - 2)
                for first in firsts:
                    for second in seconds:
                        runs[first][second] += code
            start = end + 1
    return runs


def text_pairs(texts: Sequence[str]) -> dict[str, str]:
    """Return pair of Han characters → codes, in the folded text of each subject of a block."""
    pairs: dict[str, str] = defaultdict(str)
    for sign, text in zip(SIGNS, texts, strict=False):
        written = _NOT_CJK.sub(_GAP, _BLANK_IN_CJK.sub("", _MARKDOWN.sub("", text)))
        for pair in dict.fromkeys(map(add, written, written[1:])):
            pairs[pair] += sign
    return {pair: codes for pair, codes in pairs.items() if _GAP not in pair}


def text_words(texts: Sequence[str]) -> dict[str, str]:
    """Return word of a script that writes blanks → codes, in the folded text of each subject of a block."""
    words: dict[str, str] = defaultdict(str)
    for sign, text in zip(SIGNS, texts, strict=False):
        for word in dict.fromkeys(word[:_LONGEST_WORD] for word in _WORD.findall(text)):
            words[word] += sign
    return words


def text_files(pairs: Mapping[str, str], files: int) -> dict[str, dict[str, str]]:
    """Return file → first character → run, of pairs of Han characters; those of one first are in a few files."""
    split: list[dict[str, str]] = [defaultdict(str) for _ in range(files)]
    hashes = _Hashes()
    for pair, codes in pairs.items():
        first, second = pair[0], pair[1]
        split[(hashes[first] + hashes[second] % _FILES_OF_FIRST) % files][first] += f"{second}{codes} "
    return {str(file): runs for file, runs in enumerate(split) if runs}


class _Hashes(dict[str, int]):
    """Character → its hash, each found once."""

    def __missing__(self, character: str) -> int:
        found = self[character] = hashed(character)
        return found


def run_text(run: Mapping[str, str]) -> str:
    """Return what follows a character as one text."""
    return "".join(f"{second}{codes} " for second, codes in run.items())
