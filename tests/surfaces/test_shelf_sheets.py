"""Pages behind the codes of placements, campaigns, stories and issues: what stands there, and what on top."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from line.published import Page
from line.small_shop_codes import write_small_shop

from generator.build import Options, build

HOST = "https://portal.example.cn/"


@pytest.fixture(scope="module")
def out() -> Iterator[Path]:
    """The small shop, built."""
    with tempfile.TemporaryDirectory(prefix="shanhuo-sheets-") as name:
        site = write_small_shop(Path(name) / "site")
        append(site / "data/catalogue_issues.csv", "di-er-qi,建议目录第二期,2,xiaofei-yue,2021,已发布\n")
        append(site / "data/qr_codes.csv", "97TXK7A,目录,di-er-qi,,2020-09-01,有效,\n")
        append(site / "data/qr_codes.csv", "MZMKB4E,点位,guang-chang,,2020-09-02,停用,\n")
        yield build(Options(site, out=Path(name) / "out", jobs=1)).out


def append(path: Path, line: str) -> None:
    """Add a line to a table."""
    path.write_text(path.read_text("utf-8") + line, "utf-8")


def page(out: Path, code: str, folder: str = "") -> Page:
    """Return the page behind a code."""
    return Page.read(out, f"P/{code}/{folder}index.html")


def text(element: Element) -> str:
    """Return the words of an element."""
    return " ".join("".join(element.itertext()).split())


def of_class(page: Page, name: str) -> list[str]:
    """Return the words of all elements of a class."""
    return [text(element) for element in page.tree.iter() if name in (element.get("class") or "").split()]


def facts(page: Page) -> dict[str, str]:
    """Return the facts of the label."""
    lists = [e for e in page.elements("dl") if "sh-shelf-facts" in (e.get("class") or "")]
    pairs = [(text(dt), text(dd)) for entry in lists for div in entry for dt, dd in [tuple(div)]]
    return dict(pairs)


def test_a_placement_says_where_it_is_and_what_stands_there(out: Path) -> None:
    """Name, kind, address, hours, no fees, public telephone; goods at the prices there, none that was withdrawn."""
    shown = page(out, "3QNMFJC")
    assert of_class(shown, "sh-shelf-label__name") == ["世纪广场智能柜"]
    assert of_class(shown, "sh-shelf-kicker") == ["智能柜"]
    assert facts(shown)["地址"] == "一楼入口"
    assert facts(shown)["开放时间"] == "每日9:00至20:00"
    assert facts(shown)["收费"] == "不收进场费、押金和管理费"
    assert "13800000000" not in shown.text
    tea, eggs = of_class(shown, "sh-shelf-good__row")
    assert "紫阳富硒茶" in tea
    assert "98.50" in tea
    assert "30.00" not in eggs
    assert "已下架" in eggs


def test_a_placement_that_moved_says_so_first_and_leads_on(out: Path) -> None:
    """Above the name: that it moved, since when and why, and the way to the place that took over."""
    shown = page(out, "VERYX9U")
    (title,) = of_class(shown, "sh-shelf-notice__title")
    assert title == "这个点位已经迁走"
    assert shown.text.index(title) < shown.text.index("<h1")
    assert "房屋到期" in shown.text
    (link,) = [e for e in shown.elements("a") if text(e).startswith("世纪广场智能柜")]
    assert link.get("href") == "../../P/3QNMFJC/"


def test_a_campaign_that_is_over_says_so(out: Path) -> None:
    """The page of a closed campaign stays, says when it ended, and what of it can still be bought."""
    shown = page(out, "EQXEKPH")
    assert of_class(shown, "sh-shelf-notice__title") == ["活动已于2020年8月31日结束"]
    assert of_class(shown, "sh-shelf-kicker") == ["活动 · 已结束"]
    assert facts(shown)["活动时间"] == "2020年8月1日至2020年8月31日"
    assert of_class(shown, "sh-shelf-good__name") == ["紫阳富硒茶", "会山鸡蛋"]


def test_a_story_is_told_with_its_source(out: Path) -> None:
    """Title, text, goods, and where it is known from."""
    shown = page(out, "KYH7RZ7")
    assert of_class(shown, "sh-shelf-label__name") == ["茶香进城"]
    assert "茶进了城。" in shown.text
    assert of_class(shown, "sh-shelf-sources") == ["工作报告 工作报告"]


def test_an_issue_leads_to_the_newer_one(out: Path) -> None:
    """Number, entries with their reasons; above them that there is a newer issue, and the way to it."""
    shown = page(out, "2KANCPS")
    assert of_class(shown, "sh-shelf-notice__title") == ["已有新的一期"]
    assert [e.get("href") for e in shown.elements("a") if text(e) == "建议目录第二期"] == ["../../P/97TXK7A/"]
    assert of_class(shown, "sh-shelf-good__note") == ["品质稳定"]
    assert of_class(page(out, "97TXK7A"), "sh-shelf-notice__title") == []


def test_a_placement_has_one_address_of_its_own(out: Path) -> None:
    """Two codes of one placement, one of them retired, both open; search engines are told of the active one alone."""
    codes = ("3QNMFJC", "MZMKB4E")
    assert {page(out, code).canonical for code in codes} == {f"{HOST}P/3QNMFJC/"}
    listed = (out / "sitemap.xml").read_text("utf-8")
    assert "P/3QNMFJC/" in listed
    assert "P/MZMKB4E/" not in listed


def test_a_product_has_a_code_for_each_place_and_one_address(out: Path) -> None:
    """The page of a placement's code says where it hangs, and the price there before any other; both are one page."""
    own, there = page(out, "4R39R8A"), page(out, "QBZ8YEM")
    assert own.canonical == there.canonical == f"{HOST}products/ziyang-cha/"
    assert of_class(own, "sh-shelf-hanging") == []
    (line,) = of_class(there, "sh-shelf-hanging")
    assert line.startswith("¥98.50本码贴在：世纪广场智能柜")
    assert there.text.index("sh-shelf-hanging") < there.text.index("sh-shelf-label__price")
    assert 'href="../../P/3QNMFJC/"' in there.text


def test_other_languages_stand_beneath(out: Path) -> None:
    """The English page is English, names its languages, and leads within them."""
    shown = page(out, "VERYX9U", "en/")
    assert of_class(shown, "sh-shelf-notice__title") == ["This place has moved"]
    (link,) = [e for e in shown.elements("a") if (e.get("href") or "").endswith("P/3QNMFJC/en/")]
    assert link.get("href") == "../../../en/../P/3QNMFJC/en/"


def test_no_page_has_a_script_or_asks_for_more_than_one_picture(out: Path) -> None:
    """Behind every code: no script, no style sheet, at most one picture beside the code's own."""
    for path in sorted(out.glob("P/*/index.html")):
        shown = Page.read(out, path.relative_to(out).as_posix())
        assert not shown.errors
        assert not shown.elements("script")
        assert len({address for address in shown.requests() if not address.startswith("data:")}) <= 2, path
