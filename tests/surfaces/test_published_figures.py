"""Every figure that the sources of the demonstration name stands on its portal: value, qualifier, day and source.

The list was taken from the sources by hand, and not from the data.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

import pytest
from line.prepared_sites import copy_site
from line.sizes import record_result

from generator.surfaces import campaigns
from generator.surfaces.figure_pages import FigurePages

from .plain_site import pages_of
from .support import surroundings_of

SALT = "省盐业集团参加首届全国消费扶贫月的工作报告"
ZIYANG = "紫阳县总工会职工消费扶贫的报道"
CHINA_SALT = "中盐集团定点扶贫宜川、定边两县的工作报告"
YANTIAN = "盐田区2020年消费扶贫月启动仪式的报道"
CITY = "一份市级消费帮扶工作进展报告"


class Told(NamedTuple):
    """A figure as a source tells it."""

    label: str
    """Words that its label holds."""
    value: str
    """Number with qualifier and unit, without blanks, as a reader sees it."""
    as_of: str
    source: str
    campaign: str = ""
    """The campaign on whose page it stands as well."""


FIGURES = (
    Told("月内采购额", "15.77万元", "2020年9月", SALT, "xiaofei-yue-2020"),
    Told("参与职工人数", "200余人", "2020年9月", SALT, "xiaofei-yue-2020"),
    Told("上半年采购额", "50余万元", "2020年6月", SALT),
    Told("采购意向书", "4份", "2020年9月", SALT, "xiaofei-yue-2020"),
    Told("智能柜点位", "12处", "2020年9月", SALT, "xiaofei-yue-2020"),
    Told("工会平台三个月销售额", "93万元", "2020年", ZIYANG, "baiwan-zhigong-2020"),
    Told("农特产品和旅游服务交易额", "截至当时1064万元", "2020年", ZIYANG, "mai-you-ziyang-2020"),
    Told("工会组织", "480个", "2020年", ZIYANG),
    Told("工会会员", "约34,000名", "2020年", ZIYANG),
    Told("党政事业单位职工会员", "7000余名", "2020年", ZIYANG),
    Told("建议目录推介企业", "36家", "2020年", ZIYANG, "baiyuan-aixin-gou-2020"),
    Told("入驻832平台的供应商", "34家", "2020年", ZIYANG),
    Told("入驻832平台的产品", "185款", "2020年", ZIYANG),
    Told("订购协议金额", "150万元", "2020年9月", ZIYANG, "cha-xiang-weiyang-2020"),
    Told("实际购买金额", "155.2万元", "2020年9月", ZIYANG, "cha-xiang-weiyang-2020"),
    Told("疗休养消费", "7万元", "2020年9月", ZIYANG, "cha-xiang-weiyang-2020"),
    Told("两县培训人数", "1758人", "2019年", CHINA_SALT),
    Told("采购直接受益人数", "1127余人", "2019年", CHINA_SALT),
    Told("挂职干部", "4名", "2019年", CHINA_SALT),
    Told("驻村第一书记", "2名", "2019年", CHINA_SALT),
    Told("到县调研", "5次", "2019年", CHINA_SALT),
    Told("专题会议", "7次", "2019年", CHINA_SALT),
    Told("展销中心东源农副产品", "34种", "2020年9月", YANTIAN, "yantian-yue-2020"),
    Told("引进农业企业", "52家", "2020年9月", YANTIAN),
    Told("培育合作社", "260家", "2020年9月", YANTIAN),
    Told("长效农业特色产业", "197个", "2020年9月", YANTIAN),
    Told("带动脱贫户数", "4230户", "2020年9月", YANTIAN),
    Told("预留采购份额", "不少于30%", "2020年", YANTIAN, "yantian-yue-2020"),
    Told("授牌专馆", "2个", "2021年", CITY),
    Told("授牌专区", "1个", "2021年", CITY),
    Told("预留份额采购进度全省排名", "5名", "2021年", CITY),
    Told("预留份额完成比例", "未披露", "2021年", CITY),
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Path → page, of all figures and all campaigns."""
    made = pages_of(surroundings_of(copy_site("demo", tmp_path_factory.mktemp("figures") / "site")))
    outputs = (*FigurePages(made).outputs(), *campaigns.outputs(made))
    return {each.path: each.make().decode() for each in outputs if each.path.endswith(".html")}


def without_blanks(markup: str) -> str:
    """Return markup as a reader sees it, without blanks."""
    return re.sub(r"<[^>]+>|\s", "", markup)


def lines(page: str, start: str, end: str) -> list[str]:
    """Return the parts of a page that begin and end so."""
    return [part.partition(end)[0] for part in page.split(start)[1:]]


@pytest.mark.parametrize("told", FIGURES, ids=lambda told: told.label)
def test_a_figure_of_the_sources_is_published(pages: Mapping[str, str], told: Told) -> None:
    """In the index, on a page of its own, and on its campaign's page: value with qualifier, day and source together."""
    found = [
        line
        for line in lines(pages["figures/index.html"], '<li class="sh-figure-line">', "</li>")
        if told.label in line.partition("</a>")[0]
    ]
    assert len(found) == 1, told.label
    assert f">{told.as_of}<" in found[0]
    assert told.source in found[0]
    value = found[0].partition('class="sh-figure-line__value')[2].partition(">")[2].partition("</p>")[0]
    assert without_blanks(value) == told.value
    href = found[0].partition('href="../')[2].partition('"')[0]
    own = pages[f"{href}index.html"]
    value = own.partition('class="sh-figure-page__value')[2].partition(">")[2].partition("</p>")[0]
    assert without_blanks(value) == told.value
    assert told.as_of in own
    assert told.source in own
    if told.campaign:
        shown = lines(pages[f"campaigns/{told.campaign}/index.html"], '<li class="sh-figure-row__item">', "</li>")
        assert any(
            told.label in each and told.as_of in each and told.source in each and told.value in without_blanks(each)
            for each in shown
        )


def test_all_of_them_were_looked_for() -> None:
    """The sources name thirty-two figures, of which one is a proportion that was blacked out."""
    assert len(FIGURES) == len({told.label for told in FIGURES}) == 32
    record_result("figures", len(FIGURES), "figures of the sources", "each with value, qualifier, day and source")
