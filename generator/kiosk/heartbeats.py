"""
Signs of life of the page, and the file that tells of them.

The file holds words of the display's own (state, kind of the last event) and
counts: nothing that a visitor typed, scanned or said, and nobody's name.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from .manifests import is_version
from .writing import replace_json

HEARTBEAT_SECONDS = 10
"""A page says every so often that it is alive."""
LONGEST_SILENCE_SECONDS = 90.0
"""A page that is silent for longer is taken for dead, unless told otherwise."""
STARTING_SECONDS = 240.0
"""So long a browser may take until its first sign of life."""

_FILE = "heartbeat.json"
_WORD = re.compile(r"[a-z][a-z-]{0,30}")
_MAX_ERRORS = 1_000_000


class Heartbeat(NamedTuple):
    """What a page says of itself."""

    state: str
    """State of the display, such as ``attract``; empty where it tells none."""
    event: str
    """Kind of the last event, such as ``lift``; never what it held."""
    version: str
    """Pack that the page belongs to."""
    errors: int
    """Errors in the page since it was loaded."""


def read_heartbeat(value: object) -> Heartbeat | None:
    """Return what a page has sent, all else left out; None where it is no heartbeat."""
    if not isinstance(value, Mapping):
        return None
    state, event, version, errors = (value.get(name) for name in ("state", "event", "version", "errors"))
    return Heartbeat(
        state if isinstance(state, str) and _WORD.fullmatch(state) else "",
        event if isinstance(event, str) and _WORD.fullmatch(event) else "",
        str(version) if is_version(version) else "",
        min(errors, _MAX_ERRORS) if type(errors) is int and errors > 0 else 0,
    )


class Pulse:
    """When the page was heard last."""

    def __init__(self, folder: Path, patience: float, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Write the file into *folder*; a page is dead after *patience* silent seconds, which *clock* counts."""
        self._patience = patience
        self._file = folder / _FILE
        self._clock = clock
        self._began = clock()
        self._heard: float | None = None
        self.last: Heartbeat | None = None
        self.beats = 0

    def beat(self, heartbeat: Heartbeat) -> None:
        """Note a sign of life, and write it down."""
        self._heard, self.last = self._clock(), heartbeat
        self.beats += 1
        # Not brought to the disk each time: it is soon out of date, and cards wear out.
        replace_json(
            self._file,
            {"at": datetime.now(UTC).isoformat(timespec="seconds"), "beats": self.beats, **heartbeat._asdict()},
            durable=False,
        )

    @property
    def age(self) -> float | None:
        """Seconds since the last sign of life; None before the first."""
        return None if self._heard is None else self._clock() - self._heard

    @property
    def is_alive(self) -> bool:
        """Whether the page lives, or may still be starting."""
        age = self.age
        return self._clock() - self._began < STARTING_SECONDS if age is None else age < self._patience
