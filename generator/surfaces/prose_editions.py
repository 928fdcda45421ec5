"""The editors' prose in each language: translated where somebody did, rewritten where that is all it takes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.languages.traditional import Rewrite

from .content import ContentPage
from .editions import Edition

_NOT_PROSE = re.compile(r"(\]\([^)]*\)|<[^>]*>|`[^`]*`)")
"""What of Markdown is no prose: targets of links, tags, code."""


class ProseFile(NamedTuple):
    """A file of the prose in one language, as the engine reads it."""

    path: str
    """Relative to the engine's documents, in the folder of the language."""
    data: bytes
    is_page: bool


def prose_in(
    edition: Edition, content: Sequence[ContentPage], others: Sequence[str], source: str
) -> Iterator[ProseFile]:
    """Yield all prose of a site in one language.

    Args:
        edition: The language.
        content: Everything under ``content/``.
        others: Folders of all languages but the site's own.
        source: The site's own language, in which prose stands that nobody has translated.
    """
    own = {page.path: page for page in content}
    of_source = [page for page in content if not page.path.startswith(tuple(others))]
    of_edition = {edition.folder + page.path for page in of_source}
    for page in of_source:
        path = edition.folder + page.path
        told = own.get(path)
        if told is not None:
            yield _file(path, told, edition)
        elif edition.rewrite is not None and page.is_page:
            text = _rewritten(page.data.decode(), edition.rewrite)
            yield _file(path, page, edition, data=text.encode())
        else:
            yield _file(path, page, edition, foreign=source)
    if not edition.is_main:
        for page in content:
            if page.path.startswith(edition.folder) and page.path not in of_edition:
                yield _file(page.path, page, edition)


def _file(path: str, page: ContentPage, edition: Edition, *, data: bytes | None = None, foreign: str = "") -> ProseFile:
    data = page.data if data is None else data
    if not page.is_page:
        return ProseFile(path, data, is_page=False)
    told = {"language": edition.language, **({"foreign": foreign} if foreign else {})}
    head = "".join(f"{name}: {json.dumps(value)}\n" for name, value in told.items()).encode()
    # What was read has a head of our own, or an empty line where it says nothing.
    rest = data.removeprefix(b"---\n") if data.startswith(b"---\n") else b"---\n" + data
    return ProseFile(path, b"---\n" + head + rest, is_page=True)


def _rewritten(text: str, rewrite: Rewrite) -> str:
    pieces = _NOT_PROSE.split(text)
    return "".join(piece if index % 2 else rewrite(piece) for index, piece in enumerate(pieces))
