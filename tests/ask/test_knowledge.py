"""What the guide knows is what the catalogue says on the day, recalls first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.asking import Guide
from generator.editing.reading import read_sound_site

_RECALL = "jinji,dongyuan-fuzhu,,2026-11-20,包装漏气,停止食用并退回购买处,0000-0000000（示例）,,,,是\n"


def _guide(site: Path, language: str = "zh-Hans") -> Guide:
    return Guide(read_sound_site(site, purpose="回答"), language)


def test_a_recall_is_said_before_anything_else(open_site: Callable[[str], Path]) -> None:
    """A recalled product has no price any more, and every answer about it begins with the recall."""
    site = open_site("demo")
    with (site / "data/recalls.csv").open("a", encoding="utf-8") as recalls:
        recalls.write(_RECALL)
    guide = _guide(site)
    for question in ("东源腐竹多少钱", "东源腐竹怎么吃", "东源腐竹能放多久"):
        told = guide.ask(question)
        assert [fact["field"] for fact in told.facts][:1] == ["notice"], told.answer
        assert "包装漏气" in told.answer
        assert "¥" not in told.answer
    assert "东源腐竹" not in guide.ask("盐田展销中心卖什么").answer


def test_prices_come_from_offers_in_force(open_site: Callable[[str], Path]) -> None:
    """What has ended is not offered: the box of the season costs nothing after its last day."""
    site = open_site("demo")
    loaded = read_sound_site(site, as_of=date(2027, 1, 15), purpose="回答")
    told = Guide(loaded, "zh-Hans").ask("年货山货箱多少钱")
    assert [fact["value"] for fact in told.facts if fact["field"] == "price"] == ["暂无报价"]


def test_not_disclosed_is_neither_zero_nor_silence(guides: Callable[[str], Guide]) -> None:
    """A figure that its source withheld is told as such, with the source: there is no answer, and that is known."""
    told = guides("zh-Hans").ask("爱心消费集市认购额是多少")
    assert told.refused
    assert "未披露" in told.answer
    assert told.facts[0]["source"] is not None


@pytest.mark.parametrize(
    ("question", "record", "told"),
    [
        ("年货里832平台上下了多少单", "campaign/nianhuo-2026", "832平台"),
        ("倡议书里说排不排名", "campaign/nianhuo-2026", "不排名"),
        ("乐业到盐田展销中心多少公里", "placement/yantian-zhongxin", "820 公里"),
        ("单位食堂订东源大米最少几袋", "product/dongyuan-dami", "20 袋起"),
        ("百元爱心购第一期目录里毛尖标多少", "issue/baiyuan-2020-1", "¥98.00"),
        ("紫阳那篇工会报道是哪家报纸登的", "", "陕西工人报"),
        ("网站一共更正过几回", "page/corrections", "1 条更正"),
        ("下一场年货集市是哪天", "event/nianhuo-shiji-2026", "12月12日"),
    ],
)
def test_what_a_page_shows_is_known(question: str, record: str, told: str, guides: Callable[[str], Guide]) -> None:
    """Ledgers, letters, distances, minimum orders, entries of directories, sources and counts are facts as well."""
    guide = guides("zh-Hans")
    known = [fact for key, each in guide.records.items() if record in ("", key) for fact in each.facts()]
    assert any(told in f"{fact.value}{fact.sentence}" for fact in known), question


def test_rows_that_are_not_published_are_not_told(open_site: Callable[[str], Path]) -> None:
    """Where a site publishes totals alone, the guide knows neither rows nor who bought how much."""
    site = open_site("demo")
    config = site / "site_config.yml"
    text = config.read_text(encoding="utf-8")
    assert "publish: rows" in text
    config.write_text(text.replace("publish: rows", "publish: totals"), encoding="utf-8")
    facts = list(_guide(site).records["campaign/nianhuo-2026"].facts())
    assert any(fact.field == "bought" for fact in facts)
    assert not any(fact.field == "row" for fact in facts)
    assert not any("城区医院工会" in fact.sentence for fact in facts if fact.field == "bought")


def test_a_certificate_is_only_told_with_its_record(guides: Callable[[str], Guide]) -> None:
    """Where there is no record the guide says that there is none, and what is self-stated is called so."""
    guide = guides("zh-Hans")
    assert "没有宜川苹果的认证记录" in guide.ask("宜川苹果是地理标志产品吗").answer
    assert "自述" in guide.ask("琼海番石榴有认证吗").answer


def test_every_fact_has_a_sentence_and_a_field(guides: Callable[[str], Guide]) -> None:
    """In every language, for every record; facts of products have a date."""
    for language in ("zh-Hans", "zh-Hant", "en"):
        guide = guides(language)
        for key, record in guide.records.items():
            for fact in record.facts():
                assert fact.sentence.strip(), key
                assert fact.field, key
                assert fact.value.strip(), key
                assert fact.date or not key.startswith("product/"), (key, fact.field)


def test_what_is_to_come_is_known_today(guides: Callable[[str], Guide]) -> None:
    """The event that comes next is told as the next, once, and as known on the day of the site, not on its own."""
    told = guides("zh-Hans").ask("下一场年货集市是哪天")
    assert [(fact["field"], fact["date"]) for fact in told.facts] == [("dates", "2026-11-21")]
    assert told.answer.startswith("下一场是年货市集日")


def test_which_event_is_next_hangs_on_all_events(open_site: Callable[[str], Path]) -> None:
    """An earlier event that is added takes the place of the next, whose facts are then written anew."""
    site = open_site("demo")
    key = "event/nianhuo-shiji-2026"
    before = _guide(site).records[key]
    table = site / "data/events.csv"
    rows = table.read_text(encoding="utf-8-sig").splitlines()
    row = next(row for row in rows if row.startswith("nianhuo-shiji-2026,"))
    earlier = row.replace("nianhuo-shiji-2026", "zaoshi-2026", 1).replace("12-12", "12-05").replace("12-13", "12-06")
    table.write_text("\ufeff" + "\n".join([*rows, earlier]) + "\n", encoding="utf-8")
    after = _guide(site).records[key]
    assert any("下一场" in fact.sentence for fact in before.facts())
    assert not any("下一场" in fact.sentence for fact in after.facts())
    assert before.needs != after.needs
