"""Codes typed by hand: what they are when tidied, and which registered ones may be meant."""

from __future__ import annotations

import pytest

from generator.editing.code_guessing import meant, tidied

REGISTERED = ["3QNMFJC", "VERYX9U", "E3ZH6PS", "KYH7RZ7"]


@pytest.mark.parametrize("typed", ["3qnmfjc", " 3QN MFJC", "3QN-MFJC", "３ＱＮＭＦＪＣ"])
def test_what_does_not_matter_is_left_out(typed: str) -> None:
    """Small letters, blanks, hyphens and full-width characters are the same code."""
    assert tidied(typed) == "3QNMFJC"


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("3QNMFJD", id="wrong last"),
        pytest.param("3ONMFJC", id="a letter no code has"),
        pytest.param("Q3NMFJC", id="neighbours swapped"),
        pytest.param("CQNMFJ3", id="ends swapped"),
        pytest.param("3QNMFC", id="one left out"),
        pytest.param("3QNMMFJC", id="one doubled"),
    ],
)
def test_one_slip_is_seen_through(typed: str) -> None:
    """One wrong, swapped, lost or doubled character leads back to the code that was meant."""
    assert meant(typed, REGISTERED) == ["3QNMFJC"]


@pytest.mark.parametrize("typed", ["", "3QNMFJ", "3QNMFXX", "222222222"])
def test_only_one_slip_is_seen_through(typed: str) -> None:
    """Two slips are too many: no guess is better than a wrong one."""
    expected = ["3QNMFJC"] if typed == "3QNMFJ" else []
    assert meant(typed, REGISTERED) == expected
