"""
The stream of server-sent events on which open pages hear of a new situation.

(HTML Living Standard, 9.2 "Server-sent events".)  A page is told the whole
situation as soon as it connects, so a sleeping laptop misses nothing.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

from .overlay import as_event
from .situation import Situation

HEARTBEAT_SECONDS = 15.0
"""Seconds between two comments on a quiet stream: they keep proxies from closing it and find readers that left."""
HEARTBEAT = b": \n\n"
RETRY_MS = 1000
"""Milliseconds after which a browser connects again."""


class Channel:
    """Holds the current situation and hands every new one to any number of readers; safe for threads."""

    def __init__(self, situation: Situation, language: str) -> None:
        self._language = language
        self._changed = threading.Condition()
        self._situation = situation
        self._number = 0
        self._closed = False

    @property
    def situation(self) -> Situation:
        """The situation that holds now."""
        return self._situation

    def publish(self, situation: Situation) -> None:
        """Let *situation* hold from now on, and tell all readers."""
        with self._changed:
            self._situation = situation
            self._number += 1
            self._changed.notify_all()

    def close(self) -> None:
        """End all streams."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def events(self, heartbeat: float = HEARTBEAT_SECONDS) -> Iterator[bytes]:
        """Yield the situation at once, every later one as it comes, and a comment after *heartbeat* quiet seconds."""
        told = -1
        while True:
            with self._changed:
                deadline = time.monotonic() + heartbeat
                while not self._closed and self._number == told and (left := deadline - time.monotonic()) > 0:
                    self._changed.wait(left)
                if self._closed:
                    return
                is_new = self._number != told
                told, situation = self._number, self._situation
            yield self._event(situation) if is_new else HEARTBEAT

    def _event(self, situation: Situation) -> bytes:
        return f"retry: {RETRY_MS}\nevent: situation\ndata: {as_event(situation, self._language)}\n\n".encode()
