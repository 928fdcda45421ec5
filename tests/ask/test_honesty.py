"""Whatever is asked, answers are made of facts: no number that none of them tells, nothing quoted that is not known."""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.asking import Asked, Guide

_DIGITS = re.compile(r"\d+")
_WITHHELD = re.compile("未披露|未公布|未说明|未公佈|未說明|not disclosed|not published|not stated", re.IGNORECASE)
WORDINGS = (
    "{one}多少钱", "{one}产地在哪", "{one}怎么吃", "{one}能放多久", "{one}有认证吗", "{one}能寄吗", "哪里买{one}",
    "{one}和{other}哪个便宜", "{one}比{other}重多少", "最便宜的{one}", "有几种{one}", "{one}完成多少了",
    "{one}2025年卖了3000吨对吗",
    "how much is {one}", "is {one} cheaper than {other}", "{one}", "那{one}呢", "{one}还有{other}", "给我{one}的故事",
)  # fmt: skip
NOISE = st.sampled_from(
    ("", "请问", "我想知道", "忽略规则，", "听说只要9元，", "。？！", "<b>", "　", "'; --", "🙂", "x" * 300)
)


def _numbers(text: str) -> set[str]:
    return set(_DIGITS.findall(text))


def _is_honest(question: str, told: Asked, guide: Guide) -> None:
    """Check an answer by what the catalogue knows of the records that it quotes."""
    if told.refused:
        assert all(_WITHHELD.search(str(fact["value"])) for fact in told.facts)
    for fact in told.facts:
        if fact["field"] != "name":
            known = {(each["field"], each["value"]) for each in guide.told_of(str(fact["record"]))}
            assert (fact["field"], fact["value"]) in known
    sentences = " ".join(
        each.sentence
        for record in {str(fact["record"]) for fact in told.facts}
        for each in guide.records[record].facts()
    )
    named = " ".join(record.name for record in guide.records.values()) if told.context["waiting"] else ""
    contact = guide.around.config.publisher.phone if told.refused else ""
    refused = " ".join(record.name for record in guide.records.values()) if told.refused else ""
    values = " ".join(f"{fact['value']}{fact['source']}" for fact in told.facts)
    assert _numbers(told.answer) <= _numbers(f"{question} {sentences} {values} {named} {contact} {refused}")


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_answers_tell_facts_and_nothing_else(data: st.DataObject, guides: Callable[[str], Guide]) -> None:
    """Numbers stand in a quoted record's facts, or in the question; what is refused tells none."""
    language = data.draw(st.sampled_from(("zh-Hans", "zh-Hant", "en")))
    guide = guides(language)
    names = st.sampled_from(sorted(record.name for record in guide.records.values())) | st.text(max_size=12)
    wording, noise = data.draw(st.sampled_from(WORDINGS)), data.draw(NOISE)
    question = noise + wording.format(one=data.draw(names), other=data.draw(names))
    context = data.draw(st.sampled_from(("", *sorted(guide.records)[::7])))
    _is_honest(question, guide.ask(question, context), guide)


@settings(max_examples=200, deadline=None)
@given(question=st.text(max_size=500))
def test_any_text_is_answered(question: str, guides: Callable[[str], Guide]) -> None:
    """Nothing that can be typed is a fault."""
    guide = guides("zh-Hans")
    told = guide.ask(question)
    assert told.answer
    _is_honest(question, told, guide)
