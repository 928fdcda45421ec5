"""The editors' prose as it is searched: a title, and words without their Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.languages.foreign_text import ForeignText
from generator.languages.traditional import Rewrite

from .content import ContentPage
from .editions import Edition
from .outputs import digest_of

_HEAD = re.compile(r"---\n(.*?)---\n", re.DOTALL)
"""The head that a page was given when it was read: a name and a JSON value on each line."""
_HEADING = re.compile(r"^#\s+(.+?)\s*#*$", re.MULTILINE)
_TARGET = re.compile(r"\]\([^)]*\)|<[^>]*>|\{[^}\n]*\}")
"""What of Markdown is no prose: targets of links, tags, attributes."""
_SIGNS = re.compile(r"^\s*(?:[-+*]|\d+[.)])\s|[*_`#>|\[\]!~]+|-{3,}", re.MULTILINE)


class ProsePage(NamedTuple):
    """A page of prose as it is published in one language."""

    address: str
    """From the root of the language."""
    digest: str
    source: str
    """A head, then Markdown."""
    rewrite: Rewrite | None = None
    """Makes the characters of this language of the source's, where that is all it takes."""
    foreign: str = ""
    """The language of the source, where nobody has translated the page; else empty."""

    @property
    def title(self) -> str:
        """The heading of the page, or the title that its head gives."""
        head, body = self._parts()
        heading = _HEADING.search(body)
        return self._told(heading.group(1) if heading else head.get("title", "") or self.address.strip("/"))

    def text(self) -> str:
        """Return the words of the page in one line, its heading left out."""
        return self._told(_HEADING.sub("", self._parts()[1], count=1))

    def paragraphs(self) -> tuple[str, ...]:
        """Return the words of the page line by line, headings left out."""
        lines = (line for line in self._parts()[1].splitlines() if not line.lstrip().startswith("#"))
        return tuple(filter(None, map(self._told, lines)))

    def sections(self) -> tuple[tuple[str, str], ...]:
        """Return the words of the page line by line, each with the heading that it stands beneath."""
        found: list[tuple[str, str]] = []
        heading = ""
        for line in self._parts()[1].splitlines():
            if line.lstrip().startswith("## "):
                heading = self._told(line)
            elif not line.lstrip().startswith("#") and (words := self._told(line)):
                found.append((heading, words))
        return tuple(found)

    def _parts(self) -> tuple[dict[str, str], str]:
        match = _HEAD.match(self.source)
        if match is None:
            return {}, self.source
        pairs = (line.partition(": ") for line in match.group(1).splitlines())
        return {name: json.loads(value) for name, _, value in pairs}, self.source[match.end() :]

    def _told(self, markdown: str) -> str:
        words = " ".join(_SIGNS.sub(" ", _TARGET.sub(" ", markdown)).split())
        if self.rewrite is not None:
            return self.rewrite(words)
        return ForeignText(words, self.foreign) if self.foreign else words


def prose_by_language(
    editions: Sequence[Edition], content: Sequence[ContentPage]
) -> tuple[Mapping[str, ProsePage], ...]:
    """Return for each of *editions*, the site's own first, address → page of prose as it is published there."""
    folders = tuple(edition.folder for edition in editions if edition.folder)
    pages = {page.path: page for page in content if page.is_page}
    of_source = [page for path, page in pages.items() if not path.startswith(folders)]
    return tuple(_in_edition(edition, editions[0].language, of_source, pages) for edition in editions)


def _in_edition(
    edition: Edition, source: str, of_source: Sequence[ContentPage], pages: Mapping[str, ContentPage]
) -> Mapping[str, ProsePage]:
    found: dict[str, ProsePage] = {}
    for page in of_source:
        told = pages.get(edition.folder + page.path)
        if told is not None:
            found[page.address] = _page(told, page.address, edition.language)
        elif edition.rewrite is not None:
            found[page.address] = _page(page, page.address, edition.language)._replace(rewrite=edition.rewrite)
        else:
            found[page.address] = _page(page, page.address, edition.language)._replace(foreign=source)
    for path, page in pages.items():
        if edition.folder and path.startswith(edition.folder):
            address = page.address.removeprefix(edition.folder)
            found.setdefault(address, _page(page, address, edition.language))
    return found


def _page(page: ContentPage, address: str, language: str) -> ProsePage:
    return ProsePage(address, digest_of(page.digest, language), page.data.decode())
