"""
Bytes become text, and never mojibake.

A byte order mark or mostly valid UTF-8 is UTF-8, and a break in it is located.
GB18030, Big5 and UTF-16 are taken for CSV only, and only when every header is
then a known word; everything else is refused by name.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from generator.findings import Finding, Place, finding

KnownHeader = Callable[[str], "Sequence[str] | None"]
"""From a decoded file to its header's words if each of them is a known word, else ``None``."""

_UTF_16_MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_UTF_32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_CHINESE_CODECS = (("GB18030", "gb18030"), ("Big5", "cp950"), ("Big5", "big5hkscs"))
"""(name, Python's codec): cp950 is what Windows writes for Big5, HKSCS adds Hong Kong's characters."""

_COMMON = {
    # GB/T 2312-1980: rows 1-3 symbols (A1-A3), rows 16-55 the 3,755 common characters (B0-D7).
    "GB18030": re.compile(rb"[\xa1-\xa3\xb0-\xd7][\xa1-\xfe]"),
    # Big5: A1-A3 symbols, A440-C67E the 5,401 frequently used characters.
    "Big5": re.compile(rb"[\xa1-\xc6][\x40-\x7e\xa1-\xfe]"),
}
_DOUBLE_BYTE = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]|[\x80-\xff]")
_LONE_BYTE = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
"""An accented letter among plain ones, as Western European text has it; East Asian text has them in pairs."""
_COMMON_SHARE = 0.85
"""Share of common characters from which text without Chinese headers is believed to be in an encoding."""
_UTF_8_CHINESE = re.compile(rb"(?:[\xe3-\xe9][\x80-\xbf]{2}){2,}")


class Decoded(NamedTuple):
    """What became of a file's bytes."""

    text: str | None
    """The text with ``\\n`` line ends and no byte order mark, U+FFFD where bytes are broken; ``None`` if refused."""
    broken_as: str = ""
    """The encoding in which some bytes are broken; empty where all are sound."""
    findings: tuple[Finding, ...] = ()


def decode_utf8(data: bytes, file: str) -> Decoded:
    """Decode a file that may be in UTF-8 only (YAML)."""
    return _as_utf8(data) or _refused(encoding_name(data), file)


def decode_csv(data: bytes, file: str, known_header: KnownHeader) -> Decoded:
    """
    Decode a CSV file.

    Args:
        data: The file's bytes.
        file: Its path relative to the site, for findings.
        known_header: Tells for a decoding whether every header is then a known word.
    """
    return (
        _as_utf16(data, file, known_header)
        or _as_utf8(data)
        or _as_chinese(data, known_header)
        or _refused(encoding_name(data), file)
    )


def encoding_name(data: bytes) -> str:
    """Name the encoding that *data* is most likely in, for a refusal; a guess, never used to read."""
    if data.startswith(_UTF_32_MARKS):
        return "UTF-32"
    if data.startswith(tuple(_UTF_16_MARKS)) or data.count(b"\0") * 20 > len(data):
        return "UTF-16"
    shares = _common_shares(data)
    best = max(shares, key=lambda name: shares[name])
    if shares[best] >= _COMMON_SHARE / 2 and sum(shares[best] == share for share in shares.values()) == 1:
        return best
    if len(_LONE_BYTE.findall(data)) * 10 > sum(byte >= 0x80 for byte in data) * 7:
        return "Windows-1252"
    # Loading chardet's model takes a tenth of a second, and hardly any site needs it.
    from chardet import EncodingEra, detect

    return detect(data[:100_000], encoding_era=EncodingEra.MODERN_WEB)["encoding"] or "8-bit"


def _as_utf8(data: bytes) -> Decoded | None:
    """Return the text with its breaks marked, or ``None`` if *data* is not UTF-8 at all."""
    marked = data.startswith(codecs.BOM_UTF8)
    body = data[len(codecs.BOM_UTF8) :] if marked else data
    try:
        return Decoded(_with_newlines(body.decode("utf-8")))
    except UnicodeDecodeError:
        if marked or _is_mostly_utf8(body):
            return Decoded(_with_newlines(body.decode("utf-8", "replace")), "UTF-8")
        return None


def _is_mostly_utf8(data: bytes) -> bool:
    """
    Tell whether *data* is UTF-8 with some breaks.

    About one in seven characters of GBK text happens to look like UTF-8, so
    two good bytes to a broken one are far from chance.
    """
    text = data.decode("utf-8", "surrogateescape")
    broken = sum("\udc80" <= character <= "\udcff" for character in text)
    good = sum(byte >= 0x80 for byte in data) - broken
    return good > 2 * broken


def _as_utf16(data: bytes, file: str, known_header: KnownHeader) -> Decoded | None:
    """Return UTF-16 text whose headers are known, a refusal where it is marked as such, or ``None``."""
    if data.startswith(_UTF_32_MARKS):
        return _refused("UTF-32", file)
    mark = next((mark for mark in _UTF_16_MARKS if data.startswith(mark)), b"")
    if not mark and b"\0" not in data:
        return None
    for codec in [_UTF_16_MARKS[mark]] if mark else _UTF_16_MARKS.values():
        text, is_sound = _decoded(data[len(mark) :], codec)
        if known_header(text):
            return Decoded(text, "" if is_sound else "UTF-16")
    return _refused("UTF-16", file) if mark or data.count(b"\0") * 5 > len(data) else None


def _as_chinese(data: bytes, known_header: KnownHeader) -> Decoded | None:
    """Return text in GB18030 or Big5 whose headers are known, or ``None``."""
    shares = _common_shares(data)
    broken: Decoded | None = None
    for name, codec in sorted(_CHINESE_CODECS, key=lambda candidate: -shares[candidate[0]]):
        text, is_sound = _decoded_by_line(data, codec)
        words = known_header(text)
        if words is None or not (_has_chinese(words) or _only_plausible(name, shares)):
            continue
        if is_sound:
            return Decoded(text)
        broken = broken or Decoded(text, name)
    return broken


def _decoded(data: bytes, codec: str) -> tuple[str, bool]:
    """Return the text, U+FFFD where bytes are broken, and whether none is."""
    try:
        return _with_newlines(data.decode(codec)), True
    except UnicodeDecodeError:
        return _with_newlines(data.decode(codec, "replace")), False


def _decoded_by_line(data: bytes, codec: str) -> tuple[str, bool]:
    """Decode as :func:`_decoded`, but mark lines of UTF-8 pasted into a file of another encoding as broken."""
    foreign = {number for number, line in enumerate(data.split(b"\n")) if _is_utf8_chinese(line)}
    if not foreign:
        return _decoded(data, codec)
    lines = [
        _UTF_8_CHINESE.sub(lambda match: b"\xff" + match[0], line).decode("utf-8", "replace")
        if number in foreign
        else _decoded(line, codec)[0]
        for number, line in enumerate(data.split(b"\n"))
    ]
    return _with_newlines("\n".join(lines)), False


def _is_utf8_chinese(line: bytes) -> bool:
    if not _UTF_8_CHINESE.search(line):
        return False
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _common_shares(data: bytes) -> dict[str, float]:
    """Return, for each Chinese encoding, which share of the double bytes would be common characters in it."""
    pairs = _DOUBLE_BYTE.findall(data)
    return {
        name: sum(1 for pair in pairs if common.fullmatch(pair)) / len(pairs) if pairs else 0.0
        for name, common in _COMMON.items()
    }


def _only_plausible(name: str, shares: dict[str, float]) -> bool:
    return shares[name] >= _COMMON_SHARE and all(shares[name] > share for key, share in shares.items() if key != name)


def _has_chinese(words: Sequence[str]) -> bool:
    return any(not word.isascii() for word in words)


def _with_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _refused(name: str, file: str) -> Decoded:
    return Decoded(None, findings=(finding("encoding-refused", Place(file, 1, 1), found=name, allowed="UTF-8"),))
