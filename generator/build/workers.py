"""
Making outputs in several processes.

This process and those that it forks, so that they have the catalogue without
copying it, all work: each takes the next batch of outputs that nobody has
taken, and the forked ones send what they wrote through a pipe.  Outputs beside
each other show the same things and kin share work, such as the two pictures of
one code, so a batch is a run of whole groups of kin.  Forked workers end with
their parent: a killed build leaves nobody who holds its locks or writes into
its folder.  Where a system cannot fork, outputs are made one after the other.
"""

from __future__ import annotations

import os
import pickle
import selectors
import struct
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from multiprocessing.connection import Connection, Pipe

from generator.errors import SiteError
from generator.surfaces.outputs import Output

from .private_state import Entry
from .writing import write_file

MIN_FOR_WORKERS = 200
"""Outputs from which starting processes pays."""
_REPORTED = 32
"""Outputs after which a worker reports."""
_MAX_BATCHES = 256
"""A batch's number is one byte, so that two workers never share what one read of the pipe gives."""
_SMALLEST_BATCH = 8
"""Groups."""


def make_all(outputs: Sequence[Output], root: str, *, jobs: int, told: Callable[[int], None]) -> dict[str, Entry]:
    """Make *outputs* and write them under *root*.

    Args:
        outputs: What to make.
        root: The generation that receives the files.
        jobs: Processes to use at most.
        told: Called with the number of outputs made since the last call.

    Returns:
        Path → entry of every file.

    Raises:
        SiteError: A file could not be written.
    """
    if jobs < 2 or len(outputs) < MIN_FOR_WORKERS or not hasattr(os, "fork"):
        entries: dict[str, Entry] = {}
        folders: set[str] = set()
        for output in chain.from_iterable(_by_kin(outputs)):
            entries[output.path] = _made(output, root, folders)
            told(1)
        return entries
    return _Workers(outputs, root, jobs).run(told)


def _by_kin(outputs: Sequence[Output]) -> list[list[Output]]:
    """Return the outputs in groups of kin, each at the place of its first; an output without kin is a group."""
    groups: list[list[Output]] = []
    found: dict[str, list[Output]] = {}
    for output in outputs:
        group = found.get(output.kin) if output.kin else None
        if group is None:
            group = found[output.kin] = []
            groups.append(group)
        group.append(output)
    return groups


def _made(output: Output, root: str, folders: set[str]) -> Entry:
    return Entry(output.needs, *write_file(root, output.path, output.make(), folders))


class _Workers:
    def __init__(self, outputs: Sequence[Output], root: str, jobs: int) -> None:
        self._outputs = outputs
        self._root = root
        self._jobs = jobs
        self._entries: dict[str, Entry] = {}
        self._folders: set[str] = set()

    def run(self, told: Callable[[int], None]) -> dict[str, Entry]:
        sys.stdout.flush()
        sys.stderr.flush()
        parent = os.getpid()
        ahead, groups = _ahead(_by_kin(self._outputs))
        for output in chain.from_iterable(ahead):
            self._entries[output.path] = _made(output, self._root, self._folders)
        told(len(self._entries))
        batches = _batches(groups, self._jobs)
        tickets, untaken = os.pipe()
        os.write(untaken, bytes(range(len(batches))))
        os.close(untaken)
        pipes: dict[Connection, int] = {}
        try:
            for _ in range(self._jobs - 1):
                receiver, sender = Pipe(duplex=False)
                child = os.fork()
                if child == 0:
                    receiver.close()
                    _work(_taken(batches, tickets), self._root, sender, parent)
                sender.close()
                pipes[receiver] = child
            return self._made_by_all(_taken(batches, tickets), pipes, told)
        finally:
            os.close(tickets)
            for receiver in pipes:
                receiver.close()  # all of them first: a worker that has more to tell ends when nobody can hear it
            for child in pipes.values():
                _reap(child)

    def _made_by_all(
        self, own: Iterable[Output], pipes: Iterable[Connection], told: Callable[[int], None]
    ) -> dict[str, Entry]:
        """Make what this process takes, and collect what the others made."""
        entries = self._entries
        untold = 0
        with selectors.DefaultSelector() as selector:
            for receiver in pipes:
                selector.register(receiver, selectors.EVENT_READ)
            for output in own:
                entries[output.path] = _made(output, self._root, self._folders)
                untold += 1
                if untold == _REPORTED:
                    told(untold)
                    untold = 0
                    _collect(selector, entries, told, timeout=0)
            told(untold)
            while selector.get_map():
                _collect(selector, entries, told, timeout=None)
        if len(entries) != len(self._outputs):
            raise SiteError("生成页面的进程被中断了。", mend="请再运行一次。")
        return entries


def _ahead(groups: list[list[Output]]) -> tuple[list[list[Output]], list[list[Output]]]:
    """Take out the first group of each kind of address.

    It is made before the fork: what all of its kind need, such as compiled templates, is then there for every worker.
    """
    ahead: dict[tuple[int | str, ...], list[Output]] = {}
    others: list[list[Output]] = []
    for group in groups:
        folders = group[0].path.split("/")[:-1]
        if ahead.setdefault((len(folders), *folders[:1]), group) is not group:
            others.append(group)
    return list(ahead.values()), others


def _batches(groups: list[list[Output]], jobs: int) -> list[list[list[Output]]]:
    """Divide *groups* into runs that shrink towards the end, so that all workers end together."""
    batches: list[list[list[Output]]] = []
    start = 0
    while start < len(groups):
        rest = len(groups) - start
        is_last = len(batches) == _MAX_BATCHES - 1
        end = len(groups) if is_last else start + max(_SMALLEST_BATCH, rest // (3 * jobs))
        batches.append(groups[start:end])
        start = end
    return batches


def _taken(batches: list[list[list[Output]]], tickets: int) -> Iterator[Output]:
    """Yield the outputs of one batch after the other, each taken from the pipe of *tickets* when it is begun."""
    while ticket := os.read(tickets, 1):
        for group in batches[ticket[0]]:
            yield from group


def _collect(
    selector: selectors.BaseSelector, entries: dict[str, Entry], told: Callable[[int], None], *, timeout: int | None
) -> None:
    """Add to *entries* what workers have sent; raises what one of them could not mend."""
    for ready, _ in selector.select(timeout):
        receiver = ready.fileobj
        assert isinstance(receiver, Connection)
        try:
            message = receiver.recv()
        except EOFError:
            selector.unregister(receiver)
            continue
        if isinstance(message, BaseException):
            raise message
        entries.update(message)
        told(len(message))


def _reap(child: int) -> None:
    try:
        os.waitpid(child, 0)
    except ChildProcessError:
        return


def _work(outputs: Iterable[Output], root: str, sender: Connection, parent: int) -> None:
    """Make *outputs*, report in batches and end the process without running anything of the parent's."""
    status = 0
    try:
        written: list[tuple[str, Entry]] = []
        folders: set[str] = set()
        for output in outputs:
            if os.getppid() != parent:
                os._exit(1)
            written.append((output.path, _made(output, root, folders)))
            if len(written) == _REPORTED:
                sender.send(written)
                written = []
        sender.send(written)
    except BaseException as error:  # noqa: BLE001 - whatever it is, the parent raises it
        status = 1
        _tell(sender, error)
    finally:
        sender.close()
        os._exit(status)


def _tell(sender: Connection, error: BaseException) -> None:
    try:
        sender.send(error)
    except (pickle.PicklingError, TypeError, AttributeError, OSError, struct.error):
        sender.send(SiteError(f"{type(error).__name__}: {error}"))
