"""What the pages for webmasters show."""

from __future__ import annotations

from typing import NamedTuple

from generator.surfaces.views import Link


class GradeWords(NamedTuple):
    """A grade in words: for those who do not know yet which one their website lets in."""

    grade: str
    """``A`` to ``E``."""
    name: str
    what: str
    needs: str
    """What a website has to let in."""


class ColumnLine(NamedTuple):
    """A column in the list of all."""

    title: str
    href: str
    """Its page for webmasters, from the root of the language."""
    detail: str
    """How many things, in which languages, for whom."""
    banner: str
    """Its picture, from the root of the whole site."""
    notice: str


class Recipe(NamedTuple):
    """Lines for the configuration of the website that shows a column."""

    id: str
    title: str
    text: str


class WebmasterPage(NamedTuple):
    """``/embed/``: which columns there are, and which grade fits."""

    title: str
    intro: str
    columns: tuple[ColumnLine, ...]
    progress: tuple[Link, ...]
    """Campaigns whose progress can be shown."""
    example: tuple[GradeCode, ...]
    """The code of one product's card, as an example of all; empty where nothing is sold."""
    grades: tuple[GradeWords, ...]
    recipes: tuple[Recipe, ...]
    feeds: tuple[Link, ...]
    self_test: Link


class BannerCode(NamedTuple):
    """Grade A in one size."""

    id: str
    size: str
    """Such as ``300 × 250``."""
    src: str
    """From the root of the whole site."""
    width: int
    height: int
    code: str


class GradeCode(NamedTuple):
    """One grade of a column with its code."""

    id: str
    """``grade-b`` …"""
    grade: str
    name: str
    what: str
    needs: str
    code: str
    bytes: str
    """How much is pasted, in words."""
    banners: tuple[BannerCode, ...] = ()


class ColumnPage(NamedTuple):
    """``/embed/columns/<id>/``: the code of one column in every grade, with a live preview."""

    title: str
    intro: str
    all_columns: Link
    notice: str
    grades: tuple[GradeCode, ...]
    things: tuple[Link, ...]
    """What stands in it, for the preview of grade B; addresses are whole."""
    foot: str
    """The last line of grade B."""
    source: Link
    tag: str
    """Element of grade E."""
    frame: str
    """Page in the frame, from the root of the whole site."""
    frame_height: int
    is_tall: bool
    """The places for previews that change their height are taller."""
    data: str
    """From the root of the whole site."""
    script: str
    """From the root of the whole site."""
    page_script: str
    integrity: str
    others: tuple[Link, ...]
    """An archive, feeds, a picture."""


class SelfTestPage(NamedTuple):
    """``/embed/self-test/``: how to find out what a website lets in."""

    title: str
    intro: str
    all_columns: Link
    code: str
    steps: tuple[str, ...]
    grades: tuple[GradeWords, ...]
