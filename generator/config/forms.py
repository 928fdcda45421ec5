"""Forms of single settings; a value that does not fit is answered with one that would."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from .sections import Unfit

_ADDRESS = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?(?:/[\w.~%-]+)*/?", re.ASCII | re.IGNORECASE)
"""An address as sitemaps, canonical links and codes need it (RFC 3986): ASCII, no user, no query, no fragment."""

_WEB_ADDRESS = re.compile(
    r"https?://[\w-]+(?:\.[\w-]+)*(?::\d{1,5})?(?:[/?#][^\s\\<>\"'`{}|^\x00-\x20\x7f]*)?", re.IGNORECASE
)
"""An address that a link can lead to: http or https, no user, nothing that would have to be escaped (RFC 3986)."""


def _address(value: str) -> str:
    steps = urlsplit(value).path.split("/") if _ADDRESS.fullmatch(value) else [".."]
    if "." in steps or ".." in steps:
        raise Unfit("https://www.example.org/")
    return value if value.endswith("/") else value + "/"


def _web_address(value: str) -> str:
    if value and not _WEB_ADDRESS.fullmatch(value):
        raise Unfit("https://www.example.org/")
    return value


def _host_root(value: str) -> str:
    if not _ADDRESS.fullmatch(value) or urlsplit(value).path not in ("", "/"):
        raise Unfit("https://s.example.org/")
    return _address(value)


def _time_zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (OSError, KeyError, ValueError):  # a folder of zones, an unknown one, something that is no name
        raise Unfit("Asia/Shanghai, Europe/Paris") from None
    return value


def _pattern(value: str) -> str:
    try:
        re.compile(value)
    except (re.error, OverflowError, RecursionError):
        raise Unfit(r"\d{11}") from None
    return value


def _of_form(pattern: str, allowed: str) -> Callable[[str], str]:
    form = re.compile(pattern, re.ASCII)

    def checked(value: str) -> str:
        if not form.fullmatch(value):
            raise Unfit(allowed)
        return value

    return checked


def _positive(value: Decimal) -> Decimal:
    if value <= 0:
        raise Unfit("> 0")
    return value


def _not_empty(value: str) -> str:
    if not value:
        raise Unfit("≥ 1")
    return value


def within(least: int, most: int) -> Callable[[int], int]:
    """Return the check of a number from *least* to *most*."""

    def checked(value: int) -> int:
        if value < least:
            raise Unfit(f"≥ {least}")
        if value > most:
            raise Unfit(f"≤ {most}")
        return value

    return checked


def between(least: Decimal, most: Decimal) -> Callable[[Decimal], Decimal]:
    """Return the check of a decimal number from *least* to *most*."""

    def checked(value: Decimal) -> Decimal:
        if not least <= value <= most:
            raise Unfit(f"{least} … {most}")
        return value

    return checked


SiteAddress = Annotated[str, _address]
"""An http or https address; a closing slash is added."""
WebAddress = Annotated[str, _web_address]
"""An http or https address that pages link to; empty where there is none."""
HostAddress = Annotated[str, _host_root]
"""The root of a host: what is printed in codes must not hang on a folder."""
Language = Annotated[str, _of_form(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", "zh-Hans, en, fr")]
"""A BCP 47 language tag."""
Identifier = Annotated[str, _of_form(r"[a-z0-9-]{1,60}", "a-z 0-9 -")]
CurrencyCode = Annotated[str, _of_form(r"[A-Z]{3}", "CNY, EUR, USD")]
"""ISO 4217."""
TimeZone = Annotated[str, _time_zone]
"""IANA name of a time zone."""
Written = Annotated[str, _not_empty]
"""Text that is not left empty."""
Pattern = Annotated[str, _pattern]
"""A regular expression of Python's."""
Positive = Annotated[Decimal, _positive]
"""A number that something can be divided by."""
