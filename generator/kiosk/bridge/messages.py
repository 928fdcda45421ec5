"""What goes over the WebSocket to the page."""

from __future__ import annotations

import json
from typing import NamedTuple

DECODERS = ("nexmosphere", "json", "weight", "scanner")
"""Names of the page's decoders; the first is that of serial ports, the second that of everything else."""
LONGEST = 16 * 1024
"""Characters of one message of data; more comes in several."""


class Message(NamedTuple):
    """Data that came from a source, as text."""

    source: str
    """Such as ``serial:/dev/ttyUSB0`` or ``mqtt:shelf/events``; the page keeps what it remembers by it."""
    decoder: str
    data: str

    def texts(self) -> list[str]:
        """Return the message as it is sent, in pieces where it is long."""
        pieces = range(0, len(self.data), LONGEST)
        return [_text(self._replace(data=self.data[start : start + LONGEST])._asdict()) for start in pieces]


def whole(source: str, decoder: str, data: bytes) -> Message:
    """Return a message of what came as a whole: in JSON behind a record separator, else as a line."""
    text = data[:LONGEST].decode("utf-8", "replace")
    return Message(source, decoder, f"\x1e{text}\n" if decoder == "json" else f"{text}\n")


def state(source: str, *, is_alive: bool) -> str:
    """Return what tells that a source was lost, or is back."""
    return _text({"source": source, "state": "alive" if is_alive else "silent"})


def beat(number: int) -> str:
    """Return what tells that the bridge is there."""
    return _text({"beat": number})


def _text(value: dict[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
