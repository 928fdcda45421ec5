"""
Which names a request may call this machine by.

A page of another host can make its own name point here and then read what this
server says (DNS rebinding).  It cannot do so with a number, nor with a name
that only this machine and its network know, so those are answered and every
other name is refused.
"""

from __future__ import annotations

import ipaddress
import socket

EVERYWHERE = "0.0.0.0"  # noqa: S104 - listened on only where the network is asked for by name
"""The host to listen on for answering this machine and its whole network."""


def is_known(host: str | None, names: frozenset[str]) -> bool:
    """Tell whether a ``Host`` header is an IP address, ``localhost`` or one of *names* (lower case), with any port."""
    if not host:
        return False
    name = _without_port(host.strip().lower())
    if name == "localhost" or name.endswith(".localhost") or name in names:
        return True
    return is_address(name)


def is_address(name: str) -> bool:
    """Tell whether *name* is an IPv4 or IPv6 address rather than a name."""
    try:
        ipaddress.ip_address(name.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Tell whether a server that listens on *host* is reached from this machine only."""
    if host == "localhost":
        return True
    return is_address(host) and ipaddress.ip_address(host).is_loopback


def is_everywhere(host: str) -> bool:
    """Tell whether *host* stands for all addresses of this machine."""
    return is_address(host) and ipaddress.ip_address(host).is_unspecified


def own_names(host: str) -> frozenset[str]:
    """Return the names by which the network may call a server that listens on *host*."""
    names = set() if is_address(host) else {host.lower()}
    if not is_loopback(host):
        own = socket.gethostname().lower()
        names |= {own, f"{own}.local", f"{own.partition('.')[0]}.local"}
    return frozenset(names)


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0].removesuffix(".")
