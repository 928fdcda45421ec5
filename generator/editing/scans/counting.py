"""What a scan is, and how many there were.

A scan is a GET of a code's page, in any language and any case, that was answered with 200 or 304, by something that
does not call itself a program; what one client loads of one code within half an hour counts once.  A client is told by
address and agent together, as a digest under a key that is drawn anew for each run and kept nowhere.
"""

from __future__ import annotations

import hashlib
import secrets
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import crawleruseragents

from generator.config import SiteConfig

from .log_files import lines_of
from .log_lines import Load, Other, load_of, moment_of

ONCE = 30 * 60
"""Seconds: within this time from a load that counted, further loads of the same code by the same client do not."""
FUTURE = timedelta(days=1)
"""A line of a later moment than this from now is odd: clocks differ by hours, never by days."""
_REMEMBERED = 200_000
"""Loads after which those that are too old to matter are forgotten."""
_FIRST_LINES = 1000
"""Lines in which a log's first moment is looked for."""


@dataclass(slots=True)
class Tally:
    """What was found in the logs."""

    scans: Counter[tuple[date, str]] = field(default_factory=Counter)
    """(day of the site, code) → scans."""
    days: set[date] = field(default_factory=set)
    """Days of which the logs tell at least one scan."""
    lines: int = 0
    odd: int = 0
    """Lines in no known format, too long, or of days that do not exist or have not come."""
    programs: int = 0
    """Loads by what calls itself a program, or nothing at all."""
    repeated: int = 0
    """Loads by a client who loaded the same within half an hour."""
    unknown: int = 0
    """Loads of addresses of which the site knows no code or no language."""


class Counting:
    """Counts scans in the lines of one run."""

    def __init__(self, config: SiteConfig, codes: Collection[str], languages: Collection[str], now: datetime) -> None:
        """Prepare to count.

        Args:
            config: The site's settings: its time zone, and where codes stand on their host.
            codes: All codes that were ever issued.
            languages: Folders of the site's languages without their slash, ``""`` for its own.
            now: The present moment, with its zone.
        """
        self.tally = Tally()
        self._codes = frozenset(codes)
        self._languages = frozenset(languages)
        self._folders = {"/", *(urlsplit(url).path for url in (config.base_url, config.codes.base_url))}
        self._zone = ZoneInfo(config.time_zone)
        self._latest = int((now + FUTURE).timestamp())
        self._key = secrets.token_bytes(32)
        self._counted: dict[bytes, int] = {}
        self._days: dict[int, date] = {}

    def line(self, line: bytes | None) -> None:
        """Count one line; ``None`` is one that was too long."""
        tally = self.tally
        if line is not None and not line.strip():
            return
        tally.lines += 1
        load = Other.ODD if line is None else load_of(line)
        if isinstance(load, Load):
            self._load(load)
        elif load is Other.ODD:
            tally.odd += 1

    def _load(self, load: Load) -> None:
        tally = self.tally
        if load.moment > self._latest:
            tally.odd += 1
        elif load.code not in self._codes or load.language not in self._languages or load.folder not in self._folders:
            tally.unknown += 1
        elif load.agent is not None and is_program(load.agent):
            tally.programs += 1
        elif self._is_repeated(load):
            tally.repeated += 1
        else:
            day = self._day_of(load.moment)
            tally.scans[day, load.code] += 1
            tally.days.add(day)

    def _day_of(self, moment: int) -> date:
        """Return the day of the site on which *moment* lies; days begin at whole quarters of an hour everywhere."""
        quarter = moment // 900
        day = self._days.get(quarter)
        if day is None:
            day = self._days[quarter] = datetime.fromtimestamp(moment, self._zone).date()
        return day

    def _is_repeated(self, load: Load) -> bool:
        client = b"%b\0%b\0%b" % (load.address, load.agent or b"", load.code.encode())
        digest = hashlib.blake2b(client, key=self._key, digest_size=16).digest()
        counted = self._counted.get(digest)
        # Lines are written when an answer ends, so that two may stand the other way round.
        if counted is not None and abs(load.moment - counted) < ONCE:
            return True
        self._counted[digest] = load.moment
        if len(self._counted) > _REMEMBERED:
            self._counted = {key: moment for key, moment in self._counted.items() if load.moment - moment < ONCE}
        return False


@lru_cache(maxsize=4096)
def is_program(agent: bytes) -> bool:
    """Tell whether *agent* calls itself a program (crawler-user-agents), or says nothing, as browsers never do."""
    name = agent.decode(errors="replace").strip()
    return name in ("", "-") or crawleruseragents.is_crawler(name)


def in_order(paths: Sequence[Path]) -> list[Path]:
    """Return each log once, by the moment of its first line: rotated ones are often named the newest first."""
    unique = {path.resolve(): path for path in paths}
    return sorted(unique.values(), key=lambda path: (_begins(path), path.name))


def _begins(path: Path) -> int:
    with lines_of(path) as lines:
        for line, _ in zip(lines, range(_FIRST_LINES), strict=False):
            moment = moment_of(line) if line is not None else None
            if moment is not None:
                return moment
    return 0


def count(paths: Sequence[Path], counting: Counting, told: Callable[[int], None] = lambda _: None) -> Tally:
    """Count the scans in all logs, the oldest first.

    Args:
        paths: The logs; one that is named twice is read once.
        counting: Counts, and keeps what it found.
        told: Called with the number of bytes that were read since the last call.

    Raises:
        EnvironmentRefused: A log cannot be read to its end.
    """
    for path in in_order(paths):
        with lines_of(path, told) as lines:
            for line in lines:
                counting.line(line)
    return counting.tally
