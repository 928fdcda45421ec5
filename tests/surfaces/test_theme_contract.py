"""What a site may change of its look: blocks, components, tokens, words, motifs, colours and a logo, one at a time.

``tests/themes/market`` is a theme of a few files over the default one.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from line.prepared_sites import copy_site
from line.published import Page
from line.site_copies import REPOSITORY
from PIL import Image

from generator.build import Options, build
from generator.errors import UsageError

MARKET = REPOSITORY / "tests" / "themes" / "market"
PAGES = ("index.html", "products/index.html", "stories/cha-xiang/index.html")


def made(site: Path, settings: str = "") -> Path:
    """Build the site with further *settings*; return the folder of what is published."""
    with (site / "site_config.yml").open("a", encoding="utf-8") as file:
        file.write(settings)
    return build(Options(site)).out


def of_class(out: Path, name: str, page: str = "index.html") -> list[Element]:
    """All elements of a class on a page."""
    return [element for element in Page.read(out, page).tree.iter() if name in element.get("class", "").split()]


def words(element: Element) -> str:
    """The text of an element."""
    return " ".join("".join(element.itertext()).split())


def style(out: Path) -> str:
    """The portal's style sheet."""
    return next((out / "assets" / "site").glob("portal-*.css")).read_text("utf-8")


def declared(css: str, name: str) -> str:
    """What a custom property is on the root by day: of rules alike the last one counts."""
    return re.findall(rf"(?:^|[}}\s]):root(?::root)?\s*\{{[^{{}}]*?--sh-{name}:\s*([^;}}]+)", css)[-1].strip()


@pytest.fixture(scope="module")
def market(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small shop in the theme of the market."""
    site = copy_site("shop", tmp_path_factory.mktemp("market") / "shop")
    shutil.copytree(MARKET, site / "themes" / "market")
    return made(site, "theme: market\n")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same shop as it is."""
    return made(copy_site("shop", tmp_path_factory.mktemp("plain") / "shop"))


def test_a_block_is_replaced_and_the_rest_inherited(market: Path, plain: Path) -> None:
    """The theme's market day stands in the place of the counts; what opens the page is the default theme's."""
    assert words(of_class(market, "market-hours")[0]).startswith("逢五赶集")
    assert not of_class(market, "sh-tally")
    assert of_class(plain, "sh-tally")
    assert words(of_class(market, "sh-lead__name")[0]) == words(of_class(plain, "sh-lead__name")[0])


def test_a_block_can_hold_the_one_that_it_replaces(market: Path, plain: Path) -> None:
    """``super()`` puts the inherited block inside the theme's own."""
    (own,) = of_class(market, "market-season")
    cards = [element for element in own.iter() if "sh-product-card" in element.get("class", "").split()]

    assert len(cards) == len(of_class(plain, "sh-product-card")) > 0


def test_a_block_of_the_frame_is_replaced_on_every_page(market: Path) -> None:
    """The foot of the default theme stays, with the theme's own line beneath it."""
    for page in PAGES:
        assert of_class(market, "sh-colophon", page), page
        assert [words(line) for line in of_class(market, "market-line", page)] == ["山货小店"], page


def test_a_component_is_replaced_wherever_it_stands(market: Path, plain: Path) -> None:
    """The theme's mark of samples stands on every page that has one, and the default one on none of them."""
    pages = [path for path in market.rglob("*.html") if "sh-sample-mark" in path.read_text("utf-8")]
    marks = [mark for path in pages for mark in of_class(market, "sh-sample-mark", path.relative_to(market).as_posix())]

    assert marks
    assert all("market-sample" in mark.get("class", "") and words(mark).startswith("[") for mark in marks)
    assert not any("market-sample" in path.read_text("utf-8") for path in plain.rglob("*.html"))


def test_a_token_is_replaced(market: Path, plain: Path) -> None:
    """A token of the theme comes after the default ones; those that it does not name are as they were."""
    assert declared(style(market), "font-title") == "var(--sh-font-text)"
    assert declared(style(plain), "font-title") != "var(--sh-font-text)"
    assert declared(style(market), "tea-ink") == declared(style(plain), "tea-ink")
    assert ".market-hours" in style(market)


def test_a_word_is_replaced(market: Path, plain: Path) -> None:
    """One text is the theme's, the others are the default theme's."""
    own, default = (words(of_class(out, "sh-lead__act")[0]) for out in (market, plain))

    assert own == "到摊前看看"
    assert default != own
    assert words(of_class(market, "sh-tabs")[0]) == words(of_class(plain, "sh-tabs")[0])


def test_a_motif_is_replaced(market: Path, plain: Path) -> None:
    """A drawing of the theme is printed in the place of the default one; all others stay."""
    drawn = [path.name for path in (market / "pictures").glob("*.svg")]
    own = [
        name for name in drawn if (market / "pictures" / name).read_bytes() != (plain / "pictures" / name).read_bytes()
    ]

    assert {name.split("-")[0] for name in own} == {"basket"}


def test_settings_alone_change_names_colours_and_sign(tmp_path: Path) -> None:
    """Title, accent, colours and logo come from ``site_config.yml``; no file of a theme is needed."""
    site = copy_site("shop", tmp_path / "shop")
    (site / "pictures").mkdir()
    sign = Image.new("RGBA", (900, 300), (20, 90, 60, 0))
    sign.paste((20, 90, 60, 255), (0, 0, 450, 300))
    sign.save(site / "pictures" / "logo.png")
    out = made(
        site, 'brand:\n  accent: tea\n  colours: {tea: "#14603c", paper: "#f2f5f0"}\n  logo: pictures/logo.png\n'
    )
    css = style(out)
    (logo,) = of_class(out, "sh-wordmark__logo", "products/index.html")

    assert declared(css, "tea-ink") == "#14603c"
    assert declared(css, "paper-ground") == "#f2f5f0"
    assert declared(css, "accent") == "var(--sh-tea)"
    assert of_class(out, "sh-masthead")[0].get("class", "").split()[1] == "sh-accent--tea"
    assert (logo.get("width"), logo.get("height")) == ("384", "128")
    with Image.open(out / "products" / logo.get("src", "")) as published:
        assert (published.size, published.mode) == ((384, 128), "RGBA")
    assert "#14603c" in (out / "assets" / "site" / "favicon.svg").read_text("utf-8")
    assert all("#f2f5f0" in path.read_text("utf-8") for path in (out / "pictures").glob("*-tea-*.svg"))


def test_a_colour_too_pale_stops_nothing(tmp_path: Path) -> None:
    """The site is warned, the portal is published, and what is shown can be read."""
    site = copy_site("shop", tmp_path / "shop")
    out = made(site, 'brand:\n  colours: {tea: "#8fbf6a"}\n')

    assert of_class(out, "sh-lead")
    assert declared(style(out), "tea-ink") not in ("#8fbf6a", "#385f3b")


def test_a_search_is_asked_from_every_page(plain: Path) -> None:
    """The field in the head leads to the one page of search, however deep the page lies."""
    for page, action in (("index.html", "search/"), (PAGES[1], "../search/"), (PAGES[2], "../../search/")):
        (form,) = of_class(plain, "sh-search", page)
        assert form.get("action") == action, page


def test_a_template_that_inherits_from_nothing_is_named(tmp_path: Path) -> None:
    """What no theme behind has cannot be inherited from, and the sentence names it."""
    site = copy_site("shop", tmp_path / "shop")
    own = site / "themes" / "default" / "portal"
    own.mkdir(parents=True)
    (own / "home.html").write_text('{% extends "inherited/portal/nope.html" %}', encoding="utf-8")

    with pytest.raises(UsageError, match=r"nope\.html"):
        made(site)
