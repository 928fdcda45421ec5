"""One connection of the player: files of packs, and a few addresses of its own, for this machine's browser alone."""

from __future__ import annotations

import ipaddress
import json
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from .heartbeats import read_heartbeat
from .learning import read_slots

if TYPE_CHECKING:
    from .player import PlayerServer

_IDLE_SECONDS = 60.0
_MAX_BODY = 2**18
_JSON = "application/json"
_TEXT = "text/plain; charset=utf-8"


class PlayerHandler(BaseHTTPRequestHandler):
    """Answers one connection."""

    server: PlayerServer
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = _IDLE_SECONDS

    def do_GET(self) -> None:
        """Send a file of a pack, or what the player knows."""
        # A body would be read as the next request of the connection.
        if self.headers.get("Content-Length") or self.headers.get("Transfer-Encoding"):
            self.close_connection = True
        player = self.server.player
        if not self._is_meant():
            self._send_text(HTTPStatus.FORBIDDEN, "只回答本机。\n")
            return
        path = self.path.partition("?")[0].partition("#")[0]
        if path == "/":
            self._send(HTTPStatus.FOUND, _TEXT, b"", {"Location": player.start_address})
        elif path == "/version":
            self._send_json(HTTPStatus.OK, player.edition_facts())
        elif path == "/health":
            facts = player.health()
            self._send_json(HTTPStatus.OK if facts["ok"] else HTTPStatus.SERVICE_UNAVAILABLE, facts)
        elif path == "/slots.json":
            self._send_json(HTTPStatus.OK, {"slots": [slot._asdict() for slot in player.slots]})
        else:
            self._send_file(path)

    def do_HEAD(self) -> None:
        """Send what GET would, without the body."""
        self.do_GET()

    def do_POST(self) -> None:
        """Take what the page says."""
        body = self._body()
        if not self._is_meant() or not self._is_own_page():
            self.close_connection = True
            self._send_text(HTTPStatus.FORBIDDEN, "只听自己的页面的。\n")
        elif body is None:
            self.close_connection = True
            self._send_text(HTTPStatus.BAD_REQUEST, "要 JSON。\n")
        elif self.path == "/heartbeat":
            self._take_heartbeat(body)
        elif self.path == "/slots":
            self._take_slots(body)
        else:
            self._send_text(HTTPStatus.NOT_FOUND, "没有这个地址。\n")

    def _refuse_method(self) -> None:
        self.close_connection = True
        self._send_text(HTTPStatus.METHOD_NOT_ALLOWED, "不行。\n", {"Allow": "GET, HEAD, POST"})

    do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = _refuse_method  # noqa: N815 - names the library looks for

    def _take_heartbeat(self, body: bytes) -> None:
        heartbeat = read_heartbeat(_parsed(body))
        if heartbeat is None:
            self._send_text(HTTPStatus.BAD_REQUEST, "不是心跳。\n")
            return
        self.server.player.hear(heartbeat)
        self._send_json(HTTPStatus.OK, self.server.player.edition_facts())

    def _take_slots(self, body: bytes) -> None:
        slots = read_slots(_parsed(body))
        if slots is None:
            self._send_text(HTTPStatus.BAD_REQUEST, "货位不对：每个货位要有货位号，感应器或标签号不能重复。\n")
            return
        self.server.player.learn(slots)
        self._send_json(HTTPStatus.OK, {"slots": len(slots)})

    def _send_file(self, path: str) -> None:
        player = self.server.player
        try:
            name = unquote(path, errors="strict")
        except UnicodeDecodeError:
            name = ""
        found = player.look_up(name)
        if found is None:
            self._send_text(HTTPStatus.NOT_FOUND, "没有这个文件。\n")
        elif found.tag and self.headers.get("If-None-Match") == found.tag:
            self._send(HTTPStatus.NOT_MODIFIED, found.kind, b"", {"ETag": found.tag})
        else:
            self._send(HTTPStatus.OK, found.kind, found.read(), {"ETag": found.tag} if found.tag else {})

    def _is_meant(self) -> bool:
        """Tell whether this machine asks, and asks for us: another host's name may be made to point here."""
        address = ipaddress.ip_address(self.client_address[0])
        return address.is_loopback and (self.headers.get("Host") or "").lower() in self.server.hosts

    def _is_own_page(self) -> bool:
        """Tell whether a page of ours sends this, not one of another origin that happens to be open."""
        origin = urlsplit(self.headers.get("Origin") or "")
        site = self.headers.get("Sec-Fetch-Site", "same-origin")
        return (
            origin.scheme == "http"
            and origin.netloc.lower() == (self.headers.get("Host") or "").lower()
            and (site == "same-origin")
        )

    def _body(self) -> bytes | None:
        """Return the JSON that was sent; None where it is something else, or too long."""
        length = self.headers.get("Content-Length", "")
        kind = (self.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
        if kind != _JSON or not length.isdecimal() or int(length) > _MAX_BODY or self.headers.get("Transfer-Encoding"):
            return None
        return self.rfile.read(int(length))

    def _send_text(self, status: HTTPStatus, text: str, headers: dict[str, str] | None = None) -> None:
        self._send(status, _TEXT, text.encode(), headers)

    def _send_json(self, status: HTTPStatus, value: object) -> None:
        self._send(status, _JSON, json.dumps(value, ensure_ascii=False).encode())

    def _send(self, status: HTTPStatus, kind: str, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        common = {
            # Asked for each time and compared: a page shall never be of two packs.
            "Cache-Control": "no-cache",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Cross-Origin-Resource-Policy": "same-origin",
        }
        for name, value in {**common, **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def version_string(self) -> str:
        """Return the ``Server`` header, without versions."""
        return "shanhuo"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the signature is the library's
        """Say nothing: a screen runs for years."""


def _parsed(body: bytes) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None
