"""Writing a file so that it is at any moment, power cuts included, either the old one or the new one."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from generator.build.exchange import sync_folder

MODE = 0o644


@contextmanager
def replacing(path: Path, *, durable: bool = True) -> Iterator[IO[bytes]]:
    """Yield a stream whose content takes the place of the file *path* when the block ends well; one writer at a time.

    Args:
        path: The file; its folder exists.
        durable: Whether the content is brought to the disk before it takes its place.
    """
    beside = beside_of(path)
    with contextlib.suppress(FileNotFoundError):  # what a power cut has left
        os.unlink(beside)
    with open(beside, "xb") as stream:
        try:
            yield stream
            stream.flush()
            if durable:
                os.fsync(stream.fileno())
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(beside)
            raise
    os.chmod(beside, MODE)
    os.replace(beside, path)
    if durable:
        sync_folder(path.parent)


def beside_of(path: Path) -> Path:
    """Return where the new content of a file is written; always the same place, so that no leftovers pile up."""
    return path.with_name(f".{path.name}.new")


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
