"""
The words of a display's inputs: what each means, and which nobody understands.

An editor writes what is connected (感应器, 扫码枪, 触摸屏); who installs the screen adds what only they know
(``串口@9600,json``, ``ws://127.0.0.1:8765/``, ``X003=磁吸``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit


class InputWord(NamedTuple):
    """One word, understood."""

    kind: str
    """``touch``, ``speech``, ``keyboard``, ``serial``, ``socket``, ``sensors`` (whatever way they come in),
    ``sensor`` (what one address means), ``prefix`` or ``suffix`` (what readers put around a code), ``gap`` (how slowly
    they type)."""
    value: str = ""
    """Address of a socket, or of one sensor; a prefix or suffix; milliseconds."""
    baud: int = 0
    """Speed of a serial port; 0 for the usual one."""
    meaning: str = ""
    """Name of a decoder, or kind of one sensor."""


WORDS: Mapping[str, tuple[str, ...]] = {
    "touch": ("触摸", "触摸屏", "触控", "触控屏", "触屏", "touch", "touchscreen", "touch screen"),
    "speech": ("语音", "麦克风", "话筒", "speech", "voice", "microphone"),
    "keyboard": (
        *("扫码枪", "扫码器", "扫描枪", "条码枪", "扫码", "条码阅读器", "条码扫描器", "二维码阅读器", "读卡器", "键盘"),
        *("rfid", "rfid阅读器", "rfid读写器", "rfid读卡器", "nfc", "nfc读卡器", "射频读写器"),
        *("scanner", "barcode scanner", "barcode reader", "qr reader", "rfid reader", "nfc reader", "keyboard"),
    ),
    "sensors": (
        *("感应器", "传感器", "感应", "重力感应", "重力感应器", "称重", "称重传感器", "拿起感应", "拿起感应器"),
        *("人体感应", "人体感应器", "光感应", "光感应器", "磁感应", "磁感应器"),
        *("sensor", "sensors", "scale", "scales", "weight sensors", "pick-up sensors", "presence sensor"),
    ),
}
"""Kind → the words for it, in lower case."""
SENSOR_KINDS: Mapping[str, tuple[str, ...]] = {
    "pickup": ("拿起", "pickup", "pick-up"),
    "light": ("光感", "light"),
    "magnetic": ("磁吸", "magnetic"),
    "presence": ("人体", "presence"),
    "motion": ("移动", "motion"),
    "ignore": ("忽略", "ignore"),
}
"""What one sensor is → the words for it behind its address."""
DECODERS: Mapping[str, tuple[str, ...]] = {
    "nexmosphere": ("nexmosphere",),
    "json": ("json",),
    "weight": ("称重", "weight"),
    "scanner": ("扫码", "scanner"),
}
"""How the data of a serial port are read → the words for it behind a comma."""
EXAMPLES = "感应器、扫码枪、RFID、触摸屏、串口、串口@9600,json、ws://127.0.0.1:8765/、X003=磁吸"
"""What is offered in the place of a word that nobody understands."""
SLOWEST, FASTEST = 300, 4_000_000
"""Speeds that serial ports have."""

_KINDS = {word: kind for kind, words in WORDS.items() for word in words}
_SENSOR_KINDS = {word: kind for kind, words in SENSOR_KINDS.items() for word in words}
_DECODERS = {word: name for name, words in DECODERS.items() for word in words}
_SERIAL = re.compile(r"(?:串口|serial|web serial|nexmosphere)(?:\s*[@:\s]\s*([0-9]{3,7}))?(?:\s*[,/]\s*(\S+))?")
_SENSOR = re.compile(r"([A-Za-z][\w-]{0,31})\s*=\s*(\S+)")
_GAP = re.compile(r"(?:间隔|gap)\s*=\s*([0-9]{2,3})")
_AFFIX = re.compile(r"(前缀|后缀|prefix|suffix)\s*=\s*(\S{1,16})", re.IGNORECASE)


def read_input(written: str) -> InputWord | None:
    """Return what a word means; ``None`` for one that nobody understands."""
    text = " ".join(unicodedata.normalize("NFKC", written).split())
    word = text.casefold()
    if kind := _KINDS.get(word) or _KINDS.get(word.replace(" ", "")):
        return InputWord(kind)
    if word.startswith(("ws://", "wss://")):
        return InputWord("socket", text) if _is_socket(text) else None
    if found := _SERIAL.fullmatch(word):
        baud, decoder = int(found[1] or 0), _DECODERS.get(found[2] or "nexmosphere", "")
        sound = decoder and (not baud or SLOWEST <= baud <= FASTEST)
        return InputWord("serial", "", baud, decoder) if sound else None
    if found := _GAP.fullmatch(word):
        return InputWord("gap", found[1])
    if found := _AFFIX.fullmatch(text):
        return InputWord("prefix" if found[1].casefold() in ("前缀", "prefix") else "suffix", found[2])
    if (found := _SENSOR.fullmatch(text)) and (meaning := _SENSOR_KINDS.get(found[2].casefold())):
        return InputWord("sensor", found[1], 0, meaning)
    return None


def _is_socket(text: str) -> bool:
    """Tell whether *text* is an address that a page can connect to; a password in it would be published."""
    try:
        parts = urlsplit(text)
        return bool(parts.hostname) and parts.port != 0 and not (parts.username or parts.password or parts.fragment)
    except ValueError:
        return False
