"""Progress of long work: a bar on a terminal, plain lines elsewhere, or nothing."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from typing import NamedTuple, TypeAlias

Told: TypeAlias = Callable[[int], None]
"""Called with the number of files made since the last call."""
Progress: TypeAlias = Callable[[int], AbstractContextManager[Told]]
"""Called with the number of files to make."""


class Doing(NamedTuple):
    """What the work is, in words."""

    verb: str
    """Before the bar."""
    done: str
    """Before the count, in plain lines."""
    unit: str = ""
    size: int = 1
    """What is counted in one *unit*."""


PAGES = Doing("生成页面", "已生成")
_LINE_SECONDS = 5.0
"""Seconds between two plain lines."""
_BAR_SECONDS = 0.1
_BAR_WIDTH = 32


@contextmanager
def silent(_total: int) -> Iterator[Told]:
    """Say nothing."""
    yield lambda _count: None


@contextmanager
def lines(total: int, doing: Doing = PAGES) -> Iterator[Told]:
    """Print a line every few seconds: for logs and for CI."""

    def say(done: int) -> None:
        print(f"{doing.done} {done // doing.size}/{total // doing.size}{doing.unit}", file=sys.stderr, flush=True)

    counter = _Counter(_LINE_SECONDS, say)
    yield counter.told


@contextmanager
def bar(total: int, doing: Doing = PAGES) -> Iterator[Told]:
    """Draw a bar that grows; it is gone when the work is done."""

    def draw(done: int) -> None:
        filled = _BAR_WIDTH * done // max(1, total)
        count = f"{done // doing.size}/{total // doing.size}{doing.unit}"
        sys.stderr.write(f"\r{doing.verb} [{'█' * filled}{'·' * (_BAR_WIDTH - filled)}] {count}")
        sys.stderr.flush()

    counter = _Counter(_BAR_SECONDS, draw)
    try:
        yield counter.told
    finally:
        sys.stderr.write("\r\x1b[2K")
        sys.stderr.flush()


def fitting(doing: Doing = PAGES) -> Progress:
    """Return the form that suits where the program runs."""
    return partial(bar if sys.stderr.isatty() else lines, doing=doing)


class _Counter:
    def __init__(self, seconds: float, show: Callable[[int], None]) -> None:
        self._seconds = seconds
        self._show = show
        self._done = 0
        self._shown = time.monotonic()

    def told(self, count: int) -> None:
        self._done += count
        now = time.monotonic()
        if now - self._shown >= self._seconds:
            self._shown = now
            self._show(self._done)
