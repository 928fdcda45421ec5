"""Printing whole pages of a site: every code reads at its printed size, contents lead to their pages."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
import zxingcpp
from rasters import codes, pages, texts

from generator.editing.print_log import LOG
from generator.editing.sheet_printing import print_issue, print_placement, print_poster, print_talkers
from generator.errors import UsageError
from generator.surfaces.label_choice import Choice

OpenSite = Callable[[str], Path]
TEA = "HTTPS://S.SHANHUO.EXAMPLE/P/V7JAJS3/"


def size_of(content: bytes) -> tuple[int, int]:
    """Return a document's first page in millimetres."""
    box = pypdf.PdfReader(io.BytesIO(content)).pages[0].mediabox
    return round(float(box.width) * 25.4 / 72), round(float(box.height) * 25.4 / 72)


def test_a_talker_is_an_a6_page_with_a_code(open_site: OpenSite) -> None:
    """One page a product: its sentence, its price at the placement, a code of 26 mm; each is logged."""
    site = open_site("demo")

    run = print_talkers(site, Choice(placement="zhongrui-zhuanguan"), out=site / "t.pdf")
    content = (site / "t.pdf").read_bytes()

    assert (len(run.names), size_of(content)) == (3, (105, 148))
    assert [len(codes(page)) for page in pages(content, 150)] == [1, 1, 1]
    assert "32.00" in texts(content)[0]
    assert [line.split(",")[2] for line in (site / LOG).read_text("utf-8-sig").splitlines()[1:]] == ["货架卡"] * 3


@pytest.mark.parametrize(("distance", "size"), [(1.0, "a3"), (1.5, "a3"), (2.2, "a3"), (3.0, "a2")])
def test_a_poster_s_code_has_the_size_of_its_distance(open_site: OpenSite, distance: float, size: str) -> None:
    """The code is a tenth of the distance wide, reads, and keeps four modules of white on all sides."""
    site = open_site("demo")
    run = print_poster(site, product="ziyang-fuxi-cha", distance=distance, size=size, out=site / "p.pdf", log=False)
    (image,) = pages((site / "p.pdf").read_bytes(), 72)
    (found,) = zxingcpp.read_barcodes(image)
    dots = 72 / 25.4
    side = found.position.bottom_right.x - found.position.top_left.x
    quiet = round(4 * run.code_side / 29 * dots) - 2
    left, top = found.position.top_left.x, found.position.top_left.y
    box = (left - quiet, top - quiet, left + side + quiet, top + side + quiet)
    inside = (max(0, box[0]), max(0, box[1]), min(image.width, box[2]), min(image.height, box[3]))
    ring = image.crop(inside)
    ring.paste(
        255, (left - 3 - inside[0], top - 3 - inside[1], left + side + 4 - inside[0], top + side + 4 - inside[1])
    )

    assert found.text == TEA
    assert side / dots == pytest.approx(distance * 100, rel=0.02)
    assert min(ring.tobytes()) > 200


def test_a_code_that_has_no_room_is_refused(open_site: OpenSite) -> None:
    """The sentence names a paper that has room, and how far this one reaches."""
    site = open_site("demo")

    with pytest.raises(UsageError) as told:
        print_poster(site, product="ziyang-fuxi-cha", distance=3, out=site / "p.pdf")

    assert "300 毫米" in told.value.message
    assert "--paper a2" in told.value.mend
    assert "2.3 米" in told.value.mend
    assert not (site / "p.pdf").exists()


def test_a_poster_is_for_one_thing(open_site: OpenSite) -> None:
    """A product or a campaign, neither both nor none."""
    with pytest.raises(UsageError, match="海报"):
        print_poster(open_site("demo"), out=Path("never.pdf"))


def test_a_campaign_without_a_code_is_printed_without(open_site: OpenSite) -> None:
    """It is said, and the poster has its dates."""
    site = open_site("demo")
    register = site / "data" / "qr_codes.csv"
    kept = [line for line in register.read_text("utf-8-sig").splitlines() if "nianhuo-2026" not in line]
    register.write_text("\n".join(kept) + "\n", "utf-8")

    run = print_poster(site, campaign="nianhuo-2026", out=site / "p.pdf", log=False)

    assert run.without_code == run.names
    assert "2026年11月1日" in texts((site / "p.pdf").read_bytes())[0]


def test_a_placement_s_sheet_says_its_plaque(open_site: OpenSite) -> None:
    """Place, plaque, issuer and rule on one page of A4."""
    site = open_site("demo")

    print_placement(site, "zhongrui-zhuanguan", out=site / "p.pdf")
    content = (site / "p.pdf").read_bytes()
    (text,) = texts(content)

    assert size_of(content) == (210, 297)
    for part in ("忠锐特色农产品展销专馆", "专馆", "消费帮扶专馆", "市扶贫开发领导小组", "不收进场费、押金和管理费"):
        assert part in text
    assert "点位牌,,点位,zhongrui-zhuanguan" in (site / LOG).read_text("utf-8-sig")


def test_an_issue_is_a_booklet(open_site: OpenSite) -> None:
    """Title, contents whose lines lead to the page that they name, an outline, page numbers, codes that read."""
    site = open_site("demo")

    print_issue(site, "baiyuan-2020-1", out=site / "i.pdf", log=False)
    content = (site / "i.pdf").read_bytes()
    reader = pypdf.PdfReader(io.BytesIO(content))
    title, contents, entries = texts(content)
    links = [each.get_object() for each in reader.pages[1]["/Annots"]]
    (first, below) = reader.outline

    assert "第1期" in title
    assert "2020年" in title
    assert "紫阳金钱柑" in contents
    assert "第一期·第1期2目录" in contents  # the foot of the page with its number, and the heading
    assert "第一期·第1期3" in entries
    assert [reader.get_page_number(link["/Dest"][0].get_object()) for link in links] == [2, 2, 2]
    assert "“百元爱心购”建议目录第一期" in first.title
    assert [each.title for each in below] == ["目录", "紫阳富硒茶（毛尖）", "紫阳红茶", "紫阳金钱柑"]
    assert len(codes(pages(content)[2])) == 3
