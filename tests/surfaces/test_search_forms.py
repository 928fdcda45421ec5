"""What is the same to a reader has one form, in the index and in the script that asks it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from line.prepared_sites import copy_site
from playwright.sync_api import Browser

from generator.surfaces.search_forms import bare_of, open_forms
from generator.surfaces.search_sounds import sounds_of

from . import search_sites


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("紫陽富硒茶", "紫阳富硒茶"),
        ("臺灣烏龍", "台湾乌龙"),
        ("農產品地理標誌", "农产品地理标志"),
        ("ＡＢＣ１２", "abc12"),
        ("Crème Brûlée", "creme brulee"),
        ("Straße", "STRASSE"),
        ("  富硒 \n 茶 ", "富硒 茶"),
    ],
)
def test_spellings_of_one_thing_are_folded_into_one(tmp_path: Path, one: str, other: str) -> None:
    """Width, case, accents, script and blanks make no difference."""
    folded = open_forms(tmp_path).folded
    assert folded(one) == folded(other)


def test_the_bare_form_has_no_punctuation(tmp_path: Path) -> None:
    """Brackets, stops and blanks of either width are left out; letters, digits and characters stay."""
    bare = open_forms(tmp_path).bare
    assert bare("紫阳富硒茶（毛尖）") == "紫阳富硒茶毛尖"
    assert bare("Jambon 1 kg, « sec »") == "jambon1kgsec"
    assert bare("・——…、") == ""


def test_the_table_of_characters_is_kept_and_made_again_where_it_is_spoilt(tmp_path: Path) -> None:
    """A second run reads what the first found out; a file that says something else is not believed."""
    made = open_forms(tmp_path).simplified
    kept = next((tmp_path / "search").glob("*.json"))
    assert open_forms(tmp_path).simplified == made
    for spoilt in ("", "{", '{"release": "", "content": {}}', kept.read_text().replace('"', "")):
        kept.write_text(spoilt)
        assert open_forms(tmp_path).simplified == made
    assert made["陽"] == "阳"
    assert made["製"] == "制"


def test_names_have_the_sounds_of_their_words() -> None:
    """A word that is known has its reading, any other character all of its own; other signs are themselves."""
    assert sounds_of("重庆") == (("chong",), ("qing",))
    assert sounds_of("832平台") == (("8",), ("3",), ("2",), ("ping",), ("tai",))
    assert set(sounds_of("单县")[0]) >= {"dan", "shan"}
    assert "lv" in sounds_of("绿茶")[0]
    assert sounds_of("comte") == ()


@pytest.mark.browser
def test_the_script_folds_as_the_index_was_folded(chromium: Browser, tmp_path: Path) -> None:
    """Every character of the basic plane has the same two forms on both sides."""
    forms = open_forms(tmp_path / "work")
    out = search_sites.write(search_sites.planned(copy_site("pdo", tmp_path / "pdo")), tmp_path / "out")
    known = (chr(code) for code in range(0x20, 0x10000) if not 0xD800 <= code < 0xE000)
    characters = [character for character in known if unicodedata.category(character) != "Cn"]
    page = chromium.new_page()
    page.goto((out / "search/index.html").as_uri())
    script = """([table, characters]) => {
        const forms = window.shanhuoSearch.forms;
        forms.learn(table);
        return characters.map((sign) => forms.folded(`a${sign}b`)).map((text) => [text, forms.bare(text)]);
    }"""
    table = ["".join(forms.simplified), "".join(forms.simplified.values())]
    told = page.evaluate(script, [table, characters])
    page.close()
    folded = [forms.folded(f"a{character}b") for character in characters]
    wrong = [
        (character, here, there)
        for character, here, there in zip(characters, folded, told, strict=True)
        if [here, bare_of(here)] != there
    ]
    assert wrong == []
