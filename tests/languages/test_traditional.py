"""Simplified becomes traditional: characters by OpenCC, words of the trade by a glossary, codes untouched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.languages.traditional import all_rewritten, rewriting


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("紫阳富硒茶", "紫陽富硒茶"),
        ("干燥的面条，余额五元", "乾燥的麵條，餘額五元"),
        ("稻谷和山谷", "稻穀和山谷"),
        ("手工炒制", "手工炒製"),
        ("SC/T 3035 https://www.example.cn/a", "SC/T 3035 https://www.example.cn/a"),
        ("", ""),
    ],
)
def test_text_is_rewritten_by_words(simplified: str, traditional: str) -> None:
    """One character has several traditional ones; the word around it tells which."""
    assert rewriting({})(simplified) == traditional


def test_the_glossary_of_the_site_has_the_last_word() -> None:
    """A longer word goes before a shorter one inside it, and the site's before ours."""
    rewrite = rewriting({"里": "裡", "公里": "公里", "炒制": "炒制"})
    assert rewrite("十公里，山里炒制") == "十公里，山裡炒制"


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
"""What intake lets a text hold: no control characters."""


@given(st.lists(TEXT, max_size=6))
def test_many_texts_are_rewritten_like_one(texts: list[str]) -> None:
    """Rewriting all in one go gives each text what it gets alone: no word reaches across two of them."""
    rewrite = rewriting({})
    assert all_rewritten(dict(enumerate(texts)), rewrite) == {index: rewrite(text) for index, text in enumerate(texts)}
