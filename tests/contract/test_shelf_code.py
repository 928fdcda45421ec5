"""Shelf codes: what a code is, and that its check character finds every slip it promises to find."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from generator.contract.shelf_code import ALPHABET, LENGTH, check_character, fault_of, new_code


@pytest.fixture(scope="module")
def codes() -> list[str]:
    """A thousand codes, always the same."""
    source = random.Random(31)
    taken: set[str] = set()
    for _ in range(1000):
        taken.add(new_code(taken, source))
    return sorted(taken)


def test_codes_are_well_formed(codes: list[str]) -> None:
    """A thousand codes are a thousand different ones of seven characters, and each of them holds."""
    assert len(codes) == 1000
    assert {len(code) for code in codes} == {LENGTH} == {7}
    assert {fault_of(code) for code in codes} == {""}


def test_the_sum_of_positions_and_values_is_zero(codes: list[str]) -> None:
    """Σ position × value ≡ 0 (mod 31), the definition itself, worked out here another way."""
    for code in codes:
        assert sum(position * ALPHABET.index(code[position - 1]) for position in range(1, 8)) % 31 == 0


def test_every_single_substitution_is_found(codes: list[str]) -> None:
    """Any one character replaced by any other of the alphabet breaks the code: 7 × 30 ways for each."""
    for code in codes:
        for place in range(LENGTH):
            for character in ALPHABET:
                if character != code[place]:
                    assert fault_of(code[:place] + character + code[place + 1 :]) == "check"


def test_every_adjacent_swap_is_found(codes: list[str]) -> None:
    """Any two different neighbours that change places break the code."""
    for code in codes:
        for place in range(LENGTH - 1):
            left, right = code[place], code[place + 1]
            if left != right:
                assert fault_of(code[:place] + right + left + code[place + 2 :]) == "check"


def test_every_swap_is_found(codes: list[str]) -> None:
    """Any two different characters that change places, however far apart, break the code."""
    for code in codes:
        for first, second in combinations(range(LENGTH), 2):
            swapped = list(code)
            swapped[first], swapped[second] = swapped[second], swapped[first]
            if swapped[first] != swapped[second]:
                assert fault_of("".join(swapped)) == "check"


@pytest.mark.parametrize("character", "01ILOabz-９")
def test_characters_outside_the_alphabet_are_told(character: str) -> None:
    """Characters that are taken for others, small letters, marks and full-width digits are no part of a code."""
    assert fault_of("222222"[:6] + character) == "character"


@pytest.mark.parametrize("code", ["", "2", "222222", "22222222"])
def test_a_wrong_length_is_told(code: str) -> None:
    """A code has seven characters."""
    assert fault_of(code) == "length"


def test_a_taken_code_is_not_drawn_again() -> None:
    """What chance gives a second time is left aside."""
    first = new_code((), random.Random(7))

    assert new_code({first}, random.Random(7)) != first


def test_check_character_completes_a_code() -> None:
    """The check character of a code's first six characters is its last."""
    assert check_character("4R39R8") == "A"
