"""
Measures search on the workload "showcase-N" and writes ``benchmarks/search.md``.

    python benchmarks/search.py [--names FILE]… [--products N]…

Recall: every part of every product's name is asked of the shipped script in a real browser.  Bytes: what a first
query takes, in a browser that knows nothing yet.  Time: what the index adds to a build, whole, and after an edit.
Names come from the first columns of CSV files, where some are given; further products get two of them joined.
Ends with 1 when a name is not found, or when a first query at 2,000 products takes more than its limit.
"""

from __future__ import annotations

import argparse
import csv
import platform
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))

from browser import launch  # noqa: E402
from playwright.sync_api import Browser  # noqa: E402
from surfaces import search_sites  # noqa: E402
from surfaces.search_bytes import asked_files, compressed  # noqa: E402
from surfaces.search_recall import recall  # noqa: E402
from workload import make_workload  # noqa: E402
from workload_site import write_site  # noqa: E402

from generator.surfaces.outputs import Output  # noqa: E402

LIMIT = 100_000
"""Bytes that a first query may transfer."""
LIMITED = 2000
"""Products up to which the limit holds."""
QUERIES = ("茶叶", "苹果", "富硒茶", "猕猴桃", "豆腐干", "紫阳毛尖", "pingguo", "zyfxc", "有机大米", "不存在的东西")
"""First queries: common and rare names, pinyin, initials, and one that nothing answers whole."""
_RECALL = (
    "Any two or more consecutive characters of a product's name, asked of the shipped script in Chromium, "
    "find every product whose name holds them, ahead of everything else."
)
_BYTES = (
    f"Script, index and results that a browser takes which knows nothing yet; at most {LIMIT:,} bytes compressed "
    f"at {LIMITED:,} products."
)
_MOST, _SAMPLE = 100_000, 2_000
"""Parts of names that are asked: all of them, and beyond the limited size a sample, evenly taken."""
_EDIT = "采摘之后当天摊放。"


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of one size."""

    products: int
    recall: dict[str, object]
    bytes: dict[str, tuple[int, int, int]]
    """Query → files, bytes, bytes compressed."""
    files: int
    size: int
    """Bytes of all files of search."""
    plan: float
    """Seconds of processor time that the plan of search takes in each build."""
    cold: float
    """Seconds in which all its files are made, by one process."""
    edited: float
    """Seconds in which those are made that hang on the text of one product."""


def main() -> int:
    """Measure all sizes; return 1 where a limit is broken."""
    parser = argparse.ArgumentParser(description="Measure search.")
    parser.add_argument(
        "--names", type=Path, action="append", default=[], help="CSV file with names in its first column"
    )
    parser.add_argument("--products", type=int, action="append", help="how many products; 2000 and 10000")
    arguments = parser.parse_args()
    names = read_names(arguments.names)
    measured = []
    with launch() as browser:
        for products in arguments.products or [LIMITED, 10_000]:
            print(f"{products} products …", flush=True)
            with tempfile.TemporaryDirectory() as folder:
                measured.append(measure(browser, products, names, Path(folder)))
    report = written(measured, len(names))
    (HERE / "search.md").write_text(report, encoding="utf-8")
    print(report)
    is_small = all(size <= LIMIT for each in measured if each.products <= LIMITED for _, _, size in each.bytes.values())
    return 0 if is_small and not any(each.recall["wrong"] for each in measured) else 1


def read_names(paths: Sequence[Path]) -> list[str]:
    """Return the names of all files, each once."""
    found: dict[str, None] = {}
    for path in paths:
        with path.open(encoding="utf-8-sig", newline="") as source:
            rows = csv.reader(source)
            next(rows)
            found.update(dict.fromkeys(row[0].strip() for row in rows if row and len(row[0].strip()) > 1))
    return list(found)


def measure(browser: Browser, products: int, names: Sequence[str], folder: Path) -> Measured:
    """Measure search of a site of so many *products*."""
    site, out = folder / "site", folder / "out"
    write_site(make_workload(products), site, as_yaml=False)
    _edit(site, lambda rows: _rename(rows, names))
    outputs, plan = _timed_plan(site)
    cold = _made(outputs, out, {})
    _edit(site, lambda rows: rows[products // 2].update({"介绍": rows[products // 2]["介绍"] + _EDIT}))
    before = {output.path: output.needs for output in outputs}
    outputs, plan = _timed_plan(site)
    edited = _made(outputs, out, before)
    paths = [path for path in out.rglob("*") if path.is_file()]
    with search_sites.served(out) as base:
        asked = {query: asked_files(browser, f"{base}search/", query) for query in QUERIES}
        page = browser.new_page()
        page.goto(f"{base}search/")
        told = recall(page, most=_MOST if products <= LIMITED else _SAMPLE, kinds=1)
        page.close()
    return Measured(
        products=products,
        recall=told,
        bytes={
            query: (
                len(files),
                sum((out / file).stat().st_size for file in files),
                sum(compressed(out, file) for file in files),
            )
            for query, files in asked.items()
        },
        files=len(paths),
        size=sum(path.stat().st_size for path in paths),
        plan=plan,
        cold=cold,
        edited=edited,
    )


def _timed_plan(site: Path) -> tuple[list[Output], float]:
    told: list[float] = []
    outputs = search_sites.planned(site, told=told.append)
    return outputs, told[0]


def _made(outputs: Sequence[Output], out: Path, before: dict[str, str]) -> float:
    """Make the outputs whose needs are not those *before*; return the seconds that it took."""
    begun = time.process_time()
    search_sites.write([output for output in outputs if before.get(output.path) != output.needs], out)
    return time.process_time() - begun


def _edit(site: Path, change: object) -> None:
    path = site / "data/products.csv"
    with path.open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    assert callable(change)
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def _rename(rows: list[dict[str, str]], names: Sequence[str]) -> None:
    count = len(names)
    for place, row in enumerate(rows if count else []):
        row["名称"] = names[place] if place < count else names[place % count] + names[place * 7 % count]


def written(measured: Sequence[Measured], names: int) -> str:
    """Return the report."""
    lines = [
        "# Search",
        "",
        "Made by `python benchmarks/search.py`: the workload of `benchmarks/README.md`, each product named "
        + (f"by one of {names:,} real names, or by two of them." if names else "as the workload names it."),
        "",
        f"{datetime.now(UTC):%Y-%m-%d}. {platform.system()} {platform.release()}, Python {platform.python_version()}.",
        "",
        "## Recall",
        "",
        _RECALL,
        "",
        "| products | parts of names | asked | found all, ahead of others | time of a query, its files included |",
        "| --- | --- | --- | --- | --- |",
    ]
    for each in measured:
        asked, wrong = int(str(each.recall["queries"])), each.recall["wrong"]
        assert isinstance(wrong, list)
        share = 100 * (asked - len(wrong)) / asked
        parts, time_of = each.recall["parts"], each.recall["milliseconds"]
        lines.append(f"| {each.products:,} | {parts:,} | {asked:,} | {share:.4g} % | {time_of:.1f} ms |")
    lines += [
        "",
        "## A first query",
        "",
        _BYTES,
        "",
        "| query | " + " | ".join(f"{each.products:,} products: files, bytes, gzip" for each in measured) + " |",
        "| --- |" + " --- |" * len(measured),
    ]
    for query in QUERIES:
        cells = (f"{files}, {size:,}, **{packed:,}**" for files, size, packed in (m.bytes[query] for m in measured))
        lines.append(f"| {query} | " + " | ".join(cells) + " |")
    lines += [
        "",
        "## What it adds to a build",
        "",
        "Processor time of one process; a build spreads the making over all processors.",
        "",
        "| products | files | bytes | plan, in each build | all files made | text of one product edited |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    lines += (
        f"| {m.products:,} | {m.files:,} | {m.size:,} "
        f"| {1000 * m.plan:.0f} ms | {m.cold:.2f} s | {1000 * m.edited:.0f} ms |"
        for m in measured
    )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
