"""The preview itself: it builds, serves, watches and builds again until it is told to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

from generator.build import Options
from generator.build.environment import told_as_environment
from generator.build.output_folder import checked_output
from generator.build.progress import Progress, silent

from .hosts import is_everywhere, is_loopback
from .lan import lan_addresses
from .rebuilding import Outcome, Rebuilder
from .reloading import HEARTBEAT_SECONDS, Channel
from .server import PreviewServer, address_of
from .situation import Situation
from .watching import Watcher

PREVIEW_FOLDER = ".shanhuo-preview"
"""Folder in a site for the preview's own edition; beside the work folder, which a build keeps for itself."""
_LOOK_UP_SECONDS = 0.25
"""Seconds after which a quiet preview looks whether it is to stop; Windows interrupts no longer wait."""

Told: TypeAlias = Callable[[frozenset[str], Outcome], None]
"""Called after each build with the changed paths (none for the first) and what came of it."""


@dataclass(frozen=True, slots=True)
class PreviewOptions:
    """The words of ``shanhuo serve``."""

    site_dir: Path
    """The site, absolute."""
    out: Path | None = None
    """Folder to publish into; ``None`` takes one of the preview's own, so that ``site/`` is left alone."""
    as_of: date | None = None
    host: str = "127.0.0.1"
    port: int = 8000
    """0 takes any free port."""
    language: str = "zh-Hans"
    """Language of findings in the overlay."""
    heartbeat: float = HEARTBEAT_SECONDS
    """Seconds between two signs of life on a quiet event stream."""

    @property
    def output(self) -> Path:
        """The folder that is published into and served."""
        return self.out if self.out is not None else self.site_dir / PREVIEW_FOLDER / "site"


class Preview:
    """One site being looked at while it is edited."""

    def __init__(self, options: PreviewOptions) -> None:
        """Take the port and look at the folder.

        Raises:
            EnvironmentRefused: The port is taken, or the output folder holds somebody else's files.
            UsageError: The output folder is one that editors write in.
        """
        self._options = options
        build_options = Options(options.site_dir, out=options.output, as_of=options.as_of)
        if options.out is None:
            _make_own_folder(options.output.parent)
        folder = checked_output(options.output, options.site_dir, build_options.work)
        self._rebuilder = Rebuilder(build_options)
        self._channel = Channel(Situation(self._rebuilder.version()), options.language)
        self._server = PreviewServer(options.host, options.port, folder, self._channel, heartbeat=options.heartbeat)

    @property
    def address(self) -> str:
        """The address to open on this machine."""
        return address_of(self._options.host, self._server.server_port)

    @property
    def is_lan(self) -> bool:
        """Whether other machines may reach the preview."""
        return not is_loopback(self._options.host)

    @property
    def lan_addresses(self) -> list[str]:
        """The addresses under which other machines reach the preview, the likeliest first; none without ``--lan``."""
        host, port = self._options.host, self._server.server_port
        if not self.is_lan:
            return []
        hosts = lan_addresses() if is_everywhere(host) else [host]
        return [address_of(found, port) for found in hosts]

    def run(
        self,
        told: Told,
        *,
        stop: threading.Event | None = None,
        ready: Callable[[], None] = lambda: None,
        progress: Progress = silent,
    ) -> None:
        """Build, serve, watch; returns when *stop* is set, or ends with the KeyboardInterrupt of Ctrl-C.

        Args:
            told: Receives every outcome.
            stop: Set it to end the preview.
            ready: Called once, when the server answers.
            progress: Form of the first build's progress.
        """
        stop = stop or threading.Event()
        watcher = Watcher(self._options.site_dir.resolve())
        try:
            # Nothing else runs yet, so the first build, the long one, may use several processes.
            self._rebuild(frozenset(), told, progress)
            self._server.start()
            watcher.start()
            ready()
            while not stop.is_set():
                changed = watcher.next_batch(_LOOK_UP_SECONDS)
                if changed:
                    self._rebuild(changed, told, silent)
        finally:
            watcher.stop()
            self._server.stop()

    def _rebuild(self, changed: frozenset[str], told: Told, progress: Progress) -> None:
        outcome = self._rebuilder.run(progress)
        self._server.base_path = self._rebuilder.base_path
        self._channel.publish(outcome.situation)
        told(changed, outcome)


def _make_own_folder(folder: Path) -> None:
    """Make the preview's folder, which tells git by itself that nothing in it is to be kept."""
    with told_as_environment("准备预览的文件夹"):
        folder.mkdir(exist_ok=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
