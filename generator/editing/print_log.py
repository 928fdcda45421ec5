"""The log of what was printed, ``data/print_log.csv``: rows are added at its end, and read to find what has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from generator.catalog import Catalog
from generator.catalog.printing import PrintedThing
from generator.catalog.tables import items_of
from generator.config import SiteConfig

from .csv_appending import append_rows

LOG = "data/print_log.csv"
"""Path of the log in a site."""
TABLE = "print_log"


class Entry(NamedTuple):
    """One thing that was printed."""

    sheet: str
    """``label``, ``talker``, ``poster``, ``placement`` or ``issue``."""
    target_kind: str
    target: str
    code: str
    shows: tuple[str, ...]
    """Entries ``field=value``."""
    placement: str = ""
    stock: str = ""
    copies: int = 1


class Log:
    """The log as it was when a run began."""

    def __init__(self, site_dir: Path) -> None:
        """Read the file as it is, before the data is read."""
        self._path = site_dir / LOG
        self._before = self._path.read_bytes() if self._path.exists() else b""

    def add(self, entries: Sequence[Entry], *, day: date, catalog: Catalog) -> None:
        """Add *entries* as one run of *day*.

        Raises:
            EnvironmentRefused: Another program has changed the file, or it cannot be written.
        """
        if not entries:
            return
        run = _runs_of(day, (each.id for each in printed_things(catalog))) + 1
        rows = [_row(entry, f"{day:%Y%m%d}-{run}-{number}", day) for number, entry in enumerate(entries, start=1)]
        append_rows(self._path, self._before, rows, table=TABLE, undone="打印的内容没有记下来")


def printed_things(catalog: Catalog) -> Iterable[PrintedThing]:
    """Return everything that the log holds."""
    return items_of(catalog.items, TABLE, PrintedThing)


def last_shown(catalog: Catalog, sheet: str) -> Mapping[tuple[str, str, str], frozenset[str]]:
    """Return (kind of target, target, placement) → what the *sheet* printed last for it shows, while it hangs."""
    shown: dict[tuple[str, str, str], frozenset[str]] = {}
    for each in sorted(printed_things(catalog), key=lambda each: (each.printed_on, _numbers(each.id))):
        if each.sheet == sheet:
            key = (each.target_kind, each.target, each.placement.id if each.placement else "")
            shown[key] = frozenset() if each.taken_down_on else frozenset(each.shows)
    return shown


def day_of_printing(site: SiteConfig, as_of: date | None) -> date:
    """Return *as_of*, or today in the site's time zone: the day on which something is really printed."""
    return as_of or datetime.now(ZoneInfo(site.time_zone)).date()


def _runs_of(day: date, ids: Iterable[str]) -> int:
    """Return the number of the last run of *day*, 0 where there was none."""
    of_day = (_numbers(each) for each in ids if each.startswith(f"{day:%Y%m%d}-"))
    return max((numbers[1] for numbers in of_day if len(numbers) > 1), default=0)


def _numbers(key: str) -> tuple[int, ...]:
    return tuple(int(part) for part in key.split("-") if part.isdecimal())


def _row(entry: Entry, key: str, day: date) -> dict[str, str]:
    return {
        "id": key,
        "printed_on": day.isoformat(),
        "sheet": entry.sheet,
        "stock": entry.stock,
        "target_kind": entry.target_kind,
        "target": entry.target,
        "code": entry.code,
        "placement": entry.placement,
        "copies": str(entry.copies),
        "shows": ";".join(entry.shows),
    }
