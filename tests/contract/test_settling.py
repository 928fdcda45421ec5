"""The contract while Table Schema still judges in another process, and in runs that know what was clean before."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import pytest

from generator.contract import Checked, check_texts, intake_names, read_texts
from generator.findings.kinds_fields import FIELD_KINDS
from generator.findings.kinds_rules import RULE_KINDS
from generator.intake.data_folder import read_data

from .support import CHINA, SITES, check, check_site, codes, record

pytestmark = pytest.mark.without_threads
KINDS = [kind.code for kind in (*FIELD_KINDS, *RULE_KINDS)]


def _check_beside(code: str, clean: Collection[str] = frozenset()) -> Checked:
    folder = SITES / ("shop" if code == "shop" else f"broken/{code}")
    settings = check_site(folder).settings
    intake = read_data(folder / "data", tables=intake_names(), root=folder)
    return check_texts(read_texts(intake.files, settings), settings, clean=clean, apart=True)


@pytest.mark.parametrize("code", KINDS)
def test_findings_are_the_same_whoever_judges(code: str) -> None:
    """Another process tells what this one would, also where text is not of its type, and so does the next run."""
    told = check_site(SITES / "broken" / code).checked.findings
    first = _check_beside(code).settled()

    assert first.findings == told
    assert _check_beside(code, first.clean).settled().findings == told


def test_rows_are_made_once() -> None:
    """Where Table Schema finds nothing, what was made before its verdict stays."""
    hoped = _check_beside("shop")

    assert hoped.settle is not None
    assert hoped.settled().rows is hoped.rows


def test_personal_data_is_searched_again_where_something_changed() -> None:
    """A row that was clean is not searched again, unless its text or the patterns are others."""
    suppliers = [record("suppliers", 2, 编号="a", 名称="甲", 电话="0915-3211234", 介绍="一家")]
    first = check(*suppliers)
    landlines = replace(CHINA, personal_data={"座机": r"\d{4}-\d{7}"})
    changed = [record("suppliers", 2, 编号="a", 名称="甲", 电话="13800138000", 介绍="一家")]

    assert codes(check(*suppliers, clean=first.clean)) == []
    assert codes(check(*changed, clean=first.clean)) == [("phone", "personal-data")]
    assert codes(check(*suppliers, settings=landlines, clean=first.clean)) == [("phone", "personal-data")]
