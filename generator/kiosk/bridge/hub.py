"""The middle of the bridge: what any source says goes to every page, and no slow page holds up another."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from .messages import Message, state

WAITING = 256
"""Texts that may wait for one page; then the oldest are dropped, as what was lifted a while ago is no news."""


class Listener:
    """One page: what waits for it."""

    def __init__(self) -> None:
        self._queue: asyncio.Queue[str] = asyncio.Queue(WAITING)
        self.dropped = 0
        """Texts that it was too slow for."""

    def put(self, text: str) -> None:
        """Add a text; the oldest goes where there is no room."""
        if self._queue.full():
            self._queue.get_nowait()
            self.dropped += 1
        self._queue.put_nowait(text)

    async def next(self) -> str:
        """Wait for the next text."""
        return await self._queue.get()


class Hub:
    """Sources on one side, pages on the other."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self.say = say
        """Tells a line to whoever watches the bridge."""
        self._listeners: set[Listener] = set()
        self._lost: set[str] = set()

    def listen(self) -> Listener:
        """Add a page; it is told at once which sources are lost."""
        listener = Listener()
        for source in sorted(self._lost):
            listener.put(state(source, is_alive=False))
        self._listeners.add(listener)
        return listener

    def leave(self, listener: Listener) -> None:
        """Take a page away."""
        self._listeners.discard(listener)

    @property
    def pages(self) -> int:
        """How many pages listen."""
        return len(self._listeners)

    @property
    def lost(self) -> list[str]:
        """Sources that are not there now."""
        return sorted(self._lost)

    def publish(self, message: Message) -> None:
        """Pass data on to all pages."""
        for text in message.texts():
            for listener in self._listeners:
                listener.put(text)

    def mark(self, source: str, reason: str = "") -> None:
        """Tell that a source is lost, for a *reason*, or is there; what is known already is not told again."""
        is_alive = not reason
        if is_alive is (source not in self._lost):
            return
        if is_alive:
            self._lost.discard(source)
        else:
            self._lost.add(source)
        self.say(f"{source} 连上了。" if is_alive else f"{source} 断开了：{reason}。会接着重连。")
        for listener in self._listeners:
            listener.put(state(source, is_alive=is_alive))
