"""The program as an editor runs it: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_REPOSITORY = Path(__file__).parent.parent
_LONGEST_SECONDS = 300


def shanhuo(*words: str | Path, cwd: Path | None = None) -> tuple[int, str, str]:
    """Run a command, which may neither hang nor fail with a traceback; return exit code, output and what it said."""
    run = subprocess.run(
        [sys.executable, "-m", "generator", *map(str, words)],
        cwd=cwd or _REPOSITORY,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONPATH": str(_REPOSITORY)},
        timeout=_LONGEST_SECONDS,
    )
    assert "Traceback" not in run.stderr
    return run.returncode, run.stdout, run.stderr
