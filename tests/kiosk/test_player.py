"""The player: a real process, asked by real requests."""

from __future__ import annotations

import http.client
import json
import re
import shutil
import signal
import socket
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from generator.kiosk.heartbeats import STARTING_SECONDS, Heartbeat, Pulse, read_heartbeat
from generator.kiosk.home import Home
from generator.kiosk.learning import read_slots
from generator.kiosk.manifests import Pack
from generator.kiosk.player import Player, Settings
from generator.surfaces.hosting.media_types import content_type, media_type

from .screens import DISPLAY, Answer, Playing, pack_of, playing

SLOTS = [{"slot": "01", "sensor": "W07", "tag": ""}, {"slot": "02", "sensor": "W08", "tag": "TAG-2"}]


@pytest.fixture
def screen(tmp_path: Path) -> tuple[Path, Pack]:
    """A screen that has taken a pack."""
    file, pack = pack_of(tmp_path, "first", "2026-11-20")
    Home(tmp_path / "screen").take(file)
    return tmp_path / "screen", pack


@pytest.fixture
def player(screen: tuple[Path, Pack]) -> Iterator[Playing]:
    """Its player, to whom a stick may be given in ``media/``."""
    with playing(screen[0], "--usb", screen[0].parent / "media") as running:
        yield running


def soon(wanted: Callable[[], object], *, seconds: float = 10) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + seconds
    while not wanted():
        assert time.monotonic() < deadline, "did not come"
        time.sleep(0.05)


def test_the_start_leads_to_the_page_of_the_pack(player: Playing, screen: tuple[Path, Pack]) -> None:
    """Every listed file is sent with its type, is asked for each time, and not sent twice."""
    _, pack = screen
    start = player.ask("/")
    assert (start.status, start.headers["Location"]) == (302, f"/p/{pack.version}/guide/{DISPLAY}/index.html")
    kinds = {"html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
             "mp3": "audio/mpeg"}  # fmt: skip
    for path, about in pack.files.items():
        if path.endswith("slots.js"):
            continue
        address = f"/p/{pack.version}/{path}".replace("茶 1", "%E8%8C%B6%201")
        answer = player.ask(address)
        assert (answer.status, len(answer.body)) == (200, about.size)
        assert answer.headers["Content-Type"] == kinds[path.rpartition(".")[2]]
        assert answer.headers["Cache-Control"] == "no-cache"
        again = player.ask(address, If_None_Match=answer.headers["ETag"])
        assert (again.status, again.body) == (304, b"")
    head = player.ask(f"/p/{pack.version}/guide/{DISPLAY}/", "HEAD")
    assert (head.status, head.body) == (200, b"")


def test_nothing_but_listed_files_is_sent(player: Playing, screen: tuple[Path, Pack]) -> None:
    """No way leads out of the pack."""
    for path in (
        "/running.json",
        "/p/{v}/pack.json",
        "/p/{v}/../../running.json",
        "/p/{v}/%2e%2e/%2e%2e/running.json",
        "/p/{v}/..%5crunning.json",
        "/p/{v}//etc/passwd",
        "/p/{v}/%00",
        "/p/{v}/%ff",
        "/p/0000000000000000/index.html",
        "/p/",
        "/p",
        "/products/tea/",
    ):
        assert player.ask(path.replace("{v}", screen[1].version)).status == 404


def test_only_this_machine_under_its_own_name_is_answered(player: Playing) -> None:
    """A name that was made to point here reads nothing."""
    assert player.ask("/version", Host=f"localhost:{player.port}").status == 200
    for host in ("evil.example", f"evil.example:{player.port}", "127.0.0.1", f"127.0.0.1:{player.port + 1}"):
        assert player.ask("/version", Host=host).status == 403
    assert player.ask("/", "PUT").status == 405
    addresses = {found[4][0] for found in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    for address in addresses - {"127.0.0.1"}:
        with socket.socket() as other:
            other.settimeout(2)
            assert str(address).startswith("127.") or other.connect_ex((address, player.port)) != 0


def test_the_heartbeat_file_tells_of_the_page_and_of_nobody(player: Playing, screen: tuple[Path, Pack]) -> None:
    """What a visitor typed or scanned cannot get into it, even if a page sent it."""
    folder, pack = screen
    assert player.ask("/health").json["page"] is None
    sent = {"state": "ask", "event": "scan", "version": pack.version, "errors": 2, "name": "张三"}
    assert player.post("/heartbeat", sent).json["version"] == pack.version
    private = {"state": "我叫张三 13800000000", "event": "6901234567892", "version": "张三", "errors": "x"}
    told = json.loads((folder / "heartbeat.json").read_text(encoding="utf-8"))
    assert told.pop("at").startswith("20")
    assert told == {"beats": 1, "state": "ask", "event": "scan", "version": pack.version, "errors": 2}
    assert player.post("/heartbeat", private).status == 200
    text = (folder / "heartbeat.json").read_text(encoding="utf-8")
    assert not re.search("张三|138|690", text)
    health = player.ask("/health")
    assert (health.status, health.json["ok"], health.json["display"]) == (200, True, DISPLAY)
    assert player.post("/heartbeat", [1]).status == 400


def test_slots_are_learnt_and_stay_through_packs_and_restarts(tmp_path: Path, screen: tuple[Path, Pack]) -> None:
    """The page reads them as a script beside it, whose text in the pack is another."""
    folder, pack = screen
    own = f"/p/{pack.version}/guide/{DISPLAY}/slots.js"
    with playing(folder) as player:
        assert b"window.shanhuo.learnt = [];" in player.ask(own).body
        assert player.post("/slots", {"slots": SLOTS}).json == {"slots": 2}
        answer = player.ask(own)
        assert json.dumps(SLOTS).encode() in answer.body
        assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert json.loads((folder / "slots.json").read_text(encoding="utf-8")) == {"slots": SLOTS}
    file, newer = pack_of(tmp_path, "second", "2026-11-21")
    with playing(folder, "--pack", file) as player:
        assert player.ask("/slots.json").json == {"slots": SLOTS}
        assert json.dumps(SLOTS).encode() in player.ask(own.replace(pack.version, newer.version)).body
        assert player.post("/slots", {"slots": []}).status == 200
        assert player.ask("/slots.json").json == {"slots": []}


def test_other_pages_cannot_teach_slots(player: Playing, screen: tuple[Path, Pack]) -> None:
    """Another origin, none at all, a form, a body without end: refused, and nothing is written."""
    body = {"slots": SLOTS}
    refused: list[Answer] = [
        player.post("/slots", body, Origin="http://evil.example"),
        player.post("/slots", body, Origin=f"https://127.0.0.1:{player.port}"),
        player.post("/slots", body, Origin="null"),
        player.post("/slots", body, Sec_Fetch_Site="cross-site"),
        player.post("/slots", body, Host="evil.example", Origin="http://evil.example"),
        player.ask("/slots", "POST", json.dumps(body), Content_Type="application/json"),
    ]
    assert [answer.status for answer in refused] == [403] * len(refused)
    bad = [
        player.post("/slots", body, Content_Type="text/plain"),
        player.post("/slots", {"slots": [{"slot": "1"}]}),
        player.post("/slots", {"slots": [SLOTS[0], {**SLOTS[0], "slot": "02"}]}),
        player.post("/slots", {"slots": [{**SLOTS[0], "slot": "a\nb"}]}),
        player.post("/slots", {"slots": "x" * 300_000}),
    ]
    assert [answer.status for answer in bad] == [400] * len(bad)
    assert not (screen[0] / "slots.json").exists()


def test_a_newer_pack_on_a_stick_is_taken_while_the_old_page_goes_on(
    tmp_path: Path, player: Playing, screen: tuple[Path, Pack]
) -> None:
    """The version changes; files of the pack before are still there for the page that is open."""
    _, old = screen
    before = player.ask("/version").json
    file, new = pack_of(tmp_path, "second", "2026-11-21")
    stick = tmp_path / "media" / "STICK"
    stick.mkdir(parents=True)
    shutil.copy(file, stick)
    soon(lambda: player.ask("/version").json["version"] == new.version)
    assert player.ask("/version").json["edition"] != before["edition"]
    assert player.ask("/").headers["Location"].startswith(f"/p/{new.version}/")
    assert b"first" in player.ask(f"/p/{old.version}/guide/{DISPLAY}/index.html").body
    assert b"second" in player.ask(f"/p/{new.version}/guide/{DISPLAY}/index.html").body


def test_a_bad_pack_changes_nothing_and_is_told(player: Playing, tmp_path: Path, screen: tuple[Path, Pack]) -> None:
    """A stick that was pulled too early."""
    file, new = pack_of(tmp_path, "second", "2026-11-21")
    content = file.read_bytes()
    at = content.index(bytes(range(256)))
    incoming = screen[0] / "incoming"
    incoming.mkdir()
    (incoming / "x.shanhuo.zip").write_bytes(content[:at] + b"!" + content[at + 1 :])
    soon(lambda: player.ask("/health").json["trouble"])
    assert "sounds/tea.mp3" in str(player.ask("/health").json["trouble"])
    assert player.ask("/version").json["version"] == screen[1].version
    (incoming / "x.shanhuo.zip").write_bytes(content)
    soon(lambda: player.ask("/version").json["version"] == new.version)


def test_killed_without_warning_it_comes_back(screen: tuple[Path, Pack]) -> None:
    """As after a power cut."""
    folder, pack = screen
    with playing(folder) as player:
        player.process.send_signal(signal.SIGKILL)
        player.process.wait()
    with playing(folder) as player:
        assert player.ask("/version").json["version"] == pack.version


def test_systemd_hears_of_a_page_that_lives_and_not_of_a_dead_one(tmp_path: Path, screen: tuple[Path, Pack]) -> None:
    """READY when it answers, WATCHDOG while the page beats, silence afterwards."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        manager.settimeout(10)
        environment = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "600000"}
        with playing(screen[0], "--patience", "1", environment=environment) as player:
            assert manager.recv(1000).startswith(b"READY=1\n")
            assert player.post("/heartbeat", {"state": "attract"}).status == 200
            assert manager.recv(1000).startswith(b"WATCHDOG=1\n")
            deadline = time.monotonic() + 10
            while (message := manager.recv(1000)).startswith(b"WATCHDOG"):
                assert time.monotonic() < deadline
            assert message == b"STATUS=page silent"
            assert player.ask("/health").status == 503
            player.post("/heartbeat", {"state": "attract"})
            assert player.ask("/health").status == 200
        messages = [manager.recv(1000)]
        while messages[-1] != b"STOPPING=1":
            messages.append(manager.recv(1000))


def test_a_page_may_take_its_time_to_start_but_not_for_ever(tmp_path: Path) -> None:
    """Before the first beat there is more patience than after it."""
    now = [0.0]
    pulse = Pulse(tmp_path, 90, clock=lambda: now[0])
    now[0] = STARTING_SECONDS - 1
    assert pulse.is_alive
    now[0] = STARTING_SECONDS + 1
    assert not pulse.is_alive
    pulse.beat(Heartbeat("", "", "", 0))
    assert pulse.is_alive
    now[0] += 91
    assert not pulse.is_alive


def test_the_edition_changes_once_a_night_and_the_clock_is_not_believed_blindly(screen: tuple[Path, Pack]) -> None:
    """At the hour set; a clock that was reset to 1970 does not take the pack's day away."""
    now = [datetime(2026, 11, 25, 3, 59)]  # noqa: DTZ001 - local time, as the screen's own clock
    player = Player(
        screen[0],
        Settings(0, 4, ()),
        lambda name: content_type(media_type(name)),
        now=lambda: now[0],
        say=lambda _: None,
    )
    before = player.edition
    now[0] = datetime(2026, 11, 25, 4, 0)  # noqa: DTZ001
    assert player.edition != before
    assert player.day.isoformat() == "2026-11-25"
    now[0] = datetime(1970, 1, 1)  # noqa: DTZ001
    assert player.day.isoformat() == "2026-11-20"


@pytest.mark.parametrize(
    "value", [None, 3, "x", {"slots": {}}, {"slots": [None]}, {"slots": [{"slot": "1", "tag": 5}]}]
)
def test_what_is_no_slots_teaches_nothing(value: object) -> None:
    """Any JSON."""
    assert read_slots(value) is None
    assert read_heartbeat(value) in (None, Heartbeat("", "", "", 0))


def test_requests_that_are_none_do_not_stop_it(player: Playing) -> None:
    """Bytes, a body that never comes, a connection that is dropped."""
    for content in (
        b"\x16\x03\x01\x00\n\n",
        b"POST /slots HTTP/1.1\r\nContent-Length: 5\r\n\r\n",
        b"GET / HTTP/9\r\n\r\n",
        b"",
    )[::-1]:
        with socket.create_connection(("127.0.0.1", player.port), timeout=5) as connection:
            connection.sendall(content)
    connection = http.client.HTTPConnection("127.0.0.1", player.port, timeout=5)
    connection.request("GET", "/version")
    assert connection.getresponse().status == 200
    connection.close()
