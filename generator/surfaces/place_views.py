"""What the pages of places where the goods stand receive."""

from __future__ import annotations

from typing import NamedTuple

from .views import Fact, FigureView, Link, Notice, Price, ShelfCode, SourceLine


class PlaceState(NamedTuple):
    """Whether one can go there."""

    state: str
    """``planned``, ``open``, ``moved`` or ``closed``: how it is drawn."""
    text: str
    """The same in words."""


class PlaceLine(NamedTuple):
    """A place in a few lines."""

    name: str
    href: str
    kind: str
    state: PlaceState
    address: str
    goods: str
    """What stands there, in a few words."""
    origins: tuple[str, ...]
    """Where the goods come from, and how far that is."""
    sample: bool


class PlaceGroup(NamedTuple):
    """The places of one county; of those whose county is not told, those of one host."""

    id: str
    title: str
    detail: str
    """The province, or that the county is not told."""
    href: str
    """Page of the county, from the root; empty where it has none."""
    number: str
    """How many there are, in words."""
    places: tuple[PlaceLine, ...]


class KindRow(NamedTuple):
    """How many places of a kind there are, in which state."""

    title: str
    href: str
    numbers: tuple[str, ...]
    """By the states of the table, then all; empty for none."""
    current: bool


class PlacesPage(NamedTuple):
    """All places, or those of one kind."""

    kicker: Link | None
    """To all places, on the page of a kind."""
    title: str
    intro: str
    number: str
    """How many there are, in words."""
    as_of: str
    states: tuple[str, ...]
    """Heads of the columns."""
    kinds: tuple[KindRow, ...]
    sums: tuple[str, ...]
    """Of all kinds together."""
    groups: tuple[PlaceGroup, ...]
    sample: bool


class PlaceGood(NamedTuple):
    """A product in a slot."""

    slot: str
    name: str
    href: str
    origin: str
    """Where it is from, and what its editor notes of the slot."""
    price: Price | None
    price_words: str
    note: str
    """That there is none left; empty otherwise."""
    sample: bool


class PlaceStep(NamedTuple):
    """One change of a place."""

    date: str
    state: PlaceState
    note: str
    source: str
    coming: bool
    """It is yet to come."""


class PlaceCode(NamedTuple):
    """One of the codes that hang at a place."""

    name: str
    """What it leads to."""
    code: ShelfCode


class Plaque(NamedTuple):
    """The plaque that a place was given."""

    words: str
    issuer: str
    date: str


class PlacePage(NamedTuple):
    """A place: whether one can go there, what stands there at which price, and how it came about."""

    all_places: str
    """Address of the list."""
    kind: Link
    name: str
    state: PlaceState
    since: str
    """Since when it is so; empty where that is not told."""
    description: str
    notice: Notice | None
    instead: Link | None
    """Where to go, once it is gone."""
    facts: tuple[Fact, ...]
    tel: str
    plaque: Plaque | None
    maps: tuple[Link, ...]
    coordinates: str
    """Degrees with the system that they are in; empty where they are not told."""
    goods_note: str
    goods: tuple[PlaceGood, ...]
    origins: tuple[Fact, ...]
    """Where the goods come from: origin and distance."""
    history: tuple[PlaceStep, ...]
    figures: tuple[FigureView, ...]
    codes: tuple[PlaceCode, ...]
    campaigns: tuple[Link, ...]
    others: tuple[Link, ...]
    """Further places to go to then."""
    sources: tuple[SourceLine, ...]
    sample: bool


class PolicyEntry(NamedTuple):
    """A policy paper in its main points."""

    id: str
    title: str
    href: str
    """Where it is officially published; empty where nobody has its address."""
    detail: str
    """Who issued it, its number, when."""
    summary: str
    campaigns: tuple[Link, ...]
    source: str
    source_href: str


class PoliciesPage(NamedTuple):
    """All policy papers."""

    title: str
    intro: str
    entries: tuple[PolicyEntry, ...]
