"""
The folder of one screen: the pack that runs, the one before it, and what the screen has learnt.

``running.json`` names both packs, and nothing else does: one replaced file is
the whole exchange.  A pack is on the disk, every byte of it verified, before it
is named; what no longer is named is swept away later.  So a kill or a power cut
at any moment leaves the old pack running or the new one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from generator.build.environment import told_as_environment
from generator.build.exchange import sync_folder
from generator.errors import EnvironmentRefused, UsageError

from .manifests import Pack, PackRefused, is_version
from .packs import folder_manifest, read_manifest, unpack, verify_folder
from .writing import read_json, replace_json

INCOMING = "incoming"
"""Folder for packs that are brought by any other way than a stick."""

_POINTER = "running.json"
_PACKS = "packs"
_STAGING = ".staging"
_LOCK = ".lock"
_REMEMBERED = 50
"""Packs that were left, and are not taken again by themselves."""
_PATIENCE_SECONDS = 120.0


class Pointer(NamedTuple):
    """What ``running.json`` says."""

    current: str = ""
    """Version of the pack that runs."""
    previous: str = ""
    """Version of the one before it; empty where there is none."""
    left: tuple[str, ...] = ()
    """Versions that ran and were left, the latest last."""


class Running(NamedTuple):
    """The pack that a screen shows."""

    pack: Pack
    folder: Path
    fell_back: str = ""
    """Why the pack before it is shown instead of the latest; empty where the latest is."""


class Home:
    """The folder of one screen."""

    def __init__(self, folder: Path) -> None:
        """Point to *folder*; it need not exist yet."""
        self.folder = folder
        self.incoming = folder / INCOMING

    @property
    def pointer(self) -> Pointer:
        """Which packs are named."""
        value = read_json(self.folder / _POINTER)
        if not isinstance(value, dict) or not is_version(value.get("current")):
            return Pointer()
        previous, left = value.get("previous"), value.get("left")
        return Pointer(
            value["current"],
            str(previous) if is_version(previous) else "",
            tuple(filter(is_version, left)) if isinstance(left, list) else (),
        )

    def pack_folder(self, version: str) -> Path:
        """Return where the pack of a version lies."""
        return self.folder / _PACKS / version

    def current(self) -> Pack | None:
        """Return what the running pack says that it is; None where none is named or it is gone."""
        version = self.pointer.current
        try:
            return folder_manifest(self.pack_folder(version)) if version else None
        except PackRefused:
            return None

    def start(self) -> Running:
        """Return the pack to show, every byte verified; the one before it where the latest was damaged.

        Raises:
            EnvironmentRefused: No pack was ever taken, or none is whole.
        """
        if not self.pointer.current:
            raise EnvironmentRefused(
                f"“{self.folder}”里没有导购包。", mend="先运行 shanhuo guide install 导购包 文件夹。"
            )
        with self._locked():
            pointer = self.pointer
            try:
                return Running(self._whole(pointer.current), self.pack_folder(pointer.current))
            except PackRefused as damage:
                if not pointer.previous:
                    raise EnvironmentRefused(damage.message, mend="重新安装导购包：shanhuo guide install") from None
                try:
                    pack = self._whole(pointer.previous)
                except PackRefused:
                    raise EnvironmentRefused(
                        "导购包和它的前一个都损坏了。", mend="重新安装导购包：shanhuo guide install"
                    ) from None
                # The damaged one is not remembered as left: a good copy of it may come again.
                self._point(Pointer(pointer.previous, "", pointer.left))
                return Running(pack, self.pack_folder(pack.version), damage.message)

    def take(self, file: Path, *, force: bool = False) -> Pack | None:
        """Let the pack *file* run from now on; the one that runs is kept as the one before it.

        Args:
            file: A pack.
            force: Take it though it is older.

        Returns:
            The pack; None where it runs already.

        Raises:
            PackRefused: It is not whole, older, or another screen's; what runs goes on running.
        """
        with told_as_environment("更换导购包"):
            self.folder.mkdir(parents=True, exist_ok=True)
            with self._locked():
                pointer, current = self.pointer, self.current()
                self._sweep(pointer)
                pack = read_manifest(file)
                if current is not None:
                    _refuse_unfit(pack, current, force=force)
                    if pack.version == current.version and self._is_whole(pack.version):
                        return None
                self._bring(file, pack, pointer)
                others = [version for version in (pointer.current,) if version and version != pack.version]
                # What is damaged or gone is no pack to go back to.
                before = others[0] if others and current is not None else ""
                left = [version for version in (*pointer.left, *others) if version != pack.version]
                self._point(Pointer(pack.version, before, tuple(left[-_REMEMBERED:])))
                self._sweep(self.pointer)
                return pack

    def go_back(self) -> Pack:
        """Let the pack before the running one run again.

        Raises:
            EnvironmentRefused: There is none, or it is damaged.
        """
        with told_as_environment("换回前一个导购包"), self._locked():
            pointer = self.pointer
            if not pointer.previous:
                raise EnvironmentRefused("没有前一个导购包，换不回去。")
            try:
                pack = self._whole(pointer.previous)
            except PackRefused as damage:
                raise EnvironmentRefused(f"前一个导购包损坏了，换不回去：{damage.message}") from None
            left = [version for version in (*pointer.left, pointer.current) if version != pack.version]
            self._point(Pointer(pack.version, pointer.current, tuple(left[-_REMEMBERED:])))
            return pack

    def _bring(self, file: Path, pack: Pack, pointer: Pointer) -> None:
        """Make the folder of *pack*, whole and on the disk."""
        target = self.pack_folder(pack.version)
        if self._is_whole(pack.version):
            return
        staging = self.folder / _PACKS / _STAGING
        staging.parent.mkdir(exist_ok=True)
        try:
            unpacked = unpack(file, staging)
            if unpacked.version != pack.version:  # somebody has changed the file under our hands
                raise PackRefused(f"“{file}”正在被改动，没有采用。", mend="等它拷完。")
            _bring_to_disk(staging)
        except BaseException:
            shutil.rmtree(staging, ignore_errors=True)
            raise
        if target.exists():  # damaged: make sure that nobody is led to it while it goes
            if target.name == pointer.previous:
                self._point(pointer._replace(previous=""))
            shutil.rmtree(target)
        os.rename(staging, target)
        sync_folder(target.parent)

    def _whole(self, version: str) -> Pack:
        pack = verify_folder(self.pack_folder(version))
        if pack.version != version:
            raise PackRefused("导购包和记下的不是同一个。")
        return pack

    def _is_whole(self, version: str) -> bool:
        try:
            return bool(self._whole(version))
        except PackRefused:
            return False

    def _point(self, pointer: Pointer) -> None:
        replace_json(self.folder / _POINTER, pointer._asdict())

    def _sweep(self, pointer: Pointer) -> None:
        """Remove what no pointer names: leftovers of a kill, and packs that were left."""
        packs = self.folder / _PACKS
        for found in packs.iterdir() if packs.is_dir() else ():
            if found.name not in (pointer.current, pointer.previous):
                shutil.rmtree(found, ignore_errors=True)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        lock = FileLock(self.folder / _LOCK)
        try:
            lock.acquire(timeout=_PATIENCE_SECONDS)
        except Timeout:
            raise EnvironmentRefused("另一个 shanhuo 正在更换这块屏的导购包。", mend="等它结束再试。") from None
        except OSError as error:
            raise UsageError(f"“{self.folder}”不是导购屏的文件夹：{error.strerror or error}。") from None
        try:
            yield
        finally:
            lock.release()


def _refuse_unfit(pack: Pack, current: Pack, *, force: bool) -> None:
    if pack.display != current.display:
        raise PackRefused(
            f"这是导购屏 {pack.display} 的包，这块屏是 {current.display}，没有采用。",
            mend="换一个文件夹安装，或者拿对应的导购包。",
        )
    if pack.day < current.day and not force:
        raise PackRefused(
            f"这个导购包（{pack.day}）比屏上的（{current.day}）旧，没有采用。", mend="确实要用旧的，加上 --force。"
        )


def _bring_to_disk(folder: Path) -> None:
    """See to it that everything below *folder* survives a power cut; at once where the system can."""
    if hasattr(os, "sync"):
        os.sync()
        return
    for at, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(at, name), "rb+") as stream:
                os.fsync(stream.fileno())
