"""The words of the command line that say where sensors are."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from generator.errors import UsageError

from .messages import DECODERS

BAUD = 115200
"""Usual speed of a serial port; that of Nexmosphere controllers."""
SLOWEST, FASTEST = 300, 4_000_000


class SerialAddress(NamedTuple):
    """A serial port of this machine."""

    port: str
    baud: int
    decoder: str

    @property
    def source(self) -> str:
        """Its name in messages."""
        return f"serial:{self.port}"


class UdpAddress(NamedTuple):
    """A port for datagrams on loopback; they carry no token, so none come from elsewhere."""

    port: int
    decoder: str

    @property
    def source(self) -> str:
        """Its name in messages."""
        return f"udp:{self.port}"


class MqttAddress(NamedTuple):
    """A topic of a broker."""

    host: str
    port: int
    topic: str
    decoder: str
    user: str
    password: str
    is_secure: bool

    @property
    def source(self) -> str:
        """Its name in messages; without user and password."""
        return f"mqtt:{self.host}/{self.topic}"


def serial_address(word: str) -> SerialAddress:
    """Read ``PORT[@BAUD][,DECODER]``."""
    place, decoder = _decoder_of(word, DECODERS[0])
    port, _, speed = place.rpartition("@") if "@" in place else (place, "", "")
    baud = int(speed) if speed.isdecimal() and speed.isascii() else 0
    if not port or (speed and not SLOWEST <= baud <= FASTEST):
        raise UsageError(f"串口“{word}”没看懂。", mend="例：--serial /dev/ttyUSB0、--serial COM3@9600,json。")
    return SerialAddress(port, baud or BAUD, decoder)


def udp_address(word: str) -> UdpAddress:
    """Read ``PORT[,DECODER]``."""
    place, decoder = _decoder_of(word, DECODERS[1])
    port = int(place) if place.isdecimal() and place.isascii() else -1
    if not 0 <= port <= 65535:
        raise UsageError(
            f"UDP 端口“{word}”没看懂。", mend="例：--udp 6000。UDP 没有令牌，只收本机的；别的设备用 --mqtt 或 --http。"
        )
    return UdpAddress(port, decoder)


def mqtt_address(word: str) -> MqttAddress:
    """Read ``mqtt://[USER:PASSWORD@]HOST[:PORT]/TOPIC[,DECODER]``; a topic may hold ``#`` and ``+``."""
    place, decoder = _decoder_of(word, DECODERS[1])
    scheme, _, rest = place.partition("://")
    where, _, topic = rest.partition("/")
    try:
        parts = urlsplit(f"//{where}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port = "", None
    if scheme not in ("mqtt", "mqtts") or not host or not topic:
        mend = "例：--mqtt mqtt://127.0.0.1/shelf/events、--mqtt mqtts://user:password@broker.example/hall/#。"
        raise UsageError(f"MQTT 地址“{word}”没看懂。", mend=mend)
    is_secure = scheme == "mqtts"
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return MqttAddress(host, port or (8883 if is_secure else 1883), topic, decoder, user, password, is_secure)


def _decoder_of(word: str, usual: str) -> tuple[str, str]:
    place, comma, decoder = word.rpartition(",")
    if not comma:
        return word, usual
    if decoder not in DECODERS:
        raise UsageError(f"“{word}”逗号后面的“{decoder}”没看懂。", mend=f"可以写：{'、'.join(DECODERS)}。")
    return place, decoder
