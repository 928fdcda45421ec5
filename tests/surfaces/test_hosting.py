"""What hosts are told to send: the policy itself, before any server's language."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.surfaces.hosting.content_security import (
    EMBED,
    FILE,
    PORTAL,
    SHELF,
    hash_source,
    policy_text,
    united,
)
from generator.surfaces.hosting.inline import Refused, blocks_of, inline_of, refused_in
from generator.surfaces.hosting.moved import moved_addresses
from generator.surfaces.hosting.policy import Policy, inline_slots, policy_of
from generator.surfaces.hosting.rules import CACHE, OPENED_BY, READ_BY, SECURITY, SHARED_WITH
from generator.surfaces.shelf import inline_style, sheet_style
from generator.surfaces.theme import PACKAGE_THEMES, Theme

from .support import settings_of

LANGUAGES = ("", "en/", "zh-hant/")


@pytest.fixture(scope="module")
def theme(tmp_path_factory: pytest.TempPathFactory) -> Theme:
    """The default theme."""
    return Theme("default", (PACKAGE_THEMES / "default",), tmp_path_factory.mktemp("work"))


@pytest.fixture(scope="module")
def policy(theme: Theme) -> Policy:
    """The policy of a site in three languages."""
    site = settings_of("shop")._replace(language="zh-Hans", languages=("zh-Hans", "en", "zh-Hant"))
    return policy_of(site, theme, [])


PATHS = {
    "index.html": ("no-cache", "same-origin", None),
    "en/products/x/index.html": ("no-cache", "same-origin", None),
    "P/7K3M9QA/index.html": ("no-cache", "same-origin", None),
    "assets/site/portal-0123456789.css": ("public, max-age=31536000, immutable", "same-origin", None),
    "assets/site/favicon.svg": ("public, max-age=86400", "same-origin", None),
    "pictures/tea-tea-1.svg": ("public, max-age=86400", "cross-origin", None),
    "qr/7K3M9QA.png": ("public, max-age=86400", "cross-origin", None),
    "en/share/products/tea.png": ("public, max-age=86400", "cross-origin", None),
    "search/index.html": ("no-cache", "same-origin", None),
    "search/index/names/0.js": ("public, max-age=86400", "same-origin", None),
    "en/search/labels.js": ("public, max-age=86400", "same-origin", None),
    "products/facets.js": ("no-cache", "same-origin", None),
    "products/cards/0.js": ("public, max-age=86400", "same-origin", None),
    "api/v1/products.json": ("public, max-age=300", "cross-origin", "*"),
    "data/products.csv": ("public, max-age=300", "cross-origin", "*"),
    "feed.xml": ("public, max-age=300", "cross-origin", "*"),
    "zh-hant/feed.json": ("public, max-age=300", "cross-origin", "*"),
    "embed/v1/columns/a/en/index.html": ("public, max-age=300", "cross-origin", "*"),
    "en/embed/index.html": ("no-cache", "same-origin", None),
    "en/feeds/columns/a/products.csv": ("public, max-age=300", "cross-origin", "*"),
    "feed.xml/index.html": ("no-cache", "same-origin", None),
    "datas/x.csv": ("no-cache", "same-origin", None),
}
"""File → caching, sharing with other sites, reading by their programs."""


@pytest.mark.parametrize("path", PATHS)
def test_each_kind_of_file_has_its_headers(policy: Policy, path: str) -> None:
    """Caching, sharing and reading hang on where a file stands; a name that only begins alike is another place."""
    sent = policy.headers(path)
    assert (sent[CACHE], sent[SHARED_WITH], sent.get(READ_BY)) == PATHS[path]
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert sent["Referrer-Policy"] == "strict-origin-when-cross-origin"


@pytest.mark.parametrize("path", PATHS)
def test_only_what_is_embedded_may_be_framed(policy: Policy, path: str) -> None:
    """Frames are refused twice, by the new header and the old one, and under /embed/v1/ by neither."""
    sent, is_embedded = policy.headers(path), "embed/v1/" in path
    assert ("frame-ancestors 'none'" in sent[SECURITY]) is not is_embedded
    assert ("X-Frame-Options" in sent) is not is_embedded
    assert (OPENED_BY in sent) is not is_embedded


@pytest.mark.parametrize("path", PATHS)
def test_nothing_unsafe_is_ever_allowed(policy: Policy, path: str) -> None:
    """Every policy begins with nothing; nothing inline, no eval, no other host's scripts."""
    security = policy.headers(path)[SECURITY]
    assert security.startswith("default-src 'none'; ")
    assert "unsafe" not in security
    assert "http" not in security
    assert "base-uri 'none'" in security


def test_shelf_pages_let_their_style_through_by_its_hash(policy: Policy, theme: Theme) -> None:
    """The hashes are those of the sheets in the page, and of the rule that stands in for a script.

    Scripts and other styles are refused.
    """
    security = policy.headers("P/7K3M9QA/en/index.html")[SECURITY]
    sheets = (inline_style(theme), sheet_style(theme), ".sh-typing{display:none}")
    hashes = sorted(hash_source(sheet) for sheet in sheets)
    assert f"style-src {' '.join(hashes)};" in security
    assert "script-src" not in security


def test_a_hash_is_that_of_the_standard() -> None:
    """The example of CSP Level 3, section 2.3.1: base64 of the text's SHA-256."""
    assert hash_source("alert('Hello, world.');") == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


@pytest.mark.parametrize("directives", [PORTAL, SHELF, EMBED, FILE])
def test_a_united_policy_allows_what_either_allows(directives: dict[str, str]) -> None:
    """Every source of both is in the union, and ``'none'`` only where both say so."""
    one, other = policy_text(directives), policy_text(PORTAL)
    both = united(one, other)
    for text in (one, other):
        for directive in text.split("; "):
            name, *sources = directive.split(" ")
            found = next(part for part in both.split("; ") if part.split(" ")[0] == name)
            assert set(sources) - {"'none'"} <= set(found.split(" "))
    assert "default-src 'none'" in both


def test_a_missing_page_is_that_of_its_language(policy: Policy) -> None:
    """The language is the first folder, on shelf pages the one behind the code."""
    expected = {
        "nix": "404.html",
        "en/nix": "en/404.html",
        "zh-hant/a/b/": "zh-hant/404.html",
        "english/": "404.html",
        "P/2222222/": "404.html",
        "P/2222222/en/": "en/404.html",
    }
    assert {path: policy.missing_page(path) for path in expected} == expected


def test_old_addresses_lead_on_in_every_language() -> None:
    """A row without a language holds for all; one with a language, one to a shared file and one to elsewhere do not."""
    rows = [
        ("/products/a/", "/products/b/"),
        ("/en/old/", "/en/new/"),
        ("/etiketten/", "/P/7K3M9QA/"),
        ("/laden/", "https://example.org/"),
    ]
    moved = {item.path: item.target for item in moved_addresses(rows, base_path="/", folders=LANGUAGES)}
    assert moved == {
        "/products/a": "/products/b/",
        "/en/products/a": "/en/products/b/",
        "/zh-hant/products/a": "/zh-hant/products/b/",
        "/en/old": "/en/new/",
        "/etiketten": "/P/7K3M9QA/",
        "/laden": "https://example.org/",
    }


def test_languages_stand_in_the_portals_folder() -> None:
    """Where the portal has a folder on its host, languages are folders in it; what is outside has none."""
    rows = [("/portal/a/", "/portal/b/"), ("/a/", "/portal/b/")]
    moved = {item.path: item.target for item in moved_addresses(rows, base_path="/portal/", folders=("", "en/"))}
    assert moved == {"/portal/a": "/portal/b/", "/portal/en/a": "/portal/en/b/", "/a": "/portal/b/"}


def test_an_address_that_leads_to_itself_is_left_out() -> None:
    """It would lead a reader round in a circle, also where only the slash differs."""
    assert moved_addresses([("/a/", "/a")], base_path="/", folders=("",)) == ()


@given(st.text(max_size=12), st.text(max_size=12))
def test_targets_hold_nothing_that_a_server_reads_as_its_own(old: str, new: str) -> None:
    """Whatever an editor writes, a target is printable ASCII without quotes, variables, blanks or line ends."""
    for moved in moved_addresses([(f"/{old}", f"/{new}")], base_path="/", folders=LANGUAGES):
        assert moved.path.isprintable()
        assert moved.target.isascii()
        assert moved.target.isprintable()
        assert not set("$\"'\\;{}()<> *`|^") & set(moved.target)


def test_inline_blocks_are_found_as_browsers_find_them() -> None:
    """Scripts with a source, data blocks, comments and empty blocks are none; the text between the tags counts."""
    page = """<!-- <script>old()</script> -->{# <style>a{}</style> #}
<script src="a.js"></script><script type="application/ld+json">{}</script><style></style>
<STYLE media=print> b{} </STYLE>
<script type="module">one()
</script>"""
    assert [(block.kind, block.text, block.line) for block in blocks_of(page)] == [
        ("style", " b{} ", 3),
        ("script", "one()\n", 4),
    ]


@pytest.fixture
def own(tmp_path: Path) -> Theme:
    """A theme of a site's own over the default one."""
    folder = tmp_path / "themes" / "default"
    (folder / "portal").mkdir(parents=True)
    return Theme("default", (folder, PACKAGE_THEMES / "default"), tmp_path / "work")


def _put(theme: Theme, name: str, text: str) -> None:
    (theme.folders[0] / name).write_text(text, encoding="utf-8")


def test_a_themes_fixed_script_is_let_through_by_its_hash(own: Theme) -> None:
    """A site's own template may hold a script that is the same on every page, and only its surface allows it."""
    _put(own, "portal/story.html", "<script>count()</script>")
    site = settings_of("shop")
    policy = policy_of(site, own, [])
    assert hash_source("count()") in policy.headers("stories/a/index.html")[SECURITY]
    assert hash_source("count()") not in policy.headers("P/7K3M9QA/index.html")[SECURITY]
    assert refused_in(own, inline_slots(own)) == ()


def test_what_differs_from_page_to_page_is_told(own: Theme) -> None:
    """A script that a template fills in, a style attribute and an event handler get no leave, but file and line."""
    _put(own, "portal/story.html", "<p>\n<script>count('{{ page.title }}')</script>\n<p style='top:0' onclick=\"x()\">")
    file = "themes/default/portal/story.html"
    found = refused_in(own, inline_slots(own))
    assert found == (Refused(file, 2, "script"), Refused(file, 3, "style"))
    assert inline_of(own, ("portal/",), inline_slots(own)).scripts == ()


def test_the_default_theme_needs_no_leave(theme: Theme) -> None:
    """Nothing in its templates is refused, and nothing but the shelf's style is inline."""
    slots = inline_slots(theme)
    assert refused_in(theme, slots) == ()
    assert inline_of(theme, ("portal/", "components/"), slots) == ((), ())
    assert len(inline_of(theme, ("shelf/", "components/"), slots).styles) == 3
