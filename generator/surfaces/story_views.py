"""What the lists of stories receive."""

from __future__ import annotations

from typing import NamedTuple

from .views import Link, Teaser


class StoryGroup(NamedTuple):
    """Stories of one kind of help, the latest first."""

    id: str
    title: str
    meaning: str
    """What this kind of help is."""
    href: str
    stories: tuple[Teaser, ...]
    more: str
    """What leads to the others, in words; empty where all stand here."""


class StoryIndexPage(NamedTuple):
    """All kinds of help that there are stories of."""

    title: str
    intro: str
    beside: tuple[Link, ...]
    """To the groups, where there are several; their addresses are places on the page."""
    groups: tuple[StoryGroup, ...]


class StoryKindPage(NamedTuple):
    """Stories of one kind of help."""

    kicker: str
    title: str
    intro: str
    total: str
    """Number of stories, in words."""
    beside: tuple[Link, ...]
    """The other kinds."""
    stories: tuple[Teaser, ...]
    pages: tuple[Link, ...]
    previous: Link | None
    next: Link | None
