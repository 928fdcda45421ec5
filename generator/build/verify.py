"""Comparing a published folder with its manifest: every altered, missing or foreign file by name."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.errors import EnvironmentRefused

from .environment import told_as_environment
from .manifest import read_manifest
from .output_paths import MANIFEST_NAME


class Verification(NamedTuple):
    """The differences between a folder and its manifest; each list sorted, paths with ``/``, case exact."""

    altered: tuple[str, ...]
    """Listed, there, and of another content (or a link in the file's place, which is not followed)."""
    missing: tuple[str, ...]
    """Listed and not there under exactly that name."""
    foreign: tuple[str, ...]
    """There and not listed; the build keeps such files."""
    listed: int
    """How many files the manifest lists."""
    manifest_sha256: str
    """The manifest's own digest, to compare with one kept elsewhere."""

    @property
    def whole(self) -> bool:
        """Whether every listed file is there unaltered; foreign files do no harm to the site."""
        return not self.altered and not self.missing


def verify(folder: Path) -> Verification:
    """Read every file of a published folder; raises EnvironmentRefused when it has no manifest or cannot be read."""
    with told_as_environment("核对发布的网站"):
        manifest = read_manifest(folder)
        if manifest is None:
            raise EnvironmentRefused(
                f"「{folder}」里没有 shanhuo 的发布清单 {MANIFEST_NAME}，无法核对。",
                mend="请指向 shanhuo build 的输出文件夹。",
            )
        altered, foreign, seen = [], [], set()
        for path, is_plain in _files(os.fspath(folder), ""):
            if path not in manifest.files:
                foreign.append(path)
                continue
            seen.add(path)
            if not is_plain or _digest(f"{folder}/{path}") != manifest.files[path]:
                altered.append(path)
    return Verification(
        altered=tuple(sorted(altered)),
        missing=tuple(sorted(manifest.files.keys() - seen)),
        foreign=tuple(sorted(foreign)),
        listed=len(manifest.files),
        manifest_sha256=manifest.sha256,
    )


def _files(root: str, inside: str) -> Iterator[tuple[str, bool]]:
    """Every entry below the folder that is no folder, by its name on the disk, and whether it is a plain file."""
    waiting = [inside]
    while waiting:
        inside = waiting.pop()
        with os.scandir(f"{root}/{inside}") as entries:
            for entry in entries:
                path = inside + entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(path + "/")
                elif path != MANIFEST_NAME:
                    yield path, entry.is_file(follow_symlinks=False)


def _digest(path: str) -> str:
    with open(path, "rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
