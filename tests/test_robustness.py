"""The benchmark of printed codes compares what it says that it compares."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.assets import qr

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

from robustness import CAPITALS, SMALL_LETTERS, _address, _codes


def test_small_letters_are_another_symbol_than_capitals() -> None:
    """One address in two cases: the same when read without them, and a version larger in small letters."""
    code = _codes()[0]
    capitals, small = _address(code, is_lower=CAPITALS.is_lower), _address(code, is_lower=SMALL_LETTERS.is_lower)
    assert capitals == capitals.upper()
    assert small == small.lower()
    assert capitals == small.upper()
    drawn = [qr.draw(uri, level=variant.level) for uri, variant in ((capitals, CAPITALS), (small, SMALL_LETTERS))]
    assert drawn[0].version < drawn[1].version
