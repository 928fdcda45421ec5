"""The figures of a run as a Markdown table, and the limits that they are held to."""

from __future__ import annotations

import os
import platform
import re
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from measure import Measured

_STEP = re.compile(r"^(\w+)\s+(\d+) ms$", re.MULTILINE)
_STEPS = {
    "config": "settings, theme, texts",
    "content": "prose pages",
    "data": "files → records",
    "contract": "records → checked rows",
    "pictures": "photographs",
    "catalogue": "rows → catalogue",
    "plan": "catalogue → plan; waits for the frame",
    "stage": "idle generation made equal to the live one",
    "make": "pages, codes, drawings, API files",
    "publish": "manifest, exchange",
}
"""Step of ``--timings`` → what it does."""
VARIANTS = {"csv": "products as rows of one CSV file", "yaml": "products as one YAML file each"}
"""Variant of the workload's site → what it is."""


@dataclass
class Results:
    """All measured processes of a run."""

    hugo: list[Measured] = field(default_factory=list)
    cold: list[Measured] = field(default_factory=list)
    unchanged: dict[str, list[Measured]] = field(default_factory=lambda: {"csv": [], "yaml": []})
    edited: dict[str, list[Measured]] = field(default_factory=lambda: {"csv": [], "yaml": []})
    in_memory: list[tuple[Measured, Measured]] = field(default_factory=list)
    """Pairs of cold builds, Hugo's and ours, on a file system in memory; empty where there is none."""
    memory: dict[str, Measured] = field(default_factory=dict)
    """What was run → a run whose memory was looked at; looking slows it, so it is none of those above."""

    def cold_ratio(self) -> float:
        """Return the median of shanhuo's wall time over Hugo's, pair by pair."""
        return statistics.median(ours.wall / theirs.wall for ours, theirs in zip(self.cold, self.hugo, strict=True))

    def memory_ratio(self) -> float:
        """Return the same on a file system in memory."""
        return statistics.median(ours.wall / theirs.wall for theirs, ours in self.in_memory)

    def edit_seconds(self) -> float:
        """Return the median wall time after an edit, of the slower variant."""
        return max(statistics.median(run.wall for run in runs) for runs in self.edited.values())

    def memory_mb(self) -> float:
        """Return the most memory that a build of ours took, all of its processes together."""
        runs = [run for words, run in self.memory.items() if words.startswith("shanhuo")]
        return max(max(run.together_mb, run.largest_mb) for run in runs)


@dataclass(frozen=True, slots=True)
class Limit:
    """What must hold."""

    words: str
    unit: str
    most: float
    figure: Callable[[Results], float]


LIMITS = (
    Limit("cold build, median of the ratios to Hugo", "× Hugo", 2.5, Results.cold_ratio),
    Limit("one product edited, median, slower variant", "s", 1.0, Results.edit_seconds),
    Limit("memory of a build, all processes together", "MB", 300.0, Results.memory_mb),
)


def broken(results: Results) -> list[str]:
    """Return the broken limits in words."""
    return [
        f"{limit.words}: {limit.figure(results):.2f} {limit.unit}, allowed {limit.most:g}"
        for limit in LIMITS
        if limit.figure(results) > limit.most
    ]


def report(results: Results, *, products: int, hugo: str) -> str:
    """Return the whole page."""
    parts = [
        f"# {products:,} products beside Hugo",
        "Made by `python benchmarks/run.py`; what is compared, and what is not, stands in `benchmarks/README.md`.",
        _machine(hugo),
        _table(
            ("Limit", "Allowed", "Measured", ""),
            [
                (
                    limit.words,
                    f"{limit.most:g} {limit.unit}",
                    f"{limit.figure(results):.2f} {limit.unit}",
                    "holds" if limit.figure(results) <= limit.most else "**broken**",
                )
                for limit in LIMITS
            ],
        ),
        "## Whole processes",
        "Wall and CPU seconds, the start of the process included, on the disk of this checkout.",
        _processes(results),
        *_on_memory(results),
        "## Memory",
        "MB (10⁶ bytes), of runs of their own, since looking at memory takes time.",
        _table(
            ("", "largest process", "all processes together"),
            [(words, f"{run.largest_mb:.0f}", f"{run.together_mb:.0f}") for words, run in results.memory.items()],
        ),
        "## What each step costs",
        "Milliseconds, median. The frame (MkDocs) works in a process of its own while data is read.",
        _steps(results),
    ]
    return "\n\n".join(parts) + "\n"


def _machine(hugo: str) -> str:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    day = datetime.now(UTC).date().isoformat()
    system = f"{platform.system()} {platform.release().split('-')[0]}, {_processor()}, {cores} cores"
    programs = ", ".join(f"{name} {version(name)}" for name in ("shanhuo", "jinja2", "mkdocs-material", "frictionless"))
    return f"{day}. {system}. Python {platform.python_version()}, {programs}; Hugo {hugo}."


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _processes(results: Results) -> str:
    rows = [_row("Hugo, cold", results.hugo), _row("shanhuo, cold", results.cold)]
    for name, words in VARIANTS.items():
        rows.append(_row(f"shanhuo, one product edited ({words})", results.edited[name]))
        rows.append(_row(f"shanhuo, nothing changed ({words})", results.unchanged[name]))
    return _table(_PROCESS, rows)


def _on_memory(results: Results) -> list[str]:
    """Tell of the cold builds where no disk takes its share: there Hugo is further ahead."""
    if not results.in_memory:
        return []
    theirs, ours = zip(*results.in_memory, strict=True)
    return [
        "### The same cold builds on a file system in memory",
        "No disk takes its share of either, so what each program does itself is compared; no limit is set on it.",
        _table(_PROCESS, [_row("Hugo, cold", theirs), _row("shanhuo, cold", ours)]),
        f"Median of the ratios: {results.memory_ratio():.2f} × Hugo.",
    ]


_PROCESS = ("", "n", "wall min", "median", "max", "CPU median")


def _row(words: str, runs: Sequence[Measured]) -> tuple[str, ...]:
    walls = [run.wall for run in runs]
    return (
        words,
        str(len(runs)),
        f"{min(walls):.2f}",
        f"{statistics.median(walls):.2f}",
        f"{max(walls):.2f}",
        f"{statistics.median(run.cpu for run in runs):.2f}",
    )


def _steps(results: Results) -> str:
    columns = [results.cold, *(results.edited[name] for name in VARIANTS)]
    medians = [_step_medians(runs) for runs in columns]
    rows = [
        (name, words, *(f"{column.get(name, 0):.0f}" for column in medians))
        for name, words in _STEPS.items()
        if any(name in column for column in medians)
    ]
    outside = [statistics.median(run.wall * 1000 - sum(_steps_of(run).values()) for run in runs) for runs in columns]
    rows.append(("", "start and end of the process", *(f"{value:.0f}" for value in outside)))
    return _table(("Step", "What it does", "cold", "edit, CSV", "edit, YAML"), rows)


def _step_medians(runs: Sequence[Measured]) -> dict[str, float]:
    steps = [_steps_of(run) for run in runs]
    return {
        name: statistics.median(each.get(name, 0) for each in steps)
        for name in dict.fromkeys(n for s in steps for n in s)
    }


def _steps_of(run: Measured) -> dict[str, int]:
    return {name: int(milliseconds) for name, milliseconds in _STEP.findall(run.output)}


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
