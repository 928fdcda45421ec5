"""Giving out codes: the register grows at its end, and nothing that was given out is ever touched."""

from __future__ import annotations

import codecs
import random
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.contract.shelf_code import fault_of, new_code
from generator.editing.code_registry import REGISTRY, issue_codes, with_rows
from generator.editing.reading import read_site
from generator.errors import EnvironmentRefused, FindingsStop, UsageError

OpenSite = Callable[[str], Path]
DAY = date(2020, 9, 30)
PRODUCTS = {"cha-shan-liang-ri", "huishan-dan", "jiu-dan", "shan-huo-li", "song-huo", "ziyang-cha"}
ROW = {"code": "4R39R8A", "target_kind": "product", "target": "cha", "issued_on": "2020-09-30", "status": "active"}


def without(site: Path, *ids: str) -> bytes:
    """Take the codes of some products out of a site's register and return what is left."""
    path = site / REGISTRY
    lines = path.read_text("utf-8-sig").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not any(f",{key}," in line for key in ids)), "utf-8", newline="")
    return path.read_bytes()


def test_products_without_a_code_get_one(open_site: OpenSite) -> None:
    """Those without a code get one that checks, dated, and the site is then without a finding."""
    site = open_site("shop")
    before = without(site, "ziyang-cha", "song-huo")

    result = issue_codes(site, as_of=DAY)

    assert [each.target for each in result.issued] == ["song-huo", "ziyang-cha"]
    assert [each.name for each in result.issued] == ["集中送货", "紫阳富硒茶"]
    assert all(fault_of(each.code) == "" for each in result.issued)
    assert (site / REGISTRY).read_bytes().startswith(before)
    assert read_site(site).report.findings == ()
    assert {row.text("target") for row in read_site(site).rows["qr_codes"]} == PRODUCTS


def test_a_second_run_has_nothing_to_do(open_site: OpenSite) -> None:
    """Where every product has its code, the register stays as it is to the byte and the second."""
    site = open_site("shop")
    path = site / REGISTRY
    before, time = path.read_bytes(), path.stat().st_mtime_ns

    assert issue_codes(site).issued == ()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, time)


def test_a_dry_run_writes_nothing(open_site: OpenSite) -> None:
    """A dry run tells for whom codes would be drawn and leaves the register alone."""
    site = open_site("shop")
    before = without(site, "ziyang-cha")

    assert [each.target for each in issue_codes(site, dry_run=True).issued] == ["ziyang-cha"]
    assert (site / REGISTRY).read_bytes() == before


def test_a_site_without_a_register_gets_one_for_excel(open_site: OpenSite) -> None:
    """A new register is UTF-8 with a mark, has Chinese titles and CRLF."""
    site = open_site("shop")
    (site / REGISTRY).unlink()

    issue_codes(site, as_of=DAY)

    data = (site / REGISTRY).read_bytes()
    lines = data.decode("utf-8-sig").split("\r\n")
    assert data.startswith(codecs.BOM_UTF8)
    assert lines[0] == "码,对象类型,对象编号,所在点位,发码日期,状态,大小写,说明"
    assert lines[-1] == ""
    assert all(line.endswith(",2020-09-30,有效,,") for line in lines[1:-1])


def test_only_the_products_asked_for(open_site: OpenSite) -> None:
    """With ids, only these get a code; those that have one keep it, and an id that is not there is told."""
    site = open_site("shop")
    without(site, "ziyang-cha", "song-huo")

    result = issue_codes(site, ids=["song-huo", "huishan-dan"])

    assert [each.target for each in result.issued] == ["song-huo"]
    assert result.coded == {"huishan-dan": "VERYX9U"}
    with pytest.raises(UsageError, match="ziyang-chaa"):
        issue_codes(site, ids=["ziyang-chaa"])


@pytest.mark.parametrize(
    ("kind", "target", "word"),
    [
        ("placement", "gui-zi", "点位"),
        ("campaign", "xiaofei-yue", "活动"),
        ("story", "cha-xiang", "故事"),
        ("catalogue-issue", "di-yi-qi", "目录"),
    ],
)
def test_everything_else_may_have_a_code(open_site: OpenSite, kind: str, target: str, word: str) -> None:
    """Placements, campaigns, stories and issues get codes as products do, and the site stays sound."""
    site = open_site("shop")

    result = issue_codes(site, target_kind=kind, as_of=DAY)

    assert [each.target for each in result.issued] == [target]
    assert f"{result.issued[0].code},{word},{target},2020-09-30,有效" in (site / REGISTRY).read_text("utf-8-sig")
    assert read_site(site).report.findings == ()
    assert issue_codes(site, target_kind=kind).issued == ()


def with_columns(site: Path) -> None:
    """Give the register of the shop every column that there is."""
    path = site / REGISTRY
    first, *others = path.read_text("utf-8-sig").splitlines()
    lines = [f"{first},所在点位,大小写", *(f"{line},," for line in others)]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def test_products_get_a_code_for_where_they_stand(open_site: OpenSite) -> None:
    """Each product of a placement gets one more code, for there; its own stays what it is, and a second run is idle."""
    site = open_site("shop")
    with_columns(site)
    stock = site / "data/placement_stock.csv"
    stock.write_text("点位,货位,产品,售价\ngui-zi,A9,song-huo,9元\n", "utf-8")

    result = issue_codes(site, placement="gui-zi", as_of=DAY)

    assert {"song-huo", "ziyang-cha"} == {each.target for each in result.issued}
    rows = [row for row in read_site(site).rows["qr_codes"] if row.text("placement") == "gui-zi"]
    assert {row.text("target") for row in rows} == {each.target for each in result.issued}
    assert issue_codes(site, placement="gui-zi").issued == ()
    assert issue_codes(site).issued == ()


def test_a_placement_that_holds_nothing_is_told(open_site: OpenSite) -> None:
    """A slip in its ID, a place without goods, another kind than products: a sentence, and nothing is written."""
    site = open_site("shop")
    before = (site / REGISTRY).read_bytes()
    with pytest.raises(UsageError, match="gui-zzi"):
        issue_codes(site, placement="gui-zzi")
    with pytest.raises(UsageError, match="产品"):
        issue_codes(site, placement="gui-zi", target_kind="story")
    assert (site / REGISTRY).read_bytes() == before


def test_small_letters_are_registered_with_the_code(open_site: OpenSite) -> None:
    """Under ``codes.case: lower`` new codes are marked; those that were issued before keep their capitals."""
    site = open_site("shop")
    without(site, "ziyang-cha")
    with_columns(site)
    config = site / "site_config.yml"
    config.write_text(
        config.read_text("utf-8").replace("  base_url: https://s", "  case: lower\n  base_url: https://s"), "utf-8"
    )

    issue_codes(site, as_of=DAY)

    cases = {row.text("target"): row.text("case") for row in read_site(site).rows["qr_codes"]}
    assert cases.pop("ziyang-cha") == "lower"
    assert set(cases.values()) == {""}


def test_closed_placements_get_no_code(open_site: OpenSite) -> None:
    """Nothing is printed for a place that is no longer there."""
    site = open_site("shop")
    path = site / "data/placements/gui-zi.yml"
    text = path.read_text("utf-8")
    path.write_text(
        "\n".join(line for line in text.splitlines() if not line.startswith("状态")) + "\n状态: 关闭\n", "utf-8"
    )

    assert issue_codes(site, target_kind="placement", as_of=DAY).issued == ()


def test_what_is_not_out_waits(open_site: OpenSite) -> None:
    """A draft has no page: a code for it would be dead, so none is drawn until it is out."""
    site = open_site("shop")
    without(site, "shan-huo-li")
    path = site / "data/products/shan-huo-li.yml"
    path.write_text(path.read_text("utf-8") + "状态: 草稿\n", "utf-8")

    result = issue_codes(site, ids=["shan-huo-li"])

    assert (result.issued, result.waiting) == ((), ("shan-huo-li",))


def test_withdrawn_codes_are_never_drawn_again(open_site: OpenSite) -> None:
    """A code that was withdrawn counts as taken; its product gets another one."""
    site = open_site("shop")
    drawn = new_code((), random.Random(5))
    before = without(site, "ziyang-cha")
    (site / REGISTRY).write_bytes(before + f"{drawn},产品,ziyang-cha,2020-09-01,停用\n".encode())

    issued = issue_codes(site, source=random.Random(5)).issued

    assert [each.target for each in issued] == ["ziyang-cha"]
    assert issued[0].code != drawn


def test_errors_in_the_data_stop_it(open_site: OpenSite) -> None:
    """Codes are for ever: nothing is given out while the data holds an error, also in the register itself."""
    site = open_site("shop")
    before = without(site, "ziyang-cha") + b"4R39R8B,product,song-huo,2020-09-01,active\n"
    (site / REGISTRY).write_bytes(before)

    with pytest.raises(FindingsStop) as stop:
        issue_codes(site)

    assert [found.code for found in stop.value.report.findings if found.level == "error"] == ["code-invalid"]
    assert (site / REGISTRY).read_bytes() == before


def test_permissions_stay(open_site: OpenSite) -> None:
    """The register keeps its permissions, and no other file is left beside it."""
    site = open_site("shop")
    without(site, "ziyang-cha")
    (site / REGISTRY).chmod(0o640)
    names = sorted(path.name for path in (site / "data").iterdir())

    issue_codes(site)

    assert stat.S_IMODE((site / REGISTRY).stat().st_mode) == 0o640
    assert sorted(path.name for path in (site / "data").iterdir()) == names


@settings(max_examples=60, derandomize=True, deadline=None)
@given(
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]),
    end=st.sampled_from(["\n", "\r\n"]),
    delimiter=st.sampled_from([",", ";", "\t"]),
    columns=st.permutations(["码", "对象类型", "对象编号", "发码日期", "状态", "说明"]),
    rows=st.integers(0, 3),
    closed=st.booleans(),
)
def test_what_was_there_stays_to_the_byte(
    encoding: str, end: str, delimiter: str, columns: list[str], rows: int, closed: bool
) -> None:
    """Whatever encoding, line ends, delimiter and order a register has: it stays, and the new row follows its form."""
    old = {
        "码": "3QNMFJC",
        "对象类型": "产品",
        "对象编号": "li",
        "发码日期": "2020-09-01",
        "状态": "有效",
        "说明": "旧",
    }
    lines = [delimiter.join(columns), *[delimiter.join(old[name] for name in columns)] * rows]
    before = (end.join(lines) + (end if closed else "")).encode(encoding)

    after = with_rows(before, [ROW])

    new = {"码": "4R39R8A", "对象类型": "产品", "对象编号": "cha", "发码日期": "2020-09-30", "状态": "有效", "说明": ""}
    kept = end if len(lines) > 1 or closed else "\r\n"
    assert after.startswith(before)
    assert after.decode(encoding) == end.join(lines) + kept + delimiter.join(new[name] for name in columns) + kept


def test_english_headers_get_english_values() -> None:
    """Under English names the row is written in English."""
    before = b"code,target_kind,target,issued_on,status\n"

    assert with_rows(before, [ROW]) == before + b"4R39R8A,product,cha,2020-09-30,active\n"


def test_a_register_without_a_needed_column_is_refused() -> None:
    """Where a column is missing, the code could not be registered, and the editor is told which."""
    with pytest.raises(EnvironmentRefused, match="状态"):
        with_rows("码,对象类型,对象编号,发码日期\n".encode(), [ROW])
