"""Markup as data: what a script builds from it is the markup that was given."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any
from xml.etree import ElementTree as ET

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.surfaces.markup_data import as_data

BLANKS = re.compile(r"[ \t\n\f\r]+")
CARD = """<article class="card{extra}">
  <div class="picture"><img class="p" src="{src}" alt="{name}" loading="lazy"></div>
  <h2><a href="{src}">{name}</a></h2>
  <p>{name}<wbr>{text} &amp; <b>{text}</b></p><!-- a remark -->
</article>"""


def _built(data: Mapping[str, Any], number: int) -> str:
    """Do what the script does, in the words of HTML."""
    texts = data["cards"][number]
    steps, given = data["shapes"][texts[0]], iter(texts[1:])
    opened: list[str] = []
    html = ""
    for step in steps:
        if step == 0:
            name = opened.pop()
            html += "" if name in ("img", "wbr") else f"</{name}>"
        elif not isinstance(step, list):
            html += escape(next(given) if step == 1 else step)
        else:
            opened.append(step[0])
            pairs = zip(step[1::2], step[2::2], strict=True)
            html += f"<{step[0]}" + "".join(
                f' {name}="{escape(next(given) if value == 0 else value)}"' for name, value in pairs
            )
            html += ">"
    assert not opened
    assert next(given, None) is None
    return html


def _tree(html: str) -> str:
    """Return the elements, attributes and texts of *html* as a parser sees them; blanks count as one."""
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    for element in tree.iter():
        element.text, element.tail = (BLANKS.sub(" ", text or "").strip(" ") for text in (element.text, element.tail))
    return ET.canonicalize(ET.tostring(tree, encoding="unicode"))


def _cards(*given: Mapping[str, str]) -> list[str]:
    return [CARD.format(**{name: escape(text) for name, text in each.items()}) for each in given]


def _without_remarks(html: str) -> str:
    return html.replace("<!-- a remark -->", "")


@settings(derandomize=True, max_examples=150, deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries(
            {
                key: st.text(st.characters(codec="utf-8", exclude_categories=("Cc",)), max_size=8)
                for key in ("extra", "src", "name", "text")
            }
        ),
        min_size=1,
        max_size=5,
    )
)
def test_what_is_built_is_what_was_given(given: Sequence[Mapping[str, str]]) -> None:
    """Whatever texts and attributes hold, building the data makes the same elements with the same texts."""
    fragments = _cards(*given)
    data = as_data(fragments)
    for number, fragment in enumerate(fragments):
        assert _tree(_built(data, number)) == _tree(_without_remarks(fragment))


def test_what_all_fragments_share_stands_once() -> None:
    """A card keeps its shape's number and the texts that differ, in the order of the steps."""
    one, other = {"extra": "", "text": "t"}, {"extra": "", "text": "t"}
    data: Any = as_data(_cards({**one, "src": "a.svg", "name": "A"}, {**other, "src": "b.svg", "name": "B"}))
    assert len(data["shapes"]) == 1
    assert data["cards"] == [[0, "A", "a.svg", "a.svg", "A", "A"], [0, "B", "b.svg", "b.svg", "B", "B"]]


def test_other_elements_make_another_shape() -> None:
    """Fragments of different forms are told apart, and keep their order."""
    data: Any = as_data(["<p>a</p>", "<p><b>b</b></p>", "<p>c</p>"])
    assert [card[0] for card in data["cards"]] == [0, 1, 0]
    assert [_built(data, number) for number in range(3)] == ["<p>a</p>", "<p><b>b</b></p>", "<p>c</p>"]


def test_a_picture_is_asked_for_last() -> None:
    """A script that sets attributes one by one says that a picture is lazy before it names it."""
    data: Any = as_data(['<img src="a.jpg" srcset="a.jpg 1w" loading="lazy" alt="">'])
    step = data["shapes"][0][0]
    assert step[1::2] == ["loading", "alt", "src", "srcset"]


@pytest.mark.parametrize(
    "markup", ["<br>", "<br/>", '<img alt="a > b">', "<input disabled value=x>", "<p title='a\"b'>"]
)
def test_loose_forms_of_html_are_read(markup: str) -> None:
    """Themes may write void elements with a stroke, values in either quote or in none, and attributes without any."""
    whole = markup + ("</p>" if markup.startswith("<p") else "")
    data: Any = as_data([whole])
    names = [step for step in data["shapes"][0] if isinstance(step, list)]
    assert len(names) == 1
    assert data["shapes"][0].count(0) == 1
    element = html5lib.parseFragment(whole, namespaceHTMLElements=False)[0]
    assert dict(zip(names[0][1::2], names[0][2::2], strict=True)) == element.attrib


def test_a_no_break_space_stays() -> None:
    """It keeps an amount and its currency in one line; other blanks count as one."""
    data: Any = as_data(["<p>1\u00a0€  \n  now</p>"])
    assert data["shapes"][0][1] == "1\u00a0€ now"


def test_nothing_is_nothing() -> None:
    """No fragments make no shapes."""
    assert as_data([]) == {"shapes": [], "cards": []}
