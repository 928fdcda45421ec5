"""
The table of headers: what is sent with which files.

A rule is about a folder or a file, and what it says holds beneath it until a
deeper rule says otherwise, as in the configuration of every server.  A new
surface is a new rule: where it stands, what differs from the rules above it,
and why, in words that stand beside it in the exported files.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from generator.findings import Text

from .content_security import EMBED, FILE, GUIDE, PORTAL, SHELF, TYPING, WEBMASTER

MINUTE, DAY, YEAR = 60, 86_400, 31_536_000
"""Seconds."""
ASK_AGAIN = "no-cache"
"""Kept, but asked for again each time; what has not changed is answered with 304 and no content."""
NOT_LONG = f"public, max-age={5 * MINUTE}"
"""For programs that ask often."""
A_DAY = f"public, max-age={DAY}"
FOR_EVER = f"public, max-age={YEAR}, immutable"
"""For files whose name changes with their content (RFC 8246)."""

CACHE = "Cache-Control"
SECURITY = "Content-Security-Policy"
SHARED_WITH = "Cross-Origin-Resource-Policy"
READ_BY = "Access-Control-Allow-Origin"
OPENED_BY = "Cross-Origin-Opener-Policy"
FRAMED = "X-Frame-Options"

_SENSORS = ("accelerometer", "camera", "geolocation", "gyroscope", "magnetometer", "microphone")
_UNUSED = (*_SENSORS, "midi", "payment", "usb")
"""Features of the browser that no page asks for."""


class Rule(NamedTuple):
    """What is sent with the files of some folders, or with some files."""

    paths: tuple[str, ...]
    """From the site's root: ``""`` for the whole site, ``api/`` for a folder, ``feed.xml`` for a file."""
    why: Text
    """One line of the exported files."""
    headers: Mapping[str, str] = MappingProxyType({})
    """Header → value, instead of what outer rules say; an empty value takes the header away."""
    directives: Mapping[str, str] | None = None
    """Content-Security-Policy, to which hashes are added; ``None`` leaves that of the outer rule."""
    templates: tuple[str, ...] = ()
    """Folders of the theme whose inline blocks the policy lets through."""
    every_language: bool = False
    """The same paths stand in each language's folder too."""


class Choice(NamedTuple):
    """A header that only whoever runs the host can decide on; written, and switched off."""

    name: str
    value: str
    why: Text
    """One line of the exported files."""


_READ_ELSEWHERE = {SHARED_WITH: "cross-origin", READ_BY: "*", CACHE: NOT_LONG}
"""Files that pages and programs of other sites may read."""

RULES = (
    Rule(
        ("",),
        Text(
            "网页：只用自己的样式、脚本和图片；每次先问有没有新的",
            "Pages: styles, scripts and pictures of their own; asked for again each time",
        ),
        {
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "strict-origin-when-cross-origin",
            "Permissions-Policy": ", ".join(f"{name}=()" for name in _UNUSED),
            OPENED_BY: "same-origin",
            SHARED_WITH: "same-origin",
            FRAMED: "DENY",
            CACHE: ASK_AGAIN,
        },
        PORTAL,
        ("portal/", "components/"),
    ),
    Rule(
        ("P/", "p/"),
        Text(
            "扫码页：样式写在页里，按摘要放行；没有脚本",
            "Pages behind printed codes: an inline style by its hash, no script",
        ),
        {},
        SHELF,
        ("shelf/", "components/"),
    ),
    Rule(
        ("S/",),
        Text(
            "手输编码的页：样式写在页里，按摘要放行；两个脚本是自己的",
            "Where a code is typed by hand: an inline style by its hash, two scripts of its own",
        ),
        {},
        TYPING,
        ("shelf/", "components/"),
    ),
    Rule(
        ("assets/",),
        Text("样式和脚本：名字随内容变，可以留一年", "Styles and scripts: named by their content, kept for a year"),
        {CACHE: FOR_EVER},
        FILE,
    ),
    Rule(
        ("assets/site/favicon.svg",),
        Text("网站图标：名字不变，留一天", "The icon keeps its name: kept for a day"),
        {CACHE: A_DAY},
    ),
    Rule(
        ("search/index/", "search/results/", "search/labels.js", "products/cards/"),
        Text(
            "搜索和筛选的数据：网址带着版本（?v=），留一天",
            "Data of search and filters: asked for with a version (?v=), kept for a day",
        ),
        {CACHE: A_DAY},
        FILE,
        every_language=True,
    ),
    Rule(
        ("pictures/", "qr/", "share/"),
        Text("图片：别的网站可以显示，留一天", "Pictures: other sites may show them; kept for a day"),
        {SHARED_WITH: "cross-origin", CACHE: A_DAY},
        FILE,
        every_language=True,
    ),
    Rule(
        ("01/",),
        Text(
            "商品条码的页和链接表：样式写在页里，按摘要放行；别的网站的程序可以读",
            "Pages and linksets of GTINs: an inline style by its hash; programs of other sites may read them",
        ),
        {**_READ_ELSEWHERE, CACHE: ASK_AGAIN},
        SHELF,
        ("shelf/", "components/"),
    ),
    Rule(
        ("recordings/",),
        Text("录音：名字随内容变，可以留一年", "Recordings: named by their content, kept for a year"),
        {CACHE: FOR_EVER},
        FILE,
    ),
    Rule(
        ("api/", "data/"),
        Text("接口和数据：别的网站的程序可以读", "API and data: programs of other sites may read them"),
        _READ_ELSEWHERE,
        FILE,
    ),
    Rule(
        ("feed.xml", "feed.json"),
        Text("订阅：别的网站的程序可以读", "Feeds: programs of other sites may read them"),
        _READ_ELSEWHERE,
        FILE,
        every_language=True,
    ),
    Rule(
        ("feeds/",),
        Text(
            "产品订阅和表格：别的网站的程序可以读",
            "Feeds and tables of products: programs of other sites may read them",
        ),
        _READ_ELSEWHERE,
        FILE,
        every_language=True,
    ),
    Rule(
        ("guide/",),
        Text(
            "导购屏：只用自己的文件，另可连感应器的网址；只有本站的模拟页能把它放进框里",
            "Displays: files of their own, and sockets of sensors; only the simulator of this site may frame them",
        ),
        {FRAMED: "SAMEORIGIN"},
        GUIDE,
        ("guide/",),
    ),
    Rule(
        ("embed/",),
        Text(
            "给网站管理员的页：预览里有自己的框，读自己的数据",
            "Pages for webmasters: previews frame and read what is our own",
        ),
        {},
        WEBMASTER,
        ("portal/", "components/"),
        every_language=True,
    ),
    Rule(
        ("embed/v1/",),
        Text("嵌入：只有这里可以放进别的网站的框里", "Embeds: the only pages that other sites may frame"),
        {**_READ_ELSEWHERE, FRAMED: "", OPENED_BY: ""},
        EMBED,
        ("embed/", "components/"),
    ),
)
"""Outer rules before inner ones."""

CHOICES = (
    Choice(
        "Strict-Transport-Security",
        f"max-age={2 * YEAR}",
        Text(
            "所有页面都已经能用 https 打开、而且以后一直如此时再启用；启用后两年内浏览器不再用 http",
            "Only when all pages are on https for good: for two years browsers will not use http any more",
        ),
    ),
)
