"""
Which sensor stands in which slot, learnt at the shelf by lifting one product after the other.

What was learnt on the spot stays through every new pack.  The display reads it
as a script, because pages that also run as files may read nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from .writing import read_json, replace_json

_FILE = "slots.json"
_MAX_SLOTS = 2000
_TEXT = re.compile(r"[^\x00-\x1f\x7f\ud800-\udfff]{0,80}")


class LearntSlot(NamedTuple):
    """One slot of the shelf."""

    slot: str
    sensor: str
    """Address of the sensor; empty where only the tag tells the goods."""
    tag: str


def read_slots(value: object) -> tuple[LearntSlot, ...] | None:
    """Return the slots in *value*; None where they are none, or two cannot be told apart."""
    if isinstance(value, Mapping):
        value = value.get("slots")
    if not isinstance(value, Sequence) or isinstance(value, str) or len(value) > _MAX_SLOTS:
        return None
    slots = [_slot(each) for each in value]
    good = tuple(slot for slot in slots if slot is not None)
    are_apart = len({slot.slot for slot in good}) == len({(slot.sensor, slot.tag) for slot in good}) == len(slots)
    return good if len(good) == len(slots) and are_apart else None


def load_slots(folder: Path) -> tuple[LearntSlot, ...]:
    """Return what was learnt; nothing where the file is damaged, because the data's own assignment still holds."""
    return read_slots(read_json(folder / _FILE)) or ()


def save_slots(folder: Path, slots: Sequence[LearntSlot]) -> None:
    """Keep what was learnt, in the place of what was before."""
    replace_json(folder / _FILE, {"slots": [slot._asdict() for slot in slots]})


def _slot(value: object) -> LearntSlot | None:
    if not isinstance(value, Mapping):
        return None
    texts = [value.get(name) or "" for name in LearntSlot._fields]
    if not all(isinstance(text, str) and _TEXT.fullmatch(text) for text in texts):
        return None
    slot = LearntSlot(*(str(text).strip() for text in texts))
    return slot if slot.slot and (slot.sensor or slot.tag) else None
