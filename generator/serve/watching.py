"""
Watching what editors change: ``data/``, ``content/``, ``themes/`` and the settings.

The site's own folder is watched flatly, because beside the three it may hold
anything, and the three with all that is in them.  A folder that is put away and
comes back (a branch switched, a copy unpacked) is watched anew.
"""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from watchfiles import Change, watch

from generator.build.output_folder import EDITED_FOLDERS
from generator.config import CONFIG_FILE
from generator.errors import EnvironmentRefused

QUIET_MS = 100
"""Milliseconds without a further change after which a batch is complete: a program saves in several steps."""
_LONGEST_BATCH_MS = 1000
"""Milliseconds after which a batch is handed over although changes keep coming."""
_LOOK_UP_MS = 250
"""Milliseconds after which a waiting thread looks whether it is to stop."""
_TEMPORARY_ENDINGS = ("~", ".tmp", ".swp", ".swx", ".crdownload", ".part")
_TEMPORARY_NAMES = frozenset(["4913", "Thumbs.db", "desktop.ini"])
"""4913: Vim makes a file of this name to see whether it may."""

_Seen: TypeAlias = dict[str, tuple[int, int, int]]
"""Path from the site → modification time in ns, size in bytes, inode."""


class Watcher:
    """Hands over batches of changed paths, relative to the site, with forward slashes; one thread waits on it."""

    def __init__(self, site_dir: Path, *, force_polling: bool | None = None) -> None:
        """Prepare to watch *site_dir*, absolute and without links; ``force_polling`` is for network drives."""
        self._site = site_dir
        self._polling = force_polling
        self._batches: queue.Queue[frozenset[str] | OSError] = queue.Queue()
        self._stop = threading.Event()
        self._stale = threading.Event()
        self._seen = self._look()
        self._ready = {target: threading.Event() for target in (self._watch_site, self._watch_folders)}

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
        """Return all that has changed since the last call, waiting at most *timeout* seconds; empty for nothing.

        Raises:
            EnvironmentRefused: The system does not let the folders be watched.
        """
        batch: set[str] = set()
        with suppress(queue.Empty):
            batch |= self._accepted(self._batches.get(timeout=timeout))
            while True:
                batch |= self._accepted(self._batches.get_nowait())
        return frozenset(batch)

    def _accepted(self, item: frozenset[str] | OSError) -> frozenset[str]:
        if isinstance(item, OSError):
            raise EnvironmentRefused(
                f"系统不让监视站点文件夹：{item}。", mend="关掉一些程序，或者把站点放到本机的硬盘上再试。"
            ) from item
        return item

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
        """Yield changes, and empty sets in between; fall back to polling where the system watches no further files."""
        while not self._stop.is_set():
            try:
                yield from watch(
                    *paths,
                    watch_filter=None,
                    debounce=_LONGEST_BATCH_MS,
                    step=QUIET_MS,
                    stop_event=self._stop,
                    rust_timeout=_LOOK_UP_MS,
                    yield_on_timeout=True,
                    force_polling=self._polling,
                    recursive=recursive,
                    ignore_permission_denied=True,
                )
            except FileNotFoundError:  # Gone since it was looked up; the caller looks again.
                self._stop.wait(_LOOK_UP_MS / 1000)
                return
            except (OSError, RuntimeError) as error:  # RuntimeError: what watchfiles makes of a failure it cannot name
                if self._polling:
                    self._batches.put(OSError(str(error)))
                    self._stop.wait()
                    return
                self._polling = True

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
