"""Installing a screen: laid out under a root of its own, looked at by systemd's own tools, and gone without a trace."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from command_line import shanhuo

from generator.kiosk.home import Home
from generator.kiosk.units import quoted

from .screens import DISPLAY, pack_of, playing

FOLDER = "/srv/导购 100%/屏"
"""Blanks, a percent sign and Chinese: what units have to be told with care."""
TARGETS = ("multi-user", "graphical", "timers")


def tree(root: Path) -> dict[str, bytes | str]:
    """Return every entry below *root* with its content, or where it points to."""
    found: dict[str, bytes | str] = {}
    for at, folders, names in os.walk(root):
        for name in (*folders, *names):
            path = Path(at) / name
            content = os.readlink(path) if path.is_symlink() else path.read_bytes() if path.is_file() else ""
            found[path.relative_to(root).as_posix()] = content
    return found


def install(root: Path, file: Path, *words: str) -> tuple[int, str, str]:
    """Run the command under a root."""
    return shanhuo("guide", "install", file, FOLDER, "--root", root, "--program", "/usr/bin/shanhuo", *words)


def test_an_installation_is_laid_out_and_taken_down_again(tmp_path: Path) -> None:
    """Twice the same is nothing new; what was learnt stays through another pack; nothing stays in the end."""
    file, pack = pack_of(tmp_path, "茶", "2026-11-21")
    newer, new = pack_of(tmp_path, "酒", "2026-11-22")
    root = tmp_path / "root"
    (root / "etc" / "chromium").mkdir(parents=True)
    (root / "etc" / "own.conf").write_text("stays", encoding="utf-8")
    before = tree(root)
    code, out, err = install(root, file)
    assert (code, err) == (0, "")
    assert "useradd" in out
    assert "systemctl" in out
    screen = root / FOLDER.lstrip("/")
    assert Home(screen).start().pack == pack
    first = tree(root)
    code, out, _ = install(root, file)
    assert (code, "已经是这个" in out, "useradd" in out) == (0, True, False)
    assert tree(root) == first

    (screen / "slots.json").write_text('{"slots": []}', encoding="utf-8")
    code, out, _ = install(root, newer, "--port", "9000", "--session", "desktop", "--bridge", "--serial /dev/ttyUSB0")
    assert code == 0
    units = root / "etc/systemd/system"
    command = "ExecStart=/usr/bin/shanhuo guide bridge --serial /dev/ttyUSB0\n"
    assert command in (units / "shanhuo-guide-bridge.service").read_text("utf-8")
    assert "shanhuo-guide-bridge.service" in out
    assert not (root / "etc/udev").exists() or not list((root / "etc/udev/rules.d").iterdir())
    assert Home(screen).start().pack == new
    assert json.loads((screen / "config.json").read_text("utf-8")) == {"port": 9000, "reload_hour": 4}
    assert (screen / "slots.json").exists()
    code, _, err = install(root, file)
    assert (code, "旧" in err) == (1, True)
    code, out, _ = install(root, file, "--force")
    assert (code, "删去  /etc/systemd/system/shanhuo-guide-bridge.service" in out) == (0, True)
    assert not list(units.rglob("*bridge*"))

    code, out, _ = shanhuo("guide", "uninstall", FOLDER, "--root", root)
    assert code == 0
    assert tree(root) == before
    assert shanhuo("guide", "uninstall", FOLDER, "--root", root)[0] == 2


def test_what_is_not_ours_stays_when_a_screen_is_taken_down(tmp_path: Path) -> None:
    """Files that somebody laid beside ours, in the folder and among the policies."""
    file, _ = pack_of(tmp_path, "茶", "2026-11-21")
    root = tmp_path / "root"
    install(root, file)
    screen = root / FOLDER.lstrip("/")
    (screen / "照片.jpg").write_bytes(b"x")
    (root / "etc/chromium/policies/managed/other.json").write_text("{}", encoding="utf-8")
    code, out, _ = shanhuo("guide", "uninstall", FOLDER, "--root", root)
    assert (code, "照片.jpg" in out) == (0, True)
    assert [path for path, content in tree(root).items() if content] == [
        path for path in tree(root) if path.endswith(("照片.jpg", "other.json"))
    ]


def test_a_dry_run_and_a_refused_pack_write_nothing(tmp_path: Path) -> None:
    """The dry run prints every file; a bad pack, a bad folder, another screen end with one sentence."""
    file, _ = pack_of(tmp_path, "茶", "2026-11-21")
    root = tmp_path / "root"
    code, out, _ = install(root, file, "--dry-run")
    assert code == 0
    for word in ("[Service]", "SerialAllowAllPortsForUrls", "/etc/systemd/system/shanhuo-guide-player.service"):
        assert word in out
    bad = tmp_path / "bad.zip"
    bad.write_bytes(file.read_bytes()[:-30])
    assert install(root, bad)[0] == 1
    assert not any((root / "etc").rglob("*"))
    assert shanhuo("guide", "install", file, "relative", "--root", root)[0] == 2
    assert install(root, file, "--user", "a b")[0] == 2
    assert install(root, file, "--bridge", "--unknown")[0] == 2
    assert install(root, file)[0] == 0
    code, _, err = shanhuo("guide", "install", file, "/srv/other", "--root", root, "--program", "/usr/bin/shanhuo")
    assert (code, "另一块" in err) == (2, True)
    assert not (root / "srv/other").exists()


def test_the_installed_screen_plays_on_its_port_and_can_go_back(tmp_path: Path) -> None:
    """The folder by itself is all that the player needs."""
    file, pack = pack_of(tmp_path, "茶", "2026-11-21")
    newer, new = pack_of(tmp_path, "酒", "2026-11-22")
    install(tmp_path / "root", file, "--reload-hour", "3")
    install(tmp_path / "root", newer)
    screen = tmp_path / "root" / FOLDER.lstrip("/")
    with playing(screen) as player:
        assert player.ask("/version").json["version"] == new.version
        code, out, _ = shanhuo("guide", "rollback", screen)
        assert (code, pack.version in out) == (0, True)
        while player.ask("/version").json["version"] != pack.version:
            pass
        assert b"\xe8\x8c\xb6" in player.ask(f"/p/{pack.version}/guide/{DISPLAY}/index.html").body
    assert shanhuo("guide", "play", tmp_path / "nothing")[0] == 3


@pytest.mark.parametrize("session", ["cage", "desktop"])
def test_systemd_finds_no_fault_with_the_units(tmp_path: Path, session: str) -> None:
    """``systemd-analyze verify`` on a root that has the programs and targets the units name."""
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("no systemd-analyze")
    file, _ = pack_of(tmp_path, "茶", "2026-11-21")
    root = tmp_path / "root"
    install(root, file, "--session", session, "--bridge", "--udp 6000")
    stand_in_machine(root, ["shanhuo", "chromium", "cage", "systemctl", "systemd-mount"])
    units = sorted(path.name for path in (root / "etc/systemd/system").glob("shanhuo-guide-*"))
    assert len(units) == 5
    run = subprocess.run(
        [analyze, "verify", "--man=no", f"--root={root}", *units], capture_output=True, text=True, check=False
    )
    told = [line for line in (run.stdout + run.stderr).splitlines() if "shanhuo-guide" in line]
    assert told == []
    assert run.returncode == 0, run.stderr


def stand_in_machine(root: Path, programs: Iterable[str]) -> None:
    """Give a root the programs and units that ours name, as far as ``systemd-analyze`` looks at them."""
    for program in programs:
        path = root / "usr/bin" / program
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("#!/bin/sh\n", encoding="utf-8")
        path.chmod(0o755)
    folder = root / "usr/lib/systemd/system"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("sysinit", "basic", "shutdown", "network-online", "time-sync", "time-set", *TARGETS):
        (folder / f"{name}.target").write_text("[Unit]\nDescription=x\n", encoding="utf-8")
    for name in ("systemd-user-sessions.service", "systemd-logind.service", "getty@.service"):
        (folder / name).write_text("[Service]\nExecStart=/usr/bin/systemctl\n", encoding="utf-8")
    (folder / "dbus.socket").write_text("[Socket]\nListenStream=/run/dbus\nService=systemd-logind.service\n", "utf-8")


def test_units_spell_any_word_so_that_it_stays_one() -> None:
    """As systemd.service(5) reads command lines."""
    assert quoted(["/usr/bin/a", "--x=1", "b c", "50%", "$HOME", 'q"\\']) == (
        '/usr/bin/a --x=1 "b c" 50%% "$$HOME" "q\\"\\\\"'
    )


def test_the_policy_opens_the_player_and_its_ports_alone(tmp_path: Path) -> None:
    """The three browsers get the same file; the address is that of the port that was chosen."""
    file, _ = pack_of(tmp_path, "茶", "2026-11-21")
    root = tmp_path / "root"
    install(root, file, "--port", "9001")
    files = sorted(root.rglob("managed/shanhuo-guide.json"))
    assert len(files) == 3
    policies = [json.loads(path.read_text("utf-8")) for path in files]
    assert policies[0] == policies[1] == policies[2]
    assert policies[0]["SerialAllowAllPortsForUrls"] == ["http://127.0.0.1:9001"]
    assert policies[0]["URLAllowlist"] == ["http://127.0.0.1:9001"]
    assert policies[0]["URLBlocklist"] == ["*", "chrome://*"]
    assert policies[0]["AutoplayAllowed"] is True
    assert policies[0]["TranslateEnabled"] is False
    browser = (root / "etc/systemd/system/shanhuo-guide-browser.service").read_text("utf-8")
    assert re.search(
        r"ExecStart=/usr/bin/cage -d -- /usr/bin/chromium --kiosk .* http://127\.0\.0\.1:9001/$", browser, re.MULTILINE
    )
