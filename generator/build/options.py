"""What a run is asked for, and how long its steps took."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

WORK_FOLDER = ".shanhuo"
"""Folder in a site for what can be made again at any time."""
OUTPUT_FOLDER = "site"
"""Folder in a site that a build publishes to unless told otherwise."""


class Options(NamedTuple):
    """The words of ``shanhuo build``."""

    site_dir: Path
    out: Path | None = None
    """Output folder; ``None`` means ``site/`` in the site."""
    base_url: str | None = None
    as_of: date | None = None
    strict: bool = False
    """Let warnings stop the build."""
    use_cache: bool = True
    jobs: int = 0
    """Worker processes; 0 takes one a processor."""

    @property
    def work(self) -> Path:
        """The site's working folder."""
        return self.site_dir / WORK_FOLDER

    @property
    def output(self) -> Path:
        """The output folder."""
        return self.out if self.out is not None else self.site_dir / OUTPUT_FOLDER


@dataclass(slots=True, eq=False)
class Timings:
    """Seconds that each step of a run took, in order."""

    steps: list[tuple[str, float]] = field(default_factory=list)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time what happens inside as the step *name*."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.steps.append((name, time.perf_counter() - start))
