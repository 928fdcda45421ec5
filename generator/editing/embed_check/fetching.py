"""A page of somebody else's website: asked for politely, bounded in every way, and decoded."""

from __future__ import annotations

import ipaddress
import re
import socket
from http.client import HTTPException
from typing import IO, Final, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from generator import __version__

MOST_BYTES: Final = 3_000_000
"""Of a page; more is no page."""
SECONDS: Final = 15.0
"""To wait for an answer, and for each part of it."""
MOST_REDIRECTS: Final = 5
_AGENT: Final = f"shanhuo/{__version__} (embed check)"
_DECLARED: Final = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_-]{1,40})""", re.IGNORECASE)
_IN_HEADER: Final = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_WIDER: Final = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
"""What browsers read under a narrower name (https://encoding.spec.whatwg.org/#names-and-labels)."""


class Fetched(NamedTuple):
    """A page."""

    text: str
    address: str
    """Where it was in the end, behind redirects."""


class Unreachable(NamedTuple):
    """Why there is none, in Chinese."""

    reason: str


def fetch(address: str, *, allow_private: bool = False, seconds: float = SECONDS) -> Fetched | Unreachable:
    """Fetch the page at *address*.

    Args:
        address: Of http or https.
        allow_private: Ask hosts of a private network as well; by default they are refused, since an address in the
            data may have come from anywhere.
        seconds: How long to wait.
    """
    if fault := _fault_of(address, allow_private=allow_private):
        return Unreachable(fault)
    opener = build_opener(_Redirects(allow_private=allow_private))
    request = Request(address, headers={"User-Agent": _AGENT, "Accept": "text/html,*/*;q=0.5"})  # noqa: S310 - checked
    try:
        with opener.open(request, timeout=seconds) as answer:
            data = answer.read(MOST_BYTES + 1)
            kind = answer.headers.get("Content-Type", "")
            final = answer.geturl()
    except HTTPError as error:
        return Unreachable(f"网站回答 {error.code}")
    except _Refused as error:
        return Unreachable(str(error))
    except URLError as error:
        return Unreachable(_reason(error.reason))
    except (TimeoutError, OSError, HTTPException, ValueError) as error:
        return Unreachable(_reason(error))
    if len(data) > MOST_BYTES:
        return Unreachable(f"网页超过 {MOST_BYTES // 1_000_000} MB")
    return Fetched(decode(data, kind), final)


def decode(data: bytes, content_type: str) -> str:
    """Decode a page as browsers do: a byte order mark, the header, the page's own word, then UTF-8 or GB 18030."""
    if data.startswith(b"\xef\xbb\xbf"):
        return data.decode("utf-8-sig", "replace")
    in_header = _IN_HEADER.search(content_type)
    declared = _DECLARED.search(data[:4096])
    named = in_header[1] if in_header else declared[1].decode("ascii") if declared else ""
    for name in filter(None, (named, "utf-8", "gb18030")):
        try:
            return data.decode(_WIDER.get(name.lower(), name), "strict" if name != named else "replace")
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("utf-8", "replace")


class _Refused(Exception):
    """A redirect leads where we do not go."""


class _Redirects(HTTPRedirectHandler):
    max_redirections = MOST_REDIRECTS

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: object, newurl: str
    ) -> Request | None:
        if fault := _fault_of(newurl, allow_private=self._allow_private):
            raise _Refused(f"转到了不能去的地址：{fault}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type] # as handed on


def _fault_of(address: str, *, allow_private: bool) -> str:
    """Return why *address* is not asked, ``""`` where it may be."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return "网址应以 http:// 或 https:// 开头"
    if allow_private:
        return ""
    try:
        found = {entry[4][0] for entry in socket.getaddrinfo(parts.hostname, None)}
    except OSError:
        return f"找不到主机 {parts.hostname}"
    if any(not ipaddress.ip_address(str(each).partition("%")[0]).is_global for each in found):
        return f"{parts.hostname} 是内部网络的主机；确实要查就加上 --allow-private"
    return ""


def _reason(error: object) -> str:
    if isinstance(error, TimeoutError):
        return "等了太久没有回答"
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return f"连不上：{words}"
