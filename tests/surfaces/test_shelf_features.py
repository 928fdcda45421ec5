"""What shelf pages ask of a browser: nothing that a phone of 2018 lacks, unless something stands in for it."""

from __future__ import annotations

import html5lib
import pytest
from chromium_features import OLDEST, facts, younger_in_page, younger_in_style
from line.published import Page
from line.site_copies import BuiltSite
from line.sizes import record_result

ENHANCEMENTS = {
    "css.properties.gap.flex_context": "the figures of a progress stand closer together",
    "html.elements.img.loading": "a picture further down loads at once",
    "css.properties.color-scheme": "scroll bars are light on a dark page",
    "css.properties.overflow-wrap.anywhere": "the page's own break-word is inherited",
    "css.properties.text-underline-offset": "the line stands where the browser puts it",
}
"""Younger features without which a page says and does the same → what an older browser shows instead."""


@pytest.fixture(scope="module")
def pages(built_demo: BuiltSite) -> list[Page]:
    """Every shelf page of the demonstration, in every language."""
    out = built_demo.out
    paths = sorted(path.relative_to(out).as_posix() for path in out.glob("P/**/index.html"))
    assert len(paths) >= 36
    return [Page.read(out, path) for path in paths]


def test_no_style_is_younger_than_the_oldest_browser(pages: list[Page]) -> None:
    """Every property, value, function, unit, selector and rule works in Chromium 66, has a stand-in, or only adorns."""
    styles = {style.text or "" for page in pages for style in page.elements("style")}
    used = [use for style in styles for use in younger_in_style(style)]

    assert {use.feature for use in used if use.feature not in ENHANCEMENTS} == set(), used
    record_result("shelf-features", len(pages), "shelf pages", f"nothing without a stand-in is younger than {OLDEST}")


def test_no_markup_is_younger_than_the_oldest_browser(pages: list[Page]) -> None:
    """Every element and attribute works in Chromium 66, or only adorns."""
    used = [use for page in pages for use in younger_in_page(page.tree)]

    assert [use for use in used if use.feature not in ENHANCEMENTS] == []


@pytest.mark.parametrize(
    ("style", "feature"),
    [
        ("a { aspect-ratio: 1 }", "css.properties.aspect-ratio"),
        ("a { inset: 0 }", "css.properties.inset"),
        ("a { display: flex; gap: 1rem }", "css.properties.gap.flex_context"),
        ("a { width: min(10px, 5%) }", "css.types.min"),
        ("a { width: clamp(1px, 2px, 3px) }", "css.types.clamp"),
        ("a { height: 100dvh }", "unit dvh"),
        (":root { --a: color-mix(in srgb, red, blue) }", "css.types.color.color-mix"),
        ("a:has(b) { color: red }", "css.selectors.has"),
        ("a:focus-visible { color: red }", "css.selectors.focus-visible"),
        ("a:is(b, c) { color: red }", "css.selectors.is"),
        ("@layer a { b { color: red } }", "css.at-rules.layer"),
        ("@container (width > 1px) { b { color: red } }", "css.at-rules.container"),
        ("@media print { a { aspect-ratio: 1 } }", "css.properties.aspect-ratio"),
        ("@media (prefers-color-scheme: dark) { a { gap: 1px; aspect-ratio: 1 } }", "css.properties.aspect-ratio"),
        ("a { nonsense: 1 }", "css.properties.nonsense"),
        ("a { overflow: clip }", "css.properties.overflow.clip"),
    ],
)
def test_a_younger_feature_is_found(style: str, feature: str) -> None:
    """The linter names what a browser of 2018 lacks."""
    assert feature in {use.feature for use in younger_in_style(style)}


@pytest.mark.parametrize(
    "style",
    [
        "a { width: 50%; width: min(10px, 50%) }",
        "a { overflow: hidden; overflow: clip }",
        "a { display: grid; gap: 1rem }",
        "@supports (aspect-ratio: 1) { a { aspect-ratio: 1 } }",
        "@media (prefers-contrast: more) { a { aspect-ratio: 1 } }",
        "a { -webkit-text-size-adjust: 100%; word-wrap: break-word; clip: rect(0 0 0 0) }",
        "a::before { content: var(--x); color: rgba(0, 0, 0, 0.5); transform: translate(1px) }",
        ":root:not([a]) { background: linear-gradient(red, blue); width: calc(1px + 2em) }",
    ],
)
def test_what_has_a_stand_in_is_not_told(style: str) -> None:
    """A declaration before it, a condition around it, or a browser of 2018 that knows it: nothing to tell."""
    assert younger_in_style(style) == []


def test_younger_markup_is_found() -> None:
    """Elements and attributes are asked for as well; what only addresses programs is not."""
    text = "<!doctype html><html lang=zh><p popover></p><a role=x aria-label=y data-z=1></a><img loading=lazy>"
    tree = html5lib.parse(text, namespaceHTMLElements=False)

    assert {use.feature for use in younger_in_page(tree)} == {
        "html.global_attributes.popover",
        "html.elements.img.loading",
    }


def test_every_enhancement_is_one(pages: list[Page]) -> None:
    """The list of what only adorns holds nothing that shelf pages do not use, or that is old enough."""
    styles = {style.text or "" for page in pages for style in page.elements("style")}
    used = {use.feature for style in styles for use in younger_in_style(style)}
    used |= {use.feature for page in pages for use in younger_in_page(page.tree)}

    assert used == set(ENHANCEMENTS)
    assert all(facts()[feature] > OLDEST for feature in ENHANCEMENTS)
