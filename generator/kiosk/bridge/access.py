"""Who may listen and who may post: programs of this machine, pages of this machine, and who knows the token."""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

TOKEN_PROTOCOL = "token."  # noqa: S105 - the name of a subprotocol, no secret
"""A page gives its token as a subprotocol of the WebSocket, since it can set no headers and addresses are logged."""


class Access(NamedTuple):
    """What is asked of whoever comes."""

    token: str
    """Empty where none is needed: then the bridge answers on loopback alone."""
    origins: tuple[str, ...] = ()
    """Websites whose pages are let in beside those of this machine."""
    allow_files: bool = False
    """Whether pages opened as files are let in without a token.  Their origin is ``null``, and any website can make
    a frame that has this origin, so it is for machines whose browser shows nothing but the display."""

    def refusal(self, headers: Mapping[str, str], query_token: str = "") -> str:
        """Return why a request is refused; empty where it is let in."""
        if self.token:
            return "" if self._knows(headers, query_token) else "token"
        if not _is_local(_host_of(headers.get("Host", ""))):
            # A name that somebody has pointed at this machine, to get around the check of origins.
            return "host"
        origin = headers.get("Origin")
        if origin is None:
            return "" if headers.get("Sec-Fetch-Site", "none") in ("none", "same-origin") else "origin"
        if origin == "null":
            return "" if self.allow_files else "origin"
        is_known = origin.casefold() in self.origins or _is_local(urlsplit(origin).hostname or "")
        return "" if is_known else "origin"

    def _knows(self, headers: Mapping[str, str], query_token: str) -> bool:
        given = [query_token, headers.get("Authorization", "").removeprefix("Bearer ").strip()]
        protocols = (word.strip() for word in headers.get("Sec-WebSocket-Protocol", "").split(","))
        given += [word.removeprefix(TOKEN_PROTOCOL) for word in protocols if word.startswith(TOKEN_PROTOCOL)]
        expected = self.token.encode()
        return any(hmac.compare_digest(each.encode("utf-8", "surrogateescape"), expected) for each in given)


def is_loopback(host: str) -> bool:
    """Tell whether only programs of this machine reach *host*."""
    return _is_local(host.strip("[]"))


def known_origins(written: Sequence[str]) -> tuple[str, ...]:
    """Return websites as browsers name them: scheme and host, without a path.

    Raises:
        ValueError: One of them is no website.
    """
    origins = []
    for each in written:
        parts = urlsplit(each)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(each)
        origins.append(f"{parts.scheme}://{parts.netloc}".casefold())
    return tuple(origins)


def _host_of(header: str) -> str:
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return ""


def _is_local(host: str) -> bool:
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
