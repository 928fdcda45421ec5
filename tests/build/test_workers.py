"""Making outputs in several processes: all are made once, wherever, and what goes wrong is told."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from generator.build.workers import MIN_FOR_WORKERS, make_all
from generator.errors import SiteError
from generator.surfaces.outputs import Output

from .publishing import contents

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

HERE = os.getpid()
COUNT = 3 * MIN_FOR_WORKERS


def output(number: int, *, fails: bool = False) -> Output:
    """An output that says which process made it."""

    def make() -> bytes:
        if fails:
            raise SiteError(f"output {number} cannot be made")
        return f"{number} {os.getpid()} {'x' * 500}".encode()

    return Output(f"{number % 7}/{number}/index.html", str(number), make, kin=str(number // 3))


def children() -> set[str]:
    """The processes that this one has started and not yet seen the end of, where the system tells."""
    return {number for told in Path("/proc/self/task").glob("*/children") for number in told.read_text().split()}


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_every_output_is_made_once(tmp_path: Path, jobs: int) -> None:
    """Each file is there, its entry fits it, kin come from one process, and progress counts each file once."""
    told: list[int] = []
    entries = make_all([output(number) for number in range(COUNT)], os.fspath(tmp_path), jobs=jobs, told=told.append)
    texts = contents(tmp_path)
    makers = {int(text.split()[0]): text.split()[1] for text in texts.values()}

    assert entries.keys() == texts.keys()
    assert all(entries[path].size == len(text) for path, text in texts.items())
    assert sorted(int(entry.key) for entry in entries.values()) == list(range(COUNT))
    assert all(makers[number] == makers[number - number % 3] for number in range(COUNT))
    assert sum(told) == COUNT
    assert len(set(makers.values())) <= jobs
    assert set(makers.values()) == {str(os.getpid())} or jobs > 1


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("number", [0, COUNT // 2, COUNT - 1])
def test_what_goes_wrong_in_any_process_is_raised(tmp_path: Path, jobs: int, number: int) -> None:
    """The sentence of the output that cannot be made reaches the caller, and no worker is left."""
    outputs = [output(each, fails=each == number) for each in range(COUNT)]
    before = children()
    with pytest.raises(SiteError, match=f"output {number} "):
        make_all(outputs, os.fspath(tmp_path), jobs=jobs, told=lambda _count: None)
    assert children() <= before


def test_a_killed_worker_is_told(tmp_path: Path) -> None:
    """Files that a worker took along when the system ended it are missed."""
    killed = tmp_path / "killed"

    def make() -> bytes:
        if os.getpid() != HERE:
            killed.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        while not killed.exists():
            time.sleep(0.001)
        return b""

    first = Output("first.html", "", lambda: b"")  # made before there is a worker
    outputs = [first, *(Output(f"{number}.html", "", make) for number in range(COUNT))]
    with pytest.raises(SiteError, match="中断"):
        make_all(outputs, os.fspath(tmp_path), jobs=3, told=lambda _count: None)
