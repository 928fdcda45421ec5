"""Writing a file so that it is at any moment, power cuts included, either the old one or the new one."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from generator.build.exchange import sync_folder

MODE = 0o644


@contextmanager
def replacing(path: Path, *, durable: bool = True) -> Iterator[IO[bytes]]:
    """Yield a stream whose content takes the place of the file *path* when the block ends well.

    Args:
        path: The file; its folder exists.
        durable: Whether the content is brought to the disk before it takes its place.
    """
    handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w+b") as stream:
            yield stream
            stream.flush()
            if durable:
                os.fsync(stream.fileno())
        os.chmod(beside, MODE)
        os.replace(beside, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(beside)
        raise
    if durable:
        sync_folder(path.parent)


def replace_json(path: Path, value: object, *, durable: bool = True) -> None:
    """Write *value* as JSON in the place of the file *path*."""
    with replacing(path, durable=durable) as stream:
        stream.write((json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode())


def read_json(path: Path) -> object:
    """Return what the JSON file *path* holds; None where there is none, or none that is whole."""
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
