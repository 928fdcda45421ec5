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
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from watchfiles import Change, watch

from ..build.output_folder import EDITED_FOLDERS
from ..config import CONFIG_FILE
from ..errors import EnvironmentRefused

QUIET_MS = 100
"""Milliseconds without a further change after which a batch is complete: a program saves in several steps."""
_LONGEST_BATCH_MS = 1000
"""Milliseconds after which a batch is handed over although changes keep coming."""
_LOOK_UP_MS = 250
"""Milliseconds after which a waiting thread looks whether it is to stop."""
_TEMPORARY_ENDINGS = ("~", ".tmp", ".swp", ".swx", ".crdownload", ".part")
_TEMPORARY_NAMES = frozenset(["4913", "Thumbs.db", "desktop.ini"])
"""4913: Vim makes a file of this name to see whether it may."""
_START_SLACK_NS = 20_000_000
"""File systems stamp with the clock of the last tick, up to some milliseconds in the past."""


class Watcher:
    """Hands over batches of changed paths, relative to the site, with forward slashes; safe to wait on in one thread."""

    def __init__(self, site_dir: Path, *, force_polling: bool | None = None) -> None:
        """Prepare to watch *site_dir*, absolute and without links; ``force_polling`` is for network drives."""
        self._site = site_dir
        self._polling = force_polling
        self._batches: queue.Queue[frozenset[str] | OSError] = queue.Queue()
        self._stop = threading.Event()
        self._stale = threading.Event()
        self._ready = {target: threading.Event() for target in (self._watch_site, self._watch_folders)}

    def start(self, since_ns: int) -> None:
        """Begin to watch; what changed between *since_ns* (of ``time.time_ns``) and now is the first batch."""
        for target in self._ready:
            threading.Thread(target=target, name=f"preview{target.__name__}", daemon=True).start()
        for ready in self._ready.values():
            ready.wait(10.0)
        missed = frozenset(self._changed_since(since_ns - _START_SLACK_NS))
        if missed:
            self._batches.put(missed)

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
        for changes in self._changes([self._site], recursive=False):
            ready.set()
            names = {os.path.basename(path) for _, path in changes}
            if any(kind != Change.modified and os.path.basename(path) in EDITED_FOLDERS for kind, path in changes):
                self._stale.set()
            if CONFIG_FILE in names:
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
            if again:
                self._batches.put(frozenset(f"{folder.name}/" for folder in folders))
            for changes in self._changes(folders, recursive=True):
                ready.set()
                changed = frozenset(relative for _, path in changes if (relative := self._relative(path)))
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
            except FileNotFoundError:
                time.sleep(_LOOK_UP_MS / 1000)
                return
            except (OSError, RuntimeError) as error:  # RuntimeError: what watchfiles makes of a failure it cannot name
                if self._polling:
                    self._batches.put(OSError(str(error)))
                    return
                self._polling = True

    def _relative(self, path: str) -> str:
        """Return the path from the site, empty for what no build reads."""
        relative = Path(os.path.relpath(path, self._site)).as_posix()
        return "" if any(_is_temporary(part) for part in relative.split("/")) else relative

    def _changed_since(self, since_ns: int) -> Iterator[str]:
        for path in self._watched_now():
            with suppress(OSError):
                if os.lstat(path).st_mtime_ns >= since_ns and (relative := self._relative(path)):
                    yield relative

    def _watched_now(self) -> Iterable[str]:
        yield os.fspath(self._site / CONFIG_FILE)
        for name in EDITED_FOLDERS:
            for folder, _, files in os.walk(self._site / name):
                yield folder
                for file in files:
                    yield os.path.join(folder, file)


def _is_temporary(name: str) -> bool:
    """Tell whether an editing program or the desktop made a file of this name for itself."""
    return name.startswith((".", "~$")) or name.endswith(_TEMPORARY_ENDINGS) or name in _TEMPORARY_NAMES
