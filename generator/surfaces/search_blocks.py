"""Subjects in blocks: an edit makes one of them anew, and each file of the index is the blocks' parts side by side."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from .outputs import digest_of
from .search_entries import Subject
from .search_postings import MOST_LOCAL

_PER_BLOCK = 40
"""Subjects of a block, on average, from 28 to 56: few enough that an edit is quick, many enough to share keys."""


@dataclass(frozen=True, eq=False)
class Block:
    """Some subjects; which ones depends on their keys alone, so others stay where they are when one is added."""

    number: int
    """From 0."""
    subjects: tuple[Subject, ...]
    """By kind and key; the place of one here is how postings name it."""

    @cached_property
    def names_digest(self) -> str:
        """Digest of all names, and of what they are the names of."""
        return digest_of(*(part for s in self.subjects for part in (s.kind, s.key, *s.names, "", *s.aliases)))

    @cached_property
    def words_digest(self) -> str:
        """Digest of all words."""
        return digest_of(self.names_digest, *(subject.digest for subject in self.subjects))


def power_of_two(wanted: float, *, least: int = 1) -> int:
    """Return the power of two that is nearest to *wanted* by its factor, from *least* on."""
    return max(least, 1 << round(math.log2(max(1, wanted))))


def blocks_of(subjects: Sequence[Subject]) -> tuple[Block, ...]:
    """Return *subjects* in blocks; their number is a power of two, so that it seldom changes."""
    count = power_of_two(len(subjects) / _PER_BLOCK)
    while True:
        groups: list[list[Subject]] = [[] for _ in range(count)]
        for subject in subjects:
            digest = hashlib.blake2b(f"{subject.kind}/{subject.key}".encode(), digest_size=4).digest()
            groups[int.from_bytes(digest, "big") % count].append(subject)
        if max(map(len, groups)) <= MOST_LOCAL:
            return tuple(Block(number, tuple(group)) for number, group in enumerate(groups))
        count *= 2
