"""
The player: serves the running pack on loopback, takes newer ones, and knows whether the page lives.

Every pack has addresses of its own (``/p/<version>/…``), so a page that is open
while a newer pack takes its place goes on with its own files until it is idle
and asks for ``/`` again.
"""

from __future__ import annotations

import json
import os
import socket
import threading
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from http.server import ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from socketserver import TCPServer
from typing import NamedTuple

from generator.errors import EnvironmentRefused, SiteError

from .days import believed_day
from .handler import PlayerHandler
from .heartbeats import HEARTBEAT_SECONDS, LONGEST_SILENCE_SECONDS, Heartbeat, Pulse
from .home import Home
from .learning import LearntSlot, load_slots, save_slots
from .manifests import Pack
from .notifying import Notifier
from .supply import Supply
from .trials import TRIAL_SECONDS, Trial

LOOPBACK = "127.0.0.1"
PREFIX = "/p/"
"""Address under which every pack has a folder of its own."""
SLOTS = "slots.js"
"""File beside a display's page that the player answers itself; in a pack it says that nothing was learnt."""
_JAVASCRIPT = "text/javascript; charset=utf-8"


class Settings(NamedTuple):
    """How a player runs."""

    port: int
    reload_hour: int
    """Hour of the day in which the page is loaded anew."""
    roots: tuple[Path, ...]
    """Where sticks are mounted, and other folders in which newer packs may appear."""
    poll_seconds: float = 5.0
    patience_seconds: float = LONGEST_SILENCE_SECONDS
    """So long a page may be silent."""
    trial_seconds: float = TRIAL_SECONDS
    """So long the page of a new pack may take to come up."""


class Found(NamedTuple):
    """What an address leads to."""

    kind: str
    """Its ``Content-Type``."""
    read: Callable[[], bytes]
    tag: str = ""
    """Its ``ETag``; empty where it changes."""


class Player:
    """What the player knows; its server and its rounds are threads over it."""

    def __init__(
        self,
        folder: Path,
        settings: Settings,
        content_type: Callable[[str], str],
        *,
        now: Callable[[], datetime] = datetime.now,
        say: Callable[[str], None] = print,
    ) -> None:
        """Find the pack to show.

        Args:
            folder: The screen's folder.
            settings: How to run.
            content_type: Gives the ``Content-Type`` of a file by its name.
            now: Tells the time where the screen stands.
            say: Is told, in sentences, what happens.

        Raises:
            EnvironmentRefused: There is no whole pack.
        """
        self.home = Home(folder)
        self.settings = settings
        self.slots = load_slots(folder)
        self._content_type = content_type
        self._now = now
        self._say = say
        self._pulse = Pulse(folder, settings.patience_seconds)
        self._packs: dict[str, Pack] = {}
        self._trouble = ""
        self._trial: Trial | None = None
        self._writing = threading.Lock()
        self._supply = Supply(self.home, settings.roots)
        running = self.home.start()
        self._show(running.pack)
        if running.fell_back:
            self._told(f"{running.fell_back}用前一个导购包。")

    @property
    def pack(self) -> Pack:
        """The pack that a page gets now."""
        return self._pack

    @property
    def start_address(self) -> str:
        """Where ``/`` leads."""
        return f"{PREFIX}{self._pack.version}/{self._pack.page}"

    @property
    def day(self) -> date:
        """The day to go by."""
        return believed_day(self._now().date(), self._pack.day)

    @property
    def edition(self) -> str:
        """Changes when a page should be loaded anew: with the pack, and once a night."""
        night = (self._now() - timedelta(hours=self.settings.reload_hour)).date()
        return f"{self._pack.version}.{night.isoformat()}"

    @property
    def is_page_alive(self) -> bool:
        """Whether the page lives, or may still be starting."""
        return self._pulse.is_alive

    def edition_facts(self) -> dict[str, object]:
        """Return what ``/version`` tells."""
        return {
            "edition": self.edition,
            "version": self._pack.version,
            "display": self._pack.display,
            "title": self._pack.title,
            "date": self._pack.day.isoformat(),
        }

    def health(self) -> dict[str, object]:
        """Return what ``/health`` tells."""
        age, last = self._pulse.age, self._pulse.last
        return {
            "ok": self._pulse.is_alive,
            **self.edition_facts(),
            "day": self.day.isoformat(),
            "previous": self.home.pointer.previous,
            "page": None if last is None or age is None else {"seconds": round(age, 1), **last._asdict()},
            "trouble": self._trouble,
        }

    def hear(self, heartbeat: Heartbeat) -> None:
        """Note a sign of life of the page; a full disk is no reason to doubt it."""
        if self._trial:
            self._trial.heard(heartbeat)
        try:
            with self._writing:
                self._pulse.beat(heartbeat)
        except OSError as error:
            self._told(f"心跳写不下：{error.strerror or error}。")

    def learn(self, slots: Sequence[LearntSlot]) -> None:
        """Keep which sensor stands in which slot."""
        with self._writing:
            save_slots(self.home.folder, slots)
            self.slots = tuple(slots)
        self._say(f"记下了 {len(slots)} 个货位的感应器。")

    def look_up(self, path: str) -> Found | None:
        """Return what *path*, decoded and without its query, leads to; None where it leads nowhere."""
        version, _, name = path.removeprefix(PREFIX).partition("/")
        pack = self._packs.get(version) if path.startswith(PREFIX) else None
        if pack is None:
            return None
        if name == f"{Path(pack.page).parent.as_posix()}/{SLOTS}":
            return Found(_JAVASCRIPT, lambda: self._slots_script(version))
        name = f"{name}index.html" if not name or name.endswith("/") else name
        if name == pack.page and self._trial:
            self._trial.sent(version)
        about = pack.files.get(name)
        file = self.home.pack_folder(version) / name
        # Only what the manifest lists is ever opened; a pack that was swept away is gone.
        if about is None or not file.is_file():
            return None
        return Found(self._content_type(name), file.read_bytes, f'"{about.sha256}"')

    def round(self) -> None:
        """Look for a newer pack, once; somebody may also have changed it by a command."""
        try:
            if self.home.pointer.current != self._pack.version and (pack := self.home.current()):
                self._show(pack)
            if self._trial and self._trial.is_failed:
                self._give_up(self._trial)
            taken, told = self._supply.look(self._pack) if self._is_settled else (None, [])
        except (SiteError, OSError) as error:
            taken, told = None, [str(error)]
        for sentence in told:
            self._told(sentence)
        if taken is not None:
            self._show(taken)
            self._trouble = ""
            # A theme's own page that never tells a state cannot be told from one that does not come up.
            tells = self._pulse.last is not None and bool(self._pulse.last.state)
            self._trial = Trial(taken.version, self.settings.trial_seconds) if tells else None
            self._say(f"换上了 {taken.day} 的导购包（{taken.version}）。")

    @property
    def _is_settled(self) -> bool:
        """Whether no page shows an earlier pack: of two newer ones in a row, its files would be swept away."""
        last = self._pulse.last
        return last is None or not self._pulse.is_alive or last.version in ("", self._pack.version)

    def _give_up(self, trial: Trial) -> None:
        """Go back to the pack before one whose page did not come up."""
        self._trial = None
        if trial.version == self._pack.version:
            self._show(self.home.go_back())
            self._told(f"导购包 {trial.version} 的页面打不开，换回了 {self._pack.day} 的导购包。")

    def _show(self, pack: Pack) -> None:
        self._packs = {**self._packs, pack.version: pack}
        self._pack = pack

    def _told(self, sentence: str) -> None:
        if sentence != self._trouble:
            self._say(sentence)
        self._trouble = sentence

    def _slots_script(self, version: str) -> bytes:
        told = {
            "version": version,
            "edition": self.edition if version == self._pack.version else f"{version}.",
            "day": self.day.isoformat(),
            "seconds": HEARTBEAT_SECONDS,
        }
        learnt = [slot._asdict() for slot in self.slots]
        # ASCII alone, so no character in it can end a line of a script.
        lines = [
            "window.shanhuo = window.shanhuo || {};",
            f"window.shanhuo.learnt = {json.dumps(learnt)};",
            f"window.shanhuo.told = {json.dumps(told)};",
            "",
        ]
        return "\n".join(lines).encode() + _client()


class PlayerServer(ThreadingHTTPServer):
    """Answers this machine's browser; a thread a connection."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64
    # On Windows the option would let two programs listen on one port, and neither would be told.
    allow_reuse_address = os.name == "posix"

    def __init__(self, player: Player) -> None:
        """Take the port, without answering yet.

        Raises:
            EnvironmentRefused: The port is taken or not allowed.
        """
        self.player = player
        port = player.settings.port
        try:
            super().__init__((LOOPBACK, port), PlayerHandler)
        except OSError as error:
            raise EnvironmentRefused(
                f"端口 {port} 用不了：{error.strerror or error}。", mend="关掉占用它的程序，或换一个端口：--port 8138"
            ) from error
        self.hosts = frozenset(f"{name}:{self.server_port}" for name in (LOOPBACK, "localhost"))

    def server_bind(self) -> None:
        """Bind without asking the network for this machine's full name, as the standard library would."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over browsers that left in the middle."""


def run(player: Player, *, ready: Callable[[str], None], stop: threading.Event) -> None:
    """Serve until *stop* is set.

    Args:
        player: What to serve.
        ready: Is told the address when it answers.
        stop: Ends it.
    """
    server = PlayerServer(player)
    notifier = Notifier()
    serving = threading.Thread(target=server.serve_forever, args=(0.2,), name="player-server", daemon=True)
    rounds = threading.Thread(target=_rounds, args=(player, stop), name="player-rounds", daemon=True)
    serving.start()
    rounds.start()
    ready(f"http://{LOOPBACK}:{server.server_port}/")
    notifier.ready("ready")
    try:
        pause = min(10.0, notifier.watchdog_seconds / 3) if notifier.watchdog_seconds else 10.0
        while not stop.wait(pause):
            if player.is_page_alive and _answers(server.server_port):
                notifier.alive(f"page alive, pack {player.pack.day}")
            else:
                notifier.status("page silent")
    finally:
        notifier.stopping()
        server.shutdown()
        server.server_close()


def _rounds(player: Player, stop: threading.Event) -> None:
    while not stop.is_set():
        player.round()
        stop.wait(player.settings.poll_seconds)


def _answers(port: int) -> bool:
    """Tell whether the server still takes connections."""
    try:
        with socket.create_connection((LOOPBACK, port), timeout=5):
            return True
    except OSError:
        return False


@cache
def _client() -> bytes:
    return (files(__package__) / "client" / "player.js").read_bytes()
