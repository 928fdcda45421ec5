"""
Outputs that take long to make, kept by what they were made from.

The published site is the cache of everything else; but pictures take a hundred times as long as pages, and an output
folder that was lost, or is another one, would have each of them drawn again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from generator.surfaces.outputs import Output, digest_of

_DIGEST_SIZE = 16
"""Bytes before the content, which tell a whole file from one that a full disk cut short."""


class KeptOutputs:
    """What is kept in ``.shanhuo/cache/outputs/``: a file for each, by its path and ``needs``."""

    def __init__(self, work: Path, *, use_cache: bool) -> None:
        self._folder = work / "cache" / "outputs"
        self._is_read = use_cache

    def using(self, outputs: Iterable[Output]) -> list[Output]:
        """Return *outputs*, those that are slow made by taking what is kept, where there is any."""
        return [each._replace(make=partial(self._made, each)) if each.is_slow else each for each in outputs]

    def forget_others(self, outputs: Iterable[Output]) -> None:
        """Remove what none of *outputs* is made from any more."""
        with suppress(OSError):  # another program reads one of them: it goes the next time
            names = os.listdir(self._folder)
            wanted = {_name(output) for output in outputs if output.is_slow}
            for name in names:
                if name not in wanted:
                    (self._folder / name).unlink(missing_ok=True)

    def _made(self, output: Output) -> bytes:
        kept = self._folder / _name(output)
        found = _whole(kept) if self._is_read else None
        if found is not None:
            return found
        content = output.make()
        with suppress(OSError):  # no room for it: nothing is lost but time
            self._folder.mkdir(parents=True, exist_ok=True)
            beside = kept.with_name(f"{kept.name}.{os.getpid()}")
            beside.write_bytes(_digest(content) + content)
            os.replace(beside, kept)
        return content


def _name(output: Output) -> str:
    return digest_of(output.path, output.needs)


def _whole(path: Path) -> bytes | None:
    try:
        told = path.read_bytes()
    except OSError:
        return None
    content = told[_DIGEST_SIZE:]
    return content if told[:_DIGEST_SIZE] == _digest(content) else None


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_DIGEST_SIZE).digest()
