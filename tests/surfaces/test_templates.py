"""Templates: everything is escaped, fixed texts are the language's, fragments are drawn once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from markupsafe import Markup

from generator.surfaces.templates import Templates
from generator.surfaces.texts import TextMissing, Texts
from generator.surfaces.theme import Theme
from generator.surfaces.theme_files import ThemeBroken


@dataclass(eq=False)
class View:
    """A view that counts how often it is looked at."""

    words: str
    looks: int = 0

    @property
    def looked(self) -> str:
        """Return the words."""
        self.looks += 1
        return self.words


def templates(folder: Path, *, fixed: dict[str, str] | None = None, **sources: str) -> Templates:
    """Return templates of these sources, in a theme with these fixed texts."""
    theme = folder / "theme"
    theme.mkdir(exist_ok=True)
    for name, source in sources.items():
        (theme / f"{name}.html").write_text(source, encoding="utf-8")
    return Templates(Theme("own", (theme,), folder / "work"), Texts("en", fixed or {}, {}))


def test_values_are_escaped_and_markup_is_not(tmp_path: Path) -> None:
    """Text is escaped each time it is printed; finished markup stays, also where its words are equal."""
    made = templates(tmp_path, page="{{ a }}|{{ b }}|{{ a }}|{{ c }}|{{ d }}")
    given = {"a": "<b>", "b": Markup("<b>"), "c": 1, "d": True}
    assert made.render("page.html", **given) == "&lt;b&gt;|<b>|&lt;b&gt;|1|True"


def test_fixed_texts_are_escaped(tmp_path: Path) -> None:
    """A text of the theme is no markup, wherever it is printed and whatever braces it has."""
    page = '{% macro m(x) %}<i title="{{ x }}">{{ x }}</i>{% endmacro %}{{ t("k") }} {{ m(t("k")) }}'
    made = templates(tmp_path, fixed={"k": '<{{ 1 }}> & "co"'}, page=page)
    text = "&lt;{{ 1 }}&gt; &amp; &#34;co&#34;"
    assert made.render("page.html") == f'{text} <i title="{text}">{text}</i>'


def test_texts_with_something_to_fill_are_filled(tmp_path: Path) -> None:
    """What is told to a text on a page is put in when the page is made."""
    made = templates(tmp_path, fixed={"k": "{n} of {m}"}, page='{{ t("k", n=1, m="<") }}')
    assert made.render("page.html") == "1 of &lt;"


def test_what_is_only_called_t_is_left_alone(tmp_path: Path) -> None:
    """A method of that name is called."""
    made = templates(tmp_path, fixed={"k": "text"}, page='{{ x.t("k") }}')
    assert made.render("page.html", x=type("X", (), {"t": staticmethod(str.upper)})) == "K"


def test_a_missing_text_is_told(tmp_path: Path) -> None:
    """A template that asks for a text that no theme has is refused when a page needs it, and not before."""
    made = templates(tmp_path, page='{% if asked %}{{ t("none.such") }}{% endif %}')
    assert made.render("page.html", asked=False) == ""
    with pytest.raises(TextMissing, match=r"none\.such"):
        made.render("page.html", asked=True)


def test_another_text_reaches_templates_that_are_compiled(tmp_path: Path) -> None:
    """Compiled templates are kept between runs; one of other texts is not taken."""
    page = '{{ t("k") }}'
    assert templates(tmp_path, fixed={"k": "one"}, page=page).render("page.html") == "one"
    assert templates(tmp_path, fixed={"k": "two"}, page=page).render("page.html") == "two"


def test_a_fragment_is_drawn_once(tmp_path: Path) -> None:
    """The same view is drawn once for pages at any depth; another view that says the same is another."""
    part = "{% macro m(v, root) %}<a>{{ root }}{{ v.looked }}</a>{% endmacro %}"
    page = '{% from "part.html" import m %}{{ once(m, v, root) }}'
    made = templates(tmp_path, part=part, page=page)
    view, other = View("<"), View("<")
    assert [made.render("page.html", v=view, root="../") for _ in range(3)] == ["<a>../&lt;</a>"] * 3
    assert made.render("page.html", v=view, root="") == "<a>&lt;</a>"
    assert made.render("page.html", v=other, root="../") == "<a>../&lt;</a>"
    assert (view.looks, other.looks) == (1, 1)


def test_a_macro_is_called_in_every_way(tmp_path: Path) -> None:
    """Positions, names, defaults, lists, mappings and an enclosed block reach a macro as Jinja promises."""
    part = """{% macro m(a, b="-") %}{{ a }}{{ b }}{% endmacro %}
{% macro link(a, class="c") %}{{ a }}.{{ class }}{% endmacro %}
{% macro box(a, class="") %}[{{ a }}{{ class }}{{ caller() }}]{% endmacro %}"""
    calls = {
        'm("1", "2")': "12",
        'm("1")': "1-",
        'm(b="2", a="1")': "12",
        'm("1", b="<")': "1&lt;",
        'link("1", class="2")': "1.2",
        'link(class="2", a="1")': "1.2",
        'm(*["1", "2"])': "12",
        'm("1", *["2"])': "12",
        'm(**{"a": "1", "b": "2"})': "12",
        'link(*["1"], **{"class": "2"})': "1.2",
        'link(class="2", **{"a": "1"})': "1.2",
    }
    blocks = {'box("1")': "[12]", 'box("1", class="-")': "[1-2]", 'box(*["1"])': "[12]", 'box(**{"a": "1"})': "[12]"}
    printed = [f"{{{{ {call} }}}}" for call in calls] + [f"{{% call {call} %}}2{{% endcall %}}" for call in blocks]
    page = " ".join(printed)
    start = '{% from "part.html" import m, link, box %}'
    made = templates(tmp_path, part=part, page=start + page, loop=f"{start}{{% for _ in [1] %}}{page}{{% endfor %}}")
    expected = " ".join((*calls.values(), *blocks.values()))
    assert made.render("page.html") == expected
    assert made.render("loop.html") == expected


@pytest.mark.parametrize("wrong", ["m(1, 2, 3)", "m(1, c=2)", "m(*[1, 2, 3])", "m(1, class=2)", "box(1)"])
def test_a_macro_that_is_called_wrongly_is_told(tmp_path: Path, wrong: str) -> None:
    """Too many arguments, names that it does not have and a block that is missing are the template's fault."""
    part = '{% macro m(a, b="-") %}{{ a }}{{ b }}{% endmacro %}{% macro box(a) %}[{{ a }}{{ caller() }}]{% endmacro %}'
    page = f'{{% from "part.html" import m, box %}}{{{{ {wrong} }}}}'
    with pytest.raises(ThemeBroken, match=r"page\.html|part\.html"):
        templates(tmp_path, part=part, page=page).render("page.html")


def test_attributes_may_have_any_name(tmp_path: Path) -> None:
    """A word of Python is an attribute as good as another, and a fault of the template where there is none."""
    made = templates(tmp_path, page="{{ x.class }} {{ x.inner.from }}", other="\n{{ x.import }}")
    x = type("X", (), {"class": "<", "inner": type("Y", (), {"from": "a"})})
    assert made.render("page.html", x=x) == "&lt; a"
    with pytest.raises(ThemeBroken, match=r"other\.html 第 2 行.*import"):
        made.render("other.html", x=x)


@pytest.mark.parametrize(
    "slip", ["{{ m(a=1, a=2) }}", "{% macro n(a, a) %}{% endmacro %}", "{{ m(1) | join(d=1, d=2) }}"]
)
def test_what_only_python_refuses_is_told(tmp_path: Path, slip: str) -> None:
    """A slip that Jinja itself does not see is told with file and line."""
    part = f"{{% macro m(a) %}}{{{{ a }}}}{{% endmacro %}}\n<p>\n{slip}</p>"
    made = templates(tmp_path, part=part, page='{% include "part.html" %}')
    with pytest.raises(ThemeBroken, match=r"part\.html 第 3 行"):
        made.render("page.html")


def test_a_name_that_is_not_given_is_told(tmp_path: Path) -> None:
    """A slip in a template names file and line."""
    made = templates(tmp_path, page="\n{{ nobody }}")
    with pytest.raises(ThemeBroken, match=r"page\.html"):
        made.render("page.html")
