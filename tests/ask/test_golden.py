"""One table of questions holds every way in to the same answers: the command line's engine and a real browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from line.site_copies import BuiltSite
from playwright.sync_api import Browser

from generator.asking import Guide

from .golden import Golden, golden_table

TABLE = golden_table()
LEAST = 60
_ASK_ALL = """async ([questions, language]) => {
  const read = (path) => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = document.querySelector("[data-sh-ask]").dataset.root + path;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  const { rules, characters, names, facts } = document.querySelector("[data-sh-ask]").dataset;
  await read(rules);
  await read(characters);
  await read(names);
  const told = [];
  for (const [question, context] of questions) {
    const planned = shanhuo.ask.plan(question, context, language);
    for (const number of planned.files) {
      await read(facts.replace(/0(?=\\.js$)/, number));
    }
    const answer = shanhuo.ask.answer(question, { language, context });
    told.push([answer.answer, answer.facts, answer.refused]);
  }
  return told;
}"""


def test_the_table_is_large_and_without_repetition() -> None:
    """Each question stands once."""
    keys = [(row.question, row.language, row.context) for row in TABLE]
    assert len(set(keys)) == len(keys) >= LEAST


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.question} {row.context}".strip())
def test_the_engine_answers_as_the_table_says(row: Golden, guides: Callable[[str], Guide]) -> None:
    """Refusal, facts and wording are those of the table."""
    told = guides(row.language).ask(row.question, row.context)
    assert told.refused == row.refused, told.answer
    assert {(fact["record"], fact["field"]) for fact in told.facts} == row.facts, told.answer
    assert [text for text in row.says if text not in told.answer] == [], told.answer


@pytest.mark.browser
@pytest.mark.parametrize("language", sorted({row.language for row in TABLE}))
def test_a_browser_answers_the_same(
    language: str, guides: Callable[[str], Guide], built_demo: BuiltSite, chromium: Browser
) -> None:
    """Chromium, opening the page as a file, says word for word what the engine says."""
    rows = [row for row in TABLE if row.language == language]
    folder = "" if language == "zh-Hans" else f"{language.lower()}/"
    page = chromium.new_page()
    try:
        page.goto((built_demo.out / folder / "ask/index.html").as_uri())
        told = page.evaluate(_ASK_ALL, [[(row.question, row.context) for row in rows], language])
    finally:
        page.close()
    guide = guides(language)
    for row, (answer, facts, refused) in zip(rows, told, strict=True):
        asked = guide.ask(row.question, row.context)
        assert (answer, facts, refused) == (asked.answer, list(asked.facts), asked.refused), row.question
