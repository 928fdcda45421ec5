"""One measured process: wall and CPU time, and memory of the process itself and of everything it starts."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_SAMPLE_SECONDS = 0.02
"""Pause between two looks at the memory of all processes together."""
_KIB_IN_MB = 1024 / 1_000_000


@dataclass(frozen=True, slots=True)
class Measured:
    """What one command took."""

    wall: float
    """Seconds from start to end of the process."""
    cpu: float
    """Seconds of user and system time, children included."""
    largest_mb: float
    """Peak resident memory of its largest process, in MB (10^6 bytes)."""
    together_mb: float
    """Peak resident memory of all its processes together, sampled; pages that they share count once (Pss).

    0 where nobody looked.
    """
    output: str
    """What it wrote on standard output."""


class CommandFailed(Exception):
    """A measured command ended with an error; the message holds its last words."""


def measure(
    command: Sequence[str], *, cwd: Path | None = None, env: Mapping[str, str] | None = None, memory: bool = False
) -> Measured:
    """Run *command* to its end.

    Args:
        command: Program and arguments.
        cwd: Where it runs.
        env: Its environment.
        memory: Look at the memory of all its processes; looking takes a fifth of the time, so such a run times nothing.

    Raises:
        CommandFailed: It ended with another code than 0.
    """
    start = time.monotonic()
    process = subprocess.Popen(
        command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    told: dict[str, bytes] = {}
    readers = [
        threading.Thread(target=lambda name=name, pipe=pipe: told.update({name: pipe.read()}), daemon=True)
        for name, pipe in (("out", process.stdout), ("err", process.stderr))
    ]
    sampler = _Sampler(process.pid)
    for thread in (*readers, sampler) if memory else readers:
        thread.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if memory:
        sampler.stop()
    for reader in readers:
        reader.join()
    output = told.get("out", b"").decode("utf-8", "replace")
    if process.returncode != 0:
        words = told.get("err", b"").decode("utf-8", "replace")
        raise CommandFailed(
            f"{' '.join(command[:4])} … ended with {process.returncode}: {words[-2000:]}{output[-2000:]}"
        )
    largest = usage.ru_maxrss if sys.platform != "darwin" else usage.ru_maxrss / 1024
    return Measured(wall, usage.ru_utime + usage.ru_stime, largest * _KIB_IN_MB, sampler.peak_kib * _KIB_IN_MB, output)


class _Sampler(threading.Thread):
    """Looks at /proc from time to time; stays at 0 where there is none."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self.peak_kib = 0
        self._root = root
        self._ended = threading.Event()

    def run(self) -> None:
        while not self._ended.wait(_SAMPLE_SECONDS):
            self.peak_kib = max(self.peak_kib, sum(_resident_kib(process) for process in _family(self._root)))

    def stop(self) -> None:
        self._ended.set()
        self.join()


def _family(process: int) -> list[int]:
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    except OSError:
        return [process]
    return [process, *(member for child in children for member in _family(int(child)))]


def _resident_kib(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
