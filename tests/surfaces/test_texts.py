"""Fixed texts: every language of the theme says everything that the surfaces ask for."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest
from line.site_copies import REPOSITORY

import generator.surfaces
from generator.contract import load_tables
from generator.languages.tags import is_traditional
from generator.surfaces.texts import TextMissing
from generator.surfaces.theme import PACKAGE_THEMES

from .support import texts_of

LANGUAGES = sorted(
    path.stem for path in (PACKAGE_THEMES / "default" / "locales").glob("*.po") if not is_traditional(path.stem)
)
"""Languages with texts of their own; traditional Chinese is made of the simplified."""
SOURCES = (
    *sorted(Path(generator.surfaces.__file__).parent.rglob("*.py")),
    *sorted((PACKAGE_THEMES / "default").rglob("*.html")),
)
"""What asks for texts: the surfaces and the theme's templates."""
OPTIONAL = (
    "common.sentence_separator",
    "date.first",
    "date.span.month",
    "date.span.year",
    "figure.before",
    "figure.after.",
)
"""Beginnings of texts that only some languages need, besides further plural forms (``#``)."""


def _asked(pattern: str) -> set[tuple[str, ...]]:
    found = (re.findall(pattern, path.read_text(encoding="utf-8")) for path in SOURCES)
    return {match if isinstance(match, tuple) else (match,) for matches in found for match in matches}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_that_is_asked_for_is_there(language: str) -> None:
    """No page of any language fails for want of a word."""
    fixed = texts_of(language).fixed
    asked = {key for (key,) in _asked(r'\bt(?:exts)?(?:\.counted)?\(\s*"([a-z_.-]+)"')}
    assert len(asked) > 50
    assert sorted(asked - fixed.keys()) == []


def test_languages_have_the_same_texts() -> None:
    """A key of one language is a key of all, but for words of the tables, which schemas have in Chinese and English."""
    own = {
        language: {
            key
            for key in texts_of(language).fixed
            if "#" not in key and not key.startswith(("label.", "field.", *OPTIONAL))
        }
        for language in LANGUAGES
    }
    assert all(found == own["en"] for found in own.values())


@pytest.mark.parametrize("language", [language for language in LANGUAGES if not language.startswith(("zh", "en"))])
def test_other_languages_have_their_own_labels(language: str) -> None:
    """What the schemas do not say in a language, the theme does: no page falls back on an English word."""
    fixed = texts_of(language).fixed
    labels = {
        f"label.{table}.{field}.{category.value}"
        for table, field in _asked(r'\.label\(\s*"(\w+)",\s*"(\w+)"')
        for category in load_tables()[table].by_name[field].categories
        if category.value != "in-stock"
    }
    titles = {f"field.{table}.{field}" for table, field in _asked(r'\.field_title\(\s*"(\w+)",\s*"(\w+)"')}
    assert sorted((labels | titles) - fixed.keys()) == []


def test_a_missing_text_is_named() -> None:
    """The error says key and language."""
    with pytest.raises(TextMissing, match=r"no\.such\.key \(fr\)"):
        texts_of("fr")("no.such.key")


def test_labels_fall_back_on_the_schema() -> None:
    """A listed value is said in Chinese on a Chinese page and in English on another."""
    assert texts_of("zh-Hans").label("products", "kind", "goods") == "商品"
    assert texts_of("en").label("products", "kind", "goods") == "Goods"
    assert texts_of("fr").label("products", "kind", "goods") == "Produit"
    assert texts_of("en").label("products", "kind", "") == ""


def test_one_thing_is_counted_in_the_singular() -> None:
    """Languages that tell one from many say so; Chinese does not."""
    assert [texts_of("en").counted("count.products", count) for count in (0, 1, 2)] == [
        "0 products",
        "1 product",
        "2 products",
    ]
    assert [texts_of("fr").counted("count.products", count) for count in (0, 1, 2)] == [
        "0 produit",
        "1 produit",
        "2 produits",
    ]
    assert texts_of("zh-Hans").counted("count.products", 1) == "1 件产品"


def test_days_are_said_as_the_language_says_them() -> None:
    """French has a word of its own for the first."""
    days = [texts_of("fr").day(date(2026, 5, day)) for day in (1, 2)]
    assert days == ["1er mai 2026", "2 mai 2026"]


def test_fixed_texts_belong_to_no_period() -> None:
    """They stand on pages of all years, so that none holds a word that was changed from a day on, before or after."""
    terms = csv.DictReader((REPOSITORY / "data/terms.csv").read_text("utf-8-sig").splitlines())
    words = [word for row in terms if row["起用日期"] for word in (row["用语"], row["推荐用语"])]
    assert "消费扶贫" in words
    texts = texts_of("zh-Hans").fixed
    assert not [key for key, text in texts.items() for word in words if word in text]
