"""What prose pages may be made of: extensions of Markdown, and elements, attributes and schemes in what they become."""

from __future__ import annotations

import re

EXTENSIONS: dict[str, dict[str, str]] = {
    "attr_list": {},
    "tables": {},
    "footnotes": {"BACKLINK_TITLE": "↩ {}"},  # the engine's own words are English
    "admonition": {},
    "md_in_html": {},
}
"""Extensions of Python-Markdown that the engine is told to use, with their settings."""
ENGINE_EXTENSIONS = ("toc", "tables", "fenced_code")
"""Extensions that MkDocs uses by itself, before those above."""
ELEMENTS = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "u",
        "ul",
        "var",
        "wbr",
    )
)
"""Elements of running text, lists, tables and pictures; nothing else may stand on a prose page."""
VOID = frozenset(
    (
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    )
)
"""Elements without an end tag (HTML Standard, 13.1.2)."""
ACTIVE = frozenset(
    (
        "applet",
        "audio",
        "base",
        "embed",
        "form",
        "frame",
        "frameset",
        "iframe",
        "link",
        "math",
        "meta",
        "noscript",
        "object",
        "script",
        "source",
        "style",
        "svg",
        "template",
        "track",
        "video",
    )
)
"""Elements that run something, ask for something or change how the page around them is read."""
ATTRIBUTES: dict[str, frozenset[str]] = {
    "a": frozenset(("href", "hreflang", "rel", "target")),
    "col": frozenset(("span",)),
    "colgroup": frozenset(("span",)),
    "del": frozenset(("datetime",)),
    "details": frozenset(("open",)),
    "img": frozenset(("alt", "decoding", "height", "loading", "src", "width")),
    "ins": frozenset(("datetime",)),
    "li": frozenset(("value",)),
    "ol": frozenset(("reversed", "start", "type")),
    "td": frozenset(("colspan", "headers", "rowspan", "style")),
    "th": frozenset(("abbr", "colspan", "headers", "rowspan", "scope", "style")),
    "time": frozenset(("datetime",)),
}
"""Element → its own attributes."""
GLOBAL_ATTRIBUTES = frozenset(("class", "dir", "id", "lang", "role", "title"))
"""Attributes of all elements; besides them any ``aria-*``."""
ASKING_ATTRIBUTES = frozenset(
    (
        "action",
        "archive",
        "background",
        "cite",
        "codebase",
        "data",
        "formaction",
        "longdesc",
        "manifest",
        "ping",
        "poster",
        "profile",
        "src",
        "srcdoc",
        "srcset",
        "usemap",
    )
)
"""Attributes that hold an address, most of which a browser asks for by itself."""
ALIGNMENT = re.compile(r"\s*text-align:\s*(?:left|right|center)\s*;?\s*", re.IGNORECASE)
"""The one style that may stand in a page: how a column of a table is aligned (written by ``tables``)."""
LINK_SCHEMES = frozenset(("http", "https", "mailto", "tel"))
"""Schemes that a link may lead to."""
SCRIPT_SCHEMES = frozenset(("javascript", "livescript", "vbscript"))
"""Schemes that run what stands behind them."""
