"""
Watching what editors change: ``data/``, ``content/``, ``themes/`` and the settings.

The site's own folder is watched flatly, because beside the three it may hold
anything, and the three with all that is in them.  A folder that is put away and
comes back (a branch switched, a copy unpacked) is watched anew.
"""

from __future__ import annotations

import os
import platform
import queue
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from watchfiles import Change, watch

from generator.build.output_folder import EDITED_FOLDERS
from generator.config import CONFIG_FILE

QUIET_MS = 100
"""Milliseconds without a further change after which a batch is complete: a program saves in several steps."""
_LONGEST_BATCH_MS = 1000
"""Milliseconds after which a batch is handed over although changes keep coming."""
_POLL_SECONDS = 0.5
_LOOK_UP_MS = 250
"""Milliseconds after which a waiting thread looks whether it is to stop."""
_TEMPORARY_ENDINGS = ("~", ".tmp", ".swp", ".swx", ".crdownload", ".part")
_TEMPORARY_NAMES = frozenset(["4913", "Thumbs.db", "desktop.ini"])
"""4913: Vim makes a file of this name to see whether it may."""

_Seen: TypeAlias = dict[str, tuple[int, int, int]]
"""Path from the site → modification time in ns, size in bytes, inode."""


class Watcher:
    """Hands over batches of changed paths, relative to the site, with forward slashes; one thread waits on it."""

    def __init__(self, site_dir: Path, *, polling: bool | None = None) -> None:
        """Prepare to watch *site_dir*, absolute and without links.

        Args:
            site_dir: The site's folder.
            polling: Look again and again instead of relying on the system's notices; ``None`` does so where these
                are known not to come, or when the system refuses to give any.
        """
        self._site = site_dir
        self._batches: queue.Queue[frozenset[str]] = queue.Queue()
        self._stop = threading.Event()
        self._stale = threading.Event()
        self._one_polls = threading.Lock()
        polls = _system_gives_no_notices() if polling is None else polling
        targets = (self._poll_instead,) if polls else (self._watch_site, self._watch_folders)
        self._ready = {target: threading.Event() for target in targets}
        self._seen = self._look()

    def start(self) -> None:
        """Begin to watch; what changed since this watcher was made is the first batch."""
        for target in self._ready:
            threading.Thread(target=target, name=f"preview{target.__name__}", daemon=True).start()
        for ready in self._ready.values():
            ready.wait(10.0)
        missed = {path for path, _ in self._seen.items() ^ self._look().items()}
        if missed:
            self._batches.put(frozenset(missed))

    def stop(self) -> None:
        """Let the threads end."""
        self._stop.set()

    def next_batch(self, timeout: float) -> frozenset[str]:
        """Return all that has changed since the last call, waiting at most *timeout* seconds; empty for nothing."""
        batch: set[str] = set()
        with suppress(queue.Empty):
            batch |= self._batches.get(timeout=timeout)
            while True:
                batch |= self._batches.get_nowait()
        return frozenset(batch)

    def _watch_site(self) -> None:
        """Report the settings file; note when one of the folders comes or goes."""
        ready = self._ready[self._watch_site]
        while not self._stop.is_set():
            for changes in self._changes([self._site], recursive=False):
                ready.set()
                named = [(kind, os.path.basename(path)) for kind, path in changes]
                if any(kind != Change.modified and name in EDITED_FOLDERS for kind, name in named):
                    self._stale.set()
                if any(name == CONFIG_FILE for _, name in named):
                    self._batches.put(frozenset([CONFIG_FILE]))

    def _watch_folders(self) -> None:
        """Report the files of the folders that there are; begin anew when one comes or goes."""
        ready = self._ready[self._watch_folders]
        again = False
        while not self._stop.is_set():
            self._stale.clear()
            folders = [self._site / name for name in EDITED_FOLDERS if (self._site / name).is_dir()]
            if not folders:
                ready.set()
                if self._stale.wait(_LOOK_UP_MS / 1000):
                    again = True
                continue
            for changes in self._changes(folders, recursive=True):
                ready.set()
                if again:  # Told when the watch stands, for what happened before that it cannot tell.
                    self._batches.put(frozenset(f"{folder.name}/" for folder in folders))
                    again = False
                changed = frozenset(relative for path in _lasting(changes) if (relative := self._relative(path)))
                if changed:
                    self._batches.put(changed)
                if self._stale.is_set():
                    break
            again = True

    def _changes(self, paths: list[Path], *, recursive: bool) -> Iterator[set[tuple[Change, str]]]:
        """Yield changes, and empty sets in between; ends when a path is gone, or when the system gives no notices."""
        try:
            yield from watch(
                *paths,
                watch_filter=None,
                debounce=_LONGEST_BATCH_MS,
                step=QUIET_MS,
                stop_event=self._stop,
                rust_timeout=_LOOK_UP_MS,
                yield_on_timeout=True,
                force_polling=False,
                recursive=recursive,
                ignore_permission_denied=True,
            )
        except FileNotFoundError:  # Gone since it was looked up; the caller looks again.
            self._stop.wait(_LOOK_UP_MS / 1000)
        except (OSError, RuntimeError):  # No further watches; RuntimeError is what the library makes of others.
            self._poll_instead()

    def _poll_instead(self) -> None:
        """Look at every file again and again until the end, in one thread at most."""
        if not self._one_polls.acquire(blocking=False):
            self._stop.wait()
            return
        seen = self._look()
        for ready in self._ready.values():
            ready.set()
        while not self._stop.wait(_POLL_SECONDS):
            now = self._look()
            changed = frozenset(path for path, _ in seen.items() ^ now.items())
            if changed:
                self._batches.put(changed)
                seen = now

    def _relative(self, path: str) -> str:
        """Return the path from the site, empty for what no build reads."""
        relative = Path(os.path.relpath(path, self._site)).as_posix()
        return "" if any(_is_temporary(part) for part in relative.split("/")) else relative

    def _look(self) -> _Seen:
        """Return the state of every file that is watched."""
        seen = {}
        for path in self._watched_now():
            if relative := self._relative(path):
                with suppress(OSError):
                    found = os.lstat(path)
                    seen[relative] = (found.st_mtime_ns, found.st_size, found.st_ino)
        return seen

    def _watched_now(self) -> Iterable[str]:
        yield os.fspath(self._site / CONFIG_FILE)
        for name in EDITED_FOLDERS:
            for folder, _, files in os.walk(self._site / name):
                for file in files:
                    yield os.path.join(folder, file)


def _lasting(changes: set[tuple[Change, str]]) -> Iterator[str]:
    """Yield the changed paths without files that came and went within the batch, as programs make while they save."""
    added = {path for kind, path in changes if kind == Change.added}
    for path in {path for _, path in changes}:
        is_there = os.path.lexists(path)
        # A folder that was there before is "modified" by its entries, which tell of themselves.
        is_told_by_entries = os.path.isdir(path) and path not in added
        if (is_there or path not in added) and not is_told_by_entries:
            yield path


def _is_temporary(name: str) -> bool:
    """Tell whether an editing program or the desktop made a file of this name for itself."""
    return name.startswith((".", "~$")) or name.endswith(_TEMPORARY_ENDINGS) or name in _TEMPORARY_NAMES


def _system_gives_no_notices() -> bool:
    """Tell whether this is Linux within Windows: it hears nothing of what Windows programs save."""
    return "microsoft" in platform.release().lower()
