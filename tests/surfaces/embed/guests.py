"""Two origins: the demonstration's embeds on one, as hosts send them, and pages of somebody else on the other."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from line.prepared_sites import copy_site

from generator.build import Options, Timings, build
from generator.build.loading import load, program_digest
from generator.build.memory import Memory
from generator.build.planning import surroundings
from generator.surfaces.embed.column_views import column_view
from generator.surfaces.embed.pasted import pasted_of
from generator.surfaces.embed.selection import columns_of
from generator.surfaces.embed.snippets import PLAIN, Choices, Grade, snippet
from generator.surfaces.hosting.policy import Policy, policy_of
from generator.surfaces.surroundings import Surroundings


class Guest(NamedTuple):
    """The site whose columns are shown elsewhere."""

    around: Surroundings
    site: Path
    out: Path
    base: str
    asked: list[str]
    """Paths that were asked for, in order."""

    def code(self, column: str, grade: Grade, choices: Choices = PLAIN) -> str:
        """Return what a webmaster pastes."""
        chosen = next(each for each in columns_of(self.around.catalog) if each.id == column)
        return snippet(pasted_of(self.around, column_view(self.around, chosen)), grade, choices)

    def names(self, column: str) -> list[str]:
        """Return the names of what stands in a column."""
        chosen = next(each for each in columns_of(self.around.catalog) if each.id == column)
        return [item.name for item in column_view(self.around, chosen).items]


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@contextmanager
def guest(folder: Path, change: Callable[[Path], object] = Path) -> Iterator[Guest]:
    """Build the demonstration for an address of its own and serve it there, with the headers that hosts are told.

    Args:
        folder: Where it is built.
        change: Changes its data before.
    """
    port = free_port()
    base = f"http://127.0.0.1:{port}/"
    site = copy_site("demo", folder / "site")
    change(site)
    options = Options(site, out=folder / "out", base_url=base)
    out = build(options).out
    around = surroundings(load(options, Timings(), Memory.open(options.work, program_digest(), use_cache=True)))
    asked: list[str] = []
    policy = policy_of(around.config, around.theme, ())
    with served(partial(_Guest, policy, asked, directory=str(out)), port):
        yield Guest(around, site, out, base, asked)


class Hosts:
    """Pages of somebody else's website; each is put there by a test."""

    def __init__(self, base: str) -> None:
        self.base = base
        self._pages: dict[str, tuple[bytes, dict[str, str]]] = {}

    def put(self, name: str, html: str, *, encoding: str = "utf-8", headers: Mapping[str, str] | None = None) -> str:
        """Put a page at */name* in an encoding that it declares itself; return its address."""
        self._pages[f"/{name}"] = (html.encode(encoding), dict(headers or {}))
        return f"{self.base}{name}"

    def answer(self, path: str) -> tuple[bytes, dict[str, str]] | None:
        """Return the page at *path*."""
        return self._pages.get(path)


@contextmanager
def hosts() -> Iterator[Hosts]:
    """Serve pages of another origin."""
    port = free_port()
    put = Hosts(f"http://127.0.0.1:{port}/")
    with served(partial(_Host, put), port):
        yield put


@contextmanager
def served(handler: Callable[..., BaseHTTPRequestHandler], port: int) -> Iterator[None]:
    """Serve with *handler* while the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Guest(SimpleHTTPRequestHandler):
    def __init__(self, policy: Policy, asked: list[str], *args: object, directory: str) -> None:
        self._policy, self._asked = policy, asked
        super().__init__(*args, directory=directory)  # type: ignore[arg-type] # as the server hands them on

    def end_headers(self) -> None:
        path = urlsplit(self.path).path.removeprefix("/")
        for name, value in self._policy.headers(f"{path}index.html" if path.endswith("/") else path).items():
            self.send_header(name, value)
        super().end_headers()

    def do_GET(self) -> None:
        self._asked.append(urlsplit(self.path).path)
        super().do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Host(BaseHTTPRequestHandler):
    def __init__(self, put: Hosts, *args: object) -> None:
        self._put = put
        super().__init__(*args)  # type: ignore[arg-type] # likewise

    def do_GET(self) -> None:
        found = self._put.answer(urlsplit(self.path).path)
        body, headers = found or (b"", {})
        self.send_response(200 if found else 404)
        for name, value in {"Content-Type": "text/html", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""
