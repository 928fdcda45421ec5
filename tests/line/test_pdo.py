"""A European protected-origin board: nothing Chinese is built in where a setting should be."""

from __future__ import annotations

import html
import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.build import Options, build, check
from generator.cli import shanhuo
from generator.errors import EXIT_FINDINGS
from generator.findings.catalogue import KINDS
from line.kinds import BENEATH
from line.prepared_sites import copy_site
from line.site_copies import BuiltSite

TEXT_FILES = (".html", ".css", ".js", ".json", ".csv", ".svg", ".xml", ".txt", ".webmanifest")
PROGRAM_FILES = (".css", ".js")
CHINESE = re.compile(
    "[\u1100-\u11ff\u2e80-\u303f\u3040-\u31ff\u3200-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe10-\ufe1f"
    "\ufe30-\ufe4f\uff00-\uffef\U0001f200-\U0001f2ff\U00016fe0-\U00018dff\U0001b000-\U0001b2ff\U00020000-\U0003ffff¥]"
)
"""CJK letters, kana, hangul, their punctuation and full-width forms, and the yuan sign."""
LIST_OF_832 = re.compile(r"(?<![0-9A-Za-z])832(?![0-9A-Za-z])")
"""The list of counties by its number; not the same digits inside a digest or a longer number."""
JSON_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\u([0-9a-fA-F]{4})")
CSS_ESCAPE = re.compile(r"\\([0-9a-fA-F]{4,6})(?![0-9a-fA-F])")


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The board, built once; for reading only."""
    folder = tmp_path_factory.mktemp("pdo")
    site = copy_site("pdo", folder / "site")
    return BuiltSite(site, folder / "out", build(Options(site, out=folder / "out")))


FOR_CHINESE = re.compile(r":lang\(zh[^{}]*\{[^{}]*\}")
"""A rule of a style sheet that holds for Chinese text alone, of which this site has none."""


def _said(path: Path) -> str:
    """Return everything that a file says: as it is written, and with each escape of its language undone."""
    text = FOR_CHINESE.sub("", path.read_text(encoding="utf-8"))
    if path.suffix in PROGRAM_FILES:
        return text + CSS_ESCAPE.sub(lambda match: chr(min(int(match[1], 16), 0x10FFFF)), text)
    undone = JSON_ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return f"{text}\n{undone}\n{html.unescape(text)}"


def _pages(out: Path) -> list[Path]:
    return sorted(out.rglob("*.html"))


def test_the_board_is_without_findings(board: BuiltSite) -> None:
    """The check of the board finds nothing, not even a warning."""
    assert check(Options(board.site)).findings == ()
    assert board.built.report.findings == ()


def test_the_output_has_no_chinese_character(board: BuiltSite) -> None:
    """No text file says anything in Chinese, Japanese or Korean letters, or in yuan."""
    files = [path for path in sorted(board.out.rglob("*")) if path.suffix in TEXT_FILES]
    assert {path.suffix for path in files} >= {".html", ".css", ".js", ".json", ".csv", ".svg", ".xml", ".txt"}

    found = {
        path.relative_to(board.out).as_posix(): [said[max(0, match.start() - 20) : match.end() + 20]]
        for path in files
        for said in [_said(path)]
        if (match := CHINESE.search(said))
    }

    assert found == {}


def test_the_output_does_not_name_the_832_list(board: BuiltSite) -> None:
    """China's list of counties is a setting of China's."""
    files = [path for path in sorted(board.out.rglob("*")) if path.suffix in TEXT_FILES]
    assert [path.name for path in files if LIST_OF_832.search(path.read_text(encoding="utf-8"))] == []


def test_names_of_files_are_plain_ascii(board: BuiltSite) -> None:
    """Addresses need no escapes."""
    assert [path.name for path in board.out.rglob("*") if not path.name.isascii()] == []


def test_pages_say_their_language(board: BuiltSite) -> None:
    """The language that stands at the root is French, on portal and shelf alike; English stands in its folder."""
    told = {
        page.relative_to(board.out).as_posix(): re.search(r'<html lang="([^"]*)"', page.read_text(encoding="utf-8"))[1]
        for page in _pages(board.out)
    }
    english = {path for path in told if path.startswith("en/") or re.sub(BENEATH, "", path).startswith("en/")}
    assert {path for path, language in told.items() if language == "en"} == english
    assert {path for path, language in told.items() if language == "fr"} == told.keys() - english


def test_prices_are_written_as_in_french(board: BuiltSite) -> None:
    """The comma parts cents, the sign follows behind a blank that no line breaks at, and litres are compared."""
    page = (board.out / "products" / "cote-de-brouilly" / "index.html").read_text(encoding="utf-8")
    words = re.sub(r"<[^>]+>", "", html.unescape(page))

    assert "12,50\u00a0€ / bouteille" in words
    assert "16,67\u00a0€ / 1 L" in words
    assert re.search(r"[€]\s?\d", words) is None
    assert re.search(r"\d\.\d\d\s?€", words) is None


def test_thousands_are_parted_by_a_narrow_blank(board: BuiltSite) -> None:
    """Sums from five digits on are grouped as French typography does."""
    page = (board.out / "campaigns" / "automne" / "index.html").read_text(encoding="utf-8")
    assert "12\u202f345,5" in page


def test_days_are_written_as_in_french(board: BuiltSite) -> None:
    """The first of a month is the 1er, other days are plain numbers."""
    page = (board.out / "campaigns" / "automne" / "index.html").read_text(encoding="utf-8")
    assert "du 1er octobre 2026 au 30 novembre 2026" in page


def test_an_origin_is_named_before_its_region(board: BuiltSite) -> None:
    """Place and region stand in the order of the language, with a comma between."""
    page = (board.out / "products" / "salers" / "index.html").read_text(encoding="utf-8")
    assert "Cantal, Auvergne-Rhône-Alpes" in page


def test_the_package_is_described_in_english(board: BuiltSite) -> None:
    """A site that is not Chinese publishes the tables' English titles, descriptions and labels."""
    package = json.loads((board.out / "data" / "datapackage.json").read_text(encoding="utf-8"))
    products = next(resource for resource in package["resources"] if resource["name"] == "products")
    kind = next(field for field in products["schema"]["fields"] if field["name"] == "kind")

    assert products["title"] == "Products"
    assert kind["title"] == "Kind"
    assert {"value": "goods", "label": "Goods"} in kind["categories"]


def test_amounts_in_the_package_are_plain_decimals(board: BuiltSite) -> None:
    """What an editor wrote with a comma is published as every program reads it."""
    offers = (board.out / "data" / "offers.csv").read_text(encoding="utf-8")
    origins = (board.out / "data" / "origins.csv").read_text(encoding="utf-8")
    assert ",8.75,9.50," in offers
    assert ",45.03,2.67," in origins


def test_a_broken_board_is_told_in_english(tmp_path: Path) -> None:
    """With ``--lang en`` findings of files, fields, rules and settings speak English, without a Chinese character."""
    site = copy_site("pdo", tmp_path / "site")
    _replace(site / "data" / "offers.csv", "8,75 €", "8,75 livres")
    _replace(site / "data" / "offers.csv", "6,30 €", "-6,30 €")
    _replace(site / "data" / "origins.csv", "ITC20", "Aoste")
    _replace(site / "data" / "channels.csv", "mode", "mood")
    _replace(site / "data" / "certificates.csv", "aop-fontina,aop,fontina", "aop-fontina,aop,fontinna")
    _replace(site / "data" / "products" / "salers.yml", "kind: goods", "kind: good")
    _replace(site / "data" / "products" / "cantal.yml", "net_content:", "net_contents:")
    _replace(site / "data" / "products" / "reblochon.yml", "status: active", "status: active\nstatus: draft")
    shutil.copy(site / "data" / "terms.csv", site / "data" / "words.csv")

    result = CliRunner().invoke(shanhuo, ["check", str(site), "--lang", "en"], standalone_mode=False)

    assert result.return_value == EXIT_FINDINGS
    assert CHINESE.findall(result.output) == []
    codes = ["not-money", "negative-price", "region-unknown", "unknown-field", "unknown-reference", "not-listed"]
    for code in [*codes, "yaml-duplicate-key", "unknown-file"]:
        assert f"error {code}\n" in result.output


def test_every_kind_of_finding_has_english_words() -> None:
    """Titles, sentences and advice of all kinds have an English form that reads without Chinese."""
    for kind in KINDS.values():
        for text in (kind.title, kind.template, kind.mend):
            assert text.en, kind.code


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, (path.name, old)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
