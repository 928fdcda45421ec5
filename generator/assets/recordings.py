"""
Recordings as they are read: checked by their content, and without anything but their sound.

Place, names and pictures that a telephone or a program wrote into a file stay
behind here; the sound itself is handed on as it is.
"""

from __future__ import annotations

import struct
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from generator.errors import SiteError

from .sound_tags import TagsTooLarge, without_tags

MAX_BYTES = 8 * 1024 * 1024
"""Ten minutes of speech at 96 kbit/s: more than anyone listens to before a shelf, and paid by the listener's data."""
SUFFIXES = ("m4a", "mp3", "ogg")
_MEDIA_TYPES = {"m4a": "audio/mp4", "mp3": "audio/mpeg", "ogg": "audio/ogg"}


class Sound(NamedTuple):
    """A recording that may be published."""

    suffix: str
    """``m4a``, ``mp3`` or ``ogg``, by its content."""
    media_type: str
    seconds: int
    """How long it lasts, rounded; at least 1."""
    content: bytes


class SoundRefusal(StrEnum):
    """Why a file is no recording for the site."""

    UNREADABLE = "unreadable"
    """The file system does not hand it over."""
    TOO_LARGE = "too-large"
    NOT_A_SOUND = "format"
    """By its content none of the formats, whatever its name ends in."""
    NOT_PLAYED = "not-played"
    """A film, or a coding that browsers do not play."""
    TAGS = "tags"
    """What is written into it besides the sound cannot be taken out."""
    BROKEN = "broken"
    """Cut off or damaged."""


_REFUSALS = {
    SoundRefusal.UNREADABLE: ("读不出来", "cannot be read", "检查文件是否存在、是否有读取权限。"),
    SoundRefusal.TOO_LARGE: ("超过 8 MB", "is larger than 8 MB", "剪短一些，或另存为 64 kbit/s 的单声道。"),
    SoundRefusal.NOT_A_SOUND: (
        "不是 m4a、mp3 或 ogg",
        "is neither M4A, MP3 nor Ogg",
        "用录音软件导出为 m4a 或 mp3；只改扩展名没有用。",
    ),
    SoundRefusal.NOT_PLAYED: (
        "不是手机浏览器能放的声音（是视频，或不是 AAC、MP3、Opus、Vorbis 编码）",
        "is no sound that browsers play (a film, or not coded as AAC, MP3, Opus or Vorbis)",
        "用录音软件导出为 m4a（AAC）或 mp3。",
    ),
    SoundRefusal.TAGS: (
        "带着很大的标签或封面图，取不下来",
        "carries large tags or a cover that cannot be taken out",
        "用录音软件导出一次，不带封面和标签。",
    ),
    SoundRefusal.BROKEN: ("不完整或已损坏", "is cut off or damaged", "从手机或原件重新复制一份。"),
}
_DAMAGE = (ValueError, IndexError, struct.error, OverflowError, UnicodeError)


class RecordingRefused(SiteError):
    """A file that is not taken as a recording; ``reason`` says why."""

    def __init__(self, reason: SoundRefusal, path: Path) -> None:
        chinese, english, mend = _REFUSALS[reason]
        super().__init__(f"录音 {path.name} {chinese}。", mend=mend)
        self.reason = reason
        self.chinese = chinese
        """Why, as the end of a sentence."""
        self.english = english


def read_sound(path: Path) -> Sound:
    """Return the recording at *path* without its tags.

    Raises:
        RecordingRefused: It is none of the formats, too large, damaged, or nothing that browsers play.
    """
    content = _content(path)
    suffix = _format(content)
    if not suffix:
        raise RecordingRefused(SoundRefusal.NOT_A_SOUND, path)
    if suffix == "ogg" and not _is_ogg_sound(content):
        raise RecordingRefused(SoundRefusal.NOT_PLAYED, path)
    try:
        bare = without_tags(content, suffix)
    except TagsTooLarge as error:
        raise RecordingRefused(SoundRefusal.TAGS, path) from error
    except _DAMAGE as error:
        raise RecordingRefused(SoundRefusal.BROKEN, path) from error
    if suffix == "m4a" and not _is_m4a_sound(content):
        raise RecordingRefused(SoundRefusal.NOT_PLAYED, path)
    seconds = _seconds(bare, suffix)
    if seconds <= 0:
        raise RecordingRefused(SoundRefusal.BROKEN, path)
    return Sound(suffix, _MEDIA_TYPES[suffix], max(1, round(seconds)), bare)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise RecordingRefused(SoundRefusal.TOO_LARGE, path)
        return path.read_bytes()
    except OSError as error:
        raise RecordingRefused(SoundRefusal.UNREADABLE, path) from error


def _format(content: bytes) -> str:
    """Return the format by the first bytes.

    They are ``ftyp`` (ISO/IEC 14496-12, 4.3), ``OggS`` (RFC 3533, 6), ID3 or the sync word of MPEG audio, layer III
    (ISO/IEC 11172-3, 2.4.1.3).
    """
    if content[4:8] == b"ftyp":
        return "m4a"
    if content[:4] == b"OggS":
        return "ogg"
    is_frame = len(content) > 4 and content[0] == 0xFF and content[1] & 0xE6 == 0xE2
    return "mp3" if is_frame or content[:3] == b"ID3" else ""


def _is_ogg_sound(content: bytes) -> bool:
    """Tell whether an Ogg file begins with Opus (RFC 7845, 5.1) or Vorbis, which browsers play."""
    head = content[:256]
    return b"OpusHead" in head or b"\x01vorbis" in head


def _is_m4a_sound(content: bytes) -> bool:
    """Tell whether a whole M4A file holds AAC and no film (ISO/IEC 14496-12, 8.4.3; 14496-14, 5.6)."""
    handlers = {content[at + 12 : at + 16] for at in _places(content, b"hdlr")}
    return b"vide" not in handlers and b"mp4a" in content


def _places(content: bytes, word: bytes) -> list[int]:
    found, at = [], content.find(word)
    while at >= 0:
        found.append(at)
        at = content.find(word, at + 1)
    return found


def _seconds(content: bytes, suffix: str) -> float:
    """Return how long a sound lasts; 0 where that cannot be told, since nothing of it would be heard."""
    from tinytag import TinyTag, TinyTagException

    try:
        tag = TinyTag.get(f"sound.{suffix}", file_obj=BytesIO(content), tags=False, duration=True)
    except (TinyTagException, *_DAMAGE):
        return 0
    return float(tag.duration or 0)
