"""Whatever an editor pastes into a text is text: no page runs it, and no page is broken by it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.build import Options, build, check
from generator.contract import load_tables
from generator.findings import Level

from .prepared_sites import copy_site
from .published import Page, html_files
from .sizes import is_acceptance, sized
from .values import Value, lines_of, values_of

HOSTILE = """"><script>alert(1)</script>{{7*7}}</script><!-- ' onmouseover=alert(2) x=" &lt; </title></style>]]>"""
RUNS = "<script>alert"
_BLOCK = re.compile(r"(?m)^(\s*)(\S[^:\n]*): \|\n")


def _written(value: Value) -> str:
    """Return the hostile text as it has to be written in that place."""
    return HOSTILE if value.cell is not None else "'" + HOSTILE.replace("'", "''") + "'"


def _poison(site: Path) -> int:
    """Put the hostile text into every text that takes it; return how many do."""
    texts = [
        value
        for value in values_of(site)
        if value.field.type == "string" and value.text and not (value.field.target or value.field.categories)
        if not value.field.semantic and value.field.name not in load_tables()[value.table].primary_key
        if value.table not in ("qr_codes", "redirects") and value.field.name != "fingerprint"
    ]
    for value in values_of(site):
        if (value.table, value.field.name) == ("catalogue_issues", "fingerprint"):  # what is sealed takes no other text
            value.write(site, "" if value.cell is not None else "''")
    for value in texts:
        value.write(site, _written(value))
    for _ in range(4):
        report = check(Options(site))
        wrong = {(found.place.file, found.place.line) for found in report.findings if found.level is Level.ERROR}
        if not wrong:
            break
        for value in texts:
            if (value.file, value.line) in wrong:
                value.write(site, value.text)
        texts = [value for value in texts if (value.file, value.line) not in wrong]
    for path in sorted((site / "data").rglob("*.yml")):
        lines, end = lines_of(path)
        text = end.join(lines)
        path.write_text(_BLOCK.sub(lambda m: f"{m[0]}{m[1]}  {HOSTILE}\n\n", text), encoding="utf-8")
    return len(texts)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with the hostile text everywhere, built: the demonstration in an acceptance run, else the small shop."""
    folder = tmp_path_factory.mktemp("hostile")
    site = copy_site("demo" if is_acceptance() else "shop", folder / "site")
    assert _poison(site) > sized(100, 500)
    config = site / "site_config.yml"
    lines = config.read_text(encoding="utf-8")
    quoted = json.dumps(HOSTILE)
    for name in ("title", "subtitle", "description", "sample_note"):
        lines = re.sub(rf"(?m)^{name}: .*$", lambda _, name=name: f"{name}: {quoted}", lines)
    lines = re.sub(r"(?m)^(  name|  - text): .*$", lambda match: f"{match[1]}: {quoted}", lines)
    config.write_text(lines, encoding="utf-8")
    build(Options(site, out=folder / "out", jobs=1))
    return folder / "out"


def test_no_page_holds_it_as_markup(hostile: Path) -> None:
    """In HTML, JSON-LD, SVG and XML the text is escaped, and no template evaluates it."""
    shown = 0
    for path in sorted(hostile.rglob("*")):
        if path.suffix not in (".html", ".svg", ".xml"):
            continue
        text = path.read_text(encoding="utf-8")
        assert RUNS not in text, path
        assert "/script>49<" not in text, path
        assert "/script&gt;49&lt;" not in text, path
        shown += "{{7*7}}" in text
        if path.suffix != ".html":
            ET.fromstring(text)
    assert shown > sized(50, 100)


def test_every_page_stays_whole(hostile: Path) -> None:
    """No element, attribute or comment came out of a text, and JSON-LD says it word for word."""
    said = 0
    for number, path in enumerate(html_files(hostile)):
        page = Page.read(hostile, path)
        assert number % sized(8, 1) or not page.errors, (path, page.errors[:3])
        for element in page.tree.iter():
            if not isinstance(element.tag, str):
                assert "onmouseover" not in (element.text or ""), path
                continue
            assert not [name for name in element.attrib if name.startswith("on")], path
            assert not element.get("href", "").lower().startswith("javascript:")
        for script in page.elements("script"):
            if script.get("type") == "application/ld+json":
                said += HOSTILE in json.dumps(json.loads(script.text or ""), ensure_ascii=False).replace('\\"', '"')
            else:
                assert "alert" not in (script.text or ""), path
    assert said > sized(10, 20)
