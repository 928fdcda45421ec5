"""Work in a process of its own: its result comes back, its failures are told here, and nobody is left behind."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.apart import no_process_left, start_apart

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork"),
    pytest.mark.without_threads,
]


def started_in(folder: Path, work: Callable[[], object]) -> int:
    """Start *work* apart and return the number of its process, once it has told it in *folder*."""
    told = folder / "pid"

    def telling() -> object:
        told.with_suffix(".new").write_text(str(os.getpid()), encoding="ascii")
        told.with_suffix(".new").rename(told)
        return work()

    assert start_apart(telling) is not None
    while not told.exists():
        time.sleep(0.001)
    return int(told.read_text(encoding="ascii"))


def is_gone(process: int) -> bool:
    """Whether there is no such process any more, not even one that waits for its parent."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


def test_the_result_comes_from_another_process() -> None:
    """What the work returns is what the caller gets; this process did not do it."""
    elsewhere = start_apart(lambda: (os.getpid(), "x" * 1_000_000))
    assert elsewhere is not None
    process, text = elsewhere.result()
    assert process != os.getpid()
    assert len(text) == 1_000_000
    assert is_gone(process)


def test_a_failure_is_raised_here() -> None:
    """Work that fails there is done here, so its exception has its traceback."""

    def work() -> int:
        raise ValueError(os.getpid())

    elsewhere = start_apart(work)
    assert elsewhere is not None
    with pytest.raises(ValueError, match=str(os.getpid())):
        elsewhere.result()


def test_work_whose_process_was_killed_is_done_here() -> None:
    """A process that the system ended is no failure of the work."""
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return os.getpid()

    elsewhere = start_apart(work)
    assert elsewhere is not None
    assert elsewhere.result() == here


def test_nobody_is_left_where_the_result_is_not_wanted(tmp_path: Path) -> None:
    """A block that raises ends the work it started, at once; work started before it goes on."""
    before = start_apart(lambda: "done")
    assert before is not None
    start = time.monotonic()
    process = 0

    def raising() -> None:
        nonlocal process
        process = started_in(tmp_path, lambda: time.sleep(60))
        raise KeyError

    with pytest.raises(KeyError), no_process_left():
        raising()
    assert time.monotonic() - start < 30
    assert is_gone(process)
    assert before.result() == "done"


def test_it_ends_with_its_parent(tmp_path: Path) -> None:
    """A build that is killed leaves no process that holds its locks."""
    parent = os.fork()
    if parent == 0:
        try:
            started_in(tmp_path, lambda: time.sleep(60))
            time.sleep(60)
        finally:
            os._exit(1)
    told = tmp_path / "pid"
    while not told.exists():
        time.sleep(0.001)
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    process, end = int(told.read_text(encoding="ascii")), time.monotonic() + 30
    while not is_gone(process) and time.monotonic() < end:
        time.sleep(0.005)
    assert is_gone(process)


def test_beside_other_threads_nothing_is_started() -> None:
    """A process forked while another thread holds a lock would wait for ever, so the caller does the work."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert start_apart(lambda: None) is None
    finally:
        done.set()
        thread.join()
