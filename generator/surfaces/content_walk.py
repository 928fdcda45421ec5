"""Walking through what a prose page becomes: nothing in it but what is allowed, and every link noted."""

from __future__ import annotations

import posixpath
import re
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from generator.findings import Finding, Place, finding

from .content_allowed import (
    ACTIVE,
    ALIGNMENT,
    ASKING_ATTRIBUTES,
    ATTRIBUTES,
    ELEMENTS,
    GLOBAL_ATTRIBUTES,
    LINK_SCHEMES,
    SCRIPT_SCHEMES,
    VOID,
)
from .content_markdown import Rendered
from .content_source import SourceText

_TAG = re.compile(
    r"<[a-zA-Z][a-zA-Z0-9]*(?:\s+[a-zA-Z][\w:.-]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?)*\s*/?>", re.ASCII
)
"""A start tag that every parser reads alike."""
_STRAY = re.compile(r"<(?=[a-zA-Z/!?])")
"""What a browser takes for markup although our parser took it for text."""
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_UNSEEN = re.compile(r"[\x00-\x20\x7f]+")
"""Characters of which browsers skip some in addresses (URL Standard, 4.4)."""
_BEHIND = "\n<!-- -->"
"""Stands for the page around the prose, so that a tag cut off at the end is read as a browser would."""
_SENTENCE = re.compile(r".+?(?:[。！？][”’」』）]*|[.!?](?=\s|$))")
_DESCRIPTION = 160
"""Characters of the longest description; search engines show no more."""


class ContentLink(NamedTuple):
    """A link or picture of a prose page, as far as it stays on the site or names a whole address."""

    line: int
    written: str
    """As the editor wrote it."""
    target: str | None
    """Address from the site's root or a whole address, without query and fragment; ``None`` leads out of the site."""
    fragment: str = ""


class Walked(NamedTuple):
    """What was found in a page."""

    findings: tuple[Finding, ...]
    links: tuple[ContentLink, ...]
    ids: frozenset[str]
    """Places in the page that a link can lead to."""
    description: str
    """Its first sentence."""


def walk(rendered: Rendered, source: SourceText, *, file: str, address: str) -> Walked:
    """Walk through a page.

    Args:
        rendered: What it becomes.
        source: What the editor wrote.
        file: Path relative to the site, for findings.
        address: Where the page is published, from the site's root.
    """
    walker = _Walker(rendered, source, file, address)
    walker.feed(rendered.html + _BEHIND)
    walker.close()
    walker.finish()
    sentence = _SENTENCE.match(walker.opening)
    description = sentence.group(0) if sentence else walker.opening
    if len(description) > _DESCRIPTION:
        description = description[: _DESCRIPTION - 1].rstrip() + "…"
    return Walked(tuple(walker.findings), tuple(walker.links), frozenset(walker.ids), description)


class _Walker(HTMLParser):
    def __init__(self, rendered: Rendered, source: SourceText, file: str, address: str) -> None:
        super().__init__(convert_charrefs=False)
        self.findings: list[Finding] = []
        self.links: list[ContentLink] = []
        self.ids: set[str] = set()
        self.opening = ""
        self._written = rendered.written
        self._source = source
        self._file = file
        self._address = address
        self._tag_line: int | None = None
        self._open: list[tuple[str, int]] = []
        self._paragraph: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        text = self.get_starttag_text() or f"<{tag}"
        self._tag_line = self._source.line_with(text)
        if tag not in VOID:
            self._open.append((tag, self._tag_line or self._source.line_of()))
        if tag in ACTIVE:
            self._tell("content-request", f"<{tag}>", f"<{tag}")
        elif tag not in ELEMENTS or not _TAG.fullmatch(text):
            self._tell("content-html", f"<{tag}>" if tag not in ELEMENTS else text, f"<{tag}")
        else:
            for name, value in attrs:
                self._check_attribute(tag, name, value or "")
        self._tag_line = None
        if tag == "p" and not self.opening and ("class", "admonition-title") not in attrs:
            self._paragraph = []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # a browser does not care for the stroke: <div/> stays open

    def handle_endtag(self, tag: str) -> None:
        names = [name for name, _ in self._open]
        if tag not in names:
            self._tell("content-html", f"</{tag}>", f"</{tag}")
            return
        while self._open[-1][0] != tag:
            name, line = self._open.pop()
            self._told_at(line, "content-html", f"<{name}>")
        self._open.pop()
        if tag == "p" and self._paragraph is not None:
            text = re.sub(r"(?<=[\u2E80-\uFFEF])\s*\n\s*(?=[\u2E80-\uFFEF])", "", "".join(self._paragraph))
            printable = "".join(character if character.isprintable() else " " for character in text)
            self.opening = " ".join(printable.split())
            self._paragraph = None

    def handle_data(self, data: str) -> None:
        if _STRAY.search(data):
            self._tell("content-html", data[data.index("<") :].partition("\n")[0], data)
        self._source.read_past(data)
        self._say(data)

    def handle_entityref(self, name: str) -> None:
        self._say(unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self._say(unescape(f"&#{name};"))

    def handle_comment(self, data: str) -> None:
        if "<" in data or ">" in data or data.endswith("-"):  # parsers differ on where such a comment ends
            self._tell("content-html", f"<!--{data}", f"<!--{data}", "<!--")

    def handle_decl(self, decl: str) -> None:
        self._tell("content-html", f"<!{decl}>", f"<!{decl}", "<!")

    def handle_pi(self, data: str) -> None:
        self._tell("content-html", f"<?{data}>", f"<?{data}", "<?")

    def unknown_decl(self, data: str) -> None:
        self._tell("content-html", f"<![{data}", f"<![{data}", "<![")

    def finish(self) -> None:
        """Tell what was never closed."""
        for name, line in self._open:
            self._told_at(line, "content-html", f"<{name}>")

    def _say(self, text: str) -> None:
        if self._paragraph is not None:
            self._paragraph.append(text)

    def _check_attribute(self, tag: str, name: str, value: str) -> None:
        shown = f'{name}="{value}"'
        if name.startswith("on") or (name == "style" and "url" in value.lower()):
            self._tell("content-request", shown, shown, name)
        elif name == "style" and name in ATTRIBUTES.get(tag, ()) and ALIGNMENT.fullmatch(value):
            return
        elif name in ATTRIBUTES.get(tag, ()) and name != "style":
            if name in ("href", "src"):
                self._check_address(value, is_picture=name == "src")
        elif name == "id":
            if value in self.ids:
                self._tell("content-html", shown, f"#{value}", value)
            self.ids.add(value)
        elif name not in GLOBAL_ATTRIBUTES and not name.startswith("aria-"):
            asks = name in ASKING_ATTRIBUTES and "//" in value.replace("\\", "/")
            self._tell("content-request" if asks else "content-html", shown, shown, name)

    def _check_address(self, value: str, *, is_picture: bool) -> None:
        written = self._written.get(value, value)
        pieces = (f"]({written}", f"](<{written}", f"]: {written}", written)
        bare = _UNSEEN.sub("", value)
        match = _SCHEME.match(bare)
        scheme = match.group(1).lower() if match else ""
        if scheme in SCRIPT_SCHEMES or (is_picture and re.match(r"(?:https?:|[/\\]{2})", bare, re.IGNORECASE)):
            self._tell("content-request", written, *pieces)
        elif not _is_sound(value, scheme) or (is_picture and scheme):
            self._tell("content-address", written or f"<{'img' if is_picture else 'a'}>", *pieces)
        elif scheme in ("", "http", "https"):
            path, _, fragment = value.strip().partition("#")
            target = path if scheme else resolved(self._address, unquote(path.partition("?")[0]))
            self.links.append(
                ContentLink(self._tag_line or self._source.line_of(*pieces), written, target, unquote(fragment))
            )

    def _tell(self, code: str, found: str, *pieces: str) -> None:
        self._told_at(self._tag_line or self._source.line_of(*pieces), code, found)

    def _told_at(self, line: int, code: str, found: str) -> None:
        self.findings.append(finding(code, Place(self._file, line), found=" ".join(found.split())))


def _is_sound(value: str, scheme: str) -> bool:
    """Tell whether an address is one that every browser reads alike, and leads where a link may lead."""
    address = value.strip(" ")
    if not address or address.startswith("/") or "\\" in address or _UNSEEN.search(address.replace(" ", "")):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if scheme in ("http", "https"):
        return address.lower().startswith(f"{scheme}://") and bool(parts.hostname) and " " not in address
    return not scheme or scheme in LINK_SCHEMES


def resolved(page: str, path: str) -> str | None:
    """Return where *path* on the page at the address *page* leads, from the site's root; ``None`` leads out of it."""
    if not path:
        return page
    address = posixpath.normpath(posixpath.join(page, path))
    if address == "..":
        return None
    if address.startswith("../"):
        return None
    is_folder = path.endswith("/") or posixpath.basename(path) in (".", "..")
    return "" if address == "." else f"{address}/" if is_folder else address
