"""The nearest word to a misspelt one, in the script that the editor wrote."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def is_chinese(text: str) -> bool:
    """Tell whether *text* holds a Chinese character."""
    return any("\u3400" <= character <= "\u9fff" for character in text)


def nearest(word: str, candidates: Iterable[str]) -> str:
    """
    Return the candidate most like *word*, or an empty string where none is like it.

    Chinese words are short: one character of two may be wrong (产的 for 产地), so half of the characters must agree;
    of words in letters three fifths.  Full-width letters and digits, as Chinese input methods write them, count as
    their ASCII kin, and capitals as small letters.
    """
    import difflib  # only misspelt words need it

    word = folded(word)
    chinese = is_chinese(word)
    alike = {folded(candidate): candidate for candidate in candidates if is_chinese(candidate) == chinese}
    found = difflib.get_close_matches(word, alike, n=1, cutoff=0.5 if chinese else 0.6)
    return alike[found[0]] if found else ""


def folded(text: str) -> str:
    """Return *text* without differences of width (Unicode's NFKC), capitals and surrounding blanks."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


def listed(words: Iterable[str], *, chinese: bool) -> str:
    """Join *words* as the language does: ``甲、乙`` or ``a, b``."""
    return ("、" if chinese else ", ").join(words)


def advice(word: str) -> dict[str, str]:
    """Return the ends of a sentence, ``hint_zh`` and ``hint_en``, that propose *word*; its mere end without one."""
    if not word:
        return {"hint_zh": "。", "hint_en": "."}
    return {"hint_zh": f"，是不是“{word}”？", "hint_en": f"; did you mean “{word}”?"}
