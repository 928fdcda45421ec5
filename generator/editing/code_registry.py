"""
The register of printed codes, ``data/qr_codes.csv``: read whole, added to at its end, never changed.

Whatever is in the file stays byte for byte; new rows follow its header, its delimiter, its encoding and its line ends.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from filelock import FileLock, Timeout

from generator.build.environment import told_as_environment
from generator.build.options import WORK_FOLDER
from generator.contract import Row
from generator.contract.nearest import nearest
from generator.contract.publication import hidden_because, is_on_offer
from generator.contract.rules.codes import TARGET_TABLES, coded_at, coded_targets
from generator.contract.shelf_code import new_code
from generator.errors import BuildRunning, UsageError

from .csv_appending import append_rows
from .csv_appending import with_rows as rows_added
from .reading import read_sound_site

REGISTRY = "data/qr_codes.csv"
"""Path of the register in a site."""
_TABLE = "qr_codes"
_NO_MORE = ("closed", "moved")
"""States of placements that nothing is printed for any more."""


@dataclass(frozen=True, slots=True)
class IssuedCode:
    """One code that was given out."""

    code: str
    target: str
    """Key of the record that it leads to."""
    name: str
    """The record's name, for people."""


@dataclass(frozen=True, slots=True)
class Issue:
    """What one run gave out."""

    issued: tuple[IssuedCode, ...]
    """In the order of the records' keys."""
    coded: Mapping[str, str]
    """Records that were asked for by id and have a code already → that code."""
    waiting: tuple[str, ...]
    """Records without a code that have no page yet: drafts, and those of a later day."""
    issued_on: date


def issue_codes(
    site_dir: Path,
    *,
    target_kind: str = "product",
    placement: str = "",
    ids: Collection[str] = (),
    as_of: date | None = None,
    dry_run: bool = False,
    source: random.Random | None = None,
) -> Issue:
    """Give a code to every record of a kind that is out, not withdrawn or closed, and has none.

    Codes are issued in the letter case that the setting ``codes.case`` asks for, and keep it.

    Args:
        site_dir: The site's folder.
        target_kind: One of :data:`~generator.contract.rules.codes.TARGET_TABLES`.
        placement: Give codes of their own to the products that stand at this placement, to hang there.
        ids: Records to give codes to; none means all that need one.
        as_of: Day of issue instead of today in the site's time zone; also the day on which records must be out.
        dry_run: Write nothing.
        source: Where chance comes from instead of the system.

    Raises:
        FindingsStop: The data holds errors.
        UsageError: An id of *ids*, or the placement, is not there, or nothing stands at it; a placement was named
            beside another kind than products.
        EnvironmentRefused: The register could not be written, or another program has just changed it.
    """
    path = site_dir / REGISTRY
    with _held(site_dir):
        before = path.read_bytes() if path.exists() else b""
        loaded = read_sound_site(site_dir, as_of=as_of, purpose="发码")
        assert loaded.configuration is not None
        records = {row.key: row for row in loaded.rows[TARGET_TABLES[target_kind]]}
        register = loaded.rows["qr_codes"]
        if placement:
            records = _standing_at(loaded.rows, records, placement, target_kind)
        wanted = _wanted(records, ids)
        coded = coded_at(register, placement) if placement else coded_targets(register, target_kind)
        day = loaded.configuration.as_of
        missing = [row for row in wanted if row.key not in coded]
        today = as_of or datetime.now(ZoneInfo(loaded.configuration.site.time_zone)).date()
        issued = _draw(
            [row for row in missing if is_on_offer(row, day) and row.values.get("status") not in _NO_MORE],
            taken={row.key for row in register},
            source=source or random.SystemRandom(),
        )
        if issued and not dry_run:
            same = {"target_kind": target_kind, "issued_on": today.isoformat(), "status": "active"}
            if placement:
                same["placement"] = placement
            if loaded.configuration.site.codes.case == "lower":
                same["case"] = "lower"  # capitals are what an empty cell means, in registers of any age
            rows = [{**same, "code": each.code, "target": each.target} for each in issued]
            append_rows(path, before, rows, table=_TABLE, undone="没有发码")
    return Issue(
        issued=tuple(issued),
        coded={key: coded[key] for key in ids if key in coded},
        waiting=tuple(row.key for row in missing if hidden_because(row, day)),
        issued_on=today,
    )


def with_rows(before: bytes, rows: list[dict[str, str]]) -> bytes:
    """Return a register with *rows* added at its end, as :func:`generator.editing.csv_appending.with_rows` does."""
    return rows_added(before, rows, table=_TABLE)


def _standing_at(
    rows: Mapping[str, Sequence[Row]], products: Mapping[str, Row], placement: str, target_kind: str
) -> dict[str, Row]:
    if target_kind != "product":
        raise UsageError("只有产品的码可以分点位发。", mend="给点位自己发码，用 --kind placement --id 点位编号。")
    places = {row.key: row for row in rows["placements"]}
    if placement not in places:
        near = nearest(placement, places)
        raise UsageError(
            f"数据里没有编号为“{placement}”的点位。", mend=f"是不是“{near}”？" if near else "用数据里已有的点位编号。"
        )
    standing = {row.text("product") for row in rows["placement_stock"] if row.text("placement") == placement}
    if not standing:
        raise UsageError(
            f"点位“{placement}”还没有登记陈列的产品。", mend="先在 data/placement_stock.csv 写上那里摆了什么。"
        )
    return {key: row for key, row in products.items() if key in standing}


def _wanted(records: Mapping[str, Row], ids: Collection[str]) -> list[Row]:
    for key in ids:
        if key not in records:
            near = nearest(key, records)
            raise UsageError(
                f"数据里没有编号为“{key}”的记录。", mend=f"是不是“{near}”？" if near else "用 --id 写数据里已有的编号。"
            )
    return [row for key, row in records.items() if not ids or key in ids]


def _draw(rows: list[Row], *, taken: set[str], source: random.Random) -> list[IssuedCode]:
    issued: list[IssuedCode] = []
    for row in rows:
        code = new_code(taken, source)
        taken.add(code)
        issued.append(IssuedCode(code, row.key, name_of(row)))
    return issued


def name_of(row: Row) -> str:
    """Return what people call a record: its name or title, else its key."""
    return next((row.text(name) for name in ("name", "title") if name in row.values and row.text(name)), row.key)


@contextmanager
def _held(site_dir: Path) -> Iterator[None]:
    """Let one program at a time give out codes for a site."""
    with told_as_environment("锁定码的登记"):
        work = site_dir / WORK_FOLDER
        work.mkdir(exist_ok=True)
        lock = FileLock(work / "codes.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise BuildRunning("这个站点正在另一个窗口里发码。", mend="等它结束再试。") from None
    try:
        yield
    finally:
        lock.release()
