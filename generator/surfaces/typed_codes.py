"""
The page on which a shopper types a code by hand, ``/S/``.

A script checks what was typed against the rules of codes and against the list of
those that were issued, says what is wrong, and goes on to the code's page; both
are classic scripts, so the page works from a folder of files as well.  A static
host cannot look a code up, so whoever has no script finds the code on a page of
all codes that begin with the same character.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial
from typing import NamedTuple

from generator.catalog.address import QrCode
from generator.contract.shelf_code import ALPHABET, LENGTH

from . import addresses
from .code_views import shelf_href
from .outputs import Output, digest_of
from .product_places import dialled
from .shelf import ShelfPages
from .shelf_sheets import target_name
from .views import Link

CODES = "S/codes.js"
SCRIPT = "S/typing.js"
_SOURCE = "shelf/typing.js"
"""The script in the theme."""


class TypedCode(NamedTuple):
    """One code in a list for those who look theirs up."""

    code: str
    name: str
    place: str
    """Where the label hangs, where that is told."""
    href: str
    """Its page, from the root."""


class TypingPage(NamedTuple):
    """The field for a code, and the way to the lists without it."""

    alphabet: str
    length: str
    """Characters of a code, in digits."""
    example: str
    """Where the page of a code stands, for those who type addresses: host and path, without the code."""
    firsts: tuple[Link, ...]
    """Characters with which codes begin → the list of these."""
    codes_src: str
    script_src: str
    small_path: str
    """What stands before a code that was printed in small letters, from this page; ``path`` for all others."""
    path: str
    suffix: str
    """What stands behind a code: the folder of the language."""
    publisher: str
    publisher_phone: str
    publisher_tel: str
    portal: str
    """The first page of the portal, from the root; not shown where there is none."""
    has_portal: bool


class CodesPage(NamedTuple):
    """All codes that begin with one character."""

    first: str
    codes: tuple[TypedCode, ...]
    publisher: str
    publisher_phone: str
    publisher_tel: str


class TypedCodes:
    """Plans the pages of one language, and the scripts with the site's own one."""

    def __init__(self, pages: ShelfPages) -> None:
        self.pages = pages
        self.around = pages.around

    def outputs(self) -> Iterator[Output]:
        """Plan the page, the lists by first character, and the two scripts."""
        around = self.around
        yield Output(
            path=addresses.file_of(addresses.typing(around.folder)),
            needs=digest_of(self.pages.shared_digest, self._version, *self._by_first),
            make=self._page,
            subject=around.texts("typing.title"),
        )
        for first, codes in self._by_first.items():
            named = [self._typed(code) for code in codes]
            yield Output(
                path=addresses.file_of(addresses.typing(around.folder, first)),
                needs=digest_of(self.pages.shared_digest, *(part for each in named for part in each)),
                make=partial(self._list, first, tuple(named)),
                subject=first,
            )
        if around.is_main:
            text, script = self._codes, around.theme.text(_SOURCE)
            yield Output(CODES, digest_of(text), partial(str.encode, text), "codes")
            yield Output(SCRIPT, digest_of(script), partial(str.encode, script), "codes")

    @cached_property
    def _by_first(self) -> dict[str, list[QrCode]]:
        found: dict[str, list[QrCode]] = {}
        for code in self.around.catalog.codes.values():
            if target_name(self.around.catalog, code):
                found.setdefault(code.code[0], []).append(code)
        return {first: found[first] for first in ALPHABET if first in found}

    @cached_property
    def _codes(self) -> str:
        """All codes without their check characters, one behind the other: those printed in capitals, and the others."""
        bodies: dict[bool, list[str]] = {False: [], True: []}
        for code in self.around.catalog.codes.values():
            bodies[code.is_small].append(code.code[: LENGTH - 1])
        capitals, small = ("".join(sorted(each)) for each in bodies.values())
        return f'var SHANHUO_CODES=["{capitals}","{small}"];\n'

    @cached_property
    def _version(self) -> str:
        """Asked for with the scripts, so that a kept copy is not taken for the present one."""
        return digest_of(self._codes, self.around.theme.text(_SOURCE))[:12]

    def _page(self) -> bytes:
        around = self.around
        up = addresses.root_from(addresses.typing(around.folder))
        publisher = around.config.publisher
        page = TypingPage(
            alphabet=ALPHABET,
            length=str(LENGTH),
            example=around.config.codes.base_url.partition("//")[2] + addresses.shelf("X").removesuffix("X/"),
            firsts=tuple(
                Link(first, around.shared + addresses.typing(around.folder, first)) for first in self._by_first
            ),
            codes_src=f"{up}{CODES}?v={self._version}",
            script_src=f"{up}{SCRIPT}?v={self._version}",
            path=f"{up}P/",
            small_path=f"{up}p/",
            suffix=around.folder,
            publisher=publisher.name,
            publisher_phone=publisher.phone,
            publisher_tel=dialled(publisher.phone),
            portal="",
            has_portal="portal" in around.config.surfaces,
        )
        return self._rendered("shelf/typing.html", page, "")

    def _list(self, first: str, codes: tuple[TypedCode, ...]) -> bytes:
        publisher = self.around.config.publisher
        page = CodesPage(first, codes, publisher.name, publisher.phone, dialled(publisher.phone))
        return self._rendered("shelf/codes.html", page, first)

    def _rendered(self, template: str, page: TypingPage | CodesPage, first: str) -> bytes:
        address_in = partial(addresses.typing, first=first)
        canonical = addresses.whole(self.around.config, address_in(self.around.folder))
        return self.pages.rendered(template, page, address_in=address_in, canonical=canonical)

    def _typed(self, code: QrCode) -> TypedCode:
        place = code.placement.name if code.placement is not None else ""
        shown = code.code.lower() if code.is_small else code.code
        return TypedCode(shown, target_name(self.around.catalog, code), place, shelf_href(self.around, code))
