"""
Keys of photographs: the digest of the content, and how renditions are made of it.

A photograph that was read before is recognised by its stamp, so that a site with thousands of them is not read anew by
every build.  Kept in ``cache/pictures/known.json``; whatever is not as it was written counts as nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from types import TracebackType
from typing import Self

from generator.assets.photos import PictureRefused, Refusal

from .stamps import Stamp, settled_stamp, stamp_of


class PhotographKeys:
    """Tells keys inside a ``with`` block, and keeps what it learnt when the block ends."""

    def __init__(self, path: Path, made_how: str, *, use_cache: bool = True) -> None:
        """
        Recall what is kept at *path*.

        Args:
            path: The file that it is kept in.
            made_how: What decides the bytes of renditions besides the content.
            use_cache: Believe what is kept.
        """
        self._path = path
        self._made_how = made_how
        self._kept: dict[str, tuple[str, Stamp]] = self._recalled() if use_cache else {}
        self._met: dict[str, tuple[str, Stamp]] = {}

    def key(self, path: Path) -> str:
        """Return the key of the photograph at *path*: 32 hexadecimal digits.

        Raises:
            PictureRefused: It cannot be read.
        """
        known = self._kept.get(path.name)
        if known is not None and known[1] == stamp_of(path):
            self._met[path.name] = known
            return known[0]
        stamp = settled_stamp(path)
        try:
            with path.open("rb") as file:
                content = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise PictureRefused(Refusal.UNREADABLE, path) from error
        key = hashlib.sha256(f"{self._made_how}|{content}".encode()).hexdigest()[:32]
        if stamp is not None:
            self._met[path.name] = key, stamp
        return key

    def _recalled(self) -> dict[str, tuple[str, Stamp]]:
        try:
            told = json.loads(self._path.read_bytes())
            if told["made_how"] != self._made_how:
                return {}
            return {
                str(name): (str(key), (int(size), int(changed), int(touched), int(inode)))
                for name, (key, size, changed, touched, inode) in told["files"].items()
            }
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return {}

    def __enter__(self) -> Self:
        """Begin to tell keys."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Keep what was met, in one step, where the block ended well."""
        if kind is not None or self._met == self._kept:
            return
        files = {name: (key, *stamp) for name, (key, stamp) in self._met.items()}
        self._path.parent.mkdir(parents=True, exist_ok=True)
        # Under a name of its own: several commands may read one site at the same time.
        beside = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        beside.write_text(json.dumps({"made_how": self._made_how, "files": files}), encoding="utf-8")
        os.replace(beside, self._path)
