"""The web server of the preview: files of the published site, and the stream that says when they changed."""

from __future__ import annotations

import errno
import os
import socket
import sys
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer

from generator.errors import EnvironmentRefused

from .handler import PreviewHandler
from .hosts import is_address, is_everywhere, own_names
from .reloading import HEARTBEAT_SECONDS, Channel

MAX_STREAMS = 200
"""Event streams at one time; each holds a thread. Pages that are not looked at hold none."""


class PreviewServer(ThreadingHTTPServer):
    """Serves one folder to this machine or its network; a thread a connection."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128
    # On Windows the option would let two programs listen on one port, and neither would be told.
    allow_reuse_address = os.name == "posix"

    def __init__(
        self, host: str, port: int, folder: Path, channel: Channel, *, heartbeat: float = HEARTBEAT_SECONDS
    ) -> None:
        """Take the port, without answering yet.

        Args:
            host: Name or address to listen on.
            port: Its number; 0 takes any free one.
            folder: The published site; need not exist yet.
            channel: Says what the situation is.
            heartbeat: Seconds between two signs of life on a quiet stream.

        Raises:
            EnvironmentRefused: The port is taken or not allowed, or this machine has no such address.
        """
        self.folder = folder
        self.channel = channel
        self.heartbeat = heartbeat
        self.names = own_names(host)
        self.base_path = "/"
        """Path of the site's configured address."""
        self.streams = threading.BoundedSemaphore(MAX_STREAMS)
        try:
            family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
            self.address_family = family
            super().__init__((str(address[0]), port), PreviewHandler)
        except OSError as error:
            raise _refused(error, host, port) from error
        self._thread = threading.Thread(target=self.serve_forever, args=(0.1,), name="preview-server", daemon=True)

    def server_bind(self) -> None:
        """Bind without asking the network for this machine's full name, as the standard library would."""
        if sys.platform == "win32":
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def start(self) -> None:
        """Begin to answer, in a thread of its own."""
        self._thread.start()

    def stop(self) -> None:
        """End all streams, stop answering and give the port back."""
        self.channel.close()
        if self._thread.is_alive():
            self.shutdown()
            self._thread.join()
        self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over readers who left in the middle; a fault of ours is printed with its traceback."""
        if not isinstance(sys.exception(), (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def address_of(host: str, port: int) -> str:
    """Return the address to type into a browser on this machine for a server listening on *host*."""
    if is_everywhere(host):
        host = "::1" if ":" in host else "127.0.0.1"
    return f"http://{f'[{host}]' if ':' in host and is_address(host) else host}:{port}/"


def _refused(error: OSError, host: str, port: int) -> EnvironmentRefused:
    """Say in one sentence why *host* and *port* cannot be listened on."""
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return EnvironmentRefused(
            f"这台电脑没有“{host}”这个地址，不能在上面开预览。",
            mend="用 --host 127.0.0.1（只在本机看）或 --lan（同一网络里的手机也能看）。",
        )
    if error.errno in (errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", errno.EADDRINUSE)):
        return EnvironmentRefused(
            f"端口 {port} 已经被占用，可能另一个预览还开着。", mend=f"关掉那个程序，或换一个端口：--port {port + 1}"
        )
    if error.errno in (errno.EACCES, errno.EPERM):
        return EnvironmentRefused(f"系统不允许使用端口 {port}。", mend="换一个 1024 以上的端口，例如 --port 8000")
    return EnvironmentRefused(f"不能在 {host} 的端口 {port} 上开预览：{error.strerror or error}。")
