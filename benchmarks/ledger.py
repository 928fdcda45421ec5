"""
A ledger of 100,000 rows: what a check, its totals and a build take; writes ``benchmarks/ledger.md``.

    python benchmarks/ledger.py [--rows 100000] [--folder FOLDER]

Ends with 1 when a limit is broken.  Rows are invented, drawn in one order from one seed: 500 bodies in two layers,
12 campaigns, 200 products; of a hundred rows one is told by the body above as well and declares the overlap, one
corrects another and one returns goods.  The totals are compared with a sum in integer cents that knows nothing of the
ledger's code.
"""

from __future__ import annotations

import argparse
import csv
import os
import platform
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from measure import measure
from workload import CATEGORY_IDS, COUNTIES, SEED, make_workload
from workload_site import write_site

HERE = Path(__file__).resolve().parent
ROWS = 100_000
PRODUCTS = 200
BODIES, HEADS = 500, 20
"""Bodies, and those among them that stand above the others."""
YEAR = 2024
CHECKS = 3
"""Runs of the check, of which the median counts: shared machines change their speed within minutes."""
MOST_SECONDS = 10.0
"""What the check, and the totals, may each take at ``ROWS``."""
MOST_MB = 1074.0
"""1 GiB: what a build may take, all its processes together."""
_BUYERS = ("预算单位", "工会", "企业", "社会组织", "食堂", "个人")
_CHANNELS = ("shop-a", "shop-b", "store", "")
_MANNERS = ("plain",) * 97 + ("overlap", "correction", "return")


class Written(NamedTuple):
    """What was written."""

    rows: int
    cents: int
    """What was bought, less what came back, each purchase once."""


class Limit(NamedTuple):
    """One line of the table."""

    what: str
    measured: str
    allowed: str
    holds: bool


def write_ledger(folder: Path, count: int) -> Written:
    """Write a site whose ledger has *count* rows, and sum it by another way than the product does."""
    workload = make_workload(PRODUCTS)
    write_site(workload, folder, as_yaml=False)
    data = folder / "data"
    _write(data / "organisations.csv", ("编号", "名称", "类型", "上级单位"), _bodies())
    months = [
        (f"huodong-{month:02d}", f"{month}月活动", f"{YEAR}-{month:02d}-01", _last_day(month).isoformat())
        for month in range(1, 13)
    ]
    _write(data / "campaigns.csv", ("编号", "名称", "开始日期", "结束日期"), months)
    rows, cents = _rows(count, [product.slug for product in workload.products])
    heads = (
        *("编号", "日期", "登记日期", "活动", "采购单位", "采购方类型", "渠道", "产品", "品类", "产地", "金额"),
        *("性质", "依据", "人次", "人数不重复", "凭证号", "重叠行", "更正行", "示例"),
    )
    _write(data / "ledger.csv", heads, rows)
    return Written(len(rows), cents)


def _bodies() -> list[tuple[str, ...]]:
    return [
        (f"danwei-{number:03d}", f"单位{number}", "企业", "" if number < HEADS else f"danwei-{number % HEADS:03d}")
        for number in range(BODIES)
    ]


def _rows(count: int, products: Sequence[str]) -> tuple[list[tuple[str, ...]], int]:
    chance = random.Random(SEED)
    rows: list[tuple[str, ...]] = []
    plain: list[tuple[str, ...]] = []
    whole = 0
    for number in range(count):
        manner = chance.choice(_MANNERS) if plain else "plain"
        if manner == "plain":
            row = _purchase(chance, number, products)
            whole += _cents(row[10])
            if int(row[4][-3:]) >= HEADS:
                plain.append(row)
        else:
            first = plain.pop(chance.randrange(len(plain)))
            row, brought = _about(manner, f"h{number:06d}", first)
            whole += brought
        rows.append(row)
    return rows, whole


def _purchase(chance: random.Random, number: int, products: Sequence[str]) -> tuple[str, ...]:
    day = date(YEAR, 1, 1) + timedelta(days=chance.randrange(366))
    has_product = chance.random() < 0.7
    return (
        f"h{number:06d}",
        day.isoformat(),
        min(day + timedelta(days=chance.randrange(5)), date(YEAR, 12, 31)).isoformat(),
        f"huodong-{day.month:02d}",
        f"danwei-{chance.randrange(BODIES):03d}",
        chance.choice(_BUYERS),
        chance.choice(_CHANNELS),
        chance.choice(products) if has_product else "",
        "" if has_product else chance.choice(CATEGORY_IDS),
        "" if has_product else f"c{chance.randrange(len(COUNTIES)) + 1:02d}",
        f"{chance.randrange(100, 5_000_000) / 100:.2f}",
        "采购",
        "付款",
        str(chance.randrange(1, 200)),
        "是" if chance.random() < 0.5 else "",
        f"FP-{number:08d}",
        "",
        "",
        "是",
    )


def _about(manner: str, key: str, first: tuple[str, ...]) -> tuple[tuple[str, ...], int]:
    """Return a row that tells of *first*, and what it brings to the sum in cents."""
    row = dict(enumerate(first))
    row[0], row[15] = key, f"FP-{key}"
    if manner == "overlap":
        row[4], row[16] = f"danwei-{int(first[4][-3:]) % HEADS:03d}", first[0]
        return tuple(row.values()), 0
    part = _cents(first[10]) // 4
    row[10], row[17] = f"-{part // 100}.{part % 100:02d}", first[0]
    row[11] = "退货" if manner == "return" else "采购"
    return tuple(row.values()), -part


def _cents(amount: str) -> int:
    return int(amount.replace(".", ""))


def _last_day(month: int) -> date:
    return date(YEAR + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _write(path: Path, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(heads)
        writer.writerows(rows)


def totals_of(site: Path) -> tuple[float, int]:
    """Return the seconds of all totals by every dimension, of the site and of each campaign, and the sum in cents."""
    from generator.build.planning import surroundings
    from generator.catalog.campaign import LedgerRow
    from generator.catalog.ledger import BASES, DIMENSIONS, NATURES, Ledger
    from generator.catalog.money import Money
    from generator.catalog.tables import items_of
    from generator.editing.reading import read_sound_site

    around = surroundings(read_sound_site(site, purpose="测量"))
    rows = tuple(items_of(around.catalog.items, "ledger", LedgerRow))
    start = time.monotonic()
    whole = Ledger.of(rows, around.configuration.as_of)
    ledgers = [whole, *(Ledger.of(each, whole.as_of) for each in around.catalog.ledger_by_campaign.values())]
    for ledger in ledgers:
        for nature in NATURES:
            for basis in BASES:
                ledger.total(nature, basis)
                for dimension in DIMENSIONS:
                    ledger.by(dimension, nature, basis)
    seconds = time.monotonic() - start
    amount = whole.total().amount
    assert isinstance(amount, Money)
    return seconds, int(amount.amount * 100)


def main() -> int:
    """Measure, write the table, tell whether every limit holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--folder", type=Path, help="where the site is written; else a folder that is deleted")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="shanhuo-ledger-") as folder:
        limits, words = _measured(arguments.folder or Path(folder), arguments.rows)
    text = _table(limits, words, arguments.rows)
    if arguments.rows == ROWS:
        (HERE / "ledger.md").write_text(text, encoding="utf-8")
    print(text)
    return 0 if all(limit.holds for limit in limits) else 1


def _measured(folder: Path, count: int) -> tuple[list[Limit], str]:
    site = folder / "site"
    written = write_ledger(site, count)
    command = [sys.executable, "-P", "-m", "generator"]
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    measure([*command, "--version"], env=environment)  # compiles what is not compiled yet
    checks = []
    for _ in range(CHECKS):
        shutil.rmtree(site / ".shanhuo", ignore_errors=True)
        checks.append(measure([*command, "check", str(site), "--strict"], env=environment))
    check = sorted(checks, key=lambda measured: measured.wall)[CHECKS // 2]
    seconds, cents = totals_of(site)
    cold = measure([*command, "build", str(site), "--no-cache"], env=environment, memory=True)
    again = measure([*command, "build", str(site)], env=environment)
    limits = [
        Limit(
            f"check, nothing known, median of {CHECKS}",
            f"{check.wall:.1f} s",
            f"{MOST_SECONDS:.0f} s",
            check.wall <= MOST_SECONDS,
        ),
        Limit(
            "all totals of the site and of 12 campaigns, by 6 dimensions",
            f"{seconds:.1f} s",
            f"{MOST_SECONDS:.0f} s",
            seconds <= MOST_SECONDS,
        ),
        Limit(
            "memory of a build, all processes together",
            f"{cold.together_mb:.0f} MB",
            f"{MOST_MB:.0f} MB",
            cold.together_mb <= MOST_MB,
        ),
        Limit("sum, beside integer cents", f"{cents:,}", f"{written.cents:,}", cents == written.cents),
    ]
    words = (
        f"Checks took {', '.join(f'{each.wall:.1f}' for each in checks)} s, the median {check.cpu:.1f} s of processor "
        "time; "
        f"largest process of the build {cold.largest_mb:.0f} MB; "
        f"a build of what is known {again.wall:.1f} s."
    )
    return limits, words


def _table(limits: Sequence[Limit], words: str, count: int) -> str:
    machine = (
        f"{datetime.now(UTC).date().isoformat()}. {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, {os.cpu_count()} cores, {os.getloadavg()[0]:.1f} processes waiting."
    )
    lines = [
        "# Ledger",
        "",
        f"Made by `python benchmarks/ledger.py`: {count:,} rows of {BODIES} bodies, {PRODUCTS} products.",
        "",
        machine,
        "",
        "| | measured | allowed | |",
        "| --- | --- | --- | --- |",
        *(
            f"| {each.what} | {each.measured} | {each.allowed} | {'holds' if each.holds else '**broken**'} |"
            for each in limits
        ),
        "",
        words,
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
