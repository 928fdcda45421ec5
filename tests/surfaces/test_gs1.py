"""GS1 Digital Link: a page and a linkset for every GTIN, pages of lots that say whether a recall concerns them."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from line.published import Page
from line.small_shop_codes import write_small_shop
from stdnum import ean

from generator.build import Options, build
from generator.surfaces.gs1.numbers import gtin14

GTIN = "02000000000015"
VOC = "https://gs1.org/voc/"
LOTS = """产品,批次号,生产日期,保质期至,说明
ziyang-cha,A-2020.1,2020-04-01,2020-08-31,明前采
ziyang-cha,A2,2020-05-01,,
ziyang-cha,a2,2020-05-01,,
ziyang-cha,B/7,2020-05-01,,
ziyang-cha,NUL,2020-05-01,,
"""
RECALL = """编号,产品,批次,公告日期,原因,处理办法,电话
zhao-1,ziyang-cha,C3,2020-09-20,标签漏印过敏原,凭小票退货,0915-0000000
"""


def built(folder: Path, *, recall: str = "") -> Path:
    """Build the small shop with lots, and with a recall where one is given."""
    site = write_small_shop(folder / "site")
    (site / "data/lots.csv").write_text(LOTS, "utf-8")
    if recall:
        (site / "data/recalls.csv").write_text(recall, "utf-8")
    return build(Options(site, out=folder / "out", jobs=1)).out


@pytest.fixture(scope="module")
def out() -> Iterator[Path]:
    """The shop with a recall of one lot."""
    with tempfile.TemporaryDirectory(prefix="shanhuo-gs1-") as name:
        yield built(Path(name), recall=RECALL)


def linkset(out: Path) -> list[dict[str, Any]]:
    """Return the contexts of the linkset."""
    found: list[dict[str, Any]] = json.loads((out / f"01/{GTIN}/linkset.json").read_bytes())["linkset"]
    return found


def first_notice(out: Path, lot: str) -> str:
    """Return the title of what stands on top of a lot's page."""
    page = Page.read(out, f"01/{GTIN}/10/{lot}/index.html")
    return next("".join(e.itertext()) for e in page.elements("h2"))


@settings(max_examples=200, derandomize=True)
@given(st.sampled_from([7, 11, 12, 13]).flatmap(lambda n: st.text("0123456789", min_size=n, max_size=n)))
def test_the_check_digit_holds_at_14_digits(body: str) -> None:
    """Zeros in front change no check digit, so a number of any length is the same one in 14 digits."""
    number = body + ean.calc_check_digit(body)
    assert len(gtin14(number)) == 14
    assert ean.calc_check_digit(gtin14(number)[:-1]) == number[-1]


def test_a_gtin_has_the_page_of_its_product(out: Path) -> None:
    """The page is the product's label, stands for the product's portal page, and names the linkset."""
    page = Page.read(out, f"01/{GTIN}/index.html")
    assert ["".join(e.itertext()) for e in page.elements("h1")] == ["紫阳富硒茶"]
    assert page.canonical == "https://portal.example.cn/products/ziyang-cha/"
    assert [e.get("href") for e in page.elements("link") if e.get("rel") == "linkset"] == [
        f"../../01/{GTIN}/linkset.json"
    ]
    assert (out / f"01/{GTIN}/en/index.html").is_file()


def test_a_lot_says_whether_it_is_recalled(out: Path) -> None:
    """The lot that a recall names says so, another one that it is not concerned, both above the label."""
    assert first_notice(out, "C3") == "批次 C3 正在召回"
    assert first_notice(out, "A-2020.1") == "批次 A-2020.1 不在召回之列"
    page = Page.read(out, f"01/{GTIN}/10/A-2020.1/index.html")
    assert "已过保质期" in page.text
    assert "2020年4月1日" in page.text


def test_lots_that_cannot_be_folders_have_no_page(out: Path) -> None:
    """A slash, a name that Windows keeps, two lots that only letter case tells apart: hosts send these to the GTIN."""
    assert {path.name for path in (out / f"01/{GTIN}/10").iterdir()} == {"A-2020.1", "C3"}


def test_the_linkset_leads_to_pages_that_are_there(out: Path) -> None:
    """Anchors are Digital Link addresses; page, recall and lots are told under GS1's link types."""
    contexts = linkset(out)
    assert [each["anchor"] for each in contexts] == [
        f"https://s.example.cn/01/{GTIN}",
        f"https://s.example.cn/01/{GTIN}/10/A-2020.1",
        f"https://s.example.cn/01/{GTIN}/10/C3",
    ]
    assert len(contexts[0][VOC + "defaultLink"]) == 1
    assert {VOC + "pip", VOC + "recallStatus"} <= contexts[0].keys()
    assert VOC + "recallStatus" in contexts[2]
    links = [link for each in contexts for key, value in each.items() if key.startswith(VOC) for link in value]
    for link in links:
        address = link["href"].removeprefix("https://portal.example.cn/")
        assert (out / address / "index.html").is_file(), address


def test_a_recall_that_has_ended_says_so(tmp_path: Path) -> None:
    """The lot keeps its page after the recall, and a lot without one shows its dates alone."""
    ended = RECALL.replace(",电话\n", ",电话,结束日期\n").replace("0915-0000000\n", "0915-0000000,2020-09-25\n")
    out = built(tmp_path, recall=ended)
    assert first_notice(out, "C3") == "批次 C3"
    assert "召回已于2020年9月25日结束" in Page.read(out, f"01/{GTIN}/10/C3/index.html").text
    assert first_notice(out, "A-2020.1") == "批次 A-2020.1"
    assert VOC + "recallStatus" not in linkset(out)[0]
