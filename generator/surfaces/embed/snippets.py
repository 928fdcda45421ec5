"""
What a webmaster pastes: five grades of one definition, each holding the one below as its fallback.

A, a picture with a link and a text link; B, a list in plain HTML with inline styles; C, a frame of fixed height; D, a
frame that takes its own height by our script; E, an element of our script.  A and B stand in somebody's page for years:
they hold no price and no stock, only names, addresses that answer for ever and the day they were copied, in ASCII, so
that a page of any encoding keeps them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Final, Literal, NamedTuple, TypeAlias

Grade: TypeAlias = Literal["a", "b", "c", "d", "e"]
GRADES: Final[tuple[Grade, ...]] = ("a", "b", "c", "d", "e")
PASTED: Final[tuple[Grade, ...]] = ("a", "b")
"""Grades whose text stands in the other site's own page."""
MOST_BYTES: Final = 4096
"""Of a pasted text (grades A and B)."""

_FRAME: Final = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
"""What a frame may do: open what is clicked, and tell its height.  It has no origin of its own."""

_PLACE: Final = "display:block!important;float:none!important;width:100%!important"
"""The place of a frame or element, whatever the host's style sheet says of all that it has."""

_QUOTATION: Final = (
    "margin:0;padding:12px 16px;border:1px solid #d5cab3;background:#fffdf7;color:#1d1a15;font-size:16px;"
    "line-height:1.7;text-align:left"
)


class PastedLink(NamedTuple):
    """A name and an address that answers for ever."""

    name: str
    href: str


class Pasted(NamedTuple):
    """All that the snippets of one column are made of; addresses are whole."""

    tag: str
    """Element of grade E: ``shanhuo-column``, ``shanhuo-product`` or ``shanhuo-progress``."""
    title: str
    language: str
    home: PastedLink
    """Where the column as a whole is read."""
    links: tuple[PastedLink, ...]
    """Its things, in order."""
    source: PastedLink
    """The site that it comes from."""
    copied: str
    """The day of copying in words, such as ``2026-11-21 抄录``."""
    picture: str
    """Banner of grade A."""
    width: int
    """CSS pixels of the banner."""
    height: int
    page: str
    """Page in the frame."""
    frame_height: int
    """CSS pixels that a frame of fixed height needs."""
    data: str
    script: str
    integrity: str
    """Hash of the script (SRI), such as ``sha384-…``."""


class Choices(NamedTuple):
    """What a webmaster may choose besides the grade."""

    theme: str = ""
    """``light``, ``dark``, ``auto``; empty leaves the column's own, light."""
    layout: str = ""
    """``list``, ``cards``, ``banner``; empty leaves the column's own."""
    limit: int = 0
    """At most so many things; 0 leaves the column's own."""
    integrity: bool = False
    """Let the script run only as it is today (SRI): safer, and to be copied again whenever it changes."""


PLAIN: Final = Choices()


def snippet(pasted: Pasted, grade: Grade, choices: Choices = PLAIN) -> str:
    """Return the HTML of *grade*, in ASCII."""
    match grade:
        case "a":
            text = _picture_link(pasted)
        case "b":
            text = _plain_list(pasted)
        case "c":
            text = _frame(pasted, choices)
        case "d":
            text = f"{_frame(pasted, choices, grows=True)}\n{_script(pasted, choices)}"
        case "e":
            text = _element(pasted, choices)
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")


def short_links(links: tuple[PastedLink, ...], room: int) -> tuple[PastedLink, ...]:
    """Return the first of *links* that fit into *room* bytes of a plain list."""
    kept: list[PastedLink] = []
    for link in links:
        room -= len(_line(link).encode("ascii", "xmlcharrefreplace"))
        if room < 0:
            break
        kept.append(link)
    return tuple(kept)


def copied_on(day: date) -> str:
    """Return the mark of the day on which a text was copied, as it stands in a pasted list."""
    return day.isoformat()


def _link(link: PastedLink, style: str = "") -> str:
    shown = f' style="{style}"' if style else ""
    return f'<a href="{escape(link.href)}"{shown}>{escape(link.name)}</a>'


def _picture_link(pasted: Pasted) -> str:
    """A picture that leads there, and beneath it a text that does: some sites take pictures away."""
    home = escape(pasted.home.href)
    picture = (
        f'<img src="{escape(pasted.picture)}" width="{pasted.width}" height="{pasted.height}" '
        f'alt="{escape(pasted.title)}" style="display:block;border:0;max-width:100%">'
    )
    return f'<a href="{home}">{picture}</a>\n{_link(pasted.home)}'


def _line(link: PastedLink) -> str:
    return f'<li style="margin:4px 0">{_link(link, "color:#385f3b")}</li>\n'


def _plain_list(pasted: Pasted, *, hidden: bool = False) -> str:
    """A quotation of links, in elements that even the strictest filters know (``blockquote``, ``ul``, ``strong``)."""
    head = f'<strong style="display:block;margin:0 0 6px">{_link(pasted.home, "color:#1d1a15")}</strong>\n'
    foot = (
        f'<em style="display:block;margin:6px 0 0;font-size:12px;font-style:normal;color:#5a5347">'
        f"{escape(pasted.copied)} {_link(pasted.source, 'color:#5a5347')}</em>"
    )
    shown = ' hidden style="display:none!important"' if hidden else f' style="{_QUOTATION}"'
    opening = f'<blockquote lang="{pasted.language}"{shown}>\n'
    room = MOST_BYTES - sum(len(each.encode("ascii", "xmlcharrefreplace")) for each in (opening, head, foot)) - 100
    lines = "".join(map(_line, short_links(pasted.links, room)))
    listed = f'<ul style="margin:0;padding:0 0 0 20px">\n{lines}</ul>\n' if lines else ""
    return f"{opening}{head}{listed}{foot}\n</blockquote>"


def _frame(pasted: Pasted, choices: Choices, *, grows: bool = False) -> str:
    """
    A frame; behind it a text link, and the plain list out of sight.

    What takes frames away takes ``hidden`` and styles away too (nh3, bleach), and the list comes to light.
    """
    own = f' data-shanhuo="{escape(pasted.page)}"' if grows else ""
    query = "&".join(f"{name}={value}" for name, value in _chosen(choices).items() if name != "limit")
    src = f"{pasted.page}#{query}" if query else pasted.page
    style = f"{_PLACE};height:{pasted.frame_height}px!important;border:0!important"
    frame = (
        f'<iframe src="{escape(src)}" title="{escape(pasted.title)}" width="100%" height="{pasted.frame_height}" '
        f'frameborder="0" loading="lazy" sandbox="{_FRAME}"{own} style="{style}"></iframe>'
    )
    link = f'<em style="display:block;margin:4px 0;font-size:12px;font-style:normal">{_link(pasted.home)}</em>'
    return f"{frame}\n{_plain_list(pasted, hidden=True)}\n{link}"


def _element(pasted: Pasted, choices: Choices) -> str:
    chosen = "".join(f' {name}="{escape(value)}"' for name, value in _chosen(choices).items())
    style = f"{_PLACE};min-height:{pasted.frame_height}px!important"
    opening = f'<{pasted.tag} src="{escape(pasted.data)}"{chosen} loading="lazy" style="{style}">'
    return f"{opening}\n{_plain_list(pasted)}\n</{pasted.tag}>\n{_script(pasted, choices)}"


def _chosen(choices: Choices) -> Mapping[str, str]:
    told = {"theme": choices.theme, "layout": choices.layout, "limit": str(choices.limit or "")}
    return {name: value for name, value in told.items() if value}


def _script(pasted: Pasted, choices: Choices) -> str:
    sealed = f' integrity="{pasted.integrity}" crossorigin="anonymous"' if choices.integrity else ""
    return f'<script async src="{escape(pasted.script)}"{sealed}></script>'
