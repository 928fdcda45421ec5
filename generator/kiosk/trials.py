"""
Whether the page of a pack that was just taken comes up.

A pack can be whole and yet not run in the browser of this screen, because the
browser is too old for it.  Then the pack before it is better than a dark screen.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from .heartbeats import Heartbeat

TRIAL_SECONDS = 75.0
"""So long a page may take from its being sent until its display tells its state; less than it may be silent."""


class Trial:
    """The first minutes of a pack."""

    def __init__(self, version: str, seconds: float, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin; time runs from when the page is sent for the first time, and *clock* counts its seconds."""
        self.version = version
        self._seconds = seconds
        self._clock = clock
        self._sent: float | None = None
        self._is_passed = False

    def sent(self, version: str) -> None:
        """Note that the page of a pack was sent."""
        if version == self.version and self._sent is None:
            self._sent = self._clock()

    def heard(self, heartbeat: Heartbeat) -> None:
        """Note what a page says; only one that tells the display's state has come up."""
        if heartbeat.version == self.version and heartbeat.state:
            self._is_passed = True

    @property
    def is_failed(self) -> bool:
        """Whether the page had its time and did not come up."""
        return not self._is_passed and self._sent is not None and self._clock() - self._sent > self._seconds
