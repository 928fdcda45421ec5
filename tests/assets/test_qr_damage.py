"""What a covered square costs: held against what a decoder really mends."""

from __future__ import annotations

import random

import pytest
from line.sizes import sized

from generator.assets.qr import QrSymbol, QrUnreadable, draw, read_back
from generator.assets.qr_damage import _layout, damage


def spoilt(symbol: QrSymbol, extra: int, chance: random.Random) -> QrSymbol:
    """Turn a module in as many codewords of each block as it can mend, and in *extra* more of the first block."""
    blocks, words = _layout(symbol.version, symbol.level)
    places: dict[int, list[tuple[int, int]]] = {}
    for place, word in words.items():
        places.setdefault(word, []).append(place)
    rows = [list(row) for row in symbol.rows]
    for number, (members, mends) in enumerate(blocks):
        for word in chance.sample(sorted(members), mends + (extra if number == 0 else 0)):
            row, column = chance.choice(places[word])
            rows[row][column] = "0" if rows[row][column] == "1" else "1"
    return symbol._replace(rows=tuple("".join(row) for row in rows))


@pytest.mark.parametrize("level", ["M", "Q", "H"])
def test_blocks_mend_exactly_what_they_are_said_to_mend(level: str) -> None:
    """With as many wrong codewords as each block mends a symbol reads; one more in one block, and it does not."""
    chance = random.Random(11)
    for length in chance.sample(range(8, 400), sized(4, 60)):
        symbol = draw("A" * length, level=level)
        read_back(spoilt(symbol, 0, chance))
        with pytest.raises(QrUnreadable):
            read_back(spoilt(symbol, 1, chance))


def test_what_readers_find_a_symbol_by_is_never_covered() -> None:
    """A square that reaches a finder, a timing or an alignment pattern has no price.

    In version 7 an alignment pattern stands in the middle.
    """
    assert damage(2, "H", 7) is not None
    assert damage(2, "H", 9) is None
    assert damage(7, "H", 1) is None
