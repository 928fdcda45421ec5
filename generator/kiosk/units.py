"""
What a machine is given so that the screen starts with it: units of systemd, and a rule that mounts sticks.

The browser hangs on the player: when the player is restarted because the page
was silent, systemd restarts the browser with it (``BindsTo=``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from .heartbeats import LONGEST_SILENCE_SECONDS
from .player import LOOPBACK

NAME = "shanhuo-guide"
"""Of all units of a screen; a machine has one screen."""
UNITS = "etc/systemd/system"
MEDIA = "/media"

_WATCHDOG_SECONDS = 60

FLAGS = (
    "--kiosk",
    "--no-first-run",
    "--no-default-browser-check",
    "--noerrdialogs",
    "--disable-session-crashed-bubble",
    "--hide-crash-restore-bubble",
    "--disable-infobars",
    "--disable-features=Translate",
    "--disable-component-update",
    "--disable-sync",
    "--disable-pinch",
    "--overscroll-history-navigation=0",
    "--password-store=basic",
    "--autoplay-policy=no-user-gesture-required",
    "--ozone-platform-hint=auto",
)
"""What the browser is started with; older ones pass over what they do not know."""


class Machine(NamedTuple):
    """What units have to know of the machine."""

    folder: str
    """The screen's folder, absolute."""
    user: str
    """Whose services they are."""
    program: tuple[str, ...]
    """Command that runs shanhuo, absolute."""
    browser: str
    """The browser, absolute."""
    session: str
    """``cage`` (the unit opens a screen of its own) or ``desktop`` (somebody is logged in already)."""
    port: int
    reload_hour: int
    bridge: tuple[str, ...] = ()
    """Words of ``shanhuo guide bridge``, which then runs beside the player; none where the page reads all sensors."""


def unit_files(machine: Machine) -> dict[str, str]:
    """Return path from the machine's root → text."""
    files = {
        f"{UNITS}/{NAME}-player.service": _player(machine),
        f"{UNITS}/{NAME}-browser.service": _browser(machine),
        f"{UNITS}/{NAME}-nightly.service": _NIGHTLY,
        f"{UNITS}/{NAME}-nightly.timer": _timer(machine),
    }
    if machine.bridge:
        files[f"{UNITS}/{NAME}-bridge.service"] = _bridge(machine)
    if machine.session == "cage":
        files[f"etc/udev/rules.d/90-{NAME}.rules"] = _STICKS
    return files


def unit_links(machine: Machine) -> dict[str, str]:
    """Return path from the machine's root → what it points to; these are what ``systemctl enable`` makes."""
    wanted = {"player.service": "multi-user", "browser.service": "graphical", "nightly.timer": "timers"}
    if machine.bridge:
        wanted["bridge.service"] = "multi-user"
    return {
        f"{UNITS}/{target}.target.wants/{NAME}-{unit}": f"/{UNITS}/{NAME}-{unit}" for unit, target in wanted.items()
    }


def started_units(machine: Machine) -> list[str]:
    """Return the names of the units to start."""
    return [link.rpartition("/")[2] for link in unit_links(machine)]


def quoted(words: Sequence[str]) -> str:
    """Return a command as units spell it: nothing in it is a specifier, a variable or two words."""
    return " ".join(_quoted(word) for word in words)


def _quoted(word: str) -> str:
    word = word.replace("%", "%%")
    if re.fullmatch(r"[\w%+,./:=@-]+", word, re.ASCII):
        return word
    for mark, spelled in (("\\", "\\\\"), ('"', '\\"'), ("$", "$$")):
        word = word.replace(mark, spelled)
    return f'"{word}"'


def _path(path: str) -> str:
    """Return a path in a setting that takes a list of paths, where variables are not replaced."""
    return '"' + path.replace("%", "%%").replace("\\", "\\\\").replace('"', '\\"') + '"'


def _player(machine: Machine) -> str:
    command = quoted([*machine.program, "guide", "play", machine.folder])
    return f"""[Unit]
Description=Guide screen: player
StartLimitIntervalSec=0

[Service]
Type=notify
NotifyAccess=main
User={machine.user}
ExecStart={command}
Restart=always
RestartSec=2
# Alive is said only while the page says so too (silent for {LONGEST_SILENCE_SECONDS:.0f} s is dead).
WatchdogSec={_WATCHDOG_SECONDS}
TimeoutStartSec=300
NoNewPrivileges=yes
ProtectSystem=strict
ProtectHome=read-only
ReadWritePaths={_path(machine.folder)}
PrivateTmp=yes
PrivateDevices=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectControlGroups=yes
RestrictAddressFamilies=AF_UNIX AF_INET
IPAddressDeny=any
IPAddressAllow=localhost
LockPersonality=yes

[Install]
WantedBy=multi-user.target
"""


def _bridge(machine: Machine) -> str:
    command = quoted([*machine.program, "guide", "bridge", *machine.bridge])
    return f"""[Unit]
Description=Guide screen: bridge of the sensors
Wants=network-online.target
After=network-online.target
StartLimitIntervalSec=0

[Service]
User={machine.user}
ExecStart={command}
Restart=always
RestartSec=3
NoNewPrivileges=yes
ProtectSystem=strict
ProtectHome=read-only
PrivateTmp=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectControlGroups=yes
LockPersonality=yes

[Install]
WantedBy=multi-user.target
"""


def _browser(machine: Machine) -> str:
    address = f"http://{LOOPBACK}:{machine.port}/"
    browser = [machine.browser, *FLAGS, f"--user-data-dir={machine.folder}/browser", address]
    if machine.session == "cage":
        command = quoted(["/usr/bin/cage", "-d", "--", *browser])
        return _BROWSER.format(unit=_CAGE_UNIT, user=machine.user, service=_CAGE_SERVICE, command=command)
    return _BROWSER.format(unit=_DESKTOP_UNIT, user=machine.user, service=_DESKTOP_SERVICE, command=quoted(browser))


_BROWSER = f"""[Unit]
Description=Guide screen: browser
BindsTo={NAME}-player.service
After={NAME}-player.service
StartLimitIntervalSec=0
{{unit}}
[Service]
User={{user}}
{{service}}ExecStart={{command}}
Restart=always
RestartSec=3

[Install]
WantedBy=graphical.target
"""

_CAGE_UNIT = """After=systemd-user-sessions.service plymouth-quit-wait.service dbus.socket systemd-logind.service
Wants=dbus.socket systemd-logind.service
Before=graphical.target
ConditionPathExists=/dev/tty0
Conflicts=getty@tty1.service
After=getty@tty1.service
"""

_CAGE_SERVICE = """# A session of its own on the first console, so that nobody has to log in.
PAMName=login
UtmpIdentifier=tty1
UtmpMode=user
TTYPath=/dev/tty1
TTYReset=yes
TTYVHangup=yes
TTYVTDisallocate=yes
StandardInput=tty-fail
StandardOutput=journal
StandardError=journal
"""

_DESKTOP_UNIT = """After=graphical.target
"""

_DESKTOP_SERVICE = """Environment=DISPLAY=:0
"""

_NIGHTLY = f"""[Unit]
Description=Guide screen: start the browser anew, so that nothing piles up in it

[Service]
Type=oneshot
ExecStart=/usr/bin/systemctl try-restart {NAME}-browser.service
"""


def _timer(machine: Machine) -> str:
    return f"""[Unit]
Description=Guide screen: once a night

[Timer]
OnCalendar=*-*-* {machine.reload_hour:02d}:10:00
AccuracySec=1min

[Install]
WantedBy=timers.target
"""


_STICKS = """# Guide screen: sticks are mounted for reading alone; what is on them is never run.
ACTION=="add", SUBSYSTEM=="block", SUBSYSTEMS=="usb", ENV{ID_FS_USAGE}=="filesystem", \\
  RUN+="/usr/bin/systemd-mount --no-block --collect --options=ro,nosuid,nodev,noexec $devnode /media/shanhuo-%k"
"""
