"""Which part of a question asks, and what is understood of words that are written otherwise than they sound."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from generator.asking import Guide


def understood(guide: Guide, question: str) -> str:
    """Return a question as the rules take it."""
    guide.ask(question)
    index = f"shanhuo.ask.knowing.indexOf({json.dumps(guide.language)})"
    call = f"shanhuo.ask.resolving.resolve({json.dumps(question)},{{}},{index})"
    told: dict[str, str] = json.loads(guide._context.eval(f"JSON.stringify({call}.told)"))
    return told["bare"] if guide.language != "en" else told["folded"]


def mentioned(guide: Guide, question: str) -> list[object]:
    """Return what is named in a question."""
    guide.ask(question)
    index = f"shanhuo.ask.knowing.indexOf({json.dumps(guide.language)})"
    call = f"shanhuo.ask.understanding.understand({json.dumps(question)},{index}).mentions"
    found: list[object] = json.loads(guide._context.eval(f"JSON.stringify({call})"))
    return found


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("瓶子上的字太小我看不清，会山黑胡椒粒是哪里产的？", "会山黑胡椒粒是哪里产的"),
        ("莲雾一箱要多少钱，零花钱够不够", "莲雾一箱要多少钱"),
        ("给老人煲汤想用琼海青皮冬瓜，现在没得买，要等到什么时候？", "琼海青皮冬瓜要等到什么时候"),
        ("我爸血压高要少盐，会山萝卜干吃之前怎么去盐？", "会山萝卜干吃之前怎么去盐"),
    ],
)
def test_what_is_said_beside_a_question_is_left_out(question: str, asks: str, guides: Callable[[str], Guide]) -> None:
    """For whom something is, and why it is asked, is not what is asked; names that stand there are kept."""
    assert understood(guides("zh-Hans"), question) == asks


@pytest.mark.parametrize(
    "question",
    [
        "我妈血糖高，东源番薯干能吃吗",
        "喝蜂蜜能治好我孩子的咳嗽，是不是",
        "苹果脆片开袋放软了，还有救吗",
        "五常大米，有货吗",
        "东源大米，琼海大米，哪个便宜",
    ],
)
def test_what_belongs_to_a_question_stays(question: str, guides: Callable[[str], Guide]) -> None:
    """Whether it suits someone, what has become of it, another thing's name, and both that are compared."""
    assert understood(guides("zh-Hans"), question) == question.replace("，", "")


def test_what_is_said_beside_a_question_in_english(guides: Callable[[str], Guide]) -> None:
    """The same by its words."""
    told = understood(guides("en"), "my mum keeps asking for Sichuan pepper from Yichuan, how much is a bag")
    assert "mum" not in told
    assert "how much is a bag" in told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("付竹要泡多久", "三四个小时"),
        ("莲务要怎么吃", "洗净连皮吃"),
        ("紫阳富西茶保至期多长", "18个月"),
        ("忠瑞专馆的白胡交一瓶多少", "32.00"),
        ("东原茶由哪里铲的", "东源县"),
    ],
)
def test_signs_of_the_same_sound_are_understood(question: str, told: str, guides: Callable[[str], Guide]) -> None:
    """Names, short ones and several in one question too, and the words that ask."""
    answer = guides("zh-Hans").ask(question)
    assert told in answer.answer


def test_a_word_that_any_question_has_is_no_name(guides: Callable[[str], Guide]) -> None:
    """A name of two signs is not heard in what sounds like it by chance: 黄酒 in 黄就."""
    assert not mentioned(guides("zh-Hans"), "颜色变黄就能摘吗")
    assert mentioned(guides("zh-Hans"), "付竹怎么吃")
