"""What somebody may have meant who typed a code from a label and got a character wrong."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_LEFT_OUT = str.maketrans("", "", " -_·.\u3000\t")
"""What people put between the characters of a code when they write it down."""


def tidied(typed: str) -> str:
    """Return a typed code in capitals of half width, without the blanks and hyphens that people put into it."""
    return unicodedata.normalize("NFKC", typed).upper().translate(_LEFT_OUT)


def meant(typed: str, registered: Iterable[str]) -> list[str]:
    """Return the registered codes that are one slip away from *typed*, sorted.

    A slip is one wrong character, two characters that changed places, or one character left out or doubled.
    """
    return sorted(code for code in registered if _one_slip(typed, code))


def _one_slip(typed: str, code: str) -> bool:
    if len(typed) == len(code):
        wrong = [place for place, (left, right) in enumerate(zip(typed, code, strict=True)) if left != right]
        if len(wrong) == 2:
            first, second = wrong
            return typed[first] == code[second] and typed[second] == code[first]
        return len(wrong) == 1
    longer, shorter = (typed, code) if len(typed) > len(code) else (code, typed)
    return len(longer) - len(shorter) == 1 and any(
        longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
    )
