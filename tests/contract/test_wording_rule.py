"""Words of one period in texts that tell of another."""

from __future__ import annotations

import pytest

from generator.intake.records import Record

from .support import check, codes, record

TERM = record("terms", 2, 用语="消费扶贫", 推荐用语="消费帮扶", 起用日期="2021-01-01")
MISSPELT = record("terms", 3, 用语="豆鼓", 推荐用语="豆豉")
PERIOD = ("summary", "wording-period")


def campaign(text: str, *, wording: str = "", year: int = 2020) -> Record:
    """Return a campaign of September that says *text* of itself."""
    days = {"开始日期": f"{year}-09-01", "结束日期": f"{year}-09-30"}
    return record("campaigns", 2, 编号="yue", 名称="九月", 用语=wording, 一句话介绍=text, **days)


@pytest.mark.parametrize(
    ("text", "wording", "year", "found"),
    [
        ("参加消费扶贫", "", 2020, []),
        ("参加消费帮扶", "", 2020, [PERIOD]),
        ("参加消费扶贫", "", 2022, [PERIOD]),
        ("参加消费帮扶", "", 2022, []),
        # What the campaign states goes before its days.
        ("参加消费扶贫", "扶贫", 2022, []),
        ("参加消费帮扶", "扶贫", 2022, [PERIOD]),
        ("参加消费扶贫", "帮扶", 2020, [PERIOD]),
        ("参加消费帮扶", "帮扶", 2020, []),
        # Names of the time stay as they were.
        ("见《关于消费扶贫的通知》和“消费扶贫月”", "", 2022, []),
        ("参加结对帮扶", "", 2020, []),
    ],
)
def test_a_campaign_speaks_as_in_its_time(text: str, wording: str, year: int, found: list[tuple[str, str]]) -> None:
    """Before the change the old word, from it on the new one; names in quotation marks are left alone."""
    assert codes(check(TERM, campaign(text, wording=wording, year=year))) == found


def test_what_belongs_to_a_campaign_has_its_time() -> None:
    """A letter is judged by its campaign, whatever day it bears itself."""
    own = {"编号": "xin", "标题": "倡议书", "发起单位": "工会", "发布时间": "2021-02"}
    letter = record("letters", 2, **own, 活动="yue", 正文="一起消费帮扶。")
    assert codes(check(TERM, campaign("九月"), letter)) == [("body", "wording-period")]
    for text, found in (("一起消费帮扶。", []), ("一起消费扶贫。", [("body", "wording-period")])):
        alone = record("letters", 2, **own, 正文=text)
        assert codes(check(TERM, alone)) == found


def test_a_year_of_both_words_is_left_alone() -> None:
    """A campaign over the day of the change may use either."""
    both = record(
        "campaigns", 2, 编号="dong", 名称="冬天", 开始日期="2020-12-01", 结束日期="2021-01-31",
        一句话介绍="从消费扶贫到消费帮扶",
    )  # fmt: skip
    assert codes(check(TERM, both)) == []


def test_texts_of_no_time_are_left_alone() -> None:
    """What a firm says of itself may tell of any year."""
    assert codes(check(TERM, record("suppliers", 2, 编号="nong", 名称="农社", 介绍="做过消费扶贫。"))) == []


def test_a_term_without_a_day_holds_always() -> None:
    """Where it is written, unless it stands in quotation marks."""
    wrong = record("suppliers", 2, 编号="nong", 名称="农社", 介绍="做豆鼓。")
    assert codes(check(MISSPELT, wrong)) == [("description", "wording-term")]
    assert codes(check(MISSPELT, record("suppliers", 2, 编号="nong", 名称="农社", 介绍="常误写作“豆鼓”。"))) == []


def test_a_translation_has_the_time_of_what_it_translates() -> None:
    """Terms of another language are looked for in what is translated into it, without regard to the source's words."""
    english = record("terms", 3, 用语="poverty alleviation", 推荐用语="assistance", 起用日期="2021-01-01", 语言="en")
    line = {"数据表": "campaigns", "记录": "yue", "字段": "summary", "语言": "en"}
    translated = record("translations", 2, **line, 译文="Buying as assistance")
    assert codes(check(TERM, english, campaign("九月"), translated)) == [("text", "wording-period")]
    assert codes(check(TERM, english, campaign("九月", year=2022), translated)) == []
