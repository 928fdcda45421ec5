"""The page of patterns: every component of the theme, with every example, in the language of the site."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_type_hints

import pytest
from line.prepared_sites import copy_site
from line.site_copies import BuiltSite

from generator.surfaces.charts import BarChart, ColumnChart
from generator.surfaces.patterns.component_docs import components, macros, shown_view, used_macros
from generator.surfaces.patterns.example_markup import alone
from generator.surfaces.patterns.examples import CALLS, Many, examples
from generator.surfaces.patterns.pages import patterns_page, pictures
from generator.surfaces.patterns.specimens import SIZES, Specimens
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.theme import PACKAGE_THEMES, Theme
from generator.surfaces.views import Link, Picture, Price, Progress, Seal, ShelfCode, Teaser

from .support import surroundings_of

BY_HAND = (BarChart, ColumnChart, Link, Picture, Progress, ShelfCode)
"""Views whose fields hang together, so that no two sizes of them differ in one field alone."""
THEME = Theme("default", (PACKAGE_THEMES / "default",), Path())


@pytest.fixture(scope="module")
def around(tmp_path_factory: pytest.TempPathFactory) -> Surroundings:
    """The French site: what it shows shall be French."""
    return surroundings_of(copy_site("pdo", tmp_path_factory.mktemp("patterns") / "pdo"))


def test_every_component_is_shown() -> None:
    """Each folder has an example of each macro that another file of the theme takes from it."""
    missing = used_macros(THEME) - set(CALLS)

    assert not missing
    assert {component for component, _ in CALLS} == set(components(THEME))


def test_examples_name_what_the_macros_take() -> None:
    """An example gives a macro all that it needs, and nothing that it does not know."""
    for (component, name), call in CALLS.items():
        macro = macros(THEME, component)[name]
        known = dict(macro.parameters)
        needed = {parameter for parameter, default in macro.parameters if not default} - {"root", "t"}

        assert needed <= set(call.given) <= set(known), (component, name)
        assert set(call.looks) <= set(known), (component, name)


def test_every_value_of_a_view_is_shown(around: Surroundings) -> None:
    """Each field is shown filled; what may be left out is shown left out, what is true or false is shown as both."""
    specimens = Specimens(around)
    for call in CALLS.values():
        for form in call.given.values():
            view = form.view if isinstance(form, Many) else form
            if not isinstance(view, type) or view in BY_HAND or set(call.sizes) != set(SIZES):
                continue
            made = [specimens.several(view, size)[0] for size in SIZES]
            for field, hint in get_type_hints(view).items():
                values = [getattr(each, field) for each in made if each is not None]
                if hint is bool:
                    assert set(values) == {True, False}, (view, field)
                elif "None" in str(hint):
                    assert None in values, (view, field)
                    assert any(value is not None for value in values), (view, field)
                elif hint is str:
                    assert any(values), (view, field)


def test_seals_are_shown_in_every_shape_and_state(around: Surroundings) -> None:
    """Verified, self-stated and expired, each square, round and oval."""
    shown = [example.arguments["item"] for example in examples(Specimens(around), "seal", "seal")]
    seals = {(item.shape, item.state) for item in shown if isinstance(item, Seal)}

    assert {
        (shape, state) for shape in ("square", "round", "oval") for state in ("verified", "self-stated", "expired")
    } <= seals


def test_the_page_draws_all_examples(around: Surroundings) -> None:
    """Every example is drawn, none is empty of what it is for, ids stand once, and the words are the site's."""
    head, page = patterns_page(around)
    drawn = [example for component in page.components for macro in component.macros for example in macro.examples]
    ids = re.findall(r'\sid="([^"]+)"', "".join(example.html for example in drawn))

    assert not head.indexed
    assert len(drawn) >= len(CALLS)
    assert len(ids) == len(set(ids))
    assert not re.search(r"[\u4e00-\u9fff]", "".join(example.html for example in drawn).replace("中", ""))
    assert len({example.id for example in drawn}) == len(drawn)


def test_pictures_of_examples_are_planned(around: Surroundings) -> None:
    """What an example shows is made with the other pictures."""
    planned = {picture.src for picture in pictures(around)}
    _, page = patterns_page(around)
    html = "".join(
        example.html for component in page.components for macro in component.macros for example in macro.examples
    )
    shown = {src.removeprefix("../") for src in re.findall(r'src="([^"]+\.svg)"', html) if "/qr/" not in f"/{src}"}

    assert shown
    assert shown <= planned


def test_examples_lead_to_pages_that_exist(around: Surroundings) -> None:
    """Links of examples lead to the list of products, to places on the page, or to the host that stands for others."""
    _, page = patterns_page(around)
    html = "".join(
        example.html for component in page.components for macro in component.macros for example in macro.examples
    )
    known = {"../products/", "https://www.example.org/", "tel:+8600000000000"}

    assert {href for href in re.findall(r'href="([^"]*)"', html) if not href.startswith(("#", "../qr/"))} <= known


def test_views_say_what_their_fields_mean() -> None:
    """Fields come with their types and with the sentences beneath them."""
    price = shown_view(Price)
    fields = {field.name: field for field in price.fields}

    assert price.meaning.startswith("An amount with its unit")
    assert fields["unit"].meaning.startswith("What one pays it for")
    assert fields["symbol_after"].type == "bool"
    assert {field.name: field.type for field in shown_view(Teaser).fields}["picture"] == "Picture | None"


def test_examples_keep_their_ids_to_themselves() -> None:
    """Ids and links within an example get its own name; a link to what it lacks leads to the example."""
    html = '<nav aria-label="Pages"><a href="#a">1</a><a href="#b">2</a></nav><p id="a" aria-labelledby="a">x</p>'

    assert alone(html, "pager-1") == (
        '<nav aria-label="Pages (pager-1)"><a href="#pager-1-a">1</a><a href="#pager-1">2</a></nav>'
        '<p id="pager-1-a" aria-labelledby="pager-1-a">x</p>'
    )


def test_no_search_engine_is_told(built_demo: BuiltSite) -> None:
    """The page is published, asks not to be indexed, and stands in no sitemap."""
    out = built_demo.out
    page = (out / "patterns" / "index.html").read_text("utf-8")

    assert '<meta name="robots" content="noindex">' in page
    assert all("patterns" not in path.read_text("utf-8") for path in out.glob("sitemap*.xml"))
