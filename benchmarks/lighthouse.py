"""
Lighthouse on pages of the demonstration site; writes ``benchmarks/lighthouse.md`` or ``lighthouse-shelf.md``.

    python benchmarks/lighthouse.py [--runs 5]
    python benchmarks/lighthouse.py --shelf [--pages 12] [--runs 5]

Three pages of the portal, or the heaviest shelf pages with the time until their largest part is painted (LCP).
Mobile preset with simulated throttling, a local Chromium, every text file sent compressed; the median of the runs
counts. Needs node (``npx`` fetches Lighthouse itself). Ends with 1 when a score or LCP is not as good as it must be.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import BinaryIO

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent
sys.path.insert(0, str(REPOSITORY / "tests"))

from browser import executable  # noqa: E402 - the path is known only now

from generator.build import Options, build  # noqa: E402 - the same

VERSION = "13.5.0"
PAGES = {"home": "", "list": "products/", "product": "products/ziyang-fuxi-cha/"}
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
"""Category → the lowest score that is good enough."""
SHELF_PAGES = 12
SLOWEST = 1300
"""Milliseconds of LCP on a shelf page."""
_LCP = "LCP, ms"
_COMPRESSED = (".html", ".css", ".js", ".svg", ".json", ".xml", ".txt")


class _Compressing(SimpleHTTPRequestHandler):
    """Sends text compressed, as any host of a published site does."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in _COMPRESSED or not path.is_file():
            return super().send_head()
        data = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        return BytesIO(data)

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        kind = super().guess_type(path)
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        pass


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressing, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def _scores(address: str, report: Path) -> dict[str, float]:
    """Run Lighthouse once and return category → score of 0 to 100, and LCP in milliseconds."""
    command = ["npx", "--yes", f"lighthouse@{VERSION}", address, "--quiet", "--output=json", f"--output-path={report}"]
    command += ["--only-categories=" + ",".join(LEAST), "--chrome-flags=--headless=new --no-sandbox"]
    environment = os.environ | ({"CHROME_PATH": found} if (found := executable()) else {})
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    told = json.loads(report.read_text(encoding="utf-8"))
    _explain(told)
    scores = {name: 100 * told["categories"][name]["score"] for name in LEAST}
    return scores | {_LCP: told["audits"]["largest-contentful-paint"]["numericValue"]}


def _explain(told: dict[str, dict[str, dict[str, object]]]) -> None:
    """Say which audits cost points, for whoever has to mend them."""
    for name, audit in told["audits"].items():
        score = audit.get("score")
        if isinstance(score, (int, float)) and score < 0.9 and audit.get("scoreDisplayMode") in ("binary", "numeric"):
            print(f"    {name}: {audit.get('displayValue') or score}")


def _heaviest(out: Path, count: int) -> dict[str, str]:
    """Return the shelf pages of the most compressed bytes: path with these bytes → address."""
    paths = out.glob("P/**/index.html")
    weighed = sorted(((len(gzip.compress(path.read_bytes(), mtime=0)), path) for path in paths), reverse=True)
    addresses = [(weight, path.parent.relative_to(out).as_posix() + "/") for weight, path in weighed[:count]]
    return {f"/{address} ({weight:,} bytes)": address for weight, address in addresses}


def _table(medians: dict[str, dict[str, float]], runs: int, names: list[str], *, repeat: str) -> str:
    limits = {name: f"≥ {least}" for name, least in LEAST.items()} | {_LCP: f"≤ {SLOWEST}"}
    lines = [
        "# Lighthouse" if _LCP not in names else "# Lighthouse on shelf pages",
        "",
        f"Lighthouse {VERSION}, mobile preset, simulated throttling, gzip, local Chromium.",
        f"Median of {runs} runs, {datetime.now(UTC).date()}.",
        f"Repeat with `{repeat}` (needs node).",
        "",
        "| page | " + " | ".join(names) + " |",
        "| --- |" + " ---: |" * len(names),
        *(
            f"| {page} | " + " | ".join(f"{scores[name]:.0f}" for name in names) + " |"
            for page, scores in medians.items()
        ),
        "| must be | " + " | ".join(limits[name] for name in names) + " |",
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measure, write the table, and tell by the exit code whether all is well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--shelf", action="store_true", help="the heaviest shelf pages instead of the portal's")
    parser.add_argument("--pages", type=int, default=SHELF_PAGES, help="how many shelf pages")
    parser.add_argument("--dry-run", action="store_true", help="print the table and write nothing")
    arguments = parser.parse_args()
    if shutil.which("npx") is None:
        sys.exit("npx (node) is missing.")
    medians: dict[str, dict[str, float]] = {}
    names = [*LEAST, _LCP] if arguments.shelf else list(LEAST)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "site"
        build(Options(REPOSITORY, out=out))
        pages = _heaviest(out, arguments.pages) if arguments.shelf else PAGES
        with _served(out) as root:
            for name, address in pages.items():
                runs = [_scores(root + address, Path(folder) / "report.json") for _ in range(arguments.runs)]
                medians[name] = {category: median(each[category] for each in runs) for category in names}
                print(name, medians[name], flush=True)
    file = "lighthouse-shelf.md" if arguments.shelf else "lighthouse.md"
    repeat = "python benchmarks/lighthouse.py" + (" --shelf" if arguments.shelf else "")
    table = _table(medians, arguments.runs, names, repeat=repeat)
    print(table)
    if not arguments.dry_run:
        (HERE / file).write_text(table, encoding="utf-8")
    slow = arguments.shelf and any(scores[_LCP] > SLOWEST for scores in medians.values())
    return int(slow or any(scores[name] < least for scores in medians.values() for name, least in LEAST.items()))


if __name__ == "__main__":
    sys.exit(main())
