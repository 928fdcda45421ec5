"""A piece of work in a child process that is killed while it is at it."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Collection


def run_and_kill(
    action: Callable[[], object],
    *,
    steps: Collection[str] = (),
    at_step: int | None = None,
    after: float | None = None,
) -> bool:
    """Run *action* in a child process and kill it; tell whether it was killed, or had ended well before.

    Args:
        action: What the child does.
        steps: Audit events that count (https://docs.python.org/3/library/audit_events.html).
        at_step: How many of them take place before it is killed.
        after: Seconds after which it is killed.
    """
    child = os.fork()
    if child == 0:
        seen = 0

        def count(event: str, _: object) -> None:
            nonlocal seen
            if event in steps:
                if seen == at_step:
                    os.kill(os.getpid(), signal.SIGKILL)
                seen += 1

        if at_step is not None:
            sys.addaudithook(count)
        code = 1
        try:
            action()
            code = 0
        finally:
            os._exit(code)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(status)
    assert killed or os.WEXITSTATUS(status) == 0
    return killed
