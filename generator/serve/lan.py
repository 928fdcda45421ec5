"""Under which address a phone on the same network reaches this machine."""

from __future__ import annotations

import ipaddress
import socket

_ELSEWHERE = ("192.0.2.1", 9)
"""An address kept for documentation (RFC 5737): asking for the way there sends nothing."""


def lan_addresses() -> list[str]:
    """Return this machine's IPv4 addresses that its network may reach, the most likely one first; often one or none."""
    found = [_address_on_the_way_out(), *_addresses_of_own_name()]
    return [address for address in dict.fromkeys(found) if address and _is_reachable(address)]


def _address_on_the_way_out() -> str:
    """Return the address from which packets would leave; empty without a network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ELSEWHERE)
        except OSError:
            return ""
        return str(probe.getsockname()[0])


def _addresses_of_own_name() -> list[str]:
    try:
        answers = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET, socket.SOCK_STREAM)
    except OSError:
        return []
    return [str(answer[4][0]) for answer in answers]


def _is_reachable(address: str) -> bool:
    parsed = ipaddress.ip_address(address)
    return not (parsed.is_loopback or parsed.is_link_local or parsed.is_unspecified or parsed.is_multicast)
