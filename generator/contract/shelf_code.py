"""
The code on a shelf label: six random characters and one that checks them.

With values *v* (0 to 30) at positions 1 to 7 a code holds when
``Σ position × v ≡ 0 (mod 31)``.  As 31 is prime and no position is a multiple
of it, every single wrong character and every swap of two different characters
breaks the sum.  ISO 7064's Mod x+1,x family misses some swaps at this size.
"""

from __future__ import annotations

import random
from collections.abc import Container

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""31 characters that no one takes for another: without 0, 1, I, L and O; all alphanumeric in a QR code."""
LENGTH = 7
"""Characters of a code, the check character included."""
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_MODULUS = len(ALPHABET)


def check_character(body: str) -> str:
    """Return the character that completes the six characters of *body*.

    Raises:
        KeyError: *body* holds a character outside :data:`ALPHABET`.
    """
    total = sum(position * _VALUES[character] for position, character in enumerate(body, start=1))
    value = -total * pow(LENGTH, -1, _MODULUS) % _MODULUS
    return ALPHABET[value]


def fault_of(code: str) -> str:
    """Tell what is wrong with *code*: ``length``, ``character``, ``check``, or ``""`` when it holds."""
    if len(code) != LENGTH:
        return "length"
    if any(character not in _VALUES for character in code):
        return "character"
    return "" if check_character(code[:-1]) == code[-1] else "check"


def new_code(taken: Container[str], source: random.Random) -> str:
    """Draw a code that is not in *taken*.

    Args:
        taken: Codes ever issued, withdrawn ones included.
        source: Where chance comes from; :class:`random.SystemRandom` outside tests, so that codes cannot be guessed.
    """
    while True:
        body = "".join(source.choice(ALPHABET) for _ in range(LENGTH - 1))
        code = body + check_character(body)
        if code not in taken:
            return code
