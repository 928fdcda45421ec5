"""Printing labels of a site: whole or not at all, logged, and the next time only what has changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from rasters import boxes, codes, pages

from generator.assets.pdf_calibration import Crosses, crosses_on
from generator.assets.pdf_labels import CUT_LINE
from generator.assets.pdf_paper import POINT
from generator.editing.calibration import print_calibration, profile_measured
from generator.editing.label_printing import LabelOrder, print_labels
from generator.editing.print_log import LOG
from generator.editing.printing import PrintRefused
from generator.editing.reading import read_site
from generator.errors import UsageError
from generator.surfaces.label_choice import Choice

OpenSite = Callable[[str], Path]
DAY = date(2026, 11, 28)
HALL = LabelOrder(Choice(placement="yantian-zhongxin"))


def logged(site: Path) -> list[str]:
    """Return the lines of the log."""
    return (site / LOG).read_text("utf-8-sig").splitlines() if (site / LOG).exists() else []


def test_what_was_printed_is_logged(open_site: OpenSite) -> None:
    """A line a product, its facts in it, and the site is still without an error; a second run adds behind it."""
    site = open_site("demo")

    first = print_labels(site, HALL._replace(copies=2), out=site / "l.pdf", as_of=DAY)
    before = (site / LOG).read_bytes()
    print_labels(site, HALL, out=site / "l.pdf", as_of=DAY)

    assert (len(first.labels), first.pages, first.next_free) == (11, 1, 22)
    assert len(codes(pages((site / "l.pdf").read_bytes())[0])) == 11
    assert (site / LOG).read_bytes().startswith(before)
    assert len(logged(site)) == 23
    assert logged(site)[1] == (
        "20261128-1-1,2026-11-28,标签,a4-3x8,产品,dongyuan-chayou,YWMKTRC,yantian-zhongxin,2,"
        "name=东源茶油;price=98.00;unit=瓶;origin=东源县;net=1升;uri=HTTPS://S.SHANHUO.EXAMPLE/P/YWMKTRC/,"
    )
    assert logged(site)[-1].startswith("20261128-2-11,")
    assert not read_site(site).report.stops()


def test_only_what_changed_is_printed_again(open_site: OpenSite) -> None:
    """After one price changed its label alone is printed; what was taken down counts as not printed."""
    site = open_site("demo")
    out = site / "l.pdf"
    print_labels(site, HALL, out=out, as_of=DAY)
    assert print_labels(site, HALL._replace(only_changed=True), out=out, as_of=DAY).labels == ()
    stock = site / "data/placement_stock.csv"
    stock.write_bytes(stock.read_bytes().replace(b"dongyuan-chayou,98.00", b"dongyuan-chayou,97.00"))
    log = (site / LOG).read_text("utf-8-sig")
    line = next(each for each in log.splitlines() if ",dongyuan-dami," in each)
    (site / LOG).write_text(log.replace(line, f"{line}2026-11-28"), "utf-8")

    run = print_labels(site, HALL._replace(only_changed=True, skip=20), out=out, as_of=DAY)

    assert [label.product.id for label in run.labels] == ["dongyuan-chayou", "dongyuan-dami"]
    assert (run.unchanged, run.next_free) == (9, 22)
    assert "price=97.00" in logged(site)[-2]


def test_trial_prints_leave_no_trace(open_site: OpenSite) -> None:
    """A dry run writes nothing; a trial writes the PDF and no log."""
    site = open_site("demo")

    dry = print_labels(site, HALL, out=site / "dry.pdf", dry_run=True)
    print_labels(site, HALL, out=site / "trial.pdf", log=False)

    assert (len(dry.labels), dry.pages) == (11, 1)
    assert not (site / "dry.pdf").exists()
    assert (site / "trial.pdf").exists()
    assert logged(site) == []


def test_equal_data_is_equal_bytes(open_site: OpenSite) -> None:
    """The same site prints the same file."""
    site = open_site("demo")
    contents = []
    for _ in range(2):
        print_labels(site, HALL, out=site / "l.pdf", log=False)
        contents.append((site / "l.pdf").read_bytes())

    assert contents[0] == contents[1]


def test_a_character_that_cannot_be_printed_stops_everything(open_site: OpenSite) -> None:
    """It is named with its product, and neither PDF nor log is written."""
    site = open_site("demo")
    tea = site / "data/products/dongyuan-lvcha.yml"
    tea.write_text(tea.read_text("utf-8").replace("名称: 东源绿茶", "名称: 东源绿茶č"), "utf-8")

    with pytest.raises(PrintRefused) as told:
        print_labels(site, HALL, out=site / "l.pdf")

    assert "“东源绿茶č”（dongyuan-lvcha）里有字体没有的字：č（U+010D）。" in told.value.message
    assert told.value.exit_code == 1
    assert not (site / "l.pdf").exists()
    assert logged(site) == []


@pytest.mark.parametrize(
    ("order", "word"),
    [
        (HALL._replace(stock="a4-3x9"), "a4-3x8"),
        (HALL._replace(skip=24), "0 到 23"),
        (HALL._replace(profile="办公室"), "--calibration"),
    ],
)
def test_an_order_that_cannot_be_is_told(open_site: OpenSite, order: LabelOrder, word: str) -> None:
    """An unknown stock, more labels gone than a sheet has, a printer without a profile."""
    with pytest.raises(UsageError) as told:
        print_labels(open_site("demo"), order, out=Path("never.pdf"))

    assert word in told.value.mend


def test_measured_drift_is_taken_back(open_site: OpenSite) -> None:
    """What a drifting printer makes of a page with the profile from its calibration page is where it should be."""
    site = open_site("demo")
    drift, shift = 1.002, 0.7
    true = print_calibration(site, stock="a4-3x8", profile="", out=site / "c.pdf")
    measured = Crosses(true.left * drift + shift, true.top - 0.4, true.across * drift, true.down)
    profile = profile_measured(site, measured, stock="a4-3x8")
    config = site / "site_config.yml"
    lines = f"offset_x: {profile.offset_x}, offset_y: {profile.offset_y}, scale_x: {profile.scale_x}"
    config.write_text(config.read_text("utf-8") + f"printers:\n  办公室: {{{lines}}}\n", "utf-8")

    print_labels(site, HALL._replace(profile="办公室", outline=True), out=site / "l.pdf", log=False)
    x, y, width, _ = next(box for box in boxes((site / "l.pdf").read_bytes()) if box[2] > 60)
    line = CUT_LINE * POINT

    assert (x + line) * drift + shift == pytest.approx(0, abs=0.05)
    assert y + line - 0.4 == pytest.approx(0.5, abs=0.05)
    assert (width - 2 * line) * drift == pytest.approx(70, abs=0.05)


def test_the_calibration_page_has_its_crosses(open_site: OpenSite) -> None:
    """Four crosses stand where the page says, on sheets and on rolls."""
    site = open_site("demo")
    for stock, size in (("a4-3x8", (210, 297)), ("roll-60x40", (60, 40))):
        print_calibration(site, stock=stock, profile="", out=site / "c.pdf")
        lines = boxes((site / "c.pdf").read_bytes())
        true = crosses_on(*size)
        middles = {(round(x + w / 2, 1), round(y + h / 2, 1)) for x, y, w, h in lines}
        for x in (true.left, true.left + true.across):
            for y in (true.top, true.top + true.down):
                assert (x, y) in middles
