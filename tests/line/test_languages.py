"""The whole site in each of its languages, as it is published."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest

from generator.build import Options, build
from generator.surfaces.content_links import OWN

from .kinds import BENEATH, FOLDERS, language_of
from .site_copies import BuiltSite

HOST = "https://www.shanhuo.example/"
ONCE = ("01/", "P/", "S/", "p/", "api/", "assets/", "data/", "pictures/", "qr/")
"""What stands once for all languages, or beneath itself."""
_HAN = re.compile("[\u4e00-\u9fff]")


def _pages(out: Path) -> dict[str, str]:
    return {path.relative_to(out).as_posix(): path.read_text(encoding="utf-8") for path in sorted(out.rglob("*.html"))}


@pytest.fixture(scope="module")
def pages(built_demo: BuiltSite) -> dict[str, str]:
    """Path → page of the demonstration site."""
    return _pages(built_demo.out)


def test_every_page_stands_in_every_language(pages: dict[str, str]) -> None:
    """What one language has, all have, and each page says which it is in."""
    fixed = {path for path in pages if not path.startswith("guide/")}  # a display changes its language where it stands
    own = {path for path in fixed if language_of(path) == "zh-Hans" and not re.match(BENEATH, path)}
    shelf = {path for path in pages if language_of(path) == "zh-Hans" and re.match(BENEATH, path)}
    assert len(own) > 100
    assert len(shelf) > 40
    for folder in FOLDERS.values():
        assert {folder + path for path in own} <= pages.keys()
        assert {path.replace("index.html", f"{folder}index.html") for path in shelf} <= pages.keys()
    for path, page in pages.items():
        assert f'<html lang="{language_of(path)}"' in page, path


def test_pages_tell_of_each_other(pages: dict[str, str]) -> None:
    """Every page names itself and all others of its kind, and these name it (hreflang has to be mutual)."""
    told = {
        path: dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"', page))
        for path, page in pages.items()
        if '<meta name="robots" content="noindex">' not in page
    }
    for path, others in told.items():
        assert set(others) == {*FOLDERS, "x-default"}, path
        assert others["x-default"] == others["zh-Hans"]
        for address in others.values():
            assert address.startswith(HOST)
            other = address.removeprefix(HOST) + "index.html"
            assert told[other] == others, (path, other)


def test_the_language_switch_stays_on_the_page(pages: dict[str, str]) -> None:
    """A reader who changes the language reads the same thing on; in a frame the page around it has the say."""
    for path, page in pages.items():
        if path.startswith(("embed/v1/", "guide/")):
            continue
        links = dict(re.findall(r'<a [^>]*href="([^"]*)"[^>]* hreflang="([^"]+)"', page))
        targets = {tag: urljoin(f"http://h/{path}", href) for href, tag in links.items()}
        assert {*targets, language_of(path)} == set(FOLDERS), path
        if path.endswith("404.html"):
            continue
        inner = re.sub(r"(^|/)(zh-hant|en)/", r"\1", path).removesuffix("index.html")
        for tag, target in targets.items():
            bare = re.sub(r"(^|/)(zh-hant|en)/", r"\1", target.removeprefix("http://h/"))
            assert bare == inner, (path, tag, target)


def test_english_pages_are_english(pages: dict[str, str]) -> None:
    """The demonstration site is translated whole: Chinese stands beside an English name, where one has to find it."""
    for path, page in pages.items():
        if language_of(path) != "en":
            continue
        text = re.sub(r"<script.*?</script>|<style.*?</style>|<a [^>]*hreflang=.*?</a>", "", page, flags=re.DOTALL)
        text = re.sub(r'<(\w+)[^>]* lang="zh-Hans"[^>]*>.*?</\1>', "", text, flags=re.DOTALL)
        found = _HAN.search(re.sub(r"\([^()]*\)", "", unescape(text)))
        assert not found, (path, found)


def test_money_is_told_in_its_iso_code_abroad(pages: dict[str, str]) -> None:
    """A sign that two currencies share is for readers at home; amounts are the same, none is converted."""
    home, abroad = pages["products/ziyang-fuxi-cha/index.html"], pages["en/products/ziyang-fuxi-cha/index.html"]
    assert "¥" in home
    assert "¥" not in abroad
    amounts = r'class="sh-price__amount">([^<]+)<'
    assert re.findall(amounts, home) == re.findall(amounts, abroad)
    assert "万元" not in "".join(page for path, page in pages.items() if language_of(path) == "en")


def test_what_nobody_translated_is_shown_and_marked(open_site: Callable[[str], Path]) -> None:
    """A page without its translation says the source's words in the source's language; attributes hold plain text."""
    site = open_site("demo")
    table = site / "data" / "translations.csv"
    with table.open(encoding="utf-8-sig", newline="") as source:
        rows = [row for row in csv.reader(source) if row[1] not in ("ziyang-fuxi-cha", "610924")]
    with table.open("w", encoding="utf-8-sig", newline="") as target:
        csv.writer(target).writerows(rows)
    out = build(Options(site)).out
    page = (out / "en/products/ziyang-fuxi-cha/index.html").read_text(encoding="utf-8")
    assert re.search(r'<h1[^>]*><span class="sh-source" lang="zh-Hans">紫阳富硒茶', page)
    assert '<div class="sh-source" lang="zh-Hans"><p>' in page
    assert "Shaanxi" in page
    assert not re.search(r'="[^"]*<', page)
    assert "<span" not in re.findall(r"<title>(.*?)</title>", page)[0]


def test_the_editors_prose_cannot_take_a_place_of_the_catalogue(built_demo: BuiltSite) -> None:
    """Whatever stands at the root of the site and is not prose has a name that prose is refused."""
    prose = {path.stem for path in (built_demo.site / "content").glob("*.md")}
    folders = {folder.rstrip("/") for folder in FOLDERS.values()}
    names = {path.name.partition(".")[0].lower() for path in built_demo.out.iterdir()}
    assert names - prose - folders - OWN == set()
