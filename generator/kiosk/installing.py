"""
Installing a screen in a wall, without a network: its folder, its first pack, and what starts it with the machine.

Everything that is written outside the folder is noted in it, so that nothing of
it stays when the screen is taken down.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.build.environment import told_as_environment
from generator.errors import UsageError

from .home import INCOMING, Home
from .manifests import Pack
from .policy import policy_files
from .units import NAME, UNITS, Machine, unit_files, unit_links
from .writing import beside_of, read_json, replace_json, replacing

CONFIG = "config.json"
_RECORD = "installed.json"
_OWN = ("running.json", "slots.json", "heartbeat.json", CONFIG, _RECORD, ".lock", "packs", INCOMING, "browser")
"""What a screen's folder holds of ours."""


class Installed(NamedTuple):
    """What an installation did."""

    pack: Pack | None
    """The pack that was taken; None where it runs already."""
    written: tuple[str, ...]
    """Files that are new or other than before, as paths on the machine."""
    removed: tuple[str, ...]
    """Files of an earlier installation that this one does without."""


class Removed(NamedTuple):
    """What taking a screen down did."""

    removed: tuple[str, ...]
    """Files outside the folder, as paths on the machine."""
    kept: tuple[str, ...]
    """Entries of the folder that are not ours."""


class _Record(NamedTuple):
    """What was noted of an installation."""

    files: tuple[str, ...] = ()
    """Files and links outside the folder, from the machine's root."""
    folders: tuple[str, ...] = ()
    """Folders outside that were made for them."""
    parents: int = 0
    """How many folders above the screen's own were made."""


def planned_files(machine: Machine) -> dict[str, str]:
    """Return path from the machine's root → text of every file outside the screen's folder."""
    return {**unit_files(machine), **policy_files(machine.port)}


def install(file: Path, machine: Machine, root: Path, *, force: bool = False) -> Installed:
    """Install a screen, or give an installed one another pack or other settings.

    Args:
        file: A pack.
        machine: What to install.
        root: Where the machine's files lie; another folder than ``/`` is laid out for somebody to look at or to pack.
        force: Take an older pack, too.

    Raises:
        UsageError: The machine has another screen.
        PackRefused: The pack is not whole, older, or another screen's; nothing was changed.
        EnvironmentRefused: The system refuses.
    """
    folder = under(root, machine.folder)
    _refuse_other_screen(machine, root)
    missing = [parent for parent in folder.parents if not parent.exists()]
    pack = Home(folder).take(file, force=force)
    with told_as_environment("安装导购屏"):
        (folder / INCOMING).mkdir(exist_ok=True)
        files, links = planned_files(machine), unit_links(machine)
        record = _read_record(folder)
        gone = [path for path in record.files if path not in files and path not in links]
        # Noted first: what a kill leaves behind can be taken down.
        replace_json(
            folder / _RECORD,
            {
                "files": sorted({*record.files, *files, *links}),
                "folders": [*record.folders, *_missing_folders(root, [*files, *links])],
                "parents": record.parents or len(missing),
            },
        )
        written = [path for path, text in files.items() if _put(root / path, text.encode())]
        written += [path for path, target in links.items() if _link(root / path, target)]
        removed = [path for path in gone if _remove(root / path)]
        settings = {"port": machine.port, "reload_hour": machine.reload_hour}
        if read_json(folder / CONFIG) != settings:
            replace_json(folder / CONFIG, settings)
            written.append(f"{machine.folder}/{CONFIG}".lstrip("/"))
        if root == Path("/"):
            _give(folder, machine.user)
    return Installed(pack, tuple(f"/{path}" for path in written), tuple(f"/{path}" for path in removed))


def uninstall(folder: Path, root: Path) -> Removed:
    """Take a screen down: everything that :func:`install` made, and the folder, where nothing else is in it.

    Raises:
        UsageError: No screen was installed there.
        EnvironmentRefused: The system refuses.
    """
    record = _read_record(folder)
    if not record.files:
        raise UsageError(f"“{folder}”不是安装好的导购屏。", mend="写安装时的文件夹。")
    with told_as_environment("拆除导购屏"):
        removed = [f"/{path}" for path in record.files if _remove(root / path)]
        for path in sorted(record.folders, key=len, reverse=True):
            with contextlib.suppress(OSError):  # somebody else's file lies in it by now
                os.rmdir(root / path)
        for target in (way for name in _OWN for way in (folder / name, beside_of(folder / name))):
            if target.is_dir() and not target.is_symlink():
                shutil.rmtree(target)
            else:
                target.unlink(missing_ok=True)
        kept = tuple(sorted(os.listdir(folder)))
        if not kept:
            os.rmdir(folder)
            for parent in folder.parents[: record.parents]:
                with contextlib.suppress(OSError):
                    os.rmdir(parent)
    return Removed(tuple(removed), kept)


def under(root: Path, path: str) -> Path:
    """Return where a path of the machine lies when its root is *root*."""
    return root / path.lstrip("/")


def read_config(folder: Path) -> Mapping[str, object]:
    """Return the settings that were installed; empty where there are none."""
    value = read_json(folder / CONFIG)
    return value if isinstance(value, dict) else {}


def _refuse_other_screen(machine: Machine, root: Path) -> None:
    try:
        text = (root / UNITS / f"{NAME}-player.service").read_text(encoding="utf-8")
    except OSError:
        return
    mine = next(line for line in unit_files(machine)[f"{UNITS}/{NAME}-player.service"].splitlines()
                if line.startswith("ReadWritePaths="))  # fmt: skip
    if mine not in text.splitlines():
        raise UsageError(
            "这台机器上已经装了另一块导购屏，一台机器只装一块。", mend="先用 shanhuo guide uninstall 拆掉那一块。"
        )


def _read_record(folder: Path) -> _Record:
    value = read_json(folder / _RECORD)
    if not isinstance(value, dict):
        return _Record()
    files, folders = (
        tuple(path for path in paths if _is_inside(path)) if isinstance(paths := value.get(name), list) else ()
        for name in ("files", "folders")
    )
    parents = value.get("parents")
    return _Record(files, folders, parents if type(parents) is int and parents > 0 else 0)


def _is_inside(path: object) -> bool:
    """Tell whether a noted path is one that this program can have written."""
    return isinstance(path, str) and f"{path}/".startswith("etc/") and ".." not in path.split("/")


def _missing_folders(root: Path, paths: list[str]) -> list[str]:
    missing: list[str] = []
    for path in paths:
        parts = path.split("/")[:-1]
        for depth in range(1, len(parts) + 1):
            folder = "/".join(parts[:depth])
            if folder not in missing and not (root / folder).exists():
                missing.append(folder)
    return missing


def _put(target: Path, content: bytes) -> bool:
    """Write a file where it is not there already; whether it was."""
    if target.is_file() and not target.is_symlink() and target.read_bytes() == content:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    with replacing(target) as stream:
        stream.write(content)
    return True


def _link(link: Path, target: str) -> bool:
    if link.is_symlink() and os.readlink(link) == target:
        return False
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    os.symlink(target, link)
    return True


def _remove(target: Path) -> bool:
    """Remove a file or a link; whether it was there."""
    try:
        target.unlink()
    except FileNotFoundError:
        return False
    return True


def _give(folder: Path, user: str) -> None:
    """Give the folder to the user whose services read and write it; who is not root, or not there yet, cannot."""
    with contextlib.suppress(LookupError, PermissionError):
        import pwd

        about = pwd.getpwnam(user)
        os.lchown(folder, about.pw_uid, about.pw_gid)
        for at, folders, names in os.walk(folder):
            for name in (*folders, *names):  # links themselves, never what they point to
                os.lchown(os.path.join(at, name), about.pw_uid, about.pw_gid)
