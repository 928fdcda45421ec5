"""Lines of a web server's log, plain or packed, one at a time and none of them longer than it may be."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.build.environment import told_as_environment
from generator.errors import EnvironmentRefused

LONGEST_LINE = 65536
"""Bytes; servers refuse requests of half that length (nginx ``large_client_header_buffers``: 8k a line)."""
_PACKED = b"\x1f\x8b"
"""How a gzip file begins (RFC 1952, 2.3.1), whatever its name."""
_TELL_EACH = 4096
"""Lines between two words about how far it is."""


@contextmanager
def lines_of(path: Path, told: Callable[[int], None] = lambda _: None) -> Iterator[Iterator[bytes | None]]:
    """Open a log; what is given yields its lines, ``None`` in the place of one that is too long to be a request.

    Args:
        path: The file.
        told: Called with the number of bytes of the file that were read since the last call.

    Raises:
        EnvironmentRefused: The file cannot be read, or its packing is broken.
    """
    with told_as_environment(f"读取 {path.name} "), path.open("rb") as file:
        packed = file.read(len(_PACKED)) == _PACKED
        file.seek(0)
        with gzip.GzipFile(fileobj=file) if packed else file as stream:
            yield _lines(path, stream, file.tell, told)


def _lines(
    path: Path, stream: io.BufferedIOBase, place: Callable[[], int], told: Callable[[int], None]
) -> Iterator[bytes | None]:
    number = known = 0
    rest = False
    try:
        while line := stream.readline(LONGEST_LINE):
            number += 1
            if number % _TELL_EACH == 0:
                now = place()
                told(now - known)
                known = now
            is_whole = line.endswith(b"\n") or len(line) < LONGEST_LINE
            if rest:  # the end, or a further part, of a line that was told already
                rest = not is_whole
                continue
            rest = not is_whole
            yield line if is_whole else None
    except (EOFError, gzip.BadGzipFile, zlib.error):
        raise EnvironmentRefused(
            f"{path.name} 的压缩包不完整，读到第 {number} 行断了；什么也没有统计。",
            mend="重新从服务器取一份这个文件，再运行一次。",
        ) from None
    told(place() - known)
