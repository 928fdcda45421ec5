"""
A piece of work in a process of its own, so that this one can go on.

The process is forked, has everything without copying it, sends its result
through a pipe and ends; it also ends when its parent does, so that a killed
build leaves nobody behind who holds its locks.
"""

from __future__ import annotations

import os
import pickle
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection, Pipe
from typing import Generic, TypeVar

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


class Apart(Generic[T]):
    """Work that goes on elsewhere."""

    def __init__(self, work: Callable[[], T], receiver: Connection, child: int) -> None:
        self._work = work
        self._receiver = receiver
        self._child = child

    def result(self) -> T:
        """Wait for the result; where the other process failed, do the work here, so that its exception is raised."""
        try:
            result: T = self._receiver.recv()
        except (EOFError, OSError, pickle.UnpicklingError):
            result = self._work()
        finally:
            self._receiver.close()
            _reap(self._child)
        return result


def _reap(child: int) -> None:
    try:
        os.waitpid(child, 0)
    except ChildProcessError:
        return


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
