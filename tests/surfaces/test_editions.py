"""The site in each of its languages: what it says of itself, and its fixed texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import read_config
from generator.contract import load_tables
from generator.errors import UsageError
from generator.languages.foreign_text import ForeignText
from generator.surfaces.editions import Edition, editions
from generator.surfaces.theme import Theme

CONFIG = """schema: 1
title: 山里好货
subtitle: 展示
base_url: https://www.example.cn/
codes: {base_url: "https://s.example.cn/"}
languages: [zh-Hans, zh-Hant, en]
legal: [{text: 备案号}, {text: 说明, url: "https://www.example.cn/a"}]
translations:
  en: {title: Goods, legal: [Record number]}
  zh-Hant: {subtitle: 展覽, glossary: {山里: 山裡頭}}
"""


def _editions(site: Path, config: str = CONFIG, **texts: str) -> tuple[Edition, ...]:
    site.mkdir(exist_ok=True)
    (site / "site_config.yml").write_text(config, encoding="utf-8")
    for language, body in texts.items():
        path = site / "themes" / "default" / "locales" / f"{language.replace('_', '-')}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8")
    configuration, findings = read_config(site)
    assert configuration is not None, findings
    return editions(configuration, Theme.open("default", site_dir=site, work=site / "work"), load_tables())


def test_settings_are_said_in_each_language(tmp_path: Path) -> None:
    """Translated, rewritten, or the source's own words, which know their language."""
    chinese, traditional, english = (edition.configuration.site for edition in _editions(tmp_path / "s"))
    assert (chinese.title, traditional.title, english.title) == ("山里好货", "山裡頭好貨", "Goods")
    assert (traditional.subtitle, english.subtitle) == ("展覽", "展示")
    assert isinstance(english.subtitle, ForeignText)
    assert [line.text for line in english.legal] == ["Record number", "说明"]
    assert english.legal[1].url == "https://www.example.cn/a"
    assert traditional.currency.large_unit == "萬元"
    assert traditional.currency.units["萬元"] == 10000
    assert english.official_lists["832"].startswith("National list")


def test_folders_and_the_way_to_what_is_shared(tmp_path: Path) -> None:
    """Only the site's own language stands at the root."""
    told = [(edition.folder, edition.shared, edition.is_main) for edition in _editions(tmp_path / "s")]
    assert told == [("", "", True), ("zh-hant/", "../", False), ("en/", "../", False)]


def test_traditional_texts_follow_the_simplified(tmp_path: Path) -> None:
    """They have every text, a site's own wording included, and its own catalogue has the last word."""
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    own = head + 'msgid "common.as-of"\nmsgstr "资料时间"\n'
    mine = head + 'msgid "home.season"\nmsgstr "{month}時令"\n'
    chinese, traditional, _ = _editions(tmp_path / "s", zh_Hans=own, zh_Hant=mine)
    assert chinese.texts.fixed.keys() <= traditional.texts.fixed.keys()
    assert traditional.texts("common.as-of") == "資料時間"
    assert traditional.texts("home.season", month="三月") == "三月時令"
    assert traditional.texts("language.name") == "繁體中文"
    assert traditional.texts.field_title("products", "net_content") == "淨含量"


def test_a_language_without_texts_is_refused(tmp_path: Path) -> None:
    """The sentence says what to add."""
    with pytest.raises(UsageError, match="ja 语言"):
        _editions(tmp_path / "s", CONFIG.replace("[zh-Hans, zh-Hant, en]", "[zh-Hans, ja]"))
