"""Lines of logs, as web servers write them, and a counting of the small shop."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from pathlib import Path

from line.site_copies import SITES

from generator.config import SiteConfig, read_config
from generator.editing.scans.counting import Counting, Tally

PHONE = "Mozilla/5.0 (Linux; Android 12; V2154A) AppleWebKit/537.36 Chrome/98.0 Mobile MicroMessenger/8.0.30"
TEA, EGGS = "3QNMFJC", "VERYX9U"
"""Codes of the small shop."""
CHINA = timezone(timedelta(hours=8))
NOON = datetime(2020, 10, 1, 12, 0, tzinfo=CHINA)
NOW = datetime(2020, 12, 1, tzinfo=UTC)


def entry(
    path: str = f"/P/{TEA}/",
    when: datetime = NOON,
    *,
    address: str = "203.0.113.7",
    status: int = 200,
    method: str = "GET",
    agent: str | None = PHONE,
    user: str = "-",
) -> str:
    """One line in the combined format, in the common one where there is no *agent*."""
    moment = when.strftime("%d/%b/%Y:%H:%M:%S %z")
    line = f'{address} - {user} [{moment}] "{method} {path} HTTP/1.1" {status} 5120'
    return line if agent is None else f'{line} "-" "{agent}"'


@cache
def shop_settings() -> SiteConfig:
    """Settings of the small shop."""
    configuration, _ = read_config(SITES / "shop")
    assert configuration is not None
    return configuration.site


def counting(config: SiteConfig | None = None) -> Counting:
    """A counting of the shop's codes."""
    return Counting(config or shop_settings(), {TEA, EGGS}, {"", "en"}, NOW)


def counted(*lines: str | bytes, config: SiteConfig | None = None) -> Tally:
    """What is counted in *lines*."""
    own = counting(config)
    for line in lines:
        own.line(line if isinstance(line, bytes) else line.encode())
    return own.tally


def write_log(path: Path, lines: Iterable[str]) -> Path:
    """Write a log."""
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path
