"""Reading a published site as browsers and search engines do."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
from lxml import html
from lxml.html import HtmlElement

REQUESTING = {
    "link": "href",
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
    "object": "data",
    "input": "src",
    "use": "href",
    "image": "href",
}
"""Element → the attribute that makes a browser ask for something."""
NOT_REQUESTED = ("canonical", "alternate", "linkset")
"""Relations of ``link`` that only name an address."""


@dataclass(frozen=True)
class Page:
    """One HTML page of a published site."""

    path: str
    """From the site's root."""
    text: str
    tree: HtmlElement

    @classmethod
    def read(cls, out: Path, path: str) -> Page:
        """Parse the page at *path*."""
        text = (out / path).read_text(encoding="utf-8")
        return cls(path, text, html.document_fromstring(text))

    @cached_property
    def errors(self) -> tuple[str, ...]:
        """What a parser to the letter of the HTML standard has to forgive; it takes twenty times as long."""
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        parser.parse(self.text)
        return tuple(f"{place}: {code} {given}" for place, code, given in parser.errors)

    def elements(self, name: str) -> list[HtmlElement]:
        """Return all elements of that name."""
        return list(self.tree.iter(name))

    def meta(self, name: str) -> str | None:
        """Return the content of a ``meta`` by its name."""
        found = [element.get("content", "") for element in self.elements("meta") if element.get("name") == name]
        return found[0] if len(found) == 1 else None

    @property
    def canonical(self) -> str | None:
        """The address that the page stands for."""
        found = [element.get("href") for element in self.elements("link") if element.get("rel") == "canonical"]
        return found[0] if len(found) == 1 else None

    @property
    def is_indexed(self) -> bool:
        """Tell whether search engines may keep the page under its own address."""
        return "noindex" not in (self.meta("robots") or "")

    def addresses(self) -> Iterator[tuple[str, str, str]]:
        """Yield (element, attribute, address) of everything that the page links to or asks for."""
        for element in self.tree.iter():
            if not isinstance(element.tag, str):
                continue
            for attribute in ("href", "src", "data", "action", "poster"):
                if attribute in element.attrib and not (attribute == "data" and element.tag != "object"):
                    yield element.tag, attribute, element.attrib[attribute]
            for candidate in element.attrib.get("srcset", "").split(","):
                if candidate.strip():
                    yield element.tag, "srcset", candidate.split()[0]

    def requests(self) -> Iterator[str]:
        """Yield every address that a browser asks for when it shows the page, links aside."""
        for element in self.tree.iter():
            if not isinstance(element.tag, str) or element.tag not in REQUESTING:
                continue
            if element.tag == "link" and element.get("rel") in NOT_REQUESTED:
                continue
            address = element.get(REQUESTING[element.tag])
            if address:
                yield address
            yield from (part.split()[0] for part in element.get("srcset", "").split(",") if part.strip())


def html_files(out: Path) -> list[str]:
    """Return the paths of all pages, sorted."""
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("*.html"))


def is_elsewhere(address: str) -> bool:
    """Tell whether an address leaves the site; one that holds its own data leads nowhere."""
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc) and not is_data(address)


def is_data(address: str) -> bool:
    """Tell whether an address is its own content."""
    return urlsplit(address).scheme == "data"


def target_of(page: str, address: str, base_path: str = "/") -> str:
    """Return the file, from the site's root, that a link on *page* leads to."""
    path = unquote(urlsplit(address).path)
    if not path:
        return page
    if path.startswith("/"):
        joined = path.removeprefix(base_path)
    else:
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
        joined = "" if joined == "." else joined + ("/" if path.endswith(("/", ".")) else "")
    return f"{joined}index.html" if not joined or joined.endswith("/") else joined
