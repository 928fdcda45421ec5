"""A bridge and a broker, each a process of its own, and a folder that is served."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, TypeVar

REPOSITORY = Path(__file__).parents[3]
_BROKER = """
import asyncio, sys
from amqtt.broker import Broker
async def run():
    broker = Broker({
        "listeners": {"default": {"type": "tcp", "bind": f"127.0.0.1:{sys.argv[1]}"}},
        "plugins": {"amqtt.plugins.authentication.AnonymousAuthPlugin": {"allow_anonymous": True}},
    })
    await broker.start()
    print("ready", flush=True)
    await asyncio.Event().wait()
asyncio.run(run())
"""


T = TypeVar("T")


def finished(work: Coroutine[Any, Any, T]) -> T:
    """Run *work* in a thread of its own, because a browser of the tests has the loop of this one."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, work).result()


def waited(what: Callable[[], object], seconds: float = 15) -> None:
    """Wait until *what* is true."""
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "it did not come true in time"
        time.sleep(0.02)


class Bridge:
    """``shanhuo guide bridge`` as a process of its own."""

    def __init__(self, *words: str) -> None:
        command = [sys.executable, "-P", "-m", "generator", "guide", "bridge", "--port", "0", *words]
        self.process = subprocess.Popen(
            command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
        )
        self.lines: list[str] = []
        self._reading = threading.Thread(target=self._read, daemon=True)
        self._reading.start()
        waited(lambda: self.found(r"听着 ws://\S+:(\d+)/") or self.process.poll() is not None)
        self.port = int(self.found(r"听着 ws://\S+:(\d+)/") or 0)

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as lines:
            for line in lines:
                self.lines.append(line.rstrip())

    def found(self, pattern: str) -> str:
        """Return the first group of *pattern* in what the bridge has said; empty where it has not."""
        match = re.search(pattern, "\n".join(self.lines))
        return match[1] if match else ""

    def said(self, *words: str) -> None:
        """Wait until a line holds all *words*."""
        waited(lambda: any(all(word in line for word in words) for line in [*self.lines]))

    def end(self) -> int:
        """Ask it to end, and return its exit code."""
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(10)
        self._reading.join(10)
        return code


@contextmanager
def bridge(*words: str) -> Iterator[Bridge]:
    """Run a bridge for the length of the block; at its end it stops in good order."""
    running = Bridge(*words)
    try:
        yield running
        assert running.end() == 0, running.lines
        assert running.lines[-1].endswith("已停止。")
    finally:
        running.process.kill()
        running.process.wait()


class Broker:
    """An MQTT broker that can be stopped and started again at the same address."""

    def __init__(self) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            self.port: int = taken.getsockname()[1]
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start it, and wait until it takes connections."""
        command = [sys.executable, "-c", _BROKER, str(self.port)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n"

    def stop(self) -> None:
        """Stop it without a word to its clients."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            assert self._process.stdout is not None
            self._process.stdout.close()
            self._process = None


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the library
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve *folder* on loopback and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
