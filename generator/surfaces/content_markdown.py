"""The editors' Markdown as HTML, made as the portal's engine makes it; imported late, being slow to load."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from .content_allowed import ENGINE_EXTENSIONS, EXTENSIONS

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


_SECTION = "<!["
"""Begins a marked section of SGML, at which the parsers of the engine stop with an error."""


class MarkdownRefused(Exception):
    """The engine would stop at this page; the piece at which it would is the exception's argument."""


@dataclass(frozen=True)
class Rendered:
    """A page as HTML; links to files of ``content/`` lead to where those are published."""

    html: str
    written: Mapping[str, str]
    """Address in the HTML → as the editor wrote it, where it was turned."""


@dataclass
class _Page:
    """The page at work, as far as its links hang on it."""

    path: str = ""
    address: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)


class _SectionFinder(Preprocessor):
    """Looks for what the engine stops at, where the engine does: behind fenced code, before raw HTML."""

    def run(self, lines: list[str]) -> list[str]:
        if any(_SECTION in line for line in lines):
            raise MarkdownRefused(_SECTION)
        return lines


class _LinkTurner(Treeprocessor):
    """Turns links and pictures that name a file, as MkDocs does; those in raw HTML are left alone by both."""

    def __init__(self, page: _Page) -> None:
        super().__init__()
        self._page = page

    def run(self, root: Element) -> None:
        for element in root.iter():
            key = {"a": "href", "img": "src"}.get(element.tag)
            if key is not None:
                element.set(key, self._turned(element.get(key, "")))

    def _turned(self, url: str) -> str:
        try:
            scheme, host, path, query, fragment = urlsplit(url)
        except ValueError:  # told later, with its place
            return url
        if scheme or host or not path or url.startswith(("/", "\\")):
            return url
        page = self._page
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(path)))
        address = page.files.get(target)
        if address is None:
            return url
        turned = urlunsplit(("", "", "../" * page.address.count("/") + quote(address), query, fragment))
        page.written.setdefault(turned, url)
        return turned


@cache
def _engine() -> tuple[Markdown, _Page]:
    page = _Page()
    names = dict.fromkeys((*ENGINE_EXTENSIONS, *EXTENSIONS))
    markdown = Markdown(extensions=list(names), extension_configs=EXTENSIONS)
    markdown.treeprocessors.register(_LinkTurner(page), "links", 0)
    markdown.preprocessors.register(_SectionFinder(), "sections", 21)
    return markdown, page


def render(text: str, path: str, files: Mapping[str, str]) -> Rendered:
    """Return Markdown as HTML.

    Args:
        text: The page without its head.
        path: The page's file, relative to ``content/``.
        files: File (relative to ``content/``) → its address, of all that a link may name; *path* is among them.

    Raises:
        MarkdownRefused: The engine would stop: at a marked section, or because of too deep nesting.
    """
    markdown, page = _engine()
    page.path, page.address, page.files, page.written = path, files[path], files, {}
    try:
        return Rendered(markdown.reset().convert(text), page.written)
    except RecursionError as error:
        raise MarkdownRefused("> > >") from error
