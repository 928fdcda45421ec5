"""What of ours stands in somebody's page: links, pictures, frames, elements, scripts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

_COPIED: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_ELEMENTS: Final = ("shanhuo-column", "shanhuo-product", "shanhuo-progress")


@dataclass(slots=True)
class HostPage:
    """Everything in a page that may be ours."""

    links: dict[str, str] = field(default_factory=dict)
    """Address → the words of its last link that has some."""
    pictures: set[str] = field(default_factory=set)
    frames: set[str] = field(default_factory=set)
    """Without what stands behind ``#``."""
    elements: dict[str, str] = field(default_factory=dict)
    """Address of the data → tag."""
    scripts: set[str] = field(default_factory=set)
    days: list[str] = field(default_factory=list)
    """Days as ISO 8601 that stand in its text."""


def read_page(text: str) -> HostPage:
    """Read a page, however badly it is written."""
    parser = _Parser()
    parser.feed(text)
    parser.close()
    return parser.page


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = HostPage()
        self._href = ""
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        src = given.get("src", "").strip()
        if tag == "a":
            self._end_link()
            self._href = given.get("href", "").strip()
        elif tag == "img":
            self.page.pictures.add(src)
        elif tag == "iframe":
            self.page.frames.add(src.partition("#")[0])
        elif tag == "script" and src:
            self.page.scripts.add(src)
        elif tag in _ELEMENTS:
            self.page.elements[src] = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._end_link()

    def handle_data(self, data: str) -> None:
        if self._href:
            self._words.append(data)
        self.page.days += _COPIED.findall(data)

    def close(self) -> None:
        super().close()
        self._end_link()

    def _end_link(self) -> None:
        words = " ".join("".join(self._words).split())
        if self._href and (words or self._href not in self.page.links):
            self.page.links[self._href] = words
        self._href, self._words = "", []
