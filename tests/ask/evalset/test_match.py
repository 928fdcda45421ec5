"""The judge of the evaluation set, and that the set is in the form which it judges."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from .match import Answer, Expectation, Outcome, bare, judge, occurs, plain, says

HERE = Path(__file__).parent
CLASSES = {
    "answerable",
    "unanswerable",
    "ambiguous",
    "comparing",
    "misspelt",
    "traditional",
    "english",
    "hostile",
    "follow-up",
}
LANGUAGES = {"zh-Hans", "zh-Hant", "en"}
PRICE: Expectation = {
    "refused": False,
    "facts": [{"record": ["rice", "hall"], "field": "price", "value": ["¥38.00", "¥3.80"]}],
    "must_not": ["¥42.00"],
}


def answer(text: str, *facts: tuple[str, str, str], refused: bool = False) -> Answer:
    return {
        "answer": text,
        "facts": [
            {"record": record, "field": field, "value": value, "date": None, "source": None}
            for record, field, value in facts
        ],
        "refused": refused,
    }


@pytest.mark.parametrize(
    ("value", "text", "found"),
    [
        ("¥128.00", "售价 ￥ 128.00 /袋", True),
        ("¥128.00", "一袋128元", True),
        ("CNY 128.00", "一袋128元", True),
        ("¥16.80", "16.8 yuan", True),
        ("¥28.00", "¥128.00", False),
        ("¥8.00", "¥48.00–66.00", False),
        ("¥66.00", "¥48.00–66.00", True),
        ("34,000", "约 34000 名", True),
        ("5 千克", "2.5千克", False),
        ("5 千克", "净含量５千克", True),
        ("2018", "2018年1月4日", True),
        ("201", "2018年", False),
        ("工作日11:00至13:30", "工作日 11：00 至 13：30", True),
        ("", "什么都行", False),
    ],
)
def test_occurs(value: str, text: str, *, found: bool) -> None:
    assert occurs(value, text) is found


@pytest.mark.parametrize(
    ("forbidden", "text", "said"),
    [
        ("东源大米便宜", "东源大米便宜", True),
        ("东源大米便宜", "琼海生态大米比东源大米便宜", False),
        ("可以卖给", "不可以卖给未成年人", False),
        ("¥22.00", "一袋22元", True),
        ("¥22.00", "一袋122元", False),
        ("helps prevent", "It helps prevent colds.", True),
    ],
)
def test_says(forbidden: str, text: str, *, said: bool) -> None:
    assert says(forbidden, text) is said


@pytest.mark.parametrize("text", ["¥48.00–66.00 /箱", "CNY 1,552,000", "85 °C", "１５．７７万元"])
def test_plain_is_plain_already(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize("record", ["rice", "products/rice", "products/rice/", "product:rice"])
def test_bare(record: str) -> None:
    assert bare(record) == "rice"


@pytest.mark.parametrize(
    ("given", "expectation", "outcome"),
    [
        (answer("38元一袋", ("products/rice", "price", "¥38.00")), PRICE, Outcome.RIGHT),
        (answer("到馆里 38 元", ("rice", "origin", "琼海市")), PRICE, Outcome.RIGHT),
        (answer("38元", ("story", "text", "38元")), PRICE, Outcome.OTHER_RECORD),
        (answer("38元"), PRICE, Outcome.OTHER_RECORD),
        (answer("在琼海", ("rice", "origin", "琼海市")), PRICE, Outcome.MISSED),
        (answer("40元", ("rice", "offers", "¥40.00")), PRICE, Outcome.WRONG_FACT),
        (answer("12元", ("oil", "price", "¥12.00")), PRICE, Outcome.WRONG_FACT),
        (answer("38元，也有42元的", ("rice", "price", "¥38.00")), PRICE, Outcome.WRONG_FACT),
        (answer("没有记录", refused=True), PRICE, Outcome.REFUSED_WRONGLY),
        (answer("没有记录", refused=True), {**PRICE, "may_refuse": True}, Outcome.REFUSED_RIGHTLY),
        (answer("没有记录", refused=True), {"refused": True}, Outcome.REFUSED_RIGHTLY),
        (answer("晴", ("rice", "weather", "晴")), {"refused": True}, Outcome.WRONG_FACT),
        (answer("晴"), {"refused": True}, Outcome.NOT_REFUSED),
        (answer("能治病", refused=True), {"refused": True, "must_not": ["能治病"]}, Outcome.WRONG_FACT),
    ],
)
def test_judge(given: Answer, expectation: Expectation, outcome: Outcome) -> None:
    assert judge(given, expectation).outcome is outcome


@pytest.mark.parametrize(
    ("record", "field", "page"),
    [
        ("event/fair", "dates", "events"),
        ("policy/rule", "summary", "policies"),
        ("campaign/new-year", "letter", "letter"),
    ],
)
def test_what_stands_on_a_page_of_several_is_named_by_that_page(record: str, field: str, page: str) -> None:
    """Who reads the pages cannot know the id of an event, which has no page of its own."""
    given = answer("12月12日", (record, field, "12月12日"))
    expected = {"record": page, "field": "date", "value": "12月12日"}
    assert judge(given, {"facts": [expected]}).outcome is Outcome.RIGHT
    assert judge(given, {"facts": [{**expected, "record": "elsewhere"}]}).outcome is Outcome.OTHER_RECORD


def test_a_source_is_told_where_sources_stand() -> None:
    given: Answer = {
        "answer": "15.77万元",
        "facts": [{"record": "sum", "field": "value", "value": "15.77万元", "source": {"title": "一份工作报告"}}],
        "refused": False,
    }
    fact = {"record": "sum", "field": "source", "value": "一份工作报告"}
    assert judge(given, {"facts": [fact]}).outcome is Outcome.RIGHT
    assert judge(given, {"facts": [{**fact, "field": "note"}]}).outcome is Outcome.MISSED


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        (answer("东源的还是琼海的？"), Outcome.ASKED_BACK_RIGHTLY),
        (answer("是哪一种？", ("a", "name", "甲"), ("b", "name", "乙")), Outcome.ASKED_BACK_RIGHTLY),
        (answer("东源的39元", ("a", "price", "¥39.00")), Outcome.MISSED),
        (answer("不知道", refused=True), Outcome.REFUSED_WRONGLY),
    ],
)
def test_judge_of_a_question_back(given: Answer, outcome: Outcome) -> None:
    expectation: Expectation = {
        "asks_back": True,
        "choices": ["a", "b", "c"],
        "names": {"a": ["东源"], "b": ["琼海"], "c": ["会山"]},
    }
    assert judge(given, expectation).outcome is outcome


@pytest.mark.parametrize("path", sorted(HERE.glob("*.json")), ids=lambda path: path.stem)
def test_form_of_the_set(path: Path) -> None:
    questions: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    assert {question["class"] for question in questions} == CLASSES
    assert {question["language"] for question in questions} == LANGUAGES
    assert max(Counter(question["id"] for question in questions).values()) == 1
    for question in questions:
        expect = question["expect"]
        assert question["question"].strip(), question["id"]
        assert expect.get("asks_back") or expect["refused"] or expect["facts"], question["id"]
        assert not (expect.get("refused") and expect.get("facts")), question["id"]
        assert not any(occurs(text, question["question"]) for text in expect.get("must_not", ())), question["id"]
        if expect.get("asks_back"):
            assert len(expect["choices"]) > 1
            assert set(expect["names"]) == set(expect["choices"]), question["id"]
