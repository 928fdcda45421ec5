"""Text that nobody has translated is marked where a page has room for a mark, and plain where it has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.languages.foreign_text import ForeignText

from .test_templates import templates

TEA = ForeignText("茶<", "zh-Hans")
MARKED = '<span class="sh-source" lang="zh-Hans">茶&lt;</span>'
PLAIN = "茶&lt;"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("{{ v }}", MARKED),
        ("<p>{{ v }}</p>", f"<p>{MARKED}</p>"),
        ("<p title='{{ v }}'>{{ v }}</p>", f"<p title='{PLAIN}'>{MARKED}</p>"),
        ('<img alt="{{ v }}"> {{ v }}', f'<img alt="{PLAIN}"> {MARKED}'),
        ('<a{% if v %} title="{{ v }}"{% endif %}>{{ v }}</a>', f'<a title="{PLAIN}">{MARKED}</a>'),
        ('<a{% if not v %} a>{% else %} b="{{ v }}">{% endif %}{{ v }}</a>', f'<a b="{PLAIN}">{MARKED}</a>'),
        ('<i {% for x in [v, v] %}a{{ loop.index }}="{{ x }}" {% endfor %}>{{ v }}', None),
        ("<title>{{ v }}</title>{{ v }}", f"<title>{PLAIN}</title>{MARKED}"),
        ("<option>{{ v }}</option>{{ v }}", f"<option>{PLAIN}</option>{MARKED}"),
        ("<{{ h }}>{{ v }}</{{ h }}>", f"<h2>{MARKED}</h2>"),
        ("<{{ h }} title={{ v }}>{{ v }}</{{ h }}>", f"<h2 title={PLAIN}>{MARKED}</h2>"),
        ("{% set x = v %}<b>{{ x }}</b>", f"<b>{MARKED}</b>"),
        ("{% macro m(a) %}<b>{{ a }}</b>{% endmacro %}<p class='{{ v }}'>{{ m(v) }}</p>", None),
        ("3 > 2 {{ v }}", f"3 > 2 {MARKED}"),
    ],
)
def test_the_mark_stands_in_content_alone(page: str, expected: str | None, tmp_path: Path) -> None:
    """In tags and in elements that hold text alone there is only the text."""
    expected = (
        expected
        or {
            "<i": f'<i a1="{PLAIN}" a2="{PLAIN}" >{MARKED}',
            "{%": f"<p class='{PLAIN}'><b>{MARKED}</b></p>",
        }[page[:2]]
    )
    assert templates(tmp_path, page=page).render("page.html", v=TEA, h="h2") == expected


def test_a_text_of_the_page_s_own_language_is_not_marked(tmp_path: Path) -> None:
    """Equal words of both kinds are two things."""
    made = templates(tmp_path, page="{{ a }}{{ b }}{{ a }}")
    assert made.render("page.html", a="茶<", b=TEA) == f"{PLAIN}{MARKED}{PLAIN}"
