"""
What systemd is told (sd_notify(3)): that the player is ready, and that it and the page are alive.

The messages go to a socket that systemd names; where it names none, nothing is
said.
"""

from __future__ import annotations

import contextlib
import os
import socket


class Notifier:
    """Speaks to the service manager that started this process, if one did."""

    def __init__(self) -> None:
        """Read what the service manager has told this process."""
        self._address = os.environ.get("NOTIFY_SOCKET", "")
        is_meant = os.environ.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid())
        microseconds = os.environ.get("WATCHDOG_USEC", "") if is_meant else ""
        self.watchdog_seconds = int(microseconds) / 1e6 if microseconds.isdecimal() else 0.0
        """After so long without a sign of life the process is killed; 0 where nobody waits for one."""

    def ready(self, status: str) -> None:
        """Tell that the player answers."""
        self._send(f"READY=1\nSTATUS={status}")

    def alive(self, status: str) -> None:
        """Tell that all is well."""
        self._send(f"WATCHDOG=1\nSTATUS={status}")

    def status(self, status: str) -> None:
        """Tell how it is, which is no sign of life."""
        self._send(f"STATUS={status}")

    def stopping(self) -> None:
        """Tell that the player ends."""
        self._send("STOPPING=1")

    def _send(self, message: str) -> None:
        if not self._address or not hasattr(socket, "AF_UNIX"):
            return
        # A name that begins with @ lies in the abstract namespace.
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
            sender.sendto(message.encode(), address)
