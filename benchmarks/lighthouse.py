"""
Lighthouse on three pages of the demonstration site; writes ``benchmarks/lighthouse.md``.

    python benchmarks/lighthouse.py [--runs 5]

Mobile preset with simulated throttling, a local Chromium, every text file sent compressed; the median of the runs
counts. Needs node (``npx`` fetches Lighthouse itself). Ends with 1 when a score is below what it must be.
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
    """Run Lighthouse once and return category → score of 0 to 100."""
    command = ["npx", "--yes", f"lighthouse@{VERSION}", address, "--quiet", "--output=json", f"--output-path={report}"]
    command += ["--only-categories=" + ",".join(LEAST), "--chrome-flags=--headless=new --no-sandbox"]
    environment = os.environ | ({"CHROME_PATH": found} if (found := executable()) else {})
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    told = json.loads(report.read_text(encoding="utf-8"))
    _explain(told)
    return {name: 100 * told["categories"][name]["score"] for name in LEAST}


def _explain(told: dict[str, dict[str, dict[str, object]]]) -> None:
    """Say which audits cost points, for whoever has to mend them."""
    for name, audit in told["audits"].items():
        score = audit.get("score")
        if isinstance(score, (int, float)) and score < 0.9 and audit.get("scoreDisplayMode") in ("binary", "numeric"):
            print(f"    {name}: {audit.get('displayValue') or score}")


def _table(medians: dict[str, dict[str, float]], runs: int) -> str:
    names = list(LEAST)
    lines = [
        "# Lighthouse",
        "",
        f"Lighthouse {VERSION}, mobile preset, simulated throttling, gzip, local Chromium.",
        f"Median of {runs} runs, {datetime.now(UTC).date()}.",
        "Repeat with `python benchmarks/lighthouse.py` (needs node).",
        "",
        "| page | " + " | ".join(names) + " |",
        "| --- |" + " ---: |" * len(names),
        *(
            f"| {page} | " + " | ".join(f"{scores[name]:.0f}" for name in names) + " |"
            for page, scores in medians.items()
        ),
        "| at least | " + " | ".join(str(LEAST[name]) for name in names) + " |",
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measure, write the table, and tell by the exit code whether all is well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    if shutil.which("npx") is None:
        sys.exit("npx (node) is missing.")
    medians: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "site"
        build(Options(REPOSITORY, out=out))
        with _served(out) as root:
            for name, address in PAGES.items():
                scores = [_scores(root + address, Path(folder) / "report.json") for _ in range(runs)]
                medians[name] = {category: median(each[category] for each in scores) for category in LEAST}
                print(name, medians[name], flush=True)
    (HERE / "lighthouse.md").write_text(_table(medians, runs), encoding="utf-8")
    return int(any(scores[name] < least for scores in medians.values() for name, least in LEAST.items()))


if __name__ == "__main__":
    sys.exit(main())
