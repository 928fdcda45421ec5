"""A frame: finished HTML of a portal page with places for title, head and body."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urljoin, urlsplit

from generator.errors import UsageError

from . import addresses
from .frame_project import LANGUAGE_LINK

TITLE_MARK = "<!--sh:title-->"
HEAD_MARK = "<!--sh:head-->"
BODY_MARK = "<!--sh:body-->"
ALTERNATES_MARK = "<!--sh:alternates-->"
"""Where a page of prose tells of itself in the other languages; pages of the catalogue do so in their head."""
WAYS_MARK = "<!--sh:ways-->"
"""Where the foot leads on to what only the catalogue knows of; a theme may do without."""
ROOT = "\0root\0"
"""Stands for the way to the root of the language in markup that is made for pages at any depth."""
_MARKS = re.compile("(" + "|".join(map(re.escape, (TITLE_MARK, HEAD_MARK, BODY_MARK))) + f"|{LANGUAGE_LINK}[\\w-]+)")
_LINK = re.compile(r'(\s(?:href|src|action)=")([^"]*)(")')
_HERE = "http://here.invalid/"
_CURRENT_PAGE = ' aria-current="page"'
"""How the frame marks its section; on inner pages the section is no longer the page itself."""


class FrameBroken(UsageError):
    """The theme's frame lacks a mark, so pages could not be filled in."""

    def __init__(self, mark: str) -> None:
        super().__init__(f"主题的页面框架里，标记 {mark} 应当恰好出现一次。", mend="检查主题里的 portal/main.html。")


@dataclass(frozen=True, eq=False)
class Frame:
    """The frame of one section, for pages at any depth."""

    text: str
    """HTML with the three marks; own links begin at the root of the language, which is marked."""
    root: str = ""
    """What stands for that root: ``""``, ``"../"`` … or an absolute path."""

    @classmethod
    def cut(cls, html: str, address: str, folder: str = "") -> Frame:
        """Take the finished page at *address* as a frame.

        Args:
            html: The page.
            address: From the site's root.
            folder: That of the page's language; links out of it lead through the site's root.

        Raises:
            FrameBroken: A mark is missing or stands twice.
        """
        for mark in (TITLE_MARK, HEAD_MARK, BODY_MARK):
            if html.count(mark) != 1:
                raise FrameBroken(mark)

        def rooted(match: re.Match[str]) -> str:
            before, link, after = match.groups()
            if link.startswith(("#", "/", "data:")) or urlsplit(link).scheme:
                return match.group(0)
            path = urljoin(_HERE + address, link).removeprefix(_HERE)
            path = path.removeprefix(folder) if path.startswith(folder) else "../" * folder.count("/") + path
            return f"{before}{ROOT}{path}{after}"

        return cls(_LINK.sub(rooted, html))

    def at(self, address: str, *, base_path: str, folder: str = "") -> Frame:
        """Return this frame for a page; the one for missing addresses counts from the host's root.

        Args:
            address: From the root of the language.
            base_path: Path of the whole site on its host.
            folder: That of the page's language.
        """
        if address == addresses.NOT_FOUND:
            shared = "../" * folder.count("/")
            text = self.text.replace(f"{ROOT}{shared}", base_path) if shared else self.text
            return Frame(text.replace(_CURRENT_PAGE, ""), base_path + folder)
        is_inner = address.count("/") > 1
        text = self.text.replace(_CURRENT_PAGE, ' aria-current="true"') if is_inner else self.text
        return Frame(text, addresses.root_from(address))

    @cached_property
    def digest(self) -> str:
        """Changes whenever a page in this frame would."""
        return hashlib.blake2b(f"{self.root}\0{self.text}".encode(), digest_size=16).hexdigest()

    @cached_property
    def _pieces(self) -> tuple[str, ...]:
        # A link to the root itself would be empty at the root, and an empty address means "this very page".
        here = self.text.replace(f'"{ROOT}"', f'"{self.root or "./"}"').replace(ROOT, self.root)
        return tuple(_MARKS.split(here))

    def filled(self, *, title: str, head: str, body: str, languages: Mapping[str, str] | None = None) -> str:
        """Return the whole page.

        Args:
            title: Finished markup, like the next two.
            head: What the head of the page says.
            body: The page.
            languages: Language → address of the same page in it, from this page.
        """
        given = {TITLE_MARK: title, HEAD_MARK: head, BODY_MARK: body}
        given |= {f"{LANGUAGE_LINK}{tag}": address for tag, address in (languages or {}).items()}
        return "".join(given.get(piece, piece) for piece in self._pieces)


@dataclass(eq=False)
class Frames:
    """Frames by section and depth, each made once."""

    sections: dict[str, Frame]
    base_path: str
    """Path of the whole site on its host."""
    folder: str = ""
    """Where pages in the frames' language stand."""

    def __post_init__(self) -> None:
        self._made: dict[tuple[str, str], Frame] = {}

    def frame(self, section: str, address: str) -> Frame:
        """Return the frame of *section* for the page at *address*."""
        root = addresses.NOT_FOUND if address == addresses.NOT_FOUND else addresses.root_from(address)
        if (section, root) not in self._made:
            self._made[section, root] = self.sections[section].at(address, base_path=self.base_path, folder=self.folder)
        return self._made[section, root]
