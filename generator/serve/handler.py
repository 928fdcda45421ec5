"""One connection of the preview's web server: GET and HEAD, nothing else, and only under a name that is ours."""

from __future__ import annotations

import time
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import TYPE_CHECKING

from generator.surfaces.hosting.media_types import HTML, content_type, media_type

from .hosts import is_known
from .injecting import CLIENT_FILES, EVENTS, RESERVED, client_file, with_client
from .lookup import NOT_FOUND, Redirect, SiteFile, look_up, read_file

if TYPE_CHECKING:
    from .server import PreviewServer

_IDLE_SECONDS = 60.0
"""Seconds after which a silent connection is closed, and a reader that takes nothing is given up."""
_EXCHANGE_SECONDS = 1.0
"""Where folders cannot be exchanged in one step the site is away for some milliseconds; wait at most this long."""
_PLAIN = "text/plain"


class PreviewHandler(BaseHTTPRequestHandler):
    """Answers one connection."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = _IDLE_SECONDS

    def do_GET(self) -> None:
        """Send a file, a redirect, the event stream, or say that there is nothing."""
        # A body would be read as the next request of the connection.
        if self.headers.get("Content-Length") or self.headers.get("Transfer-Encoding"):
            self.close_connection = True
        if not is_known(self.headers.get("Host"), self.server.names):
            self._send_text(HTTPStatus.FORBIDDEN, "这个预览只回答本机和局域网的地址。\n")
            return
        path, _, query = self.path.partition("#")[0].partition("?")
        if not path.startswith("/"):
            self._send_text(HTTPStatus.BAD_REQUEST, "地址不对。\n")
        elif path == EVENTS:
            self._send_events()
        elif path.startswith(RESERVED):
            self._send_client_file(path.removeprefix(RESERVED))
        else:
            self._send_site(path, query)

    def do_HEAD(self) -> None:
        """Send what GET would, without the body."""
        self.do_GET()

    def _refuse_method(self) -> None:
        self.close_connection = True
        self._send_text(HTTPStatus.METHOD_NOT_ALLOWED, "预览只供查看。\n", {"Allow": "GET, HEAD"})

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = _refuse_method  # noqa: N815 - names the library looks for

    def _send_site(self, path: str, query: str) -> None:
        # Taken before the file is read: a page that is newer than its version reloads once too often, never too rarely.
        version = self.server.channel.situation.version
        found = self._found(path)
        if isinstance(found, Redirect):
            location = f"{found.location}?{query}" if query else found.location
            self._send_text(HTTPStatus.FOUND, "", {"Location": location})
        elif found is not None:
            self._send_file(HTTPStatus.OK, found, version)
        elif not version:
            self._send_holding_page()
        elif page := read_file(self.server.folder, NOT_FOUND):
            self._send_file(HTTPStatus.NOT_FOUND, page, version)
        else:
            self._send_text(HTTPStatus.NOT_FOUND, "没有这个页面。\n")

    def _found(self, path: str) -> SiteFile | Redirect | None:
        """Look the path up, waiting while the old site is away and the new one not yet there."""
        folder: Path = self.server.folder
        deadline = time.monotonic() + _EXCHANGE_SECONDS
        while True:
            found = look_up(folder, path, self.server.base_path)
            if found or not self.server.channel.situation.version or folder.exists() or time.monotonic() > deadline:
                return found
            time.sleep(0.02)

    def _send_file(self, status: HTTPStatus, file: SiteFile, version: str) -> None:
        kind = media_type(file.name)
        self._send(status, content_type(kind), with_client(file.data, version) if kind == HTML else file.data)

    def _send_holding_page(self) -> None:
        """Stand in for a site that has never been built: a page to readers, a short word to everything else."""
        status = HTTPStatus.SERVICE_UNAVAILABLE
        if HTML in self.headers.get("Accept", HTML):
            self._send(status, content_type(HTML), with_client(client_file("holding.html"), ""))
        else:
            self._send_text(status, "网站还没有生成。\n")

    def _send_client_file(self, name: str) -> None:
        if name in CLIENT_FILES:
            own = {"Cross-Origin-Resource-Policy": "same-origin"}
            self._send(HTTPStatus.OK, content_type(media_type(name)), client_file(name), own)
        else:
            self._send_text(HTTPStatus.NOT_FOUND, "没有这个文件。\n")

    def _send_events(self) -> None:
        if not self.server.streams.acquire(blocking=False):
            self._send_text(HTTPStatus.SERVICE_UNAVAILABLE, "打开的页面太多了。\n")
            return
        try:
            self.close_connection = True
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "text/event-stream; charset=utf-8")
            self.send_header("Connection", "close")
            self._end_headers({"Cross-Origin-Resource-Policy": "same-origin"})
            if self.command != "HEAD":
                for event in self.server.channel.events(self.server.heartbeat):
                    self.wfile.write(event)
        finally:
            self.server.streams.release()

    def _send_text(self, status: HTTPStatus, text: str, headers: dict[str, str] | None = None) -> None:
        self._send(status, content_type(_PLAIN), text.encode(), headers)

    def _send(self, status: HTTPStatus, kind: str, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self._end_headers(headers or {})
        if self.command != "HEAD":
            self.wfile.write(body)

    def _end_headers(self, headers: dict[str, str]) -> None:
        """Send *headers* and those of every answer: nothing may be kept, nothing be taken for another type."""
        common = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}
        for name, value in {**common, **headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def version_string(self) -> str:
        """Return the ``Server`` header, without versions."""
        return "shanhuo"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the signature is the library's
        """Say nothing: the terminal is for what the editor changed."""
