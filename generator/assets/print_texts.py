"""What printed things say, in words that have been decided: the drawing rooms place them and compute nothing."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from .inks import Inks
from .pdf_seals import SealText


class PriceText(NamedTuple):
    """A price in its parts, so that figures stand large and the rest small."""

    before: str
    """Currency in front of the amount; empty where it stands behind."""
    whole: str
    decimals: str
    """With their mark: ``.00``."""
    after: str
    """Currency behind the amount, and what one pays it for: ``/袋``."""
    per: str = ""
    """Price per weight or volume."""


class LabelText(NamedTuple):
    """What one label says."""

    subject: str
    """Key of the product, for those who are told what is wrong with it."""
    name: str
    code: str
    """The short code, for typing."""
    uri: str
    """What the printed code says."""
    origins: tuple[str, ...] = ()
    """The origin, with its region and without."""
    net: str = ""
    """Net content."""
    price: PriceText | None = None
    price_words: str = ""
    """What stands in place of a price."""
    seals: tuple[SealText, ...] = ()
    day: str = ""
    """The day of the data, in words."""
    sample: str = ""
    """*Sample*, on what is invented; else empty."""
    levels: tuple[str, ...] = ("Q", "M")
    """Error correction levels of the code, the next where a label has no room for the one before."""


class PlateText(NamedTuple):
    """The picture of something: a photograph, or a block print."""

    motif: str
    """The motif's SVG."""
    variant: int
    upright: bool
    inks: Inks
    photograph: Path | None = None
    focus: tuple[float, float] = (0.5, 0.5)


class CodeText(NamedTuple):
    """A printed code."""

    code: str
    uri: str
    words: str = ""
    """What scanning it leads to."""
    level: str = "Q"
    """Error correction level (ISO/IEC 18004, 6.5.1)."""


class ShowcardText(NamedTuple):
    """A shelf talker or a poster: one thing, its picture, its story."""

    subject: str
    name: str
    kicker: str
    """What it is, small above the name; may be empty."""
    line: str
    """Origin and net content, or when it is."""
    story: str
    plate: PlateText
    code: CodeText | None
    price: PriceText | None = None
    price_words: str = ""
    seals: tuple[SealText, ...] = ()
    foot: tuple[str, ...] = ()
    """Small lines at the end: the day of the data, who publishes it."""
    sample: str = ""


class FactText(NamedTuple):
    """A labelled value."""

    label: str
    value: str


class PlacementText(NamedTuple):
    """The sheet that hangs where goods stand."""

    subject: str
    name: str
    kind: str
    plaque: str
    """The words of its plaque; empty where it has none."""
    plaque_line: str
    """Who gave the plaque, and when."""
    rule: str
    """That no fees are taken; empty where that is not so."""
    facts: tuple[FactText, ...]
    plate: PlateText
    code: CodeText | None
    foot: tuple[str, ...] = ()
    sample: str = ""


class EntryText(NamedTuple):
    """One thing in an issue of the catalogue."""

    subject: str
    name: str
    line: str
    """Who makes it and where it is from."""
    reason: str
    plate: PlateText
    price: PriceText | None
    price_words: str
    code: CodeText | None
    seals: tuple[SealText, ...] = ()


class IssueText(NamedTuple):
    """One issue of the catalogue."""

    subject: str
    title: str
    number: str
    """Which issue it is, in words."""
    day: str
    """When it was issued."""
    line: str
    """The campaign that it belongs to."""
    note: str
    publisher: str
    contents: str
    """The heading of the contents."""
    plate: PlateText
    code: CodeText | None
    entries: tuple[EntryText, ...]
    foot: tuple[str, ...] = ()
    sample: str = ""


def words_in(thing: object) -> str:
    """Return all text of a thing to print, however deep it lies, for the search of characters that no face has."""
    if isinstance(thing, str):
        return thing
    if isinstance(thing, PlateText):
        return ""
    return "".join(words_in(part) for part in thing) if isinstance(thing, tuple) else ""
