"""
The register of printed codes, ``data/qr_codes.csv``: read whole, added to at its end, never changed.

Whatever is in the file stays byte for byte; new rows follow its header, its delimiter, its encoding and its line ends.
"""

from __future__ import annotations

import codecs
import csv
import io
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
from generator.contract import Row, load_tables
from generator.contract.nearest import nearest
from generator.contract.publication import hidden_because, is_on_offer
from generator.contract.rules.codes import TARGET_TABLES, coded_at, coded_targets
from generator.contract.shelf_code import new_code
from generator.errors import BuildRunning, EnvironmentRefused, UsageError
from generator.intake.csv_header import find_header, known_header
from generator.intake.encodings import decode_csv

from .file_writing import write_file
from .reading import read_sound_site

REGISTRY = "data/qr_codes.csv"
"""Path of the register in a site."""
_NO_MORE = ("closed", "moved")
"""States of placements that nothing is printed for any more."""
_LINE_END = "\r\n"
"""RFC 4180, 2.1; what Excel writes."""
_CODECS = ("utf-8-sig", "utf-8", "gb18030", "cp950", "big5hkscs", "utf-16-le", "utf-16-be")
"""Encodings that intake takes for CSV; byte order marks of UTF-16 are taken off before."""


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
            _append(path, before, [{**same, "code": each.code, "target": each.target} for each in issued])
    return Issue(
        issued=tuple(issued),
        coded={key: coded[key] for key in ids if key in coded},
        waiting=tuple(row.key for row in missing if hidden_because(row, day)),
        issued_on=today,
    )


def with_rows(before: bytes, rows: list[dict[str, str]]) -> bytes:
    """Return a register with *rows* added at its end; what it held stays as it is.

    Args:
        before: The register as it is; empty where there is none.
        rows: Canonical field name → canonical text, listed values in English; they are written in Chinese where
            the header is.

    Raises:
        EnvironmentRefused: The register's header lacks a column that every code needs.
    """
    table = load_tables()["qr_codes"]
    if not before.strip(codecs.BOM_UTF8 + b"\r\n \t"):
        header = _LINE_END.join([",".join(entry.title for entry in table.fields), ""])
        before = codecs.BOM_UTF8 + header.encode()
    codec, text = _decoded(before)
    known = frozenset(table.words)
    found = find_header(text, known)
    assert found is not None, "a sound register has a header"
    columns = [table.words[word].name if word in table.words else "" for word in found.words]
    lacking = [table.by_name[name].title for name in rows[0] if name not in columns]
    if lacking:
        raise EnvironmentRefused(
            f"{REGISTRY} 的表头缺少：{'、'.join(lacking)}。", mend="在表头补上这些列，再运行一次。"
        )
    chinese = {name: word for name, word in zip(columns, found.words, strict=True) if not word.isascii()}
    out = io.StringIO()
    writer = csv.writer(out, delimiter=found.delimiter, lineterminator=_line_end(before, codec))
    for row in rows:
        writer.writerow([_cell(name, row.get(name, ""), chinese=name in chinese) for name in columns])
    gap = "" if text.endswith("\n") else _line_end(before, codec)
    return before + (gap + out.getvalue()).encode("utf-8" if codec == "utf-8-sig" else codec)


def _append(path: Path, before: bytes, rows: list[dict[str, str]]) -> None:
    now = path.read_bytes() if path.exists() else b""
    if now != before:
        raise EnvironmentRefused(f"{REGISTRY} 刚刚被别的程序改动，没有发码。", mend="关掉正在改它的程序，再运行一次。")
    write_file(path, with_rows(before, rows))


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


def _decoded(data: bytes) -> tuple[str, str]:
    """Return the codec in which intake reads *data*, without a mark of UTF-16, and the text."""
    known = frozenset(load_tables()["qr_codes"].words)
    text = decode_csv(data, REGISTRY, lambda sample: known_header(sample, known)).text
    for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        data = data.removeprefix(mark)
    for codec in _CODECS:
        try:
            if text is not None and data.decode(codec).replace("\r\n", "\n").replace("\r", "\n") == text:
                return codec, text
        except UnicodeDecodeError:
            continue
    raise EnvironmentRefused(f"{REGISTRY} 的编码认不出来。", mend="用 Excel 另存为“CSV UTF-8”，再运行一次。")


def _line_end(data: bytes, codec: str) -> str:
    """Return the line end that the file uses; Excel's where it has none yet."""
    body = data.decode(codec, "ignore")
    if "\r\n" in body or "\n" not in body:
        return "\r" if "\r" in body and "\n" not in body else _LINE_END
    return "\n"


def _cell(name: str, text: str, *, chinese: bool) -> str:
    entry = load_tables()["qr_codes"].by_name.get(name)
    labels = {category.value: category.label for category in entry.categories} if entry and chinese else {}
    return labels.get(text, text)


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
