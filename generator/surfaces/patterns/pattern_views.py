"""What the page of patterns receives."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup


class Parameter(NamedTuple):
    """One thing that a macro, or a view that it is given, holds."""

    name: str
    type: str
    meaning: str
    """In English, as the code says it; empty where the name says all."""


class ShownView(NamedTuple):
    """A view that a macro is given, with its fields."""

    name: str
    meaning: str
    fields: tuple[Parameter, ...]


class ShownExample(NamedTuple):
    """A macro drawn from one set of values."""

    id: str
    title: str
    html: Markup


class ShownMacro(NamedTuple):
    """A macro with what it is for, what it is given, and how it looks."""

    signature: str
    purpose: str
    """In English, from the comment before the macro."""
    views: tuple[ShownView, ...]
    examples: tuple[ShownExample, ...]


class ShownComponent(NamedTuple):
    """A folder of the theme."""

    name: str
    macros: tuple[ShownMacro, ...]


class Ink(NamedTuple):
    """A colour of the goods."""

    name: str


class PatternsPage(NamedTuple):
    """Every component with every example."""

    title: str
    intro: str
    inks: tuple[Ink, ...]
    sizes: tuple[str, ...]
    """Names of the sizes of type, largest first."""
    specimen: str
    """A few words to show them by."""
    components: tuple[ShownComponent, ...]
