"""Five hundred labels: fast, small, and each code reads at its printed size."""

from __future__ import annotations

import time

from assets.label_samples import label, paper
from rasters import codes, pages

from generator.assets.pdf_labels import Sheet, draw_labels
from generator.catalog.stocks import built_in_stocks, measures_of

from .sizes import record_result, sized

PLACES = ["紫阳", "宜川", "定边", "东源", "会山", "乐业", "琼海", "凌云", "大路", "万绿湖"]
GOODS = [
    *("富硒毛尖", "红心猕猴桃", "野生蜂蜜", "黑胡椒粒", "生态大米", "客家黄酒", "番薯干", "马铃薯", "荞麦面", "小鱼干"),
    *("莲雾", "苹果脆片", "花椒", "核桃", "土鸡蛋", "白毫茶", "蕨菜干", "豆豉", "萝卜干", "益母草", "茶油", "腐竹"),
    "年货箱",
]
LABELS = 500
SECONDS, BYTES = 5.0, 1_000_000


def test_labels_are_many_fast_and_small() -> None:
    """500 labels take at most 5 s of processor time and 1 MB; all codes of a sample of pages say their addresses."""
    labels = [label(number, name=PLACES[number % len(PLACES)] + GOODS[number % len(GOODS)]) for number in range(LABELS)]
    began = time.process_time()
    drawn = paper()
    faults = draw_labels(drawn, labels, Sheet(measures_of(built_in_stocks()["a4-3x8"])))
    content = drawn.content()
    seconds = time.process_time() - began
    read = sized(2, 21)
    found = [code for page in pages(content)[:read] for code in codes(page)]

    assert faults == []
    assert seconds <= SECONDS
    assert len(content) <= BYTES
    assert sorted(found) == sorted(each.uri for each in labels[: read * 24])
    record_result("labels", LABELS, "labels", f"{seconds:.1f} s, {len(content) / 1000:.0f} kB, {len(found)} codes read")
