"""What a language tag says of pages in that language."""

from __future__ import annotations

from generator.languages.foreign_text import ForeignText, joined, says_something
from generator.languages.places import province_name
from generator.languages.tags import are_akin, folder_of, is_rewritten


def test_only_other_languages_have_a_folder() -> None:
    """The site's own language stands at the root; folders are lower case, whatever the tag's spelling."""
    assert folder_of("zh-Hans", "zh-Hans") == ""
    assert folder_of("zh-Hant", "zh-Hans") == "zh-hant/"
    assert folder_of("en", "fr") == "en/"


def test_only_simplified_becomes_traditional() -> None:
    """The other way round, or from another language, a person has to translate."""
    assert is_rewritten("zh-Hant", "zh-Hans")
    assert is_rewritten("zh-TW", "zh")
    assert not is_rewritten("zh-Hans", "zh-Hant")
    assert not is_rewritten("zh-Hant", "en")
    assert not is_rewritten("en", "zh-Hans")


def test_scripts_of_one_language_are_akin() -> None:
    """Readers of both scripts share a currency sign; readers of two languages need not."""
    assert are_akin("zh-Hant", "zh-Hans")
    assert not are_akin("en", "zh-Hans")


def test_what_says_nothing_in_a_language_needs_no_translation() -> None:
    """A number, a code or a unit is the same for all readers."""
    assert says_something("净含量 500 克", "zh-Hans")
    assert not says_something("500 g", "zh-Hans")
    assert not says_something("GB/T 22291", "zh-Hans")
    assert says_something("fromage", "fr")
    assert not says_something("12,5 %", "fr")


def test_foreign_text_is_a_text_like_any_other() -> None:
    """It equals its words and joins with others; what is made of it by a join is foreign too."""
    foreign = ForeignText("茶", "zh-Hans")
    assert foreign == "茶"
    assert {foreign: 1}["茶"] == 1
    whole = joined(", ", ["tea", foreign])
    assert isinstance(whole, ForeignText)
    assert (whole, whole.language) == ("tea, 茶", "zh-Hans")
    assert type(joined(", ", ["tea", "rice"])) is str


def test_provinces_have_their_names_from_a_table() -> None:
    """Shaanxi and Shanxi sound alike in pinyin without tones; the table tells them apart by code."""
    assert province_name("610924", "en") == "Shaanxi"
    assert province_name("140000", "en-GB") == "Shanxi"
    assert province_name("150000", "en") == "Inner Mongolia"
    assert province_name("610924", "fr") == ""
    assert province_name("FRK27", "en") == ""
