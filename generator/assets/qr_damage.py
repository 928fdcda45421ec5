"""
What a covered square costs a symbol: how many codewords of each block cannot be read any more.

A symbol's text is divided into blocks, each of which corrects as many wrong codewords as half of its spare ones
(ISO/IEC 18004, 7.5.1 and table 9).  Codewords lie in pairs of columns from right to left, up and down by turns, around
what finds and describes the symbol (7.7.3), and blocks take turns in them (7.6), so that damage in one place is spread
over all.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_LEVELS = {"L": 1, "M": 0, "Q": 3, "H": 2}
"""Error correction level → its two bits (ISO/IEC 18004, table 12)."""
_TIMING = 6
"""Row and column of the timing patterns (ISO/IEC 18004, 6.3.5)."""
_FINDER = 9
"""Modules from a corner that a finder, its separator and the format information take (ISO/IEC 18004, 6.3.3)."""
_FIRST_WITH_VERSION = 7
"""Version from which a symbol says its version in two places (ISO/IEC 18004, 7.10)."""


class Damage(NamedTuple):
    """What a covered square does to one block."""

    lost: int
    """Codewords of which a module is covered."""
    mends: int
    """Wrong codewords that the block can correct."""


def damage(version: int, level: str, side: int) -> tuple[Damage, ...] | None:
    """Return what a square of *side* × *side* modules over the middle of a symbol does to each block.

    Args:
        version: 1 to 40.
        level: Error correction level: L, M, Q or H.
        side: Modules, odd, so that the square stands in the middle of a side that is odd as well.

    Returns:
        A :class:`Damage` a block; ``None`` where the square covers what a reader finds the symbol by.
    """
    blocks, words = _layout(version, level)
    first = (17 + 4 * version - side) // 2
    covered = {(row, column) for row in range(first, first + side) for column in range(first, first + side)}
    if any(place not in words for place in covered):
        return None
    hit = {words[place] for place in covered if words[place] >= 0}
    return tuple(Damage(sum(word in hit for word in block), mends) for block, mends in blocks)


@lru_cache(maxsize=8)
def _layout(version: int, level: str) -> tuple[tuple[tuple[frozenset[int], int], ...], dict[tuple[int, int], int]]:
    """Return (codewords, how many of them can be mended) a block, and (row, column) → codeword; -1 for spare bits."""
    from qrcode.base import rs_blocks

    found = rs_blocks(version, _LEVELS[level])
    data, spare = [block.data_count for block in found], [block.total_count - block.data_count for block in found]
    members: list[set[int]] = [set() for _ in found]
    number = 0
    for counts in (data, spare):
        for turn in range(max(counts)):
            for block, count in enumerate(counts):
                if turn < count:
                    members[block].add(number)
                    number += 1
    words = {place: bit // 8 if bit < 8 * number else -1 for bit, place in enumerate(_path(version))}
    return tuple((frozenset(each), lost // 2) for each, lost in zip(members, spare, strict=True)), words


def _path(version: int) -> Iterator[tuple[int, int]]:
    """Yield (row, column) of the modules that hold data, in the order of its bits (ISO/IEC 18004, 7.7.3)."""
    size = 17 + 4 * version
    taken = _function_modules(version)
    upwards = True
    for right in (*range(size - 1, _TIMING, -2), *range(_TIMING - 1, 0, -2)):
        for row in range(size - 1, -1, -1) if upwards else range(size):
            yield from ((row, column) for column in (right, right - 1) if (row, column) not in taken)
        upwards = not upwards


def _function_modules(version: int) -> set[tuple[int, int]]:
    """Return the modules that hold no data: patterns, and information on format and version."""
    from qrcode.util import pattern_position

    size = 17 + 4 * version
    near, far = range(_FINDER), range(size - _FINDER + 1, size)
    taken = {(row, column) for row in near for column in near}
    taken |= {(row, column) for row in near for column in far} | {(row, column) for row in far for column in near}
    taken |= {(_TIMING, each) for each in range(size)} | {(each, _TIMING) for each in range(size)}
    centres = pattern_position(version)
    for row in centres:
        for column in centres:
            if (row, column) not in taken or (_TIMING in (row, column) and not _at_a_finder(row, column, size)):
                taken |= {(row + y, column + x) for y in range(-2, 3) for x in range(-2, 3)}
    if version >= _FIRST_WITH_VERSION:
        taken |= {(row, column) for row in range(6) for column in range(size - 11, size - 8)}
        taken |= {(row, column) for row in range(size - 11, size - 8) for column in range(6)}
    return taken


def _at_a_finder(row: int, column: int, size: int) -> bool:
    """Tell whether an alignment pattern would stand on a finder, where there is none (ISO/IEC 18004, annex E)."""
    return (row, column) in ((_TIMING, _TIMING), (_TIMING, size - 7), (size - 7, _TIMING))
