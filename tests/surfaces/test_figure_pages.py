"""Figures: each at an address of its own, with its source and a citation; what is withheld is said to be."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from line.site_copies import BuiltSite

from generator.surfaces.figure_pages import FigurePages
from generator.surfaces.frame_parts import Frames
from generator.surfaces.pages import PortalPages
from generator.surfaces.surroundings import Surroundings

from .support import surroundings_of


def text_of(page: Path) -> str:
    """Return the words of a page, blanks as one."""
    html = page.read_text(encoding="utf-8")
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.partition('id="sh-main"')[2]))


def pages_of(around: Surroundings) -> FigurePages:
    """Return the pages of figures of a site, without a frame to put them into."""
    return FigurePages(PortalPages(around, Frames({}, "/")))


def test_every_figure_has_a_page_with_value_date_source_and_citation(built_demo: BuiltSite) -> None:
    """A journalist finds the number, its day, who says so and a line to copy."""
    page = built_demo.out / "figures" / "weiyang-goumai" / "index.html"
    words = text_of(page)

    assert "155.2" in words
    assert "2020年9月" in words
    assert "陕西工人报" in words
    assert "茶香飘未央" in words
    citation = re.search(r'id="citation">([^<]+)<', page.read_text(encoding="utf-8"))
    assert citation is not None
    assert citation.group(1) == (
        "山里好货编辑部（示例）. 实际购买金额：155.2万元[EB/OL]. (2020-09)[2026-11-21]. "
        "https://www.shanhuo.example/figures/weiyang-goumai/."
    )


def test_a_withheld_figure_has_a_page_that_says_so(built_demo: BuiltSite) -> None:
    """Not disclosed is neither zero nor missing: its page tells who withholds it."""
    words = text_of(built_demo.out / "figures" / "qionghai-jiaoyi" / "index.html")

    assert "未披露" in words
    assert "未披露不等于零" in words
    assert "市级消费帮扶工作进展报告" in words


def test_the_index_leads_to_all_figures(built_demo: BuiltSite) -> None:
    """No figure is only reached through a campaign."""
    index = (built_demo.out / "figures" / "index.html").read_text(encoding="utf-8")
    made = {path.parent.name for path in (built_demo.out / "figures").glob("*/index.html")}

    assert made
    assert all(f'href="../figures/{key}/"' in index for key in made)


def test_figures_elsewhere_lead_to_their_page(built_demo: BuiltSite) -> None:
    """What stands on a campaign's page and on the first page can be cited from there."""
    campaign = (built_demo.out / "campaigns" / "cha-xiang-weiyang-2020" / "index.html").read_text(encoding="utf-8")
    home = (built_demo.out / "index.html").read_text(encoding="utf-8")

    assert 'href="../../figures/weiyang-goumai/"' in campaign
    assert 'href="figures/yanye-gui/"' in home


def test_related_figures_are_of_one_subject_and_never_the_figure_itself(built_demo: BuiltSite) -> None:
    """Figures of a campaign stand beneath one another; each of them is shown somewhere."""
    pages = pages_of(surroundings_of(built_demo.site))
    shown: set[str] = set()
    for figure in pages.figures:
        related = pages.related_to(figure)
        assert figure not in related
        assert {other.campaign for other in related} <= {figure.campaign}
        shown.update(other.id for other in related)
    assert "weiyang-goumai" in shown


@pytest.mark.parametrize(("publish_on", "is_out"), [("", True), ("2020-09-01", True), ("2030-01-01", False)])
def test_figures_come_out_with_their_campaign(
    open_site: Callable[[str], Path],
    publish_on: str,
    is_out: bool,
) -> None:
    """A campaign that is not out yet keeps its figures to itself."""
    site = open_site("shop")
    around = surroundings_of(site)
    campaign = next(figure.campaign for figure in around.catalog.figures if figure.campaign is not None)
    path = next((site / "data" / "campaigns").glob(f"{campaign.id}.yml"))
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}发布日期: {publish_on}\n" if publish_on else text, encoding="utf-8")

    figures = pages_of(surroundings_of(site)).figures

    assert any(figure.campaign is not None and figure.campaign.id == campaign.id for figure in figures) is is_out
