"""Markdown of the data: what it may do, and what it may never let through."""

from __future__ import annotations

import re

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.surfaces.prose import plain, to_html

ALLOWED = {"p", "em", "strong", "a", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "code", "pre"}
ALLOWED |= {"hr", "br", "table", "thead", "tbody", "tr", "th", "td", "html", "head", "body"}
ATTRIBUTES = {"href", "title", "start", "class", "style"}
PIECES = [
    "<script>",
    "</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "<a href='//x'>",
    "](",
    "`",
]
PIECES += [
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "&lt;",
    "&#106;",
    "javascript:",
    "data:text/html,",
    "\n\n",
    "    ",
    "* ",
    "> ",
    "|",
]
PIECES += [
    "![a](//x/y.png)",
    "<https://x.cn>",
    "<javascript:x>",
    '"',
    "'",
    "---|---",
    "1. ",
    "\\",
    "\x00",
    "茶",
    "\u2028",
]


def test_plain_paragraphs() -> None:
    """Blank lines part paragraphs; lines of Chinese join without a blank, others keep theirs."""
    assert to_html("一芽一叶，\n当天杀青。\n\n汤色黄绿。") == "<p>一芽一叶，当天杀青。</p>\n<p>汤色黄绿。</p>"
    assert to_html("one\ntwo") == "<p>one\ntwo</p>"
    assert to_html("  \n ") == ""


def test_marks_of_markdown() -> None:
    """Emphasis, lists, links and tables are markup."""
    html = to_html("**好** *茶*\n\n- 一\n- 二\n\n[网址](https://a.cn/?x=1&y=2)\n\n| a | b |\n| - | - |\n| 1 | 2 |")
    assert "<strong>好</strong> <em>茶</em>" in html
    assert "<li>一</li>" in html
    assert '<a href="https://a.cn/?x=1&amp;y=2">网址</a>' in html
    assert "<td>1</td>" in html


def test_numbered_lists_are_seen_in_otherwise_plain_text() -> None:
    """A line that begins with a number and a dot is an item, not a sentence."""
    assert to_html("1. 洗\n2. 煮") == "<ol>\n<li>洗</li>\n<li>煮</li>\n</ol>\n"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<b onclick=alert(1)>x</b>",
        "text <img src=x onerror=alert(1)>",
        "<!-- comment -->",
        "<iframe src=https://a.cn></iframe>",
        "<style>p{}</style>",
    ],
)
def test_raw_html_is_shown_as_text(text: str) -> None:
    """What looks like HTML stands on the page as it was typed."""
    html = to_html(text)
    assert "&lt;" in html
    assert _elements(html) == {"html", "head", "body", "p"}


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:x",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "&#106;avascript:x",
        "java&Tab;script:x",
        "ftp://a.cn/",
    ],
)
def test_other_link_targets_are_shown_as_text(target: str) -> None:
    """Only http, https, mailto and addresses of the site are links."""
    for text in (f"[x]({target})", f"<{target.strip()}>", f"[x]\n\n[x]: {target}", f"[x](<{target}>)"):
        assert "href" not in to_html(text)


@pytest.mark.parametrize("target", ["https://a.cn/", "http://a.cn", "mailto:a@b.cn", "/products/", "../x/", "#top"])
def test_good_link_targets_are_links(target: str) -> None:
    """Addresses that a reader can follow stay links."""
    assert f'href="{target}"' in to_html(f"[x]({target})")


def test_pictures_of_other_hosts_are_not_loaded() -> None:
    """A picture's mark stays text or becomes a link: no page asks another host for anything."""
    assert "<img" not in to_html("![x](https://a.cn/x.png)")


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=14).map("".join))
def test_nothing_that_is_typed_becomes_a_program(text: str) -> None:
    """Whatever stands in the data, the page gets only elements, attributes and targets of this list."""
    html = to_html(text)
    assert "<script" not in html.lower()
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    for element in tree.iter():
        assert element.tag in ALLOWED
        assert set(element.attrib) <= ATTRIBUTES
        target = element.get("href")
        assert target is None or re.match(r"https?://|mailto:|/|#|\.", target, re.IGNORECASE)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text(max_size=80), st.integers(2, 40))
def test_a_description_is_short_and_on_one_line(text: str, length: int) -> None:
    """A description never exceeds its length nor holds a line end."""
    words = plain(text, length)
    assert len(words) <= length
    assert "\n" not in words


def test_a_description_is_without_marks() -> None:
    """Marks and targets of links go, words stay; what is cut ends in an ellipsis."""
    assert plain("**好茶**，见[网站](https://a.cn/)。\n\n下一段", 40) == "好茶，见网站。 下一段"
    assert plain("一二三四五六", 4) == "一二三…"


def _elements(html: str) -> set[str]:
    return {element.tag for element in html5lib.parse(html, namespaceHTMLElements=False).iter()}
