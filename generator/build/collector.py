"""
When Python looks for cycles of garbage: not while a site is read, and never again through what was read.

Reading makes hundreds of thousands of objects that all stay, so each look through them finds nothing; it costs a
fifth of the time.  Workers that never look through the parent's objects also never copy the memory these lie in.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Collect no cycles inside: for work whose objects stay."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def settled_objects() -> Iterator[None]:
    """Leave what is there now out of every collection inside."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
