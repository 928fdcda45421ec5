"""
A QR code in the terminal, two modules a character.

The light modules are drawn and the dark ones left to the background, both with
their own colours, so that the symbol is dark on light whatever the terminal's
colours are; a terminal that shows no colours is most often dark, and then it
is right as well.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from generator.assets.qr import QUIET_ZONE, draw

_WHITE_ON_BLACK = "\x1b[38;5;231;48;5;16m"
"""Colours 231 and 16 of xterm's palette: the white and black that no colour scheme replaces."""
_RESET = "\x1b[0m"
_HALVES = {("0", "0"): "█", ("0", "1"): "▀", ("1", "0"): "▄", ("1", "1"): " "}
"""Upper and lower module, 0 for light → what is drawn in white."""


def terminal_qr(address: str) -> str:
    """Return the QR code of an http *address* with its quiet zone, as lines with ANSI colours.

    Scheme and host are put into capitals where that makes no difference (RFC 3986, 6.2.2.1): a smaller symbol.
    """
    parts = urlsplit(address)
    rows = draw(f"{parts.scheme.upper()}://{parts.netloc.upper()}{parts.path}", level="M").rows
    side = len(rows) + 2 * QUIET_ZONE
    edge = "0" * QUIET_ZONE
    blank = "0" * side
    framed = [blank] * QUIET_ZONE + [edge + row + edge for row in rows] + [blank] * QUIET_ZONE
    if len(framed) % 2:
        framed.append(blank)
    lines = [
        "".join(_HALVES[pair] for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(framed[::2], framed[1::2], strict=True)
    ]
    return "\n".join(f"{_WHITE_ON_BLACK}{line}{_RESET}" for line in lines)
