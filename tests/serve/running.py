"""A real preview of a copied site, running in a thread, and ways to ask it."""

from __future__ import annotations

import http.client
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.serve import Preview, PreviewOptions
from generator.serve.rebuilding import Outcome

PATIENCE = 20.0
"""Seconds after which a test gives up; the machine may be busy."""


@dataclass
class Running:
    """A preview that runs."""

    site: Path
    address: str
    port: int
    outcomes: list[tuple[frozenset[str], Outcome]] = field(default_factory=list)

    def get(self, path: str, *, method: str = "GET", headers: dict[str, str] | None = None) -> Answer:
        """Ask for *path* exactly as written."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.putrequest(method, path, skip_host="Host" in (headers or {}))
            for name, value in (headers or {}).items():
                connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            connection.close()

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace the first *old* of a file of the site."""
        path = self.site / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def wait_for(self, wanted: Callable[[Outcome], bool]) -> Outcome:
        """Wait until the latest outcome is as *wanted* and return it."""
        until(lambda: bool(self.outcomes) and wanted(self.outcomes[-1][1]))
        return self.outcomes[-1][1]


@dataclass(frozen=True)
class Answer:
    """What the server said."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


def until(condition: Callable[[], bool]) -> None:
    """Wait until the condition holds."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.02)


@contextmanager
def running(site: Path, **options: Any) -> Iterator[Running]:
    """Run a preview of *site* on a free port for the length of the block."""
    preview = Preview(PreviewOptions(site, port=0, **options))
    port = int(preview.address.rstrip("/").rpartition(":")[2])
    found = Running(site, preview.address, port)
    stop, ready = threading.Event(), threading.Event()
    thread = threading.Thread(
        target=preview.run,
        args=(lambda changed, outcome: found.outcomes.append((changed, outcome)),),
        kwargs={"stop": stop, "ready": ready.set},
    )
    thread.start()
    try:
        assert ready.wait(PATIENCE)
        yield found
    finally:
        stop.set()
        thread.join(PATIENCE)
        assert not thread.is_alive()


class Stream:
    """The raw event stream of a preview."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self._socket.sendall(b"GET /__shanhuo/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        self._file = self._socket.makefile("rb")
        self.head = b""
        while (line := self._file.readline()).strip():
            self.head += line

    def line(self) -> str:
        """Return the next line that is not empty; empty at the end of the stream."""
        while True:
            line = self._file.readline()
            if not line or line.strip():
                return line.decode("utf-8").rstrip()

    def situation(self) -> dict[str, Any]:
        """Return the next situation, passing over heartbeats."""
        while not (line := self.line()).startswith("data: "):
            assert line, "the stream ended"
        return dict(json.loads(line.removeprefix("data: ")))

    def close(self) -> None:
        self._file.close()
        self._socket.close()
