"""What the pages of figures and of sources receive."""

from __future__ import annotations

from typing import NamedTuple

from .citation_view import Citation
from .views import Fact, FigureView, Link, SourceLine


class FigurePage(NamedTuple):
    """One figure: what it counts, as of when, who says so, and how to cite it."""

    figure: FigureView
    facts: tuple[Fact, ...]
    """As of when, what it belongs to, what must be known with it."""
    related: tuple[FigureView, ...]
    citation: Citation
    all_figures: str
    """Address of all figures."""
    sources: tuple[SourceLine, ...]
    """The one that it rests on."""
    source_note: str
    """What must be known of the source."""


class FiguresPage(NamedTuple):
    """All figures by what they tell of."""

    title: str
    intro: str
    number: str
    """How many there are, in words."""
    groups: tuple[tuple[str, str, tuple[FigureView, ...]], ...]
    """(what they tell of, its page or ``""``, the figures)."""
    table: str
    """The same for spreadsheets; empty where data are not published."""
    sources: str
    """Address of all sources."""


class SourceEntry(NamedTuple):
    """A source with what rests on it."""

    id: str
    """Where on the page it stands."""
    title: str
    href: str
    """The original; empty where nobody has its address."""
    detail: str
    """Publisher and date."""
    note: str
    rests: tuple[tuple[str, tuple[Link, ...], str], ...]
    """(what kind of things, some of them, how many more in words)."""


class SourcesPage(NamedTuple):
    """All sources by their kind."""

    title: str
    intro: str
    groups: tuple[tuple[str, tuple[SourceEntry, ...]], ...]
    """(kind in words, the sources)."""
