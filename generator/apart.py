"""
A piece of work in a process of its own, so that this one can go on.

The process is forked, has everything without copying it, sends its result
through a pipe and ends.  Nobody is left behind: it ends when its parent does,
so that a killed build leaves nobody who holds its locks, and
:func:`no_process_left` ends those whose result was never asked for.
"""

from __future__ import annotations

import os
import pickle
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, Pipe
from typing import Any, Generic, TypeVar

T = TypeVar("T")

_WATCH_SECONDS = 0.02
"""Between two looks whether the parent is still there."""


def start_apart(work: Callable[[], T]) -> Apart[T] | None:
    """Start *work* in a forked process; ``None`` where the system cannot fork, or other threads run here.

    A process forked while another thread holds a lock would wait for it for ever.
    """
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return None
    receiver, sender = Pipe(duplex=False)
    parent = os.getpid()
    child = os.fork()
    if child == 0:
        receiver.close()
        _run(work, sender, parent)
    sender.close()
    return Apart(work, receiver, child)


@contextmanager
def no_process_left() -> Iterator[None]:
    """End, when the block ends, the work that was started inside and whose result nobody has taken."""
    before = set(_running)
    try:
        yield
    finally:
        for started in _running - before:
            started.stop()


class Apart(Generic[T]):
    """Work that goes on elsewhere."""

    def __init__(self, work: Callable[[], T], receiver: Connection, child: int) -> None:
        self._work = work
        self._receiver = receiver
        self._child = child
        _running.add(self)

    def result(self) -> T:
        """Wait for the result, once; where the other process failed, do the work here: its exception is raised."""
        try:
            result: T = self._receiver.recv()
        except (EOFError, OSError, pickle.UnpicklingError):
            self.stop()
            return self._work()
        finally:
            self.stop()
        return result

    def stop(self) -> None:
        """End the process, whatever it is at; nothing happens where it has ended."""
        if self not in _running:
            return
        _running.discard(self)
        self._receiver.close()
        with suppress(ProcessLookupError, ChildProcessError):  # the program around may wait for any child
            os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)


_running: set[Apart[Any]] = set()
"""What this process has started and not yet seen the end of."""


def _run(work: Callable[[], T], sender: Connection, parent: int) -> None:
    """Do *work*, send its result and end the process; nothing is sent where it fails."""
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    try:
        sender.send(work())
    finally:
        os._exit(0)


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_WATCH_SECONDS)
    os._exit(1)
