"""What a placement says of itself, and what its history says."""

from __future__ import annotations

import pytest

from .support import check, codes, record

TOLD = [("status", "placement-status")]


@pytest.mark.parametrize(
    ("status", "changes", "found"),
    [
        ("开放", [("2020-06", "筹备"), ("2020-09-01", "开放")], []),
        ("筹备", [("2020-06", "筹备"), ("2020-09-01", "开放")], TOLD),
        ("开放", [("2020-09-01", "开放"), ("2020-06", "筹备")], []),
        # What is left out contradicts nothing.
        ("", [("2020-09-01", "关闭")], []),
        # The site shows 30 September: with a change of October the record may tell of either day.
        ("开放", [("2020-09-01", "开放"), ("2020-10-01", "关闭")], []),
        ("关闭", [("2020-09-01", "开放"), ("2020-10-01", "关闭")], []),
    ],
)
def test_the_last_change_tells_the_state(
    status: str, changes: list[tuple[str, str]], found: list[tuple[str, str]]
) -> None:
    """By its day, not by its place in the table."""
    history = [
        record("placement_history", line, 点位="gui", 日期=on, 状态=state)
        for line, (on, state) in enumerate(changes, 2)
    ]
    assert codes(check(record("placements", 编号="gui", 名称="柜", 类型="智能柜", 状态=status), *history)) == found
