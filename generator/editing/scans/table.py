"""``scans.csv``: a row for each day and code that was scanned, kept from one run to the next."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.build.environment import told_as_environment
from generator.catalog.address import QrCode
from generator.errors import UsageError

from .counting import Tally

TABLE_FILE = "scans.csv"
COLUMNS = ("day", "code", "target", "placement", "scans")


class ScanRow(NamedTuple):
    """Scans of one code on one day."""

    day: date
    code: str
    target: str
    """Key of what the code leads to."""
    placement: str
    """Key of the place that the code was printed for; empty where it may hang anywhere."""
    scans: int


class Merged(NamedTuple):
    """Earlier counts and those of this run together."""

    rows: tuple[ScanRow, ...]
    """By day and code."""
    replaced: tuple[date, ...]
    """Days that were known and are told anew."""
    kept: tuple[date, ...]
    """Days of which more was known than these logs tell, and which stayed as they were."""


def _place_of(code: QrCode) -> str:
    return code.placement.id if code.placement is not None else ""


def rows_of(tally: Tally, codes: Mapping[str, QrCode]) -> tuple[ScanRow, ...]:
    """Return the counts of one run with what each code leads to."""
    return tuple(
        ScanRow(day, code, codes[code].target, _place_of(codes[code]), number)
        for (day, code), number in sorted(tally.scans.items())
    )


def merged(earlier: Iterable[ScanRow], now: Iterable[ScanRow]) -> Merged:
    """Put two counts together, a day at a time: of a day that both tell, the count with more scans stands whole.

    So the same log changes nothing when it is read again, a longer log of a day takes the place of a shorter one, and
    the rest of a day that another log holds does not undo it.
    """
    before, after = _by_day(earlier), _by_day(now)
    both = before.keys() & after.keys()
    kept = {day for day in both if _total(before[day]) > _total(after[day])}
    replaced = {day for day in both if before[day] != after[day]} - kept
    days = before | {day: rows for day, rows in after.items() if day not in kept}
    rows = sorted(row for day in days.values() for row in day)
    return Merged(tuple(rows), tuple(sorted(replaced)), tuple(sorted(kept)))


def _by_day(rows: Iterable[ScanRow]) -> dict[date, list[ScanRow]]:
    days: dict[date, list[ScanRow]] = {}
    for row in sorted(rows):
        days.setdefault(row.day, []).append(row)
    return days


def _total(rows: Iterable[ScanRow]) -> int:
    return sum(row.scans for row in rows)


def written(rows: Iterable[ScanRow]) -> bytes:
    """Return the table as CSV (RFC 4180) with days as ISO 8601; what it holds are keys, codes and numbers alone."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows((row.day.isoformat(), row.code, row.target, row.placement, str(row.scans)) for row in rows)
    return out.getvalue().encode()


def read(path: Path) -> tuple[ScanRow, ...]:
    """Return what an earlier run wrote; nothing where there is no such file.

    Raises:
        EnvironmentRefused: The file cannot be read.
        UsageError: It is not such a table; the sentence names the line.
    """
    if not path.exists():
        return ()
    with told_as_environment(f"读取 {path.name} "):
        data = path.read_bytes()
    try:
        lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error):
        raise _broken(path, 1, "不是 UTF-8 的 CSV") from None
    if not lines or tuple(lines[0]) != COLUMNS:
        raise _broken(path, 1, f"表头应当是 {','.join(COLUMNS)}")
    return tuple(_row(path, number, cells) for number, cells in enumerate(lines[1:], start=2) if cells)


def _row(path: Path, number: int, cells: list[str]) -> ScanRow:
    try:
        day, code, target, placement, scans = cells
        row = ScanRow(date.fromisoformat(day), code, target, placement, int(scans))
    except ValueError:
        raise _broken(path, number, "应当是日期、码、对象、点位、次数五格") from None
    if row.scans < 0:
        raise _broken(path, number, "次数不能是负数")
    return row


def _broken(path: Path, line: int, fault: str) -> UsageError:
    return UsageError(
        f"{path.name} 第 {line} 行读不懂：{fault}；没有改动它。",
        mend="改回原样，或者移走这个文件，再用手头的全部日志重新统计。",
    )
