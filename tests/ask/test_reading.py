"""What is read for a question: sentences of the records that are meant, weighed by what was learnt."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.asking import Guide
from generator.editing.reading import read_sound_site

BENCHMARKS = Path(__file__).parent.parent.parent / "benchmarks"
MOST_READ = 24
"""Files of facts that a question about one thing may read on a large site."""


def examined(guide: Guide, question: str, context: str = "") -> dict[str, Any]:
    """Return all that is read for a question, with what speaks for and against it."""
    guide.ask(question, context)
    options = json.dumps({"language": guide.language, "context": context})
    call = f"JSON.stringify(shanhuo.ask.examine({json.dumps(question)},{options}))"
    found: dict[str, Any] = json.loads(guide._context.eval(call))
    return found


@pytest.mark.parametrize(("language", "key"), [("zh-Hans", "zh"), ("en", "en")])
def test_all_that_is_read_was_weighed(language: str, key: str, guides: Callable[[str], Guide]) -> None:
    """No trait that every sentence has is without a weight, and none is weighed that no sentence has."""
    guide = guides(language)
    learnt = json.loads(guide._context.eval("JSON.stringify(shanhuo.ask.learnt)"))[key]
    found = examined(guide, "东源腐竹要泡多久" if key == "zh" else "How long is the Dongyuan yuba soaked?")
    plain = {trait for row in found["read"] for trait in row["traits"] if ":" not in trait} - {"measured", "unmeasured"}
    weighed = {trait for trait in learnt["facts"] if ":" not in trait} - {"bias", "measured", "unmeasured"}
    assert plain == weighed
    telling = {trait for trait in found["telling"] if ":" not in trait}
    assert {trait for trait in learnt["telling"] if ":" not in trait} - {"bias"} <= telling


@pytest.mark.parametrize(
    ("question", "context", "told"),
    [
        ("怎么看定边小米是不是染过色", "", "湿纸巾"),
        ("凌云大叶红茶用几度的水泡", "", "95℃"),
        ("山柚籽是怎么收的", "", "捡籽"),
        ("万绿湖小鱼干下锅前要不要泡水", "", "不要泡"),
        ("软件学院的柜子归哪家公司管", "", "中科锐星"),
    ],
)
def test_a_sentence_of_prose_answers_other_words(
    question: str, context: str, told: str, guides: Callable[[str], Guide]
) -> None:
    """What stands in a sentence is found by words that it does not use."""
    answer = guides("zh-Hans").ask(question, context)
    assert not answer.refused
    assert told in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "定边马铃薯的淀粉含量是百分之几",
        "宜川苹果树一般多少年树龄",
        "玥珑茶山酒店有没有游泳池",
        "洛川苹果和宜川苹果哪个便宜",
    ],
)
def test_what_no_sentence_tells_is_refused(question: str, guides: Callable[[str], Guide]) -> None:
    """A sentence that shares words with a question is not yet its answer."""
    told = guides("zh-Hans").ask(question)
    assert told.refused, told.answer


def test_things_side_by_side_are_each_told(guides: Callable[[str], Guide]) -> None:
    """Of two things the same is told, though it stands in prose."""
    told = guides("zh-Hans").ask("紫阳毛尖和紫阳红茶泡的时候水温有什么不同")
    assert {"product/ziyang-fuxi-cha", "product/ziyang-hongcha"} <= {fact["record"] for fact in told.facts}
    assert "85℃" in told.answer
    assert "沸水" in told.answer


def test_a_large_site_is_read_where_it_is_likely(tmp_path: Path) -> None:
    """Where records are many, a question reads those that are named and the likeliest few."""
    sys.path.insert(0, str(BENCHMARKS))
    from workload import make_workload
    from workload_site import write_site

    write_site(make_workload(700), tmp_path / "site", as_yaml=False)
    loaded = read_sound_site(tmp_path / "site", purpose="回答")
    guide = Guide(loaded, "zh-Hans")
    name = next(record.name for record in guide.records.values() if record.key.startswith("product/"))
    planned = json.loads(
        guide._context.eval(f'JSON.stringify(shanhuo.ask.plan({json.dumps(name + "多少钱")},"","zh-Hans"))')
    )
    files = guide._context.eval('shanhuo.ask.files("zh-Hans")')
    assert files > 4 * MOST_READ
    assert 0 < len(planned["files"]) <= MOST_READ
    assert not guide.ask(f"{name}多少钱").refused
