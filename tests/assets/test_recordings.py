"""Recordings: known by their content, bounded in size, freed of what was written into them, and still to be heard."""

from __future__ import annotations

import struct
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assets.recordings import MAX_BYTES, RecordingRefused, SoundRefusal, read_sound
from generator.assets.sound_tags import _checksum, _end_of_page

SOUNDS = Path(__file__).parents[1] / "sounds"
"""A tone of 1.2 seconds in each format, with a title, a name and a place written into it by ffmpeg."""
SECRETS = ("秘密标题".encode(), "某某人".encode(), b"108.2")
TYPES = {"m4a": "audio/mp4", "mp3": "audio/mpeg", "ogg": "audio/ogg"}


@pytest.mark.parametrize("suffix", TYPES)
def test_a_recording_keeps_its_sound_and_loses_its_tags(suffix: str) -> None:
    """Title, name and place that a telephone wrote are gone; type and length are told by the content."""
    path = SOUNDS / f"voice.{suffix}"
    assert all(secret in path.read_bytes() for secret in SECRETS)

    sound = read_sound(path)

    assert (sound.suffix, sound.media_type, sound.seconds) == (suffix, TYPES[suffix], 1)
    assert not any(secret in sound.content for secret in SECRETS)


@pytest.mark.parametrize("suffix", TYPES)
def test_the_name_does_not_tell_the_format(suffix: str, tmp_path: Path) -> None:
    """A file whose ending lies is taken for what it is."""
    path = tmp_path / "voice.wav"
    path.write_bytes((SOUNDS / f"voice.{suffix}").read_bytes())

    assert read_sound(path).suffix == suffix


def test_pages_of_ogg_have_the_checksum_that_players_ask_for() -> None:
    """Our checksum is ffmpeg's on the untouched page, and stands in the altered one."""
    for content in ((SOUNDS / "voice.ogg").read_bytes(), read_sound(SOUNDS / "voice.ogg").content):
        data = bytearray(content)
        start = _end_of_page(data, 0)
        page = data[start : _end_of_page(data, start)]
        (told,) = struct.unpack_from("<I", page, 22)
        page[22:26] = bytes(4)
        assert _checksum(page) == told


def refusal(path: Path, content: bytes) -> SoundRefusal:
    path.write_bytes(content)
    with pytest.raises(RecordingRefused) as caught:
        read_sound(path)
    assert caught.value.chinese
    assert caught.value.english
    return caught.value.reason


def test_what_is_no_recording_is_refused_with_its_reason(tmp_path: Path) -> None:
    """A WAV file, a film, a lossless coding, a cut file, one with a large cover and one too large are told apart."""
    path = tmp_path / "x.m4a"
    m4a, ogg, mp3 = ((SOUNDS / f"voice.{suffix}").read_bytes() for suffix in ("m4a", "ogg", "mp3"))

    assert refusal(path, b"RIFF\x24\x00\x00\x00WAVEfmt ") is SoundRefusal.NOT_A_SOUND
    assert refusal(path, b"") is SoundRefusal.NOT_A_SOUND
    assert refusal(path, m4a.replace(b"soun", b"vide")) is SoundRefusal.NOT_PLAYED
    assert refusal(path, m4a.replace(b"mp4a", b"alac")) is SoundRefusal.NOT_PLAYED
    assert refusal(path, ogg.replace(b"OpusHead", b"Speex   ")) is SoundRefusal.NOT_PLAYED
    assert refusal(path, m4a[:-1000]) is SoundRefusal.BROKEN
    assert refusal(path, mp3[:100]) is SoundRefusal.BROKEN
    assert refusal(path, _with_long_comment(ogg)) is SoundRefusal.TAGS
    assert refusal(path, m4a + bytes(MAX_BYTES)) is SoundRefusal.TOO_LARGE
    path.unlink()
    with pytest.raises(RecordingRefused, match="读不出来"):
        read_sound(path)


def _with_long_comment(ogg: bytes) -> bytes:
    """Return an Ogg file whose first comment claims to go on over its page."""
    data = bytearray(ogg)
    place = data.index(b"OpusTags") + 8
    (vendor,) = struct.unpack_from("<I", data, place)
    struct.pack_into("<I", data, place + 8 + vendor, 100_000)
    return bytes(data)


@given(suffix=st.sampled_from(sorted(TYPES)), at=st.integers(0, 2600), new=st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_taken_or_refused_and_never_worse(suffix: str, at: int, new: bytes) -> None:
    """Whatever bytes change, there is a recording or a sentence; nothing else is raised."""
    content = bytearray((SOUNDS / f"voice.{suffix}").read_bytes())
    content[at : at + len(new)] = new
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"damaged.{suffix}"
        path.write_bytes(content)
        try:
            seconds = read_sound(path).seconds
        except RecordingRefused:
            return
        assert seconds >= 1
