"""What a display listens to, from the words that say what is connected to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from generator.contract.input_words import InputWord, read_input

BRIDGE = "ws://127.0.0.1:8765/"
"""Where the bridge answers that runs beside the screen (``shanhuo guide bridge``)."""


class Input(NamedTuple):
    """One way in."""

    kind: str
    """``touch``, ``speech``, ``keyboard``, ``serial`` or ``socket``; the name of a driver of the page."""
    url: str = ""
    """Of a socket."""
    baud: int = 0
    """Of a serial port; 0 for the usual speed."""
    decoder: str = ""
    """How the data of a serial port are read."""
    prefix: str = ""
    suffix: str = ""
    """What readers put around a code."""
    gap: int = 0
    """Milliseconds between two characters of a reader, at most; 0 for the usual."""
    sensors: tuple[tuple[str, str], ...] = ()
    """Addresses of sensors, each with what it is."""

    def settings(self) -> dict[str, Any]:
        """Return what the page is told: without what says nothing."""
        told: dict[str, Any] = {name: value for name, value in self._asdict().items() if value}
        return told | ({"sensors": dict(self.sensors)} if self.sensors else {})


def sensor_inputs(words: Iterable[str]) -> tuple[Input, ...]:
    """Return the ways in that *words* speak of, in their order, each once.

    Sensors come in by the serial port or the socket that is named; where none is, by the bridge.  Words that nobody
    understands have been told by the contract and are left out.
    """
    read = [word for word in map(read_input, words) if word is not None]
    around = Input(
        "",
        prefix=_last(read, "prefix"),
        suffix=_last(read, "suffix"),
        gap=int(_last(read, "gap") or 0),
        sensors=tuple(sorted({word.value: word.meaning for word in read if word.kind == "sensor"}.items())),
    )
    has_way = any(word.kind in ("serial", "socket") for word in read)
    found: dict[Input, None] = {}
    for word in read:
        match word.kind:
            case "touch" | "speech":
                found[Input(word.kind)] = None
            case "keyboard":
                found[around._replace(kind="keyboard", sensors=())] = None
            case "serial":
                found[around._replace(kind="serial", baud=word.baud, decoder=word.meaning)] = None
            case "socket":
                found[around._replace(kind="socket", url=word.value)] = None
            case "sensors" if not has_way:
                found[around._replace(kind="socket", url=BRIDGE)] = None
    return tuple(found)


def _last(read: Iterable[InputWord], kind: str) -> str:
    return next((word.value for word in reversed([*read]) if word.kind == kind), "")
