"""What pages of events receive."""

from __future__ import annotations

from typing import NamedTuple

from .views import Fact, Link, SourceLine


class EventLine(NamedTuple):
    """An event in a few lines."""

    id: str
    name: str
    kind: str
    dates: str
    state: str
    """``coming``, ``running`` or ``past``; empty where its day is not known well enough."""
    state_words: str
    where: str
    text: str
    facts: tuple[Fact, ...]
    """Host, campaign, channel, place, result."""
    products: tuple[Link, ...]
    links: tuple[Link, ...]
    """What there is beforehand, and the replay afterwards."""
    sample: bool


class EventsPage(NamedTuple):
    """All events, by year."""

    title: str
    intro: str
    calendar: str
    """Address for calendars; empty where no event is known to the day."""
    calendar_words: str
    coming: tuple[EventLine, ...]
    years: tuple[tuple[str, tuple[EventLine, ...]], ...]
    """(year, what took place in it), the latest first."""
    sources: tuple[SourceLine, ...]
    sample: bool
