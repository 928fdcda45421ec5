"""
What is written into a recording besides its sound, taken out: titles, names, places, covers.

Nothing is moved: what a file counts from its beginning stays where it was, so
the tags of M4A and Ogg are overwritten, and those of MP3, which stand before
and behind the sound, are cut off.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_CONTAINERS = frozenset((b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts"))
"""Boxes that hold boxes, as far as tags may lie in them (ISO/IEC 14496-12, table 1)."""
_TAGS = frozenset((b"udta", b"meta", b"uuid"))
"""Boxes that hold what somebody wrote about the sound."""


class TagsTooLarge(ValueError):
    """They go over more than one page of an Ogg file."""


def without_tags(content: bytes, suffix: str) -> bytes:
    """Return a recording of the format *suffix* (``m4a``, ``mp3``, ``ogg``) without its tags.

    Raises:
        TagsTooLarge: They cannot be taken out where they stand.
        ValueError: The file is not built as its format says; struct.error and IndexError likewise.
    """
    if suffix == "m4a":
        return _m4a(content)
    return _mp3(content) if suffix == "mp3" else _ogg(content)


def _m4a(content: bytes) -> bytes:
    """Make free space of the boxes that hold tags."""
    data = bytearray(content)
    for start, size, name in _boxes(data, 0, len(data)):
        if name in _TAGS:
            data[start + 4 : start + size] = b"free" + bytes(size - 8)
    return bytes(data)


def _boxes(data: bytearray, start: int, end: int) -> Iterator[tuple[int, int, bytes]]:
    """Yield (start, size, name) of all boxes between two places, those inside containers too."""
    while start + 8 <= end:
        size, name = struct.unpack_from(">I4s", data, start)
        head = 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, start + 8)
            head = 16
        elif size == 0:
            size = end - start
        if size < head or start + size > end:
            raise ValueError("box goes over the end")
        yield start, size, bytes(name)
        if name in _CONTAINERS:
            yield from _boxes(data, start + head, start + size)
        start += size


def _mp3(content: bytes) -> bytes:
    """Cut off ID3v2 before (id3.org, ID3v2.4 structure, 3.1) and ID3v1 behind the frames."""
    start, end = 0, len(content)
    while content[start : start + 3] == b"ID3":
        size = 0
        for byte in content[start + 6 : start + 10]:
            size = size << 7 | byte & 0x7F
        start += 10 + size + (10 if content[start + 5] & 0x10 else 0)
    if content[end - 128 : end - 125] == b"TAG":
        end -= 128
    if end <= start:
        raise ValueError("nothing but tags")
    return content[start:end]


def _ogg(content: bytes) -> bytes:
    """Overwrite the comments on the second page with blanks, and make that page's checksum anew."""
    data = bytearray(content)
    start = _end_of_page(data, 0)
    end = _end_of_page(data, start)
    count = data[start + 26]
    body = start + 27 + count
    marks = ((b"OpusTags", 8), (b"\x03vorbis", 7))
    length = next((size for mark, size in marks if data[body : body + size] == mark), 0)
    if not length:
        raise ValueError("no comments where they belong")
    place = body + length
    (vendor,) = struct.unpack_from("<I", data, place)
    place += 4 + vendor
    (comments,) = struct.unpack_from("<I", data, place)
    place += 4
    for _ in range(comments):
        (size,) = struct.unpack_from("<I", data, place)
        place += 4
        if place + size > end:
            raise TagsTooLarge
        name = data[place : place + size].partition(b"=")[0]
        data[place : place + size] = (name + b"=").ljust(size)[:size]
        place += size
    data[start + 22 : start + 26] = bytes(4)
    struct.pack_into("<I", data, start + 22, _checksum(data[start:end]))
    return bytes(data)


def _end_of_page(data: bytearray, start: int) -> int:
    """Return where the page that begins at *start* ends (RFC 3533, section 6)."""
    if data[start : start + 4] != b"OggS":
        raise ValueError("no page")
    count = data[start + 26]
    end = start + 27 + count + sum(data[start + 27 : start + 27 + count])
    if end > len(data):
        raise ValueError("page goes over the end")
    return end


def _checksum(page: bytes | bytearray) -> int:
    """Return the CRC of an Ogg page: polynomial 0x04C11DB7, from 0, nothing reversed (RFC 3533, section 6)."""
    value = 0
    for byte in page:
        value ^= byte << 24
        for _ in range(8):
            value = (value << 1 ^ (0x04C11DB7 if value & 0x80000000 else 0)) & 0xFFFFFFFF
    return value
