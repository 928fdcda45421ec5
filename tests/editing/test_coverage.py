"""How much of a site is translated, and what is not."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from command_line import shanhuo

from generator.editing.coverage import coverage
from generator.editing.reading import read_sound_site


def _spoil(site: Path) -> None:
    """Take away one translation of data, one of the settings and one of prose."""
    table = site / "data" / "translations.csv"
    text = table.read_text(encoding="utf-8-sig")
    line = next(line for line in text.splitlines() if line.startswith("channels,aixin-zhunong,name,en,"))
    table.write_text(text.replace(line + "\n", "").replace(line + "\r\n", ""), encoding="utf-8-sig")
    settings = site / "site_config.yml"
    told = settings.read_text(encoding="utf-8")
    settings.write_text(told.replace("    title: Goods of the Hills\n", ""), encoding="utf-8")
    (site / "content" / "en" / "about.md").unlink()


def test_the_demonstration_site_is_translated_whole(open_site: Callable[[str], Path]) -> None:
    """Nothing is missing in English, and traditional Chinese is made by rewriting."""
    told = coverage(read_sound_site(open_site("demo"), purpose=""))
    assert [(each.language, len(each.missing)) for each in told] == [("zh-Hant", 0), ("en", 0)]
    assert all(each.total["products.name"] > 40 for each in told)


def test_what_is_missing_is_listed_with_its_place(open_site: Callable[[str], Path]) -> None:
    """Data by file and line, settings by name, prose by file; the rest counts as translated."""
    site = open_site("demo")
    _spoil(site)
    traditional, english = coverage(read_sound_site(site, purpose=""))
    assert not traditional.missing
    found = {(entry.kind, entry.record): entry for entry in english.missing}
    assert found.keys() == {("channels.name", "aixin-zhunong"), ("site_config", "title"), ("content", "about.md")}
    channel = found["channels.name", "aixin-zhunong"]
    lines = (site / channel.place.file).read_text(encoding="utf-8-sig").splitlines()
    assert channel.text in lines[(channel.place.line or 0) - 1]
    assert english.done == english.total.total() - 3


def test_the_command_tells_people_and_programs(open_site: Callable[[str], Path]) -> None:
    """Text for editors, JSON for programs; --strict makes a missing translation a failure."""
    site = open_site("demo")
    _spoil(site)
    code, said, _ = shanhuo("check", site, "--coverage")
    assert (code, "缺 3 条" in said, "data/channels.csv:" in said) == (0, True, True)
    told = json.loads(shanhuo("check", site, "--coverage", "--format", "json")[1])
    assert [(each["language"], len(each["missing"])) for each in told] == [("zh-Hant", 0), ("en", 3)]
    assert shanhuo("check", site, "--coverage", "--strict")[0] == 1


def test_a_site_of_one_language_has_nothing_to_translate(open_site: Callable[[str], Path]) -> None:
    """It is told so."""
    site = open_site("shop")
    settings = site / "site_config.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("languages: [en]\n", ""), encoding="utf-8")
    (site / "data" / "translations.csv").unlink()
    shutil.rmtree(site / "data" / "displays")
    code, said, _ = shanhuo("check", site, "--coverage", "--lang", "en")
    assert (code, "one language" in said) == (0, True)
