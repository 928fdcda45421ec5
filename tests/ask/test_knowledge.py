"""What the guide knows is what the catalogue says on the day, recalls first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

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
    """A figure that its source withheld is told as such, with the source."""
    told = guides("zh-Hans").ask("爱心消费集市认购额是多少")
    assert not told.refused
    assert "未披露" in told.answer
    assert told.facts[0]["source"] is not None


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
